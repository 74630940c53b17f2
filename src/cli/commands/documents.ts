import { join } from "node:path";
import { Command } from "commander";
import { printDocuments } from "../../core/api";
import { statusOf, tellText } from "../documents/answer";
import { chosenBy, invoicesOption } from "../documents/chosenDocuments";
import { writePapers } from "../documents/writePapers";
import { leftOutJson } from "../json/leftOutJson";
import { openWorkbookFile } from "../openWorkbookFile";
import { issuesJson } from "../issueLines";
import { report } from "../report";
import { jsonOption } from "../runOptions";

interface DocumentsOptions {
  readonly invoices?: string;
  readonly drafts?: boolean;
  readonly out?: string;
  readonly json?: boolean;
}

async function documents(path: string, { invoices, drafts, out, json }: DocumentsOptions): Promise<void> {
  const folder = out ?? join("out", "documents");
  const chosenOf = chosenBy(invoices);
  const { snapshot } = await openWorkbookFile(path);
  const holds = chosenOf(snapshot);
  const { files, leftOut, issues } = printDocuments(snapshot, { holds, withDrafts: drafts === true });
  const papers = await writePapers(files, snapshot, path, folder);
  const left = [...leftOut, ...papers.leftOut];
  const written = papers.written.map(({ paper, path: target, sha256, pages }) => ({
    name: paper.name,
    path: target,
    invoiceNumber: paper.document.invoiceNumber,
    sha256,
    pages,
    qr: paper.printed.qr ?? null,
  }));
  const answer = {
    files: written,
    sendList: papers.sendList,
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
