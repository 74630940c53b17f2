import {
  customerChanges,
  formatDay,
  formatPeriod,
  sum,
  type Invoice,
  type Snapshot,
  type WritePlan,
} from "../../../core/api";
import type { RunDetails } from "../../session/choice";
import { heldView } from "../../session/heldView";
import { invoiceRowView } from "../../session/invoiceRowView";
import type { Previewed, SessionWorkbook } from "../../session/sessionWorkbook";
import type { HeldView, InvoiceRowView } from "../../session/views";

export interface PlannedSheetView {
  readonly sheet: string;
  readonly action: "new" | "replaced" | "removed" | "extended";
  /** Rows of data; all rows of a formatted invoice. */
  readonly rows: number;
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
  /**
   * Per customer and currency, all documents of the period against those of the period before, with tax, largest
   * change first; `isHeld` where an invoice of the customer waits, so that the fall is none.
   */
  readonly changes: readonly {
    readonly customer: string;
    readonly currency: string;
    readonly before: number;
    readonly now: number;
    readonly customerId: string;
    readonly isHeld: boolean;
  }[];
  /** Exactly what will be written; empty when the workbook already shows it. */
  readonly writes: readonly PlannedSheetView[];
  /** Invoices for which no formatted sheet is written, since the choice asks for fewer. */
  readonly unformatted: number;
  readonly runId: string;
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
