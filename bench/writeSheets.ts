import { writeFileSync } from "node:fs";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { crc32, createDeflateRaw } from "node:zlib";
import { writeZip, type ZipEntry } from "../src/workbook/zip/writeZip";
import type { RawMember } from "../src/workbook/zip/zipArchive";
import { parts, rowXml, sheetEnd, sheetStart, SharedStrings, type Cell, type CellTexts } from "./sheetParts";

/** A sheet: its name and its rows, the header first. */
export type Sheet = readonly [name: string, rows: Iterable<readonly Cell[]>];

/** Rows to a piece of XML: large enough for zlib, small enough to be thrown away soon. */
const ROWS_OF_PIECE = 2000;
/** 1980-01-01, the first moment of a zip. */
const MODIFIED = 0x00210000;

/** Packs a member while it is made; a million rows are some 300 MB of XML. */
async function pack(name: string, pieces: Iterable<string>): Promise<ZipEntry> {
  let size = 0;
  let crc = 0;
  function* bytesOf(): Generator<Buffer> {
    for (const piece of pieces) {
      const bytes = Buffer.from(piece, "utf8");
      size += bytes.length;
      crc = crc32(bytes, crc);
      yield bytes;
    }
  }
  const compressed = await buffer(Readable.from(bytesOf()).pipe(createDeflateRaw({ level: 1 })));
  const raw: RawMember = { method: "deflated", crc, size, modified: MODIFIED, compressed };
  return { name, raw };
}

function* sheetPieces(rows: Iterable<readonly Cell[]>, texts: CellTexts): Generator<string> {
  yield sheetStart;
  let piece = "";
  let number = 0;
  for (const row of rows) {
    piece += rowXml(++number, row, texts);
    if (number % ROWS_OF_PIECE !== 0) continue;
    yield piece;
    piece = "";
  }
  yield piece + sheetEnd;
}

/** Writes a workbook part by part as Excel orders them. */
export async function writeSheets(
  file: string,
  sheets: readonly Sheet[],
  texts: CellTexts = new SharedStrings(),
): Promise<void> {
  const entries: ZipEntry[] = [];
  const add = async (name: string, pieces: Iterable<string>) => entries.push(await pack(name, pieces));
  for (const [name, xml] of parts(sheets.map(([name]) => name))) await add(name, [xml]);
  for (const [index, [, sheet]] of sheets.entries())
    await add(`xl/worksheets/sheet${String(index + 1)}.xml`, sheetPieces(sheet, texts));
  // As Excel writes them, behind the sheets.
  await add("xl/sharedStrings.xml", texts.pieces());
  writeFileSync(file, writeZip(entries));
}
