import {
  allRows,
  CellKind,
  Decimal,
  GridBuilder,
  groupBy,
  type AppendedRows,
  type CellEdit,
  type CellView,
  type Grid,
  type PlannedCell,
  type PlannedRow,
  type PlannedSheet,
  type Snapshot,
  type TableArea,
  type WritePlan,
} from "../../src/core/api";
import { viewCell } from "../../src/core/schema/bind";
import { cutText } from "../../src/workbook/xlsx/cellText";
import { missingSheet } from "../../src/workbook/port/failures";
import type { PortFailure } from "../../src/workbook/port/port";
import { kindOfFormat } from "../../src/workbook/xlsx/styles/numberFormat";

/** A plan that this book cannot take. */
export class Refused extends Error {
  constructor(readonly failure: PortFailure) {
    super(failure.code);
  }
}

type Cells = Map<string, CellView>;

const cellKey = (row: number, column: number) => `${String(row)} ${String(column)}`;
const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
const blank: CellView = { kind: CellKind.blank, number: 0, text: "" };

/** A value as it is in a cell; `format` is the kind that numbers have there. */
function cellOf(value: PlannedCell["value"], format: CellView["kind"]): CellView {
  if (value === "") return blank;
  if (typeof value === "string") return { kind: CellKind.text, number: 0, text: cutText(value) };
  if (typeof value === "boolean") return { kind: CellKind.boolean, number: value ? 1 : 0, text: "" };
  return { kind: format, number: value instanceof Decimal ? value.toNumber() : value, text: "" };
}

/** A planned cell as values: of a formula its stored result. */
function planned({ value, style }: PlannedCell, inherited: CellView["kind"]): CellView {
  return cellOf(value, style?.format === undefined ? inherited : kindOfFormat(style.format));
}

/** The format of a cell, as far as what is in it tells. */
function formatKind({ kind }: CellView): CellView["kind"] {
  return kind === CellKind.date || kind === CellKind.percent ? kind : CellKind.number;
}

function cellsOf(grid: Grid): Cells {
  const cells: Cells = new Map();
  for (let row = 0; row < grid.rowCount; row++)
    for (let column = 0; column < grid.columns.length; column++)
      cells.set(cellKey(row, column), viewCell(grid, row, column));
  return cells;
}

function gridOf(sheet: string, cells: Cells): Grid {
  const builder = new GridBuilder(sheet);
  for (const [key, { kind, number, text }] of cells) {
    const [row, column] = key.split(" ").map(Number) as [number, number];
    if (kind === CellKind.text) builder.text(row, column, text);
    else if (kind === CellKind.error) builder.error(row, column, text);
    else if (kind === CellKind.boolean) builder.boolean(row, column, number === 1);
    else if (kind !== CellKind.blank) builder.number(row, column, number, kind);
  }
  return builder.build();
}

/** Puts rows into cells; what a row has no cell for stays. `inherited` is the format of cells without a style. */
function putRows(
  cells: Cells,
  rows: readonly PlannedRow[],
  firstRow: number,
  inherited: (column: number) => CellView["kind"],
): Cells {
  for (const [row, cellsOfRow] of rows.entries())
    for (const [column, cell] of cellsOfRow.entries())
      if (cell) cells.set(cellKey(firstRow + row, column), planned(cell, inherited(column)));
  return cells;
}

/** A table name that no other sheet's table has. */
function freeName(wanted: string, tables: readonly TableArea[]): string {
  let name = wanted;
  for (let copy = 2; tables.some((table) => sameName(table.name, name)); copy++)
    name = `${wanted}_${String(copy)}`;
  return name;
}

function withSheet(book: Snapshot, { name, rows, table }: PlannedSheet): Snapshot {
  const replaced = book.grids.find(({ sheet }) => sameName(sheet, name));
  const sheet = replaced?.sheet ?? name;
  const grid = gridOf(
    sheet,
    putRows(new Map(), rows, 0, () => CellKind.number),
  );
  const grids = replaced
    ? book.grids.map((other) => (other === replaced ? grid : other))
    : [...book.grids, grid];
  const others = book.tables.filter((other) => other.sheet !== sheet);
  if (!table) return { ...book, grids, tables: others };
  const lastRow = Math.max(rows.length - 1, table.headerRow + 1);
  const area: TableArea = {
    name: freeName(table.name, others),
    sheet,
    firstRow: table.headerRow,
    lastRow,
    firstColumn: 0,
    lastColumn: table.columns.length - 1,
  };
  return { ...book, grids, tables: [...others, area] };
}

function sheetOf(book: Snapshot, name: string): Grid {
  const grid = book.grids.find(({ sheet }) => sameName(sheet, name));
  if (!grid) throw new Refused(missingSheet(name));
  return grid;
}

const withGrid = (book: Snapshot, before: Grid, cells: Cells): Snapshot => ({
  ...book,
  grids: book.grids.map((grid) => (grid === before ? gridOf(grid.sheet, cells) : grid)),
});

/** Rows below the last one; the table that ends there grows over them. */
function withRows(book: Snapshot, { sheet, firstRow, rows }: AppendedRows): Snapshot {
  const grid = sheetOf(book, sheet);
  const cells = cellsOf(grid);
  const isHeader = book.tables.some((table) => table.sheet === grid.sheet && table.firstRow === firstRow - 1);
  const above = (column: number) =>
    isHeader ? CellKind.number : formatKind(cells.get(cellKey(firstRow - 1, column)) ?? blank);
  const after = withGrid(book, grid, putRows(cells, allRows(rows), firstRow, above));
  return {
    ...after,
    tables: after.tables.map((table) =>
      table.sheet === grid.sheet && table.lastRow === firstRow - 1
        ? { ...table, lastRow: table.lastRow + rows.length }
        : table,
    ),
  };
}

function withEdits(book: Snapshot, [sheet, edits]: readonly [string, readonly CellEdit[]]): Snapshot {
  const grid = sheetOf(book, sheet);
  const cells = cellsOf(grid);
  for (const { at, value, style } of edits) {
    const key = cellKey(at.row, at.column);
    cells.set(key, planned({ value, ...(style && { style }) }, formatKind(cells.get(key) ?? blank)));
  }
  return withGrid(book, grid, cells);
}

/** The workbook with a plan carried out on its values. */
export function withPlan(book: Snapshot, plan: WritePlan): Snapshot {
  const removed = (name: string) => plan.removedSheets.some((sheet) => sameName(sheet, name));
  const rest: Snapshot = {
    ...book,
    grids: book.grids.filter(({ sheet }) => !removed(sheet)),
    tables: book.tables.filter(({ sheet }) => !removed(sheet)),
  };
  const written = plan.sheets.reduce(withSheet, rest);
  const appended = plan.appended.reduce(withRows, written);
  return [...groupBy(plan.edits ?? [], ({ at }) => at.sheet)].reduce(withEdits, appended);
}
