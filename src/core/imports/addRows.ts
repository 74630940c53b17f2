import type { Snapshot } from "../grid/grid";
import { planInputRows, planInputSheet, type InputCells } from "../run/inputRows";
import type { BoundTable } from "../schema/bind";
import { titleKey } from "../schema/sheetNames";
import type { Columns, TableDefinition } from "../schema/table";
import type { WritePlan } from "../sheets/plan";
import { nothingAdded } from "./import";

/** Rows of an input table below its own, or on a sheet of it where there is none; why that cannot be is one sentence. */
export function addInputRows<C extends Columns>(
  definition: TableDefinition<C>,
  bound: BoundTable<C> | undefined,
  rows: readonly InputCells[],
  snapshot: Snapshot,
): WritePlan | string {
  if (rows.length === 0) return nothingAdded;
  if (bound) return planInputRows(bound, rows, snapshot);
  const { title } = definition;
  const other = snapshot.grids.find(
    ({ sheet, rowCount }) => rowCount > 0 && titleKey(sheet) === titleKey(title),
  );
  if (other)
    return `the columns of sheet “${other.sheet}” cannot be read as ${title}; name them as in the template`;
  return planInputSheet(definition, rows);
}
