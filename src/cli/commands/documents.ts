import { join } from "node:path";
import { Command } from "commander";
import { printDocuments, SEND_LIST, sendList, unprintable, type PrintedFile } from "../../core/api";
import { statusOf, tellText } from "../documents/answer";
import { chosenBy, invoicesOption } from "../documents/chosenDocuments";
import { leftOutJson } from "../json/leftOutJson";
import { openWorkbookFile } from "../openWorkbookFile";
import { issuesJson } from "../receivables/ledgerFile";
import { report } from "../report";
import { jsonOption } from "../runOptions";
import { sha256 } from "../sha256";
import { writeWholeFile } from "../writeWholeFile";

interface DocumentsOptions {
  readonly invoices?: string;
  readonly drafts?: boolean;
  readonly out?: string;
  readonly json?: boolean;
}

interface WrittenFile {
  readonly name: string;
  readonly path: string;
  readonly invoiceNumber: string;
  readonly sha256: string;
  readonly pages: number;
  readonly qr: string | null;
}

async function documents(path: string, { invoices, drafts, out, json }: DocumentsOptions): Promise<void> {
  const folder = out ?? join("out", "documents");
  const holds = chosenBy(invoices);
  const { snapshot } = await openWorkbookFile(path);
  const { files, leftOut, issues } = printDocuments(snapshot, { holds, withDrafts: drafts === true });
  const { documentPdf } = await import("../../pdf/documentPdf");
  const { pdfFonts } = await import("../documents/pdfFonts");
  const { pdfLogo } = await import("../documents/pdfLogo");
  const fonts = files.length > 0 ? pdfFonts() : undefined;
  const logo = await pdfLogo(snapshot, path);
  const made: { readonly file: PrintedFile; readonly written: WrittenFile }[] = [];
  const left = [...leftOut];
  for (const file of files) {
    if (!fonts) break;
    const idOf = (content: Uint8Array) => sha256([content]).slice(0, 32);
    const { bytes, pages, missing } = documentPdf(file.printed, { fonts, idOf, logo });
    if (missing.length > 0) {
      left.push(unprintable(file, missing));
      continue;
    }
    const target = join(folder, file.name);
    await writeWholeFile(target, bytes);
    const { invoiceNumber } = file.document;
    const qr = file.printed.qr ?? null;
    made.push({
      file,
      written: { name: file.name, path: target, invoiceNumber, sha256: sha256([bytes]), pages, qr },
    });
  }
  const list = made.length > 0 ? join(folder, SEND_LIST) : "";
  if (list !== "")
    await writeWholeFile(
      list,
      new TextEncoder().encode(sendList(made.map(({ file, written }) => ({ file, sha256: written.sha256 })))),
    );
  const written = made.map((entry) => entry.written);
  const answer = {
    files: written,
    sendList: list,
    leftOut: left.map(leftOutJson),
    issues: issuesJson(issues),
  };
  const lines = written.map((file) => `${file.path}\n`).join("");
  report(
    json ? `${JSON.stringify(answer, null, 2)}\n` : lines + tellText(left, issues),
    statusOf(left, issues),
  );
}

export function documentsCommand(): Command {
  return new Command("documents")
    .description("Writes issued documents as PDFs, with a list for sending them.")
    .argument("<book>", "the workbook (.xlsx or .xlsm), billed")
    .addOption(invoicesOption())
    .option("--drafts", "drafts and documents in review as well; they say so on every page")
    .option("--out <folder>", "where the files go; default: out/documents")
    .addOption(jsonOption())
    .action(documents);
}
