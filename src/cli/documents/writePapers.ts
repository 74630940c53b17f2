import { join } from "node:path";
import {
  SEND_LIST,
  sendList,
  unprintable,
  type LeftOut,
  type PrintedPaper,
  type Snapshot,
} from "../../core/api";
import { sha256 } from "../sha256";
import { writeWholeFile } from "../writeWholeFile";

/** A paper that was written. */
export interface WrittenPaper<Paper extends PrintedPaper> {
  readonly paper: Paper;
  readonly path: string;
  readonly sha256: string;
  readonly pages: number;
}

export interface WrittenPapers<Paper extends PrintedPaper> {
  readonly written: readonly WrittenPaper<Paper>[];
  readonly leftOut: readonly LeftOut[];
  /** The list for sending them; "" where none was written. */
  readonly sendList: string;
}

/** Writes papers as PDFs into a folder, with the list for sending them; those with signs that no font has are left out. */
export async function writePapers<Paper extends PrintedPaper>(
  papers: readonly Paper[],
  snapshot: Snapshot,
  bookPath: string,
  folder: string,
): Promise<WrittenPapers<Paper>> {
  if (papers.length === 0) return { written: [], leftOut: [], sendList: "" };
  const { documentPdf } = await import("../../pdf/documentPdf");
  const { pdfFonts } = await import("./pdfFonts");
  const { pdfLogo } = await import("./pdfLogo");
  const fonts = pdfFonts();
  const logo = await pdfLogo(snapshot, bookPath);
  const idOf = (content: Uint8Array) => sha256([content]).slice(0, 32);
  const written: WrittenPaper<Paper>[] = [];
  const leftOut: LeftOut[] = [];
  for (const paper of papers) {
    const { bytes, pages, missing } = documentPdf(paper.printed, { fonts, idOf, logo });
    if (missing.length > 0) {
      leftOut.push(unprintable(paper, missing));
      continue;
    }
    const path = join(folder, paper.name);
    await writeWholeFile(path, bytes);
    written.push({ paper, path, sha256: sha256([bytes]), pages });
  }
  if (written.length === 0) return { written, leftOut, sendList: "" };
  const list = join(folder, SEND_LIST);
  const text = sendList(written.map(({ paper, sha256: hash }) => ({ file: paper, sha256: hash })));
  await writeWholeFile(list, new TextEncoder().encode(text));
  return { written, leftOut, sendList: list };
}
