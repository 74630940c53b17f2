import type { BoundTable } from "../schema/bind";
import type { Records } from "../schema/readRecords";
import type { Columns } from "../schema/table";

/** A table of the workbook with its rows read; `bound` is undefined when the workbook has no such table. */
export interface ReadTable<C extends Columns> extends Records<C> {
  readonly bound: BoundTable<C> | undefined;
}
