import { stream } from "exceljs";
import type { Grid } from "../../core/api";
import type { SheetPart } from "../package/sheetList";
import type { WorkbookPackage } from "../package/workbookPackage";
import { kindsByCode, readStyleKinds, toStylesXml, type StyleKinds } from "./cellStyles";
import { memberChunks } from "./memberChunks";
import { damagedPart } from "./partFailure";
import { readGrid } from "./readGrid";
import { sharedStringsXml } from "./sharedStringsXml";
import { sheetXml } from "./sheetXml";
import { zipStream, type StreamedMember } from "./zipStream";

const readerOptions = {
  worksheets: "emit",
  sharedStrings: "cache",
  hyperlinks: "ignore",
  styles: "cache",
  entries: "ignore",
} as const;

/**
 * Reads the cells of all worksheets, hidden ones too, in the order of the tabs. `onRow` is called after each row
 * and may throw to end the reading.
 */
export async function readGrids(workbook: WorkbookPackage, onRow: () => void): Promise<Grid[]> {
  const { archive, stylesPart, date1904 } = workbook;
  const styles = readStyleKinds(stylesPart === undefined ? undefined : archive.text(stylesPart));
  const kinds = kindsByCode(styles);
  const sheets = workbook.sheets.filter((sheet) => sheet.kind === "worksheet");
  const failures: unknown[] = [];
  const input = zipStream(members(workbook, sheets, styles), (reason) => failures.push(reason));
  const grids: Grid[] = [];
  try {
    for await (const reader of parsed(new stream.xlsx.WorkbookReader(input, readerOptions), TEXT_TABLE)) {
      const sheet = sheets[grids.length]!.name;
      const rows = parsed(reader, sheetLabel(sheet));
      grids.push(await readGrid({ sheet, rows, kinds, date1904, onRow }));
    }
  } finally {
    input.destroy();
  }
  if (failures.length > 0) throw failures[0];
  return grids;
}

const TEXT_TABLE = "The text table of the workbook";

function sheetLabel(sheet: string): string {
  return `The sheet "${sheet}"`;
}

/** What exceljs throws while it parses is a fault of the file. */
function parsed<Item>(source: AsyncIterable<Item>, label: string): AsyncIterable<Item> {
  const iterator = source[Symbol.asyncIterator]();
  const next = async (): Promise<IteratorResult<Item>> => {
    try {
      return await iterator.next();
    } catch {
      throw damagedPart(label);
    }
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}

/**
 * What exceljs is given in place of the workbook: the parts it needs, in the order in which it can read them
 * without a temporary file, under the names it looks for.
 */
function* members(
  workbook: WorkbookPackage,
  sheets: readonly SheetPart[],
  styles: StyleKinds,
): Generator<StreamedMember> {
  const { archive, sharedStringsPart } = workbook;
  yield { name: "xl/_rels/workbook.xml.rels", text: ["<Relationships/>"] };
  yield { name: "xl/styles.xml", text: [toStylesXml(styles)] };
  const texts =
    sharedStringsPart === undefined
      ? ["<sst/>"]
      : sharedStringsXml(TEXT_TABLE, memberChunks(archive.raw(sharedStringsPart), TEXT_TABLE));
  yield { name: "xl/sharedStrings.xml", text: texts };
  for (const [index, { name, partName }] of sheets.entries()) {
    const label = sheetLabel(name);
    const chunks = memberChunks(archive.raw(partName), label);
    yield { name: `xl/worksheets/sheet${String(index + 1)}.xml`, text: sheetXml(label, chunks) };
  }
}
