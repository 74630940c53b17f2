import { CellKind, type Grid, type Snapshot } from "../grid/grid";
import { GridBuilder } from "../grid/gridBuilder";
import { mappingFor } from "../settings/mapping";
import { readSettings } from "../settings/readSettings";
import { usageTable } from "../metering/usage.table";
import { parseNumberText } from "../schema/numberText";
import { bindTable, viewCell, type BoundTable } from "../schema/bind";
import type { Columns } from "../schema/table";
import type { AppendedRows, PlannedRow, PlannedSheet } from "../sheets/plan";
import { copiedCell } from "../sheets/keptParts";
import { heading } from "../sheets/styles";

/** A workbook with the rows of usage files below its own, and what writing them into it takes. */
export interface WithUsage {
  readonly snapshot: Snapshot;
  readonly appended: readonly AppendedRows[];
  /** A Usage sheet for a workbook that has none. */
  readonly sheets: readonly PlannedSheet[];
}

export type AppendUsageResult =
  | { readonly ok: true; readonly value: WithUsage }
  /** The file has none of the columns that usage needs. */
  | { readonly ok: false; readonly sheet: string; readonly missing: string };

const quiet = () => undefined;

/** The file's column for each column of the workbook's Usage sheet; a file's own columns are added behind them. */
function matchColumns(
  target: BoundTable,
  file: BoundTable,
): { readonly from: Map<number, number>; readonly added: Map<number, string> } {
  const from = new Map<number, number>();
  const added = new Map<number, string>();
  const titles = new Map([...target.others].map(([column, title]) => [title.toLowerCase(), column]));
  let next = Math.max(
    target.grid.columns.length,
    ...[...target.columnOf.values()].map((column) => column + 1),
  );
  const place = (source: number, existing: number | undefined, title: string) => {
    if (existing !== undefined) from.set(existing, source);
    else {
      added.set(next, title);
      from.set(next++, source);
    }
  };
  for (const [field, source] of file.columnOf)
    place(source, target.columnOf.get(field), file.definition.columns[field]!.title);
  for (const [source, title] of file.others) place(source, titles.get(title.toLowerCase()), title);
  return { from, added };
}

function copyCell(
  builder: GridBuilder,
  row: number,
  column: number,
  grid: Grid,
  sourceRow: number,
  source: number,
): void {
  const cell = viewCell(grid, sourceRow, source);
  if (cell.kind === CellKind.text) builder.text(row, column, cell.text);
  else if (cell.kind === CellKind.error) builder.error(row, column, cell.text);
  else if (cell.kind === CellKind.boolean) builder.boolean(row, column, cell.number === 1);
  else if (cell.kind !== CellKind.blank) builder.number(row, column, cell.number, cell.kind);
}

/** A decimal as programs write it; a comma in it, or a point between semicolons, is for the column to settle. */
const plainDecimal = /^-?\d+\.\d+$/;

/**
 * A file's grid with the figures of the table as numbers: its reader keeps 2.50 as it is written, which an id needs and a
 * quantity in a workbook does not.
 */
function withFigures(grid: Grid, { definition, columnOf }: BoundTable): Grid {
  const isPointDecimal = grid.file?.delimiter === "," || grid.file?.delimiter === "\t";
  const indexes = [...columnOf].flatMap(([field, index]) =>
    definition.columns[field]!.kind === "decimal" ? [index] : [],
  );
  const columns = grid.columns.map((column, index) => {
    if (!indexes.includes(index)) return column;
    const numbers = column.texts.map((text) => {
      const read = parseNumberText(text, isPointDecimal && plainDecimal.test(text.trim()) ? "." : undefined);
      // What a double does not hold stays as it is written.
      return read.kind === "number" && read.value.equals(read.value.toNumber()) ? read.value.toNumber() : NaN;
    });
    const isNumber = (row: number) =>
      column.kinds[row] === CellKind.text && !Number.isNaN(numbers[column.values[row]!]);
    return {
      kinds: column.kinds.map((kind, row) => (isNumber(row) ? CellKind.number : kind)),
      values: column.values.map((value, row) => (isNumber(row) ? numbers[value]! : value)),
      texts: column.texts,
    };
  });
  return { ...grid, columns };
}

function rowsFrom(grid: Grid, firstRow: number): PlannedRow[] {
  return Array.from({ length: Math.max(0, grid.rowCount - firstRow) }, (_, index) =>
    grid.columns.map((_column, column) => copiedCell(grid, firstRow + index, column)),
  );
}

const replaceGrid = (snapshot: Snapshot, grid: Grid): Snapshot => ({
  ...snapshot,
  grids: [...snapshot.grids.filter(({ sheet }) => sheet !== grid.sheet), grid],
  // The table grows with its rows.
  tables: snapshot.tables.map((table) =>
    table.sheet === grid.sheet ? { ...table, lastRow: Math.max(table.lastRow, grid.rowCount - 1) } : table,
  ),
});

function asGeneral<C extends Columns>(bound: BoundTable<C>): BoundTable {
  return bound;
}

/** Adds the rows of a usage file (one grid, headers by title or synonym) below the workbook's Usage rows. */
export function appendUsage(snapshot: Snapshot, file: Grid): AppendUsageResult {
  const settings = readSettings(snapshot, quiet);
  const mapping = mappingFor(usageTable, settings);
  const written: Grid = { ...file, sheet: usageTable.title };
  const alone: Snapshot = { grids: [written], tables: [], date1904: false, pictures: [] };
  let missing = "";
  const source = bindTable(usageTable, alone, mapping, ({ message }) => (missing = message));
  if (!source) return { ok: false, sheet: file.sheet, missing: missing || "it has no rows" };
  const asUsage = withFigures(written, asGeneral(source));
  const target = bindTable(usageTable, snapshot, mapping, quiet);
  if (!target) {
    const rows = rowsFrom(asUsage, source.headerRow).map((row, index) =>
      index === 0 ? row.map((cell) => cell && { ...cell, style: heading }) : row,
    );
    const sheet: PlannedSheet = {
      name: usageTable.title,
      rows,
      widths: asUsage.columns.map(() => 16),
      frozenRows: 1,
    };
    const moved = new GridBuilder(usageTable.title);
    for (let row = source.headerRow; row < asUsage.rowCount; row++) {
      for (let column = 0; column < asUsage.columns.length; column++)
        copyCell(moved, row - source.headerRow, column, asUsage, row, column);
    }
    return {
      ok: true,
      value: { snapshot: replaceGrid(snapshot, moved.build()), appended: [], sheets: [sheet] },
    };
  }
  const { from, added } = matchColumns(asGeneral(target), asGeneral(source));
  const builder = new GridBuilder(target.grid.sheet);
  const old = target.grid;
  for (let row = 0; row < old.rowCount; row++) {
    for (let column = 0; column < old.columns.length; column++)
      copyCell(builder, row, column, old, row, column);
  }
  for (const [column, title] of added) builder.text(target.headerRow, column, title);
  const firstRow = target.lastRow + 1;
  for (let row = source.firstRow; row <= source.lastRow; row++) {
    for (const [column, sourceColumn] of from)
      copyCell(builder, firstRow + row - source.firstRow, column, asUsage, row, sourceColumn);
  }
  const grid = builder.build();
  const appended = [{ sheet: grid.sheet, firstRow, rows: rowsFrom(grid, firstRow) }];
  return { ok: true, value: { snapshot: replaceGrid(snapshot, grid), appended, sheets: [] } };
}
