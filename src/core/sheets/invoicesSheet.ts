import { groupBy } from "../base/groupBy";
import type { Day } from "../calendar/day";
import type { Settings } from "../settings/settings";
import { invoicesTable } from "../documents/invoices.table";
import type { RegisteredInvoice } from "../documents/register";
import type { Invoice, TaxGroup } from "../invoicing/invoice";
import { currencyCode, minorDigits } from "../money/currency";
import { sum, zero } from "../money/decimal";
import { round } from "../money/round";
import { columnName } from "../grid/grid";
import { addsUp, subtotalFormula, taxFormula, type LinesRange } from "./formulas";
import { textCell, type OutputColumn, type OutputTable } from "./outputTable";
import type { PlannedCell } from "./plan";
import { amountStyle, dateStyle, momentStyle } from "./styles";

type Fields = Omit<RegisteredInvoice, "at" | "row" | "isFinal" | "isVoid" | "lines">;

/** A document as it is written, whether new or kept from before. */
export interface InvoiceRow {
  readonly fields: Fields;
  /** Tax groups that its Tax formula adds; undefined where its figures do not follow from lines and stay values. */
  readonly taxes: readonly TaxGroup[] | undefined;
  readonly oldRow: number | undefined;
}

/** The row of a new document; `before` is the draft it replaces, whose review marks stay while nothing changes. */
export function newInvoiceRow(
  invoice: Invoice,
  runId: string,
  before: RegisteredInvoice | undefined,
): InvoiceRow {
  const {
    number,
    customer,
    contractId,
    period,
    corrects,
    reasonCode,
    poNumber,
    lines: _lines,
    termsText: _terms,
    taxes,
    ...rest
  } = invoice;
  return {
    fields: {
      ...rest,
      invoiceNumber: number,
      status: before?.status ?? invoice.status,
      customerId: customer.customerId,
      customerName: customer.customerName,
      contractId: contractId || undefined,
      periodStart: period.from,
      periodEnd: period.to,
      paid: zero,
      balance: invoice.total,
      corrects: corrects || undefined,
      reasonCode: reasonCode || undefined,
      poNumber: poNumber || undefined,
      preparedBy: before?.preparedBy,
      approvedBy: before?.approvedBy,
      approvedAt: before?.approvedAt,
      runId,
      seal: before?.seal,
    },
    taxes,
    oldRow: before?.row,
  };
}

/** Tax groups of lines that the workbook holds. */
function groupsOf(invoice: RegisteredInvoice, digits: number, perLine: boolean): TaxGroup[] {
  const taxed = invoice.lines.filter(
    ({ taxCode, taxRate }) => taxCode !== undefined && taxRate !== undefined,
  );
  const groups = groupBy(taxed, ({ taxCode, taxRate }) => `${taxCode!}|${taxRate!.toString()}`);
  return [...groups.values()].map((lines) => {
    const { taxCode, taxRate } = lines[0]!;
    const net = sum(lines.map(({ amount }) => amount));
    const perLineTax = sum(lines.map(({ amount }) => round(amount.times(taxRate!), digits, "half_up")));
    const tax = perLine ? perLineTax : round(net.times(taxRate!), digits, "half_up");
    return { taxCode: taxCode!, name: taxCode!, rate: taxRate!, net, tax, exemptionReason: "" };
  });
}

/** The row of a document that stays as it is; its totals are formulas where they follow from its lines. */
export function keptInvoiceRow(invoice: RegisteredInvoice, settings: Settings): InvoiceRow {
  const { at: _at, row, isFinal: _isFinal, isVoid: _isVoid, lines, ...fields } = invoice;
  const digits = minorDigits(currencyCode(fields.currency ?? "") ?? settings.currency);
  const taxes = groupsOf(invoice, digits, settings.taxRounding === "line");
  const net = sum(lines.map(({ amount }) => amount));
  const follows =
    lines.length > 0 && addsUp(fields.subtotal, fields.tax, net, sum(taxes.map(({ tax }) => tax)));
  return { fields, taxes: follows ? taxes : undefined, oldRow: row };
}

const day = (value: Day | undefined): PlannedCell | null =>
  value === undefined ? null : { value, style: dateStyle };

type Field = keyof (typeof invoicesTable)["columns"];

const label = (field: "status" | "type", id: string | undefined): PlannedCell | null =>
  textCell(id === undefined ? undefined : (invoicesTable.columns[field].labels?.get(id) ?? id));

interface AmountContext {
  readonly settings: Settings;
  readonly lines: LinesRange;
}

