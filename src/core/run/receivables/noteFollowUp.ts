import type { Day } from "../../calendar/day";
import type { Snapshot } from "../../grid/grid";
import type { Decimal } from "../../money/decimal";
import type { LedgerBook } from "./reportBook";
import { disputesTable } from "../../receivables/tables/disputes.table";
import { promisesTable } from "../../receivables/tables/promises.table";
import { asInput, bindTable } from "../../schema/bind";
import { titleKey } from "../../schema/sheetNames";
import type { Columns, TableDefinition } from "../../schema/table";
import { mappingFor } from "../../settings/mapping";
import type { Settings } from "../../settings/settings";
import type { PlannedCell, WritePlan } from "../../sheets/plan";
import { amountStyle, dateStyle } from "../../sheets/styles";
import { textCell } from "../../sheets/tableSheet";
import { planInputRows, planInputSheet, type InputCells } from "../inputRows";
import { unheard } from "../../issues/issue";

/** What a customer objects to. */
export interface NewDispute {
  readonly invoiceNumber: string;
  readonly opened: Day;
  readonly reasonCode: string;
  /** All that is open where it is undefined. */
  readonly amount: Decimal | undefined;
  readonly owner: string;
  readonly dueDate: Day | undefined;
}

/** What a customer promised: to pay an invoice, or all that is due. */
export interface NewPromise {
  readonly invoiceNumber: string;
  readonly customerId: string;
  readonly made: Day;
  readonly payBy: Day;
}

export type NotedFollowUp =
  | { readonly ok: true; readonly plan: WritePlan }
  /** In one sentence: a sheet that the row cannot be added to. */
  | { readonly ok: false; readonly source: string; readonly reason: string };

/** One more row of an input table, or a sheet of it where there is none. */
function addRow<C extends Columns>(
  definition: TableDefinition<C>,
  snapshot: Snapshot,
  settings: Settings,
  cells: InputCells,
): NotedFollowUp {
  const { title } = definition;
  const bound = bindTable(definition, snapshot, mappingFor(definition, settings), unheard, asInput);
  const other = snapshot.grids.find(
    ({ sheet, rowCount }) => rowCount > 0 && titleKey(sheet) === titleKey(title),
  );
  if (!bound && other)
    return {
      ok: false,
      source: other.sheet,
      reason: "its columns cannot be read as that table; name them as in the template, or rename the sheet",
    };
  const plan = bound ? planInputRows(bound, [cells], snapshot) : planInputSheet(definition, [cells]);
  return typeof plan === "string" ? { ok: false, source: title, reason: plan } : { ok: true, plan };
}

const dayCell = (value: Day | undefined): PlannedCell | null =>
  value === undefined ? null : { value, style: dateStyle };

/** DSP- and a number above all that there are. */
function nextDisputeId({ disputes }: LedgerBook["book"]): string {
  const taken = disputes.map(({ disputeId }) => Number(/^DSP-(\d{1,9})$/.exec(disputeId ?? "")?.[1] ?? 0));
  return `DSP-${String(taken.reduce((most, number) => Math.max(most, number), 0) + 1)}`;
}

/** A row of Disputes; from that day on the invoice is kept back from reminders. */
export function planDispute({ book }: LedgerBook, dispute: NewDispute): NotedFollowUp {
  const { invoiceNumber, opened, reasonCode, amount, owner, dueDate } = dispute;
  const currency = book.documents.find(({ number }) => number === invoiceNumber)?.currency;
  const cells = new Map<keyof (typeof disputesTable)["columns"], PlannedCell | null>([
    ["disputeId", textCell(nextDisputeId(book))],
    ["invoiceNumber", textCell(invoiceNumber)],
    ["opened", dayCell(opened)],
    ["reasonCode", textCell(reasonCode)],
    ["amount", amount ? { value: amount, style: amountStyle(currency ?? book.settings.currency) } : null],
    ["owner", textCell(owner)],
    ["dueDate", dayCell(dueDate)],
  ]);
  return addRow(disputesTable, book.snapshot, book.settings, cells);
}

/** A row of Promises; until the day that was promised no reminder goes out. */
export function planPromise({ book }: LedgerBook, promise: NewPromise): NotedFollowUp {
  const cells = new Map<keyof (typeof promisesTable)["columns"], PlannedCell | null>([
    ["invoiceNumber", textCell(promise.invoiceNumber)],
    ["customerId", textCell(promise.customerId)],
    ["made", dayCell(promise.made)],
    ["payBy", dayCell(promise.payBy)],
  ]);
  return addRow(promisesTable, book.snapshot, book.settings, cells);
}
