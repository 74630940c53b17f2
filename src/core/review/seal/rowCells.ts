import type { CellRef } from "../../grid/grid";
import type { BoundTable } from "../../schema/bind";
import { anyTable, refOf } from "../../schema/boundTable";
import { shownText } from "../../schema/column";
import { valueText } from "../../schema/valueText";
import { viewCell } from "../../schema/viewCell";
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

/** The non-empty cells of a row as our columns read them, in their order. */
export function cellsOfRow({ bound, row, fields, personal, leaves, instead }: RowInput): PartCell[] {
  const { definition, grid, columnOf } = anyTable(bound);
  return Object.entries(definition.columns).flatMap(([field, column]): PartCell[] => {
    if (leaves?.has(field)) return [];
    const index = columnOf.get(field);
    const other = instead?.get(field);
    const shown = index === undefined ? "" : shownText(viewCell(grid, row, index));
    const read = fields[field];
    const value = other ? other.value : read === undefined ? shown : valueText(column, read);
    if (value === "") return [];
    return [
      {
        column: column.title,
        value,
        at: other?.at ?? refOf(bound, row, index ?? 0),
        isPersonal:
          personal.columns.isPersonalField(definition, field, column.title) || personal.isInside(value),
        ...(other?.pieces ? { pieces: other.pieces } : {}),
      },
    ];
  });
}

/** Where the columns of a row stand, by our titles. */
export function cellByColumn(bound: BoundTable, row: number): (column: string) => CellRef {
  return (title) => {
    const field = Object.entries(bound.definition.columns).find(([, column]) => column.title === title)?.[0];
    return refOf(bound, row, bound.columnOf.get(field ?? "") ?? bound.firstColumn);
  };
}
