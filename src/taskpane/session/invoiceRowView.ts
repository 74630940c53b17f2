import {
  currencyThatCounts,
  formatDay,
  formatPeriod,
  invoicesTable,
  totalOf,
  type Catalog,
  type RegisteredInvoice,
  type Settings,
} from "../../core/api";
import type { InvoiceRowView } from "./views";

/** What a document is shown in the light of. */
export interface DocumentContext {
  readonly catalog: Pick<Catalog, "customers">;
  readonly settings: Pick<Settings, "currency" | "approvalLimit">;
  /** Numbers of documents of a preview, which no sheet shows yet. */
  readonly unwritten: ReadonlySet<string>;
}

const statusLabels = invoicesTable.columns.status.labels;

const formatLongPeriod = (from: number | undefined, to: number | undefined) =>
  from === undefined || to === undefined ? "" : formatPeriod({ from, to });

/** The currency of a document, as the reports of what is open have it. */
export const currencyOf = (
  { currency, customerId = "" }: RegisteredInvoice,
  { catalog, settings }: DocumentContext,
): string => currencyThatCounts(currency, catalog.customers.get(customerId), settings);

/** A document as a row of a list; without a status it counts as issued. */
export function invoiceRowView(invoice: RegisteredInvoice, context: DocumentContext): InvoiceRowView {
  const { invoiceNumber, status = "issued", type = "invoice", customerId = "", dueDate } = invoice;
  const known = context.catalog.customers.get(customerId)?.customerName;
  return {
    number: invoiceNumber,
    status: statusLabels?.get(status) ?? status,
    type,
    customerId,
    customer: invoice.customerName ?? known ?? customerId,
    contractId: invoice.contractId ?? "",
    period: formatLongPeriod(invoice.periodStart, invoice.periodEnd),
    dueDate: dueDate === undefined ? "" : formatDay(dueDate),
    total: { amount: totalOf(invoice).toNumber(), currency: currencyOf(invoice, context) },
    lines: invoice.lines.length,
    isWritten: !context.unwritten.has(invoiceNumber),
  };
}
