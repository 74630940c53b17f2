import { Option } from "commander";
import type { Issue, LeftOut, PrintedPapers, Snapshot } from "../../core/api";
import { leftOutJson } from "../json/leftOutJson";
import { writePapers } from "./writePapers";

export const pdfOption = (what: string) =>
  new Option(
    "--pdf <folder>",
    `a folder for a PDF of ${what}, in the customer’s language, and the list for sending them`,
  );

export interface LedgerPapers {
  readonly json: object;
  readonly lines: string;
  readonly leftOut: readonly LeftOut[];
  readonly issues: readonly Issue[];
}

/** Writes statements or reminders as PDFs where a folder for them is given, and what is said of it. */
export async function writeLedgerPapers(
  folder: string | undefined,
  print: () => PrintedPapers,
  snapshot: Snapshot,
  bookPath: string,
): Promise<LedgerPapers> {
  if (folder === undefined) return { json: {}, lines: "", leftOut: [], issues: [] };
  const { papers, issues } = print();
  const { written, leftOut, sendList } = await writePapers(papers, snapshot, bookPath, folder);
  const files = written.map(({ paper, path, sha256, pages }) => ({
    name: paper.name,
    path,
    customerId: paper.letter.customerId,
    sha256,
    pages,
    qr: paper.printed.qr ?? null,
  }));
  return {
    json: { files, sendList, leftOut: leftOut.map(leftOutJson) },
    lines: files.map(({ path }) => `${path}\n`).join(""),
    leftOut,
    issues,
  };
}
