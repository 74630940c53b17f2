import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Block } from "./block";
import type { BookTexts } from "./bookTexts";
import { documentedBlocks } from "./documentedBlocks";
import { readMe } from "./readMe";
import { ExampleSheet } from "./sheet";
import { writeBook } from "./writeBook";

/** npm runs scripts in the root of the repository. */
const FOLDER = "examples/functions";

/** A file of examples/functions: a sheet block by block. */
interface SheetFile {
  readonly name: string;
  readonly explanation: string;
  readonly widths: readonly number[];
  readonly blocks: readonly Block[];
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(FOLDER, file), "utf8"));

function sheetOf(
  { name, explanation, widths, blocks }: SheetFile,
  files: readonly SheetFile[],
): ExampleSheet {
  const sheet = new ExampleSheet(name, explanation, widths);
  for (const block of [...blocks, ...documentedBlocks(name, files)]) sheet.write(block);
  return sheet.finish();
}

/** The example workbook of the functions; every call gives the same bytes. */
export function functionsExample(): Promise<Uint8Array> {
  const texts = read("book.json") as BookTexts;
  const files = texts.sheets.map((file) => read(file) as SheetFile);
  const sheets = files.map((file) => sheetOf(file, files));
  return writeBook([readMe(texts, sheets), ...sheets]);
}
