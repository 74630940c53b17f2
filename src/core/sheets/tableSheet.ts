import type { KeptParts } from "./keptParts";
import { FIRST_ROW, HEADER_ROW } from "./layout";
import type { OutputInput } from "./outputInput";
import type { PlannedCell, PlannedRow, PlannedSheet } from "./plan";
import { heading } from "./styles";

/** How a column is written; its title and its position are those of the table's definition. */
export interface OutputColumn<Row> {
  /** In characters. */
  readonly width: number;
  /** The cell of a row; `sheetRow` is 0-based, for formulas. */
  readonly cell: (row: Row, sheetRow: number, input: OutputInput) => PlannedCell | null;
}

export function textCell(value: string | undefined): PlannedCell | null {
  return value === undefined || value === "" ? null : { value };
}

/** All that a sheet with one table is made from. */
interface TableSheetParts<Row> {
  readonly sheet: string;
  readonly tableName: string;
  readonly tabColor: string;
  readonly columns: readonly (OutputColumn<Row> & { readonly title: string })[];
  readonly rows: readonly Row[];
  readonly kept: KeptParts;
  readonly oldRow: (row: Row) => number | undefined;
  readonly input: OutputInput;
}

/** A sheet with one Excel table: header, rows, and the columns that people added behind ours. */
export function tableSheet<Row>({
  sheet,
  tableName,
  tabColor,
  columns,
  rows,
  kept,
  oldRow,
  input,
}: TableSheetParts<Row>): PlannedSheet {
  const titles = [...columns.map(({ title }) => title), ...kept.titles];
  const header = titles.map((value) => ({ value, style: heading }));
  const body = rows.map((row, index): PlannedRow => {
    const cells = columns.map((column) => column.cell(row, FIRST_ROW + index, input));
    if (kept.titles.length === 0) return cells;
    const old = oldRow(row);
    return [...cells, ...(old === undefined ? kept.titles.map(() => null) : kept.cellsOf(old))];
  });
  return {
    name: sheet,
    rows: [header, ...body, ...kept.rows],
    widths: [...columns.map(({ width }) => width), ...kept.titles.map(() => 14)],
    heights: new Map([[HEADER_ROW, 30]]),
    // A table needs a row of data; a table of nothing is its header alone.
    ...(rows.length + kept.rows.length > 0
      ? { table: { name: tableName, headerRow: HEADER_ROW, columns: titles } }
      : {}),
    frozenRows: 1,
    page: {
      orientation: "landscape",
      repeatRows: [HEADER_ROW, HEADER_ROW],
      footer: `&L${sheet}&RPage &P of &N`,
    },
    tabColor,
  };
}
