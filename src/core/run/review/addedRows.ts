import type { Snapshot } from "../../grid/grid";
import type { BoundTable } from "../../schema/bind";
import type { Columns } from "../../schema/table";
import type { AppendedRows, CellEdit, PlannedCell, PlannedSheet } from "../../sheets/plan";
import type { OutputColumn } from "../../sheets/tableSheet";
import { planInputRows } from "../inputRows";

/** What is written so that a table gets rows. */
export interface AddedRows {
  readonly sheets: readonly PlannedSheet[];
  readonly appended: readonly AppendedRows[];
  readonly edits: readonly CellEdit[];
}

export const nothingAdded: AddedRows = { sheets: [], appended: [], edits: [] };

/** The table that gets rows, and how they look. */
interface Target<C extends Columns, Row, Input> {
  readonly bound: BoundTable<C> | undefined;
  readonly columns: Readonly<Record<keyof C, OutputColumn<Row, Input>>>;
  /** The sheet where the workbook has none yet. */
  readonly sheet: { readonly plan: (input: Input) => PlannedSheet };
}

/**
 * Rows below those that a table has, whatever the order of its columns; what is there is not touched. A workbook without
 * the table gets its sheet.
 */
export function addedRows<
  C extends Columns,
  Row,
  Input extends { readonly snapshot: Snapshot; readonly rows: readonly Row[] },
>({ bound, columns, sheet }: Target<C, Row, Input>, input: Input): AddedRows {
  const { rows, snapshot } = input;
  if (rows.length === 0) return nothingAdded;
  if (!bound) return { ...nothingAdded, sheets: [sheet.plan(input)] };
  const cells = rows.map((row) => {
    const entries = Object.entries(columns) as [string, OutputColumn<Row, Input>][];
    return new Map<string, PlannedCell | null>(
      entries.map(([field, { cell }]) => [field, cell(row, 0, input)]),
    );
  });
  const plan = planInputRows(bound, cells, snapshot);
  // Something is beside the table where a column would go.
  if (typeof plan === "string") throw new Error(plan);
  return { sheets: [], appended: plan.appended, edits: plan.edits ?? [] };
}
