import type { Day } from "../../calendar/day";
import type { customersTable } from "../../catalog/customers.table";
import { asCredit } from "../../documents/creditSigns";
import { isCreditNote } from "../../documents/documentKinds";
import type { invoiceLinesTable } from "../../documents/invoiceLines.table";
import { invoicesTable } from "../../documents/invoices.table";
import type { RegisteredInvoice, RegisteredLine } from "../../documents/register";
import type { CellRef } from "../../grid/grid";
import { currencyCode, minorDigits } from "../../money/currency";
import { sum, zero, type Decimal } from "../../money/decimal";
import { formatMoney } from "../../money/format";
import { cellOf } from "../../schema/readRecords";
import type { ExportSource } from "./exportSource";
import type { Fault } from "./fault";
import { taxesOf, type LineTax } from "./lineTaxes";

/** A line with the tax that falls to it. */
export interface ExportLine extends LineTax {
  readonly record: RegisteredLine;
  readonly amount: Decimal;
}

/** A document that adds up, as every export takes it: a credit note is negative. */
export interface ExportDocument {
  readonly record: RegisteredInvoice;
  readonly source: ExportSource;
  readonly isCredit: boolean;
  readonly date: Day;
  readonly currency: string;
  readonly digits: number;
  readonly subtotal: Decimal;
  readonly tax: Decimal;
  readonly total: Decimal;
  readonly lines: readonly ExportLine[];
}

type InvoiceField = keyof (typeof invoicesTable)["columns"];
type LineField = keyof (typeof invoiceLinesTable)["columns"];
type CustomerField = keyof (typeof customersTable)["columns"];

/** Where a field of a document is; of one that is known from its lines alone, its first line. */
export function invoiceAt(
  { register }: ExportSource,
  document: RegisteredInvoice,
  field: InvoiceField,
): CellRef {
  const { invoicesBound } = register;
  const isOfTable = invoicesBound?.grid.sheet === document.at.sheet;
  return isOfTable ? cellOf(invoicesBound, document.row, field) : document.at;
}

export function lineAt(
  { register: { linesBound } }: ExportSource,
  line: RegisteredLine,
  field: LineField,
): CellRef {
  return linesBound ? cellOf(linesBound, line.row, field) : line.at;
}

/** Where a field of the customer is; the document's Customer ID where Customers does not have the customer. */
export function customerAt(source: ExportSource, document: RegisteredInvoice, field: CustomerField): CellRef {
  const { bound } = source.tables.customers;
  const row = source.customerOf(document.customerId)?.row;
  return bound && row !== undefined ? cellOf(bound, row, field) : invoiceAt(source, document, "customerId");
}

export type Prepared =
  | { readonly ok: true; readonly document: ExportDocument }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const missing = (field: string, at: CellRef): Fault => ({
  code: "FIELD_MISSING",
  field,
  at,
  message: `${field} is empty; no document is exported without it`,
});

/** The figures of a document, a credit note's below 0; what its cells leave out follows from the others. */
function figuresOf(record: RegisteredInvoice) {
  const { total, subtotal, tax, lines } = asCredit(record);
  const amounts = lines.map(({ amount }) => amount);
  return {
    amounts,
    net: sum(amounts),
    total,
    subtotal: subtotal ?? (total && tax ? total.minus(tax) : undefined),
    tax: tax ?? (total && subtotal ? total.minus(subtotal) : undefined),
  };
}

/** What the sums of a document say that its cells do not. */
function sumFaults(document: ExportDocument, net: Decimal, statedTax: Decimal | undefined): Fault[] {
  const { source, record, currency, subtotal, tax, total, lines } = document;
  const show = (amount: Decimal) => formatMoney(amount, currency);
  const fault = (field: InvoiceField, message: string): Fault => ({
    code: "DOES_NOT_ADD_UP",
    field: `${invoicesTable.title}.${invoicesTable.columns[field].title}`,
    at: invoiceAt(source, record, field),
    message,
  });
  const taxes = sum(lines.map((line) => line.tax));
  return [
    ...(net.equals(subtotal)
      ? []
      : [fault("subtotal", `the lines come to ${show(net)}, Subtotal is ${show(subtotal)}`)]),
    ...(taxes.equals(tax)
      ? []
      : [fault("tax", `the taxes of the lines come to ${show(taxes)}, Tax is ${show(statedTax ?? tax)}`)]),
    ...(subtotal.plus(tax).equals(total)
      ? []
      : [fault("total", `Subtotal and Tax come to ${show(subtotal.plus(tax))}, Total is ${show(total)}`)]),
  ];
}

/** Makes a document ready for export: its amounts and taxes line by line, or what keeps it back. */
export function prepareDocument(record: RegisteredInvoice, source: ExportSource): Prepared {
  const currency = currencyCode(record.currency ?? "");
  const { amounts, net, total, subtotal = net, tax: statedTax } = figuresOf(record);
  const { invoiceDate: date } = record;
  const at = (field: InvoiceField) => invoiceAt(source, record, field);
  const lacking: Fault[] = [
    ...(date === undefined ? [missing("Invoices.Invoice date", at("invoiceDate"))] : []),
    ...(record.currency === undefined ? [missing("Invoices.Currency", at("currency"))] : []),
    ...(total === undefined ? [missing("Invoices.Total", at("total"))] : []),
    ...(record.lines.length === 0 ? [missing("Invoice lines.Amount", at("invoiceNumber"))] : []),
  ];
  if (record.currency !== undefined && !currency)
    lacking.push({
      code: "NOT_REPRESENTABLE",
      field: "Invoices.Currency",
      at: at("currency"),
      message: `“${record.currency}” is no ISO 4217 code`,
    });
  if (date === undefined || !currency || !total || lacking.length > 0) return { ok: false, faults: lacking };
  const digits = minorDigits(currency);
  const taxes = taxesOf({ lines: record.lines, amounts, date, digits, stated: statedTax, record }, source);
  const document: ExportDocument = {
    record,
    source,
    isCredit: isCreditNote(record),
    date,
    currency,
    digits,
    subtotal,
    tax: statedTax ?? sum(taxes.map(({ tax }) => tax)),
    total,
    lines: record.lines.map((line, index) => ({
      record: line,
      amount: amounts[index] ?? zero,
      ...taxes[index]!,
    })),
  };
  const faults = sumFaults(document, net, statedTax);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, document };
}
