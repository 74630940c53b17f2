import type { Snapshot } from "../grid/grid";
import { anyTable, type BoundTable } from "../schema/boundTable";
import type { Columns, TableDefinition } from "../schema/table";
import { isBlankAt } from "../schema/viewCell";
import type { CellEdit, PlannedCell, PlannedRow, PlannedSheet, WritePlan } from "../sheets/plan";
import { heading } from "../sheets/styles";
import { endOfRows } from "./endOfRows";

/** What is written of a row of an input table, by field. */
export type InputCells = ReadonlyMap<string, PlannedCell | null>;

const nothing: WritePlan = { sheets: [], removedSheets: [], appended: [] };

const WIDTH = 16;

/** A sheet of an input table for a workbook that has none; `widths` are those that differ. */
export function planInputSheet(
  { title, columns }: TableDefinition,
  rows: readonly InputCells[],
  widths: Readonly<Record<string, number>> = {},
): WritePlan {
  const fields = Object.entries(columns);
  const sheet: PlannedSheet = {
    name: title,
    rows: [
      fields.map(([, column]) => ({ value: column.title, style: heading })),
      ...rows.map((cells) => fields.map(([field]) => cells.get(field) ?? null)),
    ],
    widths: fields.map(([field]) => widths[field] ?? WIDTH),
    frozenRows: 1,
  };
  return { ...nothing, sheets: [sheet] };
}

/** Whether nothing is beside a table, as wide as its new columns. */
function hasRoom({ grid, headerRow, lastRow, lastColumn }: BoundTable, columns: number): boolean {
  for (let row = headerRow; row <= lastRow; row++) {
    for (let column = lastColumn + 1; column <= lastColumn + columns; column++)
      if (!isBlankAt(grid, row, column)) return false;
  }
  return true;
}

/**
 * Rows below those of an input table. A field that is written and has no column gets one: behind everything in the sheet,
 * or, so that it is of the table, right behind an Excel table. Why that cannot be is one sentence.
 */
export function planInputRows<C extends Columns>(
  bound: BoundTable<C>,
  rows: readonly InputCells[],
  { tables }: Snapshot,
): WritePlan | string {
  const target = anyTable(bound);
  const { definition, grid, headerRow, columnOf, lastColumn } = target;
  const { sheet } = grid;
  const added = Object.entries(definition.columns).filter(
    ([field]) => !columnOf.has(field) && rows.some((cells) => cells.get(field)),
  );
  const titles = added.map(([, column]) => column.title);
  const isExcelTable = tables.some((area) => area.sheet === sheet && area.firstRow === headerRow);
  if (isExcelTable && !hasRoom(target, added.length))
    return `the table has no columns ${titles.join(", ")}, and something stands beside it; add the columns to the table`;
  const first = isExcelTable ? lastColumn + 1 : Math.max(grid.columns.length, lastColumn + 1);
  const columns = new Map([...columnOf, ...added.map(([field], index) => [field, first + index] as const)]);
  const width = Math.max(first + added.length, ...columns.values(), 0);
  const planned = rows.map((cells): PlannedRow => {
    const written: (PlannedCell | null)[] = Array.from({ length: width }, () => null);
    for (const [field, cell] of cells) {
      const column = columns.get(field);
      if (column !== undefined && cell) written[column] = cell;
    }
    return written;
  });
  const edits = titles.map((value, index): CellEdit => ({
    at: { sheet, row: headerRow, column: first + index },
    value,
  }));
  const { end, hasRowsBelow } = endOfRows(target);
  const moves = hasRowsBelow ? { movesRowsBelow: true } : {};
  const widens = isExcelTable && titles.length > 0 ? { tableColumns: titles } : {};
  return { ...nothing, appended: [{ sheet, firstRow: end, rows: planned, ...moves, ...widens }], edits };
}
