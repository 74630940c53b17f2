import { maskCardNumbers } from "../base/cardNumber";
import { formatDay } from "../calendar/day";
import { cellAddress, CellKind, type CellRef } from "../grid/grid";
import { decimalOfDouble, type Decimal } from "../money/decimal";
import { cellOf, type BoundTable } from "../schema/boundTable";
import { shownText } from "../schema/column";
import type { Columns } from "../schema/table";
import { viewCell } from "../schema/viewCell";

/** What a cell holds; a day as ISO text, null where it is blank. */
export type CellValue = string | Decimal | null;

/** A cell of an input table that says something else in B than in A. */
export interface ChangedCell {
  readonly table: string;
  readonly column: string;
  readonly a: CellValue;
  readonly b: CellValue;
  /** Sheet!Address; empty where the book has no such row or column. */
  readonly cellA: string;
  readonly cellB: string;
}

export const addressOf = (at: CellRef) => `${at.sheet}!${cellAddress(at)}`;

/** The value of a field of a row as its cell holds it. */
export function valueAt<C extends Columns>(
  bound: BoundTable<C>,
  row: number,
  field: keyof C & string,
): CellValue {
  const column = bound.columnOf.get(field);
  if (column === undefined) return null;
  const cell = viewCell(bound.grid, row, column);
  switch (cell.kind) {
    case CellKind.blank:
      return null;
    case CellKind.number:
    case CellKind.percent:
    case CellKind.time:
      return decimalOfDouble(cell.number);
    case CellKind.date:
      return formatDay(Math.floor(cell.number));
    default:
      return maskCardNumbers(shownText(cell)) || null;
  }
}

/** A row of one of the books; undefined where the book has none like it. */
export interface RowOfTable<C extends Columns> {
  readonly bound: BoundTable<C>;
  readonly row: number;
}

/** One field of a row in both books as a changed cell. */
export function changedField<C extends Columns>(
  a: RowOfTable<C> | undefined,
  b: RowOfTable<C> | undefined,
  field: keyof C & string,
): ChangedCell {
  const { definition } = (a ?? b)!.bound;
  const address = (at: RowOfTable<C> | undefined) =>
    at?.bound.columnOf.has(field) ? addressOf(cellOf(at.bound, at.row, field)) : "";
  return {
    table: definition.title,
    column: definition.columns[field]!.title,
    a: a ? valueAt(a.bound, a.row, field) : null,
    b: b ? valueAt(b.bound, b.row, field) : null,
    cellA: address(a),
    cellB: address(b),
  };
}
