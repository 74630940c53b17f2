import type { Day } from "../../calendar/day";
import type { CellRef } from "../../grid/grid";
import { disputesTable, type DisputeRecord } from "../../receivables/tables/disputes.table";
import { asInput, bindTable } from "../../schema/bind";
import type { BoundTable } from "../../schema/boundTable";
import { mappingFor } from "../../settings/mapping";
import type { CellEdit } from "../../sheets/plan";
import { dateStyle } from "../../sheets/styles";
import type { NotedFollowUp } from "./noteFollowUp";
import type { LedgerBook } from "./reportBook";
import { unheard } from "../../issues/issue";

/** How a dispute ended. */
export type DisputeOutcome = NonNullable<DisputeRecord["outcome"]>;

/** A dispute that runs, and its cell in the workbook. */
export interface RunningDispute {
  readonly dispute: DisputeRecord;
  readonly at: CellRef;
}

type Bound = BoundTable<(typeof disputesTable)["columns"]>;

function boundDisputes({ book: { snapshot, settings } }: LedgerBook): Bound | undefined {
  const mapping = mappingFor(disputesTable, settings);
  return bindTable(disputesTable, snapshot, mapping, unheard, asInput);
}

/** Disputes that run at the ledger's day: opened by then, and not closed on it or before. */
export function runningDisputes(opened: LedgerBook): RunningDispute[] {
  const bound = boundDisputes(opened);
  if (!bound) return [];
  const { asOf } = opened.ledger;
  const column = bound.columnOf.get("invoiceNumber") ?? bound.firstColumn;
  return opened.book.disputes
    .filter((dispute) => dispute.opened <= asOf && asOf < (dispute.closed ?? Infinity))
    .map((dispute) => ({ dispute, at: { sheet: bound.grid.sheet, row: dispute.row, column } }));
}

/** A column of the table; one that it does not have comes behind all that is on the sheet. */
function columnFor(
  { columnOf, grid, lastColumn }: Bound,
  field: "closed" | "outcome",
  added: readonly string[],
): { readonly column: number; readonly isNew: boolean } {
  const column = columnOf.get(field);
  if (column !== undefined) return { column, isNew: false };
  return { column: Math.max(grid.columns.length, lastColumn + 1) + added.length, isNew: true };
}

/** Closes the dispute in a row of Disputes: from that day on it no longer keeps its invoice back. */
export function planDisputeClosed(
  opened: LedgerBook,
  row: number,
  { closed, outcome }: { readonly closed: Day; readonly outcome: DisputeOutcome },
): NotedFollowUp {
  const { title, columns } = disputesTable;
  const bound = boundDisputes(opened);
  const dispute = opened.book.disputes.find((record) => record.row === row);
  if (!bound || !dispute) return { ok: false, source: title, reason: "the dispute is not there any more" };
  if (closed < dispute.opened)
    return { ok: false, source: title, reason: "it cannot be closed before the day it was opened" };
  const { sheet } = bound.grid;
  const values = {
    closed: { value: closed, style: dateStyle },
    outcome: { value: columns.outcome.labels?.get(outcome) ?? outcome },
  } as const;
  const added: string[] = [];
  const edits: CellEdit[] = [];
  for (const field of ["closed", "outcome"] as const) {
    const { column, isNew } = columnFor(bound, field, added);
    if (isNew) {
      added.push(columns[field].title);
      edits.push({ at: { sheet, row: bound.headerRow, column }, value: columns[field].title });
    }
    edits.push({ at: { sheet, row, column }, ...values[field] });
  }
  const { tables } = opened.book.snapshot;
  const isExcelTable = tables.some((area) => area.sheet === sheet && area.firstRow === bound.headerRow);
  if (isExcelTable && added.length > 0)
    return { ok: false, source: title, reason: `the table has no column ${added.join(", ")}; add it` };
  return { ok: true, plan: { sheets: [], removedSheets: [], appended: [], edits } };
}
