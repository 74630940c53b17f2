import type { CellRef } from "../../grid/grid";
import type { BoundTable } from "../../schema/bind";
import { anyTable, refOf } from "../../schema/boundTable";
import { shownText } from "../../schema/column";
import { valueText } from "../../schema/valueText";
import { isBlankAt, viewCell } from "../../schema/viewCell";
import type { PartCell } from "./part";
import type { Personal } from "./personal";

export interface RowInput {
  readonly bound: BoundTable;
  readonly row: number;
  /** What could be read of the row; a cell that could not is taken as it shows. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly personal: Personal;
  /** Fields that are not sealed. */
  readonly leaves?: ReadonlySet<string>;
  /** Texts in place of what the record says. */
  readonly instead?: ReadonlyMap<string, Pick<PartCell, "value"> & Partial<Pick<PartCell, "at" | "pieces">>>;
}

/** The non-empty cells of a row as our columns read them, in their order; asked of every row of every document. */
export function cellsOfRow({ bound, row, fields, personal, leaves, instead }: RowInput): PartCell[] {
  const { definition, grid, columnOf } = anyTable(bound);
  const cells: PartCell[] = [];
  for (const field in definition.columns) {
    const column = definition.columns[field]!;
    const index = columnOf.get(field);
    const read = fields[field];
    const other = instead?.get(field);
    const isEmpty = index === undefined || isBlankAt(grid, row, index);
    if ((isEmpty && read === undefined && !other) || leaves?.has(field)) continue;
    // A cell that could not be read is taken as it shows.
    const value = other
      ? other.value
      : read === undefined
        ? shownText(viewCell(grid, row, index!))
        : valueText(column, read);
    if (value === "") continue;
    const { title } = column;
    const at = other?.at ?? refOf(bound, row, index ?? 0);
    const isPersonal = personal.columns.isPersonalField(definition, field, title) || personal.isInside(value);
    cells.push({ column: title, value, at, isPersonal, ...(other?.pieces ? { pieces: other.pieces } : {}) });
  }
  return cells;
}

/** Where the columns of a row stand, by our titles. */
export function cellByColumn(bound: BoundTable, row: number): (column: string) => CellRef {
  return (title) => {
    const field = Object.entries(bound.definition.columns).find(([, column]) => column.title === title)?.[0];
    return refOf(bound, row, bound.columnOf.get(field ?? "") ?? bound.firstColumn);
  };
}
