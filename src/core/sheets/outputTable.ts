import { CellKind, columnName, type CellRef, type Grid } from "../grid/grid";
import { Decimal } from "../money/decimal";
import { viewCell, type BoundTable } from "../schema/bind";
import type { PlannedCell, PlannedRow, PlannedSheet } from "./plan";
import { dateStyle, heading, percentStyle } from "./styles";

/** One column of an output table: its header, width in characters and the cell of a row. */
export interface OutputColumn<Row> {
  readonly title: string;
  readonly width: number;
  readonly cell: (row: Row, sheetRow: number) => PlannedCell | null;
}

export interface OutputTable<Row> {
  readonly sheet: string;
  /** The Excel table's name. */
  readonly name: string;
  readonly columns: readonly OutputColumn<Row>[];
  readonly tabColor: string;
}

/** Header row of every output table. */
const HEADER_ROW = 0;
export const FIRST_ROW = 1;

/** A cell's address by column title and 0-based sheet row, for formulas: `$O$2:$O$9` is made of two of these. */
export function columnLetter<Row>(columns: readonly OutputColumn<Row>[], title: string): string {
  return columnName(columns.findIndex((column) => column.title === title));
}

export function textCell(value: string | undefined): PlannedCell | null {
  return value === undefined || value === "" ? null : { value };
}

/** A click goes to the cell; a line of a text file is nowhere in the workbook. */
export function linkTo(at: CellRef): Pick<PlannedCell, "link"> {
  return at.line === undefined ? { link: at } : {};
}

/** What of an existing table stays although a run writes it again. */
export interface KeptParts {
  /** Titles of the columns that people added. */
  readonly titles: readonly string[];
  /** Their cells in a row of the old sheet. */
  readonly cellsOf: (oldRow: number) => PlannedRow;
  /** Whole rows that could not be read. */
  readonly rows: readonly PlannedRow[];
}

/** A cell of a sheet as it is written again. */
export function copiedCell(grid: Grid, row: number, column: number): PlannedCell | null {
  const cell = viewCell(grid, row, column);
  switch (cell.kind) {
    case CellKind.blank:
      return null;
    case CellKind.text:
    case CellKind.error:
      return { value: cell.text };
    case CellKind.boolean:
      return { value: cell.number === 1 };
    case CellKind.date:
      return { value: cell.number, style: dateStyle };
    case CellKind.percent:
      return { value: cell.number, style: percentStyle };
    default:
      return { value: cell.number };
  }
}

/** Columns that people wrote beside a table rather than in it; one without a header is named as Excel would. */
function* columnsBeside({ grid, headerRow, columnOf, others }: BoundTable): Generator<[number, string]> {
  const known = new Set([...columnOf.values(), ...others.keys()]);
  for (const [column, { kinds }] of grid.columns.entries()) {
    if (known.has(column) || kinds.subarray(headerRow).every((kind) => kind === CellKind.blank)) continue;
    yield [column, viewCell(grid, headerRow, column).text || `Column${String(column + 1)}`];
  }
}

/** The columns of an existing table that are not ours (`own` names titles that its definition leaves out), and the rows of it that could not be read. */
export function keptParts(
  bound: BoundTable | undefined,
  unreadable: readonly number[] = [],
  own: ReadonlySet<string> = new Set(),
): KeptParts {
  if (!bound) return nothingKept;
  const others = [...bound.others, ...columnsBeside(bound)].filter(([, title]) => !own.has(title));
  const cellsOf = (oldRow: number) => others.map(([column]) => copiedCell(bound.grid, oldRow, column));
  const ownCells = (oldRow: number) =>
    Object.keys(bound.definition.columns).map((field) =>
      copiedCell(bound.grid, oldRow, bound.columnOf.get(field) ?? -1),
    );
  const rows = unreadable.map((oldRow) => [...ownCells(oldRow), ...cellsOf(oldRow)]);
  return { titles: others.map(([, title]) => title), cellsOf, rows };
}

const nothingKept: KeptParts = { titles: [], cellsOf: () => [], rows: [] };

/** A sheet with one Excel table: header, rows, and the columns that people added behind ours. */
export function tableSheet<Row>(
  table: OutputTable<Row>,
  rows: readonly Row[],
  kept: KeptParts = nothingKept,
  oldRowOf: (row: Row) => number | undefined = () => undefined,
): PlannedSheet {
  const titles = [...table.columns.map(({ title }) => title), ...kept.titles];
  const header = titles.map((value) => ({ value, style: heading }));
  const body = rows.map((row, index): PlannedRow => {
    const cells = table.columns.map((column) => column.cell(row, FIRST_ROW + index));
    if (kept.titles.length === 0) return cells;
    const oldRow = oldRowOf(row);
    return [...cells, ...(oldRow === undefined ? kept.titles.map(() => null) : kept.cellsOf(oldRow))];
  });
  return {
    name: table.sheet,
    rows: [header, ...body, ...kept.rows],
    widths: [...table.columns.map(({ width }) => width), ...kept.titles.map(() => 14)],
    heights: new Map([[HEADER_ROW, 30]]),
    // A table needs a row of data; a table of nothing is its header alone.
    ...(rows.length + kept.rows.length > 0
      ? { table: { name: table.name, headerRow: HEADER_ROW, columns: titles } }
      : {}),
    frozenRows: 1,
    page: {
      orientation: "landscape",
      repeatRows: [HEADER_ROW, HEADER_ROW],
      footer: `&L${table.sheet}&RPage &P of &N`,
    },
    tabColor: table.tabColor,
  };
}

function sameValue(
  planned: PlannedCell | null | undefined,
  grid: Grid,
  row: number,
  column: number,
): boolean {
  const cell = viewCell(grid, row, column);
  const value = planned?.value;
  if (value === undefined || value === "")
    return cell.kind === CellKind.blank || (cell.kind === CellKind.text && cell.text === "");
  if (typeof value === "boolean") return cell.kind === CellKind.boolean && cell.number === (value ? 1 : 0);
  if (typeof value === "string")
    return (cell.kind === CellKind.text || cell.kind === CellKind.error) && cell.text === value;
  const number = value instanceof Decimal ? value.toNumber() : value;
  const isNumber =
    cell.kind === CellKind.number || cell.kind === CellKind.date || cell.kind === CellKind.percent;
  return isNumber && cell.number === number;
}

/** Whether a sheet already shows exactly what is planned: then nothing needs to be written. */
export function isUnchanged(planned: PlannedSheet, grid: Grid | undefined): boolean {
  if (!grid || grid.rowCount > planned.rows.length) return false;
  return planned.rows.every((row, rowIndex) => {
    const width = Math.max(row.length, grid.columns.length);
    for (let column = 0; column < width; column++)
      if (!sameValue(row[column], grid, rowIndex, column)) return false;
    return true;
  });
}
