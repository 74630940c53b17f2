import { join } from "node:path";
import { Command, Option } from "commander";
import {
  findProfile,
  FIRST_DAY,
  formatDay,
  makeEInvoices,
  printer,
  profiles,
  syntaxes,
  type EInvoiceFile,
  type Profile,
  type Snapshot,
  type SyntaxId,
} from "../../core/api";
import { statusOf, tellText } from "../documents/answer";
import { chosenBy, invoicesOption } from "../documents/chosenDocuments";
import { CommandFailure } from "../exit";
import { leftOutJson } from "../json/leftOutJson";
import { openWorkbookFile } from "../openWorkbookFile";
import { issuesJson } from "../issueLines";
import { report } from "../report";
import { jsonOption } from "../runOptions";
import { sha256 } from "../sha256";
import { writeWholeFile } from "../writeWholeFile";

interface EInvoiceCommandOptions {
  readonly profile: string;
  readonly syntax?: string;
  readonly xml?: boolean;
  readonly invoices?: string;
  readonly out?: string;
  readonly json?: boolean;
}

const encoder = new TextEncoder();

const knownProfiles = profiles.flatMap(({ id, synonyms }) => [id, ...synonyms]).join(", ");

function chosenSyntax({ id, syntaxes: possible }: Profile, asked: string | undefined): SyntaxId {
  const found = asked === undefined ? possible[0] : possible.find((syntax) => syntax === asked);
  if (found) return found;
  const isKnown = asked !== undefined && asked in syntaxes;
  throw new CommandFailure(
    `--syntax ${asked ?? ""}: ${isKnown ? `${id} is written in` : "there is no such syntax; there are"} ${(isKnown ? possible : Object.keys(syntaxes)).join(", ")}`,
  );
}

/** Puts e-invoices into PDFs that show the same documents. */
async function pdfWriter(snapshot: Snapshot, path: string): Promise<(file: EInvoiceFile) => Uint8Array> {
  const { documentPdf } = await import("../../pdf/documentPdf");
  const { pdfFonts } = await import("../documents/pdfFonts");
  const { pdfLogo } = await import("../documents/pdfLogo");
  const fonts = pdfFonts();
  const logo = await pdfLogo(snapshot, path);
  const printedOf = printer(snapshot);
  const idOf = (content: Uint8Array) => sha256([content]).slice(0, 32);
  return ({ document, xml }) => {
    const date = `D:${formatDay(document.invoiceDate ?? FIRST_DAY).replaceAll("-", "")}000000Z`;
    const attachment = { name: "factur-x.xml", description: "Factur-X", bytes: encoder.encode(xml), date };
    return documentPdf(printedOf(document), { fonts, idOf, attachment, logo }).bytes;
  };
}

async function eInvoice(path: string, options: EInvoiceCommandOptions): Promise<void> {
  const { profile: id, json, out = join("out", id) } = options;
  const profile = findProfile(id);
  if (!profile)
    throw new CommandFailure(`--profile ${id}: there is no such profile; there are ${knownProfiles}`);
  const syntax = chosenSyntax(profile, options.syntax);
  const chosenOf = chosenBy(options.invoices);
  const { snapshot } = await openWorkbookFile(path);
  const holds = chosenOf(snapshot);
  const isInPdf = profile.isInPdf === true && options.xml !== true;
  const { files: made, leftOut, issues } = makeEInvoices(snapshot, { profile, syntax, isInPdf, holds });
  const contentOf = isInPdf
    ? await pdfWriter(snapshot, path)
    : ({ xml }: EInvoiceFile) => encoder.encode(xml);
  const files = [];
  for (const eInvoiceFile of made) {
    const { name, document } = eInvoiceFile;
    const bytes = contentOf(eInvoiceFile);
    const file = join(out, name);
    await writeWholeFile(file, bytes);
    files.push({ name, path: file, invoiceNumber: document.invoiceNumber, sha256: sha256([bytes]) });
  }
  const answer = {
    profile: id,
    syntax,
    files,
    leftOut: leftOut.map(leftOutJson),
    issues: issuesJson(issues),
  };
  const written = files.map((file) => `${file.path}\n`).join("");
  report(
    json ? `${JSON.stringify(answer, null, 2)}\n` : written + tellText(leftOut, issues),
    statusOf(leftOut, issues),
  );
}

export function eInvoiceCommand(): Command {
  return new Command("e-invoice")
    .description("Writes issued documents as e-invoices, checked by the rules of their profile.")
    .argument("<book>", "the workbook (.xlsx or .xlsm), billed")
    .requiredOption("--profile <id>", `what the receiver asks for: ${knownProfiles}`)
    .addOption(new Option("--syntax <id>", `${Object.keys(syntaxes).join(" or ")}; default: the profile's`))
    .option("--xml", "of a profile within a PDF the XML alone")
    .addOption(invoicesOption())
    .option("--out <folder>", "where the files go; default: out/ID")
    .addOption(jsonOption())
    .action(eInvoice);
}
