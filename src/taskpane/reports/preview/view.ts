import {
  currencyTotals,
  customerChanges,
  formatDay,
  formatPeriod,
  groupBy,
  type Invoice,
  type Snapshot,
  type WritePlan,
} from "../../../core/api";
import type { RunDetails } from "../../session/choice";
import { heldView } from "../../session/heldView";
import { issueGroups, type IssueGroup } from "../../session/issueGroups";
import { invoiceRowView } from "../../session/invoiceRowView";
import { notReadView, type NotReadView } from "../../session/notReadView";
import type { Previewed, SessionWorkbook } from "../../session/sessionWorkbook";
import type { HeldView, InvoiceRowView } from "../../session/views";

export interface PlannedSheetView {
  readonly sheet: string;
  readonly action: "new" | "replaced" | "removed" | "extended";
  /** Rows of data; all rows of a formatted invoice. */
  readonly rows: number;
}

/** All documents of a customer in one currency, with tax: of the period against those of the period before. */
export interface ChangeView {
  readonly customer: string;
  readonly currency: string;
  readonly before: number;
  readonly now: number;
  readonly customerId: string;
  /** The change as a share of the bill before; undefined where there was none. */
  readonly share: number | undefined;
  /** There is no earlier bill of theirs at all. */
  readonly isFirst: boolean;
  /** An invoice of theirs waits, so that a fall is none. */
  readonly isHeld: boolean;
}

export interface PreviewView {
  readonly period: string;
  readonly asOf: string;
  readonly totals: readonly {
    readonly currency: string;
    readonly invoices: number;
    readonly subtotal: number;
    readonly tax: number;
    readonly total: number;
  }[];
  readonly invoices: readonly InvoiceRowView[];
  readonly held: readonly HeldView[];
  /** Warnings that speak of what could be billed wrongly, once more before anything is written. */
  readonly warnings: readonly IssueGroup[];
  /** Columns and sheets that could matter and that nothing reads. */
  readonly notRead: readonly NotReadView[];
  readonly changes: readonly ChangeView[];
  /** Exactly what will be written; empty when the workbook already shows it. */
  readonly writes: readonly PlannedSheetView[];
  /** Invoices for which no formatted sheet is written, since the choice asks for fewer. */
  readonly unformatted: number;
  readonly runId: string;
}

/** Of each cause; Check lists them all. */
const LISTED_WARNINGS = 1;

function totalsOf(invoices: readonly Invoice[]): PreviewView["totals"] {
  return currencyTotals(invoices).map(({ subtotal, tax, total, ...rest }) => ({
    ...rest,
    subtotal: subtotal.toNumber(),
    tax: tax.toNumber(),
    total: total.toNumber(),
  }));
}

/** Customers that have been billed for any time before the run. */
function billedBefore({ run }: Previewed): ReadonlySet<string> {
  const { register, period } = run.book;
  const earlier = register.invoices.filter(
    ({ isVoid, periodEnd }) => !isVoid && periodEnd !== undefined && periodEnd < period.from,
  );
  return new Set(earlier.map(({ customerId }) => customerId ?? ""));
}

/** Real changes first, then first bills, then what cannot be told while invoices are held. */
const rankOf = ({ isHeld, isFirst }: ChangeView) => (isHeld ? 2 : isFirst ? 1 : 0);

/** How large a change is for the customer: of 100 to 150 it is 0.5; a bill after a period of none is all new, 1. */
const weightOf = ({ share = 1 }: ChangeView) => Math.abs(share);

/** Amounts of two currencies cannot be compared, shares of bills can. */
function changesOf(previewed: Previewed): readonly ChangeView[] {
  const { run, after } = previewed;
  const { catalog, settings, period } = run.book;
  const heldIds = new Set(run.held.map(({ contractId }) => contractId));
  const heldCustomers = new Set(
    catalog.contracts
      .filter(({ contractId }) => heldIds.has(contractId))
      .map(({ customer }) => customer.customerId),
  );
  const before = billedBefore(previewed);
  const changes = customerChanges(after, period, settings.currency).map((change): ChangeView => ({
    customerId: change.customerId,
    customer:
      change.customerName || catalog.customers.get(change.customerId)?.customerName || change.customerId,
    currency: change.currency,
    before: change.before.toNumber(),
    now: change.now.toNumber(),
    share: change.before.isZero()
      ? undefined
      : change.now.minus(change.before).dividedBy(change.before.abs()).toNumber(),
    isFirst: change.before.isZero() && !before.has(change.customerId),
    isHeld: heldCustomers.has(change.customerId),
  }));
  return changes.sort((a, b) => rankOf(a) - rankOf(b) || weightOf(b) - weightOf(a));
}

/** What a plan does to each sheet; rows of a table are counted without its header. */
function writesOf(plan: WritePlan, snapshot: Snapshot): PlannedSheetView[] {
  const existing = new Set(snapshot.grids.map(({ sheet }) => sheet.toLowerCase()));
  const appended = groupBy(plan.appended, ({ sheet }) => sheet);
  const addedTo = (name: string) =>
    (appended.get(name) ?? []).reduce((count, { rows }) => count + rows.length, 0);
  const whole = new Set(plan.sheets.map(({ name }) => name));
  return [
    ...[...appended.keys()]
      .filter((sheet) => !whole.has(sheet))
      .map((sheet): PlannedSheetView => ({ sheet, action: "extended", rows: addedTo(sheet) })),
    ...plan.sheets.map(({ name, rows, frozenRows = 0 }): PlannedSheetView => ({
      sheet: name,
      action: existing.has(name.toLowerCase()) ? "replaced" : "new",
      rows: rows.length - frozenRows + addedTo(name),
    })),
    ...plan.removedSheets.map((sheet): PlannedSheetView => ({ sheet, action: "removed", rows: 0 })),
  ];
}

/** What the last preview comes to, and everything that it would write. */
export function view({ previewed, snapshot, documentContext }: SessionWorkbook): PreviewView {
  const { run, after, planned } = previewed;
  const drafts = after.invoices.slice(after.invoices.length - run.invoices.length);
  return {
    period: formatPeriod(run.book.period),
    asOf: formatDay(run.book.asOf),
    totals: totalsOf(run.invoices),
    invoices: drafts.map((invoice) => invoiceRowView(invoice, documentContext)),
    held: heldView(run),
    warnings: issueGroups(run, LISTED_WARNINGS).filter(({ changesMoney }) => changesMoney),
    notRead: notReadView(run.book.notRead).filter(({ isWarning }) => isWarning),
    changes: changesOf(previewed),
    writes: writesOf(planned.plan, snapshot),
    unformatted: run.invoices.length - planned.formatted,
    runId: planned.runId,
  };
}

/** The plan of the last preview, as it is to be written. */
export function plan(workbook: SessionWorkbook, details: RunDetails): WritePlan {
  return workbook.plan(details).plan;
}
