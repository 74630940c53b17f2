import { writeFileSync } from "node:fs";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { crc32, createDeflateRaw } from "node:zlib";
import { writeZip, type ZipEntry } from "../src/workbook/zip/writeZip";
import type { RawMember } from "../src/workbook/zip/zipArchive";
import { parts, rowXml, sheetEnd, sheetStart, SharedStrings, type Cell } from "./sheetParts";
import {
  contractId,
  METERS,
  THOUSANDTHS,
  USAGE_COLUMNS,
  usageRows,
  type UsageSize,
  type UsageTotal,
} from "./usageRows";

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

function* sheetPieces(rows: Iterable<readonly Cell[]>, strings: SharedStrings): Generator<string> {
  yield sheetStart;
  let piece = "";
  let number = 0;
  for (const row of rows) {
    piece += rowXml(++number, row, strings);
    if (number % ROWS_OF_PIECE !== 0) continue;
    yield piece;
    piece = "";
  }
  yield piece + sheetEnd;
}

function* contractRows(contracts: number): Generator<readonly Cell[]> {
  yield ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency", "Payment terms"];
  for (let index = 0; index < contracts; index++) {
    const number = String(index + 1).padStart(4, "0");
    yield [contractId(index), `C-${number}`, `Customer ${number} Ltd`, { serial: 46_023 }, "EUR", "Net 30"];
  }
}

function* priceRows(contracts: number): Generator<readonly Cell[]> {
  yield ["Contract ID", "Price ID", "Product", "Pricing model", "Meter", "Unit", "Tiers"];
  for (let index = 0; index < contracts; index++) {
    for (const [place, meter] of METERS.entries()) {
      const cents = String(10 + ((index * 7 + place) % 90));
      const tiers = `10000: 0.${cents}; 50000: 0.0${cents}; 250000: 0.00${cents}; *: 0.0005`;
      yield [
        contractId(index),
        `${contractId(index)}-${String(place + 1)}`,
        meter,
        "graduated",
        meter,
        "unit",
        tiers,
      ];
    }
  }
}

/** Writes a workbook of contracts, prices and usage rows, part by part as Excel orders them. */
export async function writeUsageBook(file: string, size: UsageSize): Promise<UsageTotal> {
  const strings = new SharedStrings();
  let thousandths = 0;
  function* cells(): Generator<readonly Cell[]> {
    yield USAGE_COLUMNS;
    for (const row of usageRows(size)) {
      thousandths += row.thousandths;
      const quantity = row.thousandths / THOUSANDTHS;
      yield [row.eventId, row.contractId, row.meter, { serial: row.moment }, quantity, row.region];
    }
  }
  const sheets: readonly (readonly [string, Iterable<readonly Cell[]>])[] = [
    ["Contracts", contractRows(size.contracts)],
    ["Prices", priceRows(size.contracts)],
    ["Usage", cells()],
  ];
  const entries: ZipEntry[] = [];
  const add = async (name: string, pieces: Iterable<string>) => entries.push(await pack(name, pieces));
  for (const [name, xml] of parts(sheets.map(([name]) => name))) await add(name, [xml]);
  for (const [index, [, sheet]] of sheets.entries())
    await add(`xl/worksheets/sheet${String(index + 1)}.xml`, sheetPieces(sheet, strings));
  // As Excel writes them, behind the sheets.
  await add("xl/sharedStrings.xml", strings.pieces());
  writeFileSync(file, writeZip(entries));
  return { rows: size.rows, thousandths };
}
