import {
  Decimal,
  parseIsoDay,
  type CellStyle,
  type PlannedCell,
  type PlannedSheet,
} from "../../src/core/api";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";
import { emptyPackage } from "../../src/workbook/xlsx/package/emptyPackage";

/** A billing workbook made of a data set. */
export interface RealBook {
  /** The file's name without its ending. */
  readonly name: string;
  /** One sentence: what the workbook shows. */
  readonly shows: string;
  readonly sheets: readonly PlannedSheet[];
}

const headerStyle: CellStyle = { bold: true, fill: "DCE6F1", wrap: true };
const dayStyle: CellStyle = { format: "yyyy-mm-dd" };
const momentStyle: CellStyle = { format: "yyyy-mm-dd hh:mm:ss" };
const SECONDS_PER_DAY = 86_400;

/** A text cell, also for text that looks like a number; nothing for an empty text. */
export function textCell(value: string): PlannedCell | null {
  return value === "" ? null : { value };
}

export function numberCell(value: string | number | Decimal): PlannedCell {
  return { value: new Decimal(value) };
}

function serialOf(isoDay: string): number {
  const serial = parseIsoDay(isoDay);
  if (serial === undefined) throw new Error(`“${isoDay}” is no day`);
  return serial;
}

/** The cell of 2014-11-18. */
export function dayCell(isoDay: string): PlannedCell {
  return { value: serialOf(isoDay), style: dayStyle };
}

/** The cell of 2014-11-18 15:40:26, or of 2014-11-18 15:40; ten decimals are finer than a millisecond. */
export function momentCell(text: string): PlannedCell {
  const [isoDay = "", time = ""] = text.split(" ");
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  const share = (hours * 3600 + minutes * 60 + seconds) / SECONDS_PER_DAY;
  return { value: Number((serialOf(isoDay) + share).toFixed(10)), style: momentStyle };
}

/** The columns of a sheet by header, in order: the cell that each makes of an item. */
export type SheetColumns<Item> = Readonly<Record<string, (item: Item) => PlannedCell | null>>;

/** A sheet that is one Excel table: a row an item. */
export function sheetOf<Item>(
  name: string,
  items: readonly Item[],
  columns: SheetColumns<Item>,
): PlannedSheet {
  const titles = Object.keys(columns);
  const cells = Object.values(columns);
  return {
    name,
    rows: [
      titles.map((value) => ({ value, style: headerStyle })),
      ...items.map((item) => cells.map((cellOf) => cellOf(item))),
    ],
    widths: titles.map((title) => Math.max(title.length + 3, 14)),
    frozenRows: 1,
    table: { name: name.replaceAll(" ", ""), headerRow: 0, columns: titles },
  };
}

/** The Settings sheet; every key is one of the engine's. */
export function settingsSheet(settings: Readonly<Record<string, string | number>>): PlannedSheet {
  return sheetOf("Settings", Object.entries(settings), {
    Key: ([key]) => ({ value: key }),
    Value: ([, value]) => (typeof value === "number" ? numberCell(value) : textCell(value)),
  });
}

/** The workbook as the bytes of an .xlsx. */
export function bytesOf(book: RealBook): Uint8Array {
  return applyPlan(emptyPackage(), { sheets: book.sheets, removedSheets: [], appended: [] });
}
