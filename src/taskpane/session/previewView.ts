import {
  customerChanges,
  formatDay,
  formatPeriod,
  sum,
  type BillingRun,
  type Invoice,
  type DocumentRegister,
  type PlannedRun,
  type Snapshot,
  type WritePlan,
} from "../../core/api";
import { heldView } from "./checkView";
import { invoiceRowView, type ReviewContext } from "./reviewView";
import type { PlannedSheetView, PreviewView } from "./views";

/** A run with what it would write and what stands once it has been written. */
export interface Previewed {
  readonly run: BillingRun;
  /** The run's documents stand at its end. */
  readonly after: DocumentRegister;
  readonly planned: PlannedRun;
}

function totalsOf(invoices: readonly Invoice[]): PreviewView["totals"] {
  const currencies = [...new Set(invoices.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const own = invoices.filter((invoice) => invoice.currency === currency);
    const add = (field: "subtotal" | "tax" | "total") => sum(own.map((each) => each[field])).toNumber();
    return {
      currency,
      invoices: own.length,
      subtotal: add("subtotal"),
      tax: add("tax"),
      total: add("total"),
    };
  });
}

function changesOf({ run, after }: Previewed): PreviewView["changes"] {
  const { catalog, settings, period } = run.book;
  const heldIds = new Set(run.held.map(({ contractId }) => contractId));
  const heldCustomers = new Set(
    catalog.contracts
      .filter(({ contractId }) => heldIds.has(contractId))
      .map(({ customer }) => customer.customerId),
  );
  return customerChanges(after, period, settings.currency).map(
    ({ customerId, customerName, currency, before, now }) => ({
      customerId,
      customer: customerName || catalog.customers.get(customerId)?.customerName || customerId,
      currency,
      before: before.toNumber(),
      now: now.toNumber(),
      isHeld: heldCustomers.has(customerId),
    }),
  );
}

/** What a plan does to each sheet; rows of a table are counted without its header. */
function writesOf(plan: WritePlan, snapshot: Snapshot): PlannedSheetView[] {
  const existing = new Set(snapshot.grids.map(({ sheet }) => sheet.toLowerCase()));
  return [
    ...plan.sheets.map(({ name, rows, frozenRows = 0 }): PlannedSheetView => ({
      sheet: name,
      action: existing.has(name.toLowerCase()) ? "replaced" : "new",
      rows: rows.length - frozenRows,
    })),
    ...plan.appended.map(({ sheet, rows }): PlannedSheetView => ({
      sheet,
      action: "extended",
      rows: rows.length,
    })),
    ...plan.removedSheets.map((sheet): PlannedSheetView => ({ sheet, action: "removed", rows: 0 })),
  ];
}

export function previewView(previewed: Previewed, snapshot: Snapshot, context: ReviewContext): PreviewView {
  const { run, after, planned } = previewed;
  const drafts = after.invoices.slice(after.invoices.length - run.invoices.length);
  return {
    period: formatPeriod(run.book.period),
    asOf: formatDay(run.book.asOf),
    totals: totalsOf(run.invoices),
    invoices: drafts.map((invoice) => invoiceRowView(invoice, context)),
    held: heldView(run),
    changes: changesOf(previewed),
    writes: writesOf(planned.plan, snapshot),
    unformatted: run.invoices.length - planned.formatted,
    runId: planned.runId,
  };
}
