import type { CellStyle, PlannedCell, PlannedRow, PlannedSheet } from "../../src/core/sheets/plan";
import { typedCell } from "./cell";
import { readCsv, readExample } from "./csv";
import { usageColumns, usageRows } from "./usageSheet";

/** A sheet as examples/harbour/sheets.json lists it; the one without a file holds the usage that is drawn. */
interface SheetLayout {
  readonly name: string;
  readonly file?: string;
  /** Makes an Excel table of that name; without it the sheet is a plain range. */
  readonly table?: string;
  /** Lines above the header, with an empty row below them. */
  readonly title?: readonly string[];
  /** A picture beside the rows. */
  readonly logo?: string;
}

const headerStyle: CellStyle = { bold: true, fill: "DCE6F1", wrap: true, vertical: "center" };
const titleStyle: CellStyle = { bold: true, size: 14 };
/** Of a column in characters, and of a line of text in points. */
const widest = 48;
const lineHeight = 15;

/**
 * The workbook as a billing team would keep it: some sheets are tables, some are not, headers as they grew.
 * @param usage the rows of Usage, if not all that are drawn
 */
export function exampleSheets(usage?: readonly PlannedRow[]): PlannedSheet[] {
  const layouts = JSON.parse(readExample("sheets.json").toString("utf8")) as readonly SheetLayout[];
  return layouts.map((layout) => {
    if (layout.file === undefined) return sheetOf(layout, usageColumns, usage ?? usageRows());
    const [header = [], ...rows] = readCsv(layout.file);
    return sheetOf(
      layout,
      header,
      rows.map((row) => row.map(typedCell)),
    );
  });
}

function sheetOf(layout: SheetLayout, columns: readonly string[], rows: readonly PlannedRow[]): PlannedSheet {
  const title: PlannedRow[] = (layout.title ?? []).map((value, line) => [
    line === 0 ? { value, style: titleStyle } : { value },
  ]);
  if (title.length > 0) title.push([]);
  const header = columns.map((value) => ({ value, style: headerStyle }));
  return {
    name: layout.name,
    rows: [...title, header, ...rows],
    widths: columns.map((column, index) => widthOf(column, rows, index)),
    heights: heightsOf(rows, title.length + 1),
    frozenRows: title.length + 1,
    ...(layout.table && { table: { name: layout.table, headerRow: title.length, columns } }),
    ...(layout.logo && { image: pictureOf(layout.logo) }),
  };
}

function widthOf(column: string, rows: readonly PlannedRow[], index: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row[index])), column.length);
  return Math.min(widest, longest + 3);
}

function lengthOf(cell: PlannedCell | null | undefined): number {
  if (!cell) return 0;
  if (cell.style?.format?.startsWith("yyyy")) return cell.style.format.length;
  return Math.max(
    ...String(cell.value)
      .split("\n")
      .map((line) => line.length),
  );
}

/** Only rows of several lines need one. */
function heightsOf(rows: readonly PlannedRow[], firstRow: number): Map<number, number> {
  const lines = (cell: PlannedCell | null) => (cell?.style?.wrap ? String(cell.value).split("\n").length : 1);
  const heights = new Map<number, number>();
  rows.forEach((row, index) => {
    const most = Math.max(...row.map(lines));
    if (most > 1) heights.set(firstRow + index, most * lineHeight);
  });
  return heights;
}

function pictureOf(file: string): NonNullable<PlannedSheet["image"]> {
  return { bytes: readExample(file), type: "png", row: 1, column: 3, maxWidth: 240, maxHeight: 64 };
}
