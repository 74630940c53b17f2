import {
  CellKind,
  currencyOfCell,
  unitOfCell,
  type Grid,
  type MergedArea,
  type Snapshot,
} from "../grid/grid";
import { GridBuilder } from "../grid/gridBuilder";
import { Decimal } from "../money/decimal";
import { viewCell } from "../schema/viewCell";
import type { AppendedRows, CellEdit, CellStyle, PlannedCell, PlannedSheet, WritePlan } from "../sheets/plan";
import { allRows } from "../sheets/plannedRows";
import { dateStyle, momentStyle, percentStyle } from "../sheets/styles";

/** Where a row of a sheet is once rows have come in above it. */
function rowAfter(row: number, appended: readonly AppendedRows[]): number {
  const above = appended.filter(({ firstRow, movesRowsBelow }) => movesRowsBelow === true && firstRow <= row);
  return above.reduce((moved, { rows }) => moved + rows.length, row);
}

function copyCells(grid: Grid, builder: GridBuilder, appended: readonly AppendedRows[]): void {
  for (let from = 0; from < grid.rowCount; from++) {
    const row = rowAfter(from, appended);
    for (let column = 0; column < grid.columns.length; column++) {
      const { kind, number, text } = viewCell(grid, from, column);
      if (kind === CellKind.blank) continue;
      if (kind === CellKind.text) builder.text(row, column, text);
      else if (kind === CellKind.error) builder.error(row, column, text);
      else if (kind === CellKind.boolean) builder.boolean(row, column, number === 1);
      else {
        const [currency, unit] = [currencyOfCell(grid, from, column), unitOfCell(grid, from, column)];
        builder.number(row, column, number, kind, currency, unit);
      }
    }
  }
}

type NumberKind = typeof CellKind.number | typeof CellKind.date | typeof CellKind.percent;

/** What the number formats of written rows make of a number. */
const KINDS: ReadonlyMap<CellStyle["format"], NumberKind> = new Map([
  [dateStyle.format, CellKind.date],
  [momentStyle.format, CellKind.date],
  [percentStyle.format, CellKind.percent],
]);

/** `before` is what a number was in the cell, whose look it takes without a style of its own. */
function setCell(
  builder: GridBuilder,
  row: number,
  column: number,
  { value, style }: PlannedCell,
  before: NumberKind = CellKind.number,
): void {
  if (typeof value === "string") builder.text(row, column, value);
  else if (typeof value === "boolean") builder.boolean(row, column, value);
  else {
    const number = Decimal.isDecimal(value) ? value.toNumber() : value;
    builder.number(row, column, number, KINDS.get(style?.format) ?? (style ? CellKind.number : before));
  }
}

/** What a number is in a cell. */
function kindBefore(grid: Grid, { row, column }: CellEdit["at"]): NumberKind {
  const { kind } = viewCell(grid, row, column);
  return kind === CellKind.date || kind === CellKind.percent ? kind : CellKind.number;
}

function editedGrid(grid: Grid, appended: readonly AppendedRows[], edits: readonly CellEdit[]): Grid {
  const builder = new GridBuilder(grid.sheet);
  copyCells(grid, builder, appended);
  for (const edit of edits) setCell(builder, edit.at.row, edit.at.column, edit, kindBefore(grid, edit.at));
  for (const { firstRow, rows } of appended)
    for (const [index, cells] of allRows(rows).entries())
      for (const [column, cell] of cells.entries())
        if (cell) setCell(builder, firstRow + index, column, cell);
  return builder.build();
}

function plannedGrid({ name, rows }: PlannedSheet): Grid {
  const builder = new GridBuilder(name);
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) if (cell) setCell(builder, row, column, cell);
  return builder.build();
}

/** Whether rows begin within an area or right behind it. */
function joins(
  area: Pick<MergedArea, "firstRow" | "lastRow">,
  { firstRow }: Pick<AppendedRows, "firstRow">,
): boolean {
  return firstRow > area.firstRow && firstRow <= area.lastRow + 1;
}

/** The first and last row of an area of a sheet once rows have come in; those right behind it are of it. */
function areaAfter<A extends Pick<MergedArea, "sheet" | "firstRow" | "lastRow">>(
  area: A,
  all: readonly AppendedRows[],
  growsAtEnd: boolean,
): A {
  const appended = all.filter(({ sheet }) => sheet === area.sheet);
  const joined = appended.filter((rows) => growsAtEnd && joins(area, rows));
  const ends = joined.map(({ firstRow, rows }) => firstRow + rows.length - 1);
  const lastRow = Math.max(rowAfter(area.lastRow, appended), ...ends);
  return { ...area, firstRow: rowAfter(area.firstRow, appended), lastRow };
}

/** The workbook as it reads once input rows are written: what comes after an import starts from it. */
export function withRows(snapshot: Snapshot, { sheets, appended, edits = [] }: WritePlan): Snapshot {
  const grids = snapshot.grids.map((grid) => {
    const rows = appended.filter(({ sheet }) => sheet === grid.sheet);
    const cells = edits.filter(({ at }) => at.sheet === grid.sheet);
    return rows.length + cells.length > 0 ? editedGrid(grid, rows, cells) : grid;
  });
  return {
    ...snapshot,
    grids: [...grids, ...sheets.map(plannedGrid)],
    tables: snapshot.tables.map((table) => {
      const appendedRows = appended.find(({ sheet }) => sheet === table.sheet);
      const columns = appendedRows && joins(table, appendedRows) ? (appendedRows.tableColumns ?? []) : [];
      return areaAfter({ ...table, lastColumn: table.lastColumn + columns.length }, appended, true);
    }),
    ...(snapshot.merges ? { merges: snapshot.merges.map((area) => areaAfter(area, appended, false)) } : {}),
  };
}
