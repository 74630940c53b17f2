import { cellAddress, CellKind, type Grid, type GridColumn, type Snapshot } from "../../src/core/api";
import { contentTypes, MAIN, relationships, workbookXml, worksheet, zipParts } from "./testWorkbook";
import { readWorkbook, type ReadFailure } from "../../src/workbook/xlsx/read/readWorkbook";

/** A cell in a test: a plain value, or an object of one key where its kind matters. */
export type TestCell =
  | string
  | number
  | boolean
  | { readonly date: number }
  | { readonly percent: number }
  | { readonly error: string };

/** The cells that hold anything, by address. */
export function cellsOf(grid: Grid): Record<string, TestCell> {
  const cells: Record<string, TestCell> = {};
  for (const [column, { kinds, values, texts }] of grid.columns.entries()) {
    for (const [row, kind] of kinds.entries()) {
      if (kind === CellKind.blank) continue;
      cells[cellAddress({ row, column })] = testCell(kind, values[row]!, texts);
    }
  }
  return cells;
}

function testCell(kind: number, value: number, texts: GridColumn["texts"]): TestCell {
  switch (kind) {
    case CellKind.text:
      return texts.at(value)!;
    case CellKind.boolean:
      return value === 1;
    case CellKind.error:
      return { error: texts.at(value)! };
    case CellKind.date:
      return { date: value };
    case CellKind.percent:
      return { percent: value };
    default:
      return value;
  }
}

export async function read(bytes: Uint8Array): Promise<Snapshot> {
  const reading = await readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.failure.message);
  return reading.snapshot;
}

export async function readFailure(bytes: Uint8Array): Promise<ReadFailure> {
  const reading = await readWorkbook(bytes);
  if (reading.ok) throw new Error("It was read.");
  return reading.failure;
}

/** What a workbook of one sheet is made of, where a test is particular about it. */
export interface TestParts {
  /** The whole part. */
  readonly sheet?: string | Uint8Array;
  readonly rows?: string;
  /** The items of the shared strings, or the whole part. */
  readonly texts?: string;
  /** The number formats of the styles: `numFmts` by id, and the `numFmtId` of each style. */
  readonly formats?: Readonly<Record<number, string>>;
  readonly styles?: readonly number[];
  readonly date1904?: boolean;
}

/** A workbook of one sheet, "Data"; its shared strings come last in the zip, as Excel writes them. */
export function workbookOf(parts: TestParts): Uint8Array {
  const { sheet, rows = "", texts = "", formats = {}, styles = [0], date1904 = false } = parts;
  const numFmts = Object.entries(formats).map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`,
  );
  const xfs = styles.map((id) => `<xf numFmtId="${String(id)}"/>`);
  return zipParts({
    "[Content_Types].xml": contentTypes({ "/xl/workbook.xml": "sheet.main" }),
    "_rels/.rels": relationships("rId1 officeDocument xl/workbook.xml"),
    "xl/workbook.xml": workbookXml(
      `<workbookPr date1904="${String(date1904)}"/><sheets><sheet name="Data" sheetId="7" r:id="rId1"/></sheets>`,
    ),
    "xl/_rels/workbook.xml.rels": relationships(
      "rId1 worksheet worksheets/cells.xml",
      "rId2 styles styles.xml",
      "rId3 sharedStrings sharedStrings.xml",
    ),
    "xl/worksheets/cells.xml": sheet ?? worksheet(rows),
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts>${numFmts.join("")}</numFmts><cellXfs>${xfs.join("")}</cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": texts.includes("sst") ? texts : `<sst xmlns="${MAIN}">${texts}</sst>`,
  });
}

/** The cells of a workbook of one sheet. */
export async function readCells(parts: TestParts): Promise<Record<string, TestCell>> {
  const { grids } = await read(workbookOf(parts));
  return cellsOf(grids[0]!);
}
