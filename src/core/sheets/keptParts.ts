import { CellKind, type Grid } from "../grid/grid";
import { viewCell, type BoundTable } from "../schema/bind";
import type { Columns } from "../schema/table";
import type { PlannedCell, PlannedRow } from "./plan";
import { dateStyle, percentStyle } from "./styles";

/** What of an existing table stays although a run writes it again. */
export interface KeptParts {
  /** Titles of the columns that people added. */
  readonly titles: readonly string[];
  /** Their cells in a row of the old sheet. */
  readonly cellsOf: (oldRow: number) => PlannedRow;
  /** Whole rows that could not be read. */
  readonly rows: readonly PlannedRow[];
}

export const nothingKept: KeptParts = { titles: [], cellsOf: () => [], rows: [] };

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
function* columnsBeside<C extends Columns>({
  grid,
  headerRow,
  columnOf,
  others,
}: BoundTable<C>): Generator<[number, string]> {
  const known = new Set([...columnOf.values(), ...others.keys()]);
  for (const [column, { kinds }] of grid.columns.entries()) {
    if (known.has(column) || kinds.subarray(headerRow).every((kind) => kind === CellKind.blank)) continue;
    yield [column, viewCell(grid, headerRow, column).text || `Column${String(column + 1)}`];
  }
}

/** The columns of an existing table that a run does not write, and the rows of it that could not be read. */
export function keptParts<C extends Columns>(
  bound: BoundTable<C> | undefined,
  unreadable: readonly number[] = [],
): KeptParts {
  if (!bound) return nothingKept;
  const added = [...bound.others, ...columnsBeside(bound)];
  const cellsOf = (oldRow: number) => added.map(([column]) => copiedCell(bound.grid, oldRow, column));
  const writtenCells = (oldRow: number) =>
    Object.keys(bound.definition.columns).map((field) =>
      copiedCell(bound.grid, oldRow, bound.columnOf.get(field) ?? -1),
    );
  const rows = unreadable.map((oldRow) => [...writtenCells(oldRow), ...cellsOf(oldRow)]);
  return { titles: added.map(([, title]) => title), cellsOf, rows };
}
