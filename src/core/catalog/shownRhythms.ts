import { unitOfCell, type CellRef } from "../grid/grid";
import { cellOf, type BoundTable, anyTable } from "../schema/boundTable";
import { headerOf } from "../schema/locateTable";
import type { Columns } from "../schema/table";
import { rhythmNamedIn, type Rhythm } from "./rhythms";

/** How often an amount is charged, as its header, number format or unit says. */
export interface ShownRhythm {
  readonly at: CellRef;
  readonly column: string;
  /** As written: €/yr, Monthly fee. */
  readonly text: string;
  readonly rhythm: Rhythm;
}

/** What is said of the amounts of a row; a number format speaks of its cell and goes before the header. */
export function shownRhythms<C extends Columns>(
  bound: BoundTable<C>,
  record: { readonly row: number } & Readonly<Partial<Record<keyof C & string, unknown>>>,
  fields: readonly (keyof C & string)[],
): ShownRhythm[] {
  return fields.flatMap((field) => {
    const column = bound.columnOf.get(field);
    if (column === undefined || record[field] === undefined) return [];
    const texts = [unitOfCell(bound.grid, record.row, column), headerOf(anyTable(bound), column)];
    const text = texts.find((shown) => shown !== undefined && rhythmNamedIn(shown) !== undefined);
    if (text === undefined) return [];
    const at = cellOf(bound, record.row, field);
    return [{ at, column: bound.definition.columns[field]!.title, text, rhythm: rhythmNamedIn(text)! }];
  });
}
