import { formatDay } from "../../calendar/day";
import type { Day } from "../../calendar/day";
import type { PlannedCell, PlannedRow, PlannedSheet } from "../plan";
import { boldText, dateStyle } from "../styles";

const GAP = 1;
const LABEL_WIDTH = 10;
const VALUE_WIDTH = 12;

/** Column of what is beside the table of a sheet: one left free, then a label and its value. */
export const besideColumn = (columns: number): number => columns + GAP;

/** The sheet with the day that it is for, beside its table: rows and headers stay those of the table. */
export function withAsOf(sheet: PlannedSheet, columns: number, asOf: Day): PlannedSheet {
  const [header = [], first = [], ...rest] = sheet.rows;
  const padded = (row: PlannedRow): (PlannedCell | null)[] =>
    Array.from({ length: besideColumn(columns) }, (_, column) => row[column] ?? null);
  const dated = [...padded(first), { value: "As of", style: boldText }, { value: asOf, style: dateStyle }];
  return {
    ...sheet,
    rows: [header, dated, ...rest],
    widths: [...sheet.widths, ...Array<number>(GAP).fill(3), LABEL_WIDTH, VALUE_WIDTH],
    ...(sheet.page
      ? { page: { ...sheet.page, footer: `${sheet.page.footer ?? ""}&Cas of ${formatDay(asOf)}` } }
      : {}),
  };
}
