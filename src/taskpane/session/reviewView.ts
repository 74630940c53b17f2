import {
  currencyCode,
  formatFigure,
  formatDay,
  formatPeriod,
  invoicesTable,
  sum,
  totalOf,
  type RegisteredInvoice,
  type RegisteredLine,
  type Catalog,
  type Settings,
} from "../../core/api";
import type { InvoiceRowView, InvoiceView, LineView } from "./views";

/** What a document is shown in the light of. */
export interface ReviewContext {
  readonly catalog: Pick<Catalog, "customers">;
  readonly settings: Pick<Settings, "currency">;
  /** Numbers of documents of a preview, which no sheet shows yet. */
  readonly unwritten: ReadonlySet<string>;
}

const statusLabels = invoicesTable.columns.status.labels;

const formatLongPeriod = (from: number | undefined, to: number | undefined) =>
  from === undefined || to === undefined ? "" : formatPeriod({ from, to });

const currencyOf = ({ currency }: RegisteredInvoice, { settings }: ReviewContext) =>
  currencyCode(currency ?? "") ?? settings.currency;

/** A document as a row of a list; without a status it counts as issued. */
export function invoiceRowView(invoice: RegisteredInvoice, context: ReviewContext): InvoiceRowView {
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

function lineView(line: RegisteredLine, index: number, currency: string): LineView {
  return {
    line: line.line ?? index + 1,
    product: line.product ?? line.description ?? "",
    kind: line.kind ?? "",
    tier: line.tier ?? "",
    period: line.period ? formatPeriod(line.period) : "",
    quantity: line.quantity ? formatFigure(line.quantity) : "",
    unit: line.unit ?? "",
    unitPrice: line.unitPrice ? formatFigure(line.unitPrice) : "",
    amount: { amount: line.amount.toNumber(), currency },
  };
}

export function invoiceView(invoice: RegisteredInvoice, context: ReviewContext): InvoiceView {
  const currency = currencyOf(invoice, context);
  const subtotal = invoice.subtotal ?? sum(invoice.lines.map(({ amount }) => amount));
  const tax = invoice.tax ?? totalOf(invoice).minus(subtotal);
  return {
    ...invoiceRowView(invoice, context),
    subtotal: subtotal.toNumber(),
    tax: tax.toNumber(),
    details: invoice.lines.map((line, index) => lineView(line, index, currency)),
  };
}