type AmountField = "subtotal" | "tax" | "total" | "paid" | "balance";
type FieldCell = readonly [width: number, cell: OutputColumn<InvoiceRow>["cell"]];

/** Cells of what is known of a document besides its amounts. */
const factCells: Readonly<Record<Exclude<Field, AmountField>, FieldCell>> = {
  invoiceNumber: [24, ({ fields }) => textCell(fields.invoiceNumber)],
  status: [10, ({ fields }) => label("status", fields.status)],
  type: [11, ({ fields }) => label("type", fields.type)],
  customerId: [12, ({ fields }) => textCell(fields.customerId)],
  customerName: [28, ({ fields }) => textCell(fields.customerName)],
  contractId: [12, ({ fields }) => textCell(fields.contractId)],
  periodStart: [11, ({ fields }) => day(fields.periodStart)],
  periodEnd: [11, ({ fields }) => day(fields.periodEnd)],
  invoiceDate: [11, ({ fields }) => day(fields.invoiceDate)],
  dueDate: [11, ({ fields }) => day(fields.dueDate)],
  currency: [9, ({ fields }) => textCell(fields.currency)],
  corrects: [16, ({ fields }) => textCell(fields.corrects)],
  reasonCode: [12, ({ fields }) => textCell(fields.reasonCode)],
  poNumber: [14, ({ fields }) => textCell(fields.poNumber)],
  preparedBy: [14, ({ fields }) => textCell(fields.preparedBy)],
  approvedBy: [14, ({ fields }) => textCell(fields.approvedBy)],
  approvedAt: [
    18,
    ({ fields: { approvedAt: at } }) => (at ? { value: at.day + at.time, style: momentStyle } : null),
  ],
  runId: [10, ({ fields }) => textCell(fields.runId)],
  seal: [14, ({ fields }) => textCell(fields.seal)],
};

const fieldNames = Object.keys(invoicesTable.columns) as Field[];

/** `$A2` of a field in a sheet row. */
function cellAt(field: Field, sheetRow: number): string {
  return `$${columnName(fieldNames.indexOf(field))}${String(sheetRow + 1)}`;
}

/** Amounts: native formulas over the document's lines where they follow from them, else values. */
function amountCells({ settings, lines }: AmountContext): Readonly<Record<AmountField, FieldCell>> {
  const currencyOf = ({ fields }: InvoiceRow) => currencyCode(fields.currency ?? "") ?? settings.currency;
  const perLine = settings.taxRounding === "line";
  const amount =
    (
      field: AmountField,
      formulaOf?: (row: InvoiceRow, taxes: readonly TaxGroup[], sheetRow: number, digits: number) => string,
    ): FieldCell[1] =>
    (row, sheetRow) => {
      const value = row.fields[field];
      if (value === undefined) return null;
      const currency = currencyOf(row);
      const style = amountStyle(currency);
      if (!formulaOf || !row.taxes) return { value, style };
      return { value, style, formula: formulaOf(row, row.taxes, sheetRow, minorDigits(currency)) };
    };
  const numberAt = (sheetRow: number) => cellAt("invoiceNumber", sheetRow);
  return {
    subtotal: [
      14,
      amount("subtotal", ({ fields }, _taxes, r, digits) =>
        subtotalFormula(lines, numberAt(r), fields.invoiceNumber, digits),
      ),
    ],
    tax: [
      12,
      amount("tax", ({ fields }, taxes, r, digits) =>
        taxFormula(lines, numberAt(r), fields.invoiceNumber, taxes, digits, perLine),
      ),
    ],
    total: [
      14,
      amount(
        "total",
        (_row, _taxes, r, digits) => `ROUND(${cellAt("subtotal", r)}+${cellAt("tax", r)},${String(digits)})`,
      ),
    ],
    paid: [12, amount("paid")],
    balance: [
      14,
      amount(
        "balance",
        (_row, _taxes, r, digits) => `ROUND(${cellAt("total", r)}-${cellAt("paid", r)},${String(digits)})`,
      ),
    ],
  };
}

/** The Invoices table with its totals as formulas over the Invoice lines sheet. */
export function invoicesOutput(context: AmountContext): OutputTable<InvoiceRow> {
  const cells: Readonly<Record<Field, FieldCell>> = { ...factCells, ...amountCells(context) };
  return {
    sheet: invoicesTable.title,
    name: "Invoices",
    columns: fieldNames.map((field) => ({
      title: invoicesTable.columns[field].title,
      width: cells[field][0],
      cell: cells[field][1],
    })),
    tabColor: "1F3A5F",
  };
}
