import { remembered } from "../base/remembered";
import { invoicesTable } from "../documents/invoices.table";
import type { TaxSum } from "../invoicing/tax";
import { currencyCode, minorDigits } from "../money/currency";
import { subtotalFormula, taxFormula, type LinesRange } from "./formulas";
import type { OutputInput } from "./outputInput";
import { columnLetter, linesSheetName, outputSheetsOf } from "./outputSheet";
import type { PlannedCell } from "./plan";
import type { InvoiceRow } from "./registerRows";
import { amountStyle, momentStyle } from "./styles";
import { dayCell, textCell, type OutputColumn } from "./tableSheet";
import { DOCUMENT_NUMBER_WIDTH } from "./layout";

type Field = keyof (typeof invoicesTable)["columns"];

const label = (field: "status" | "type", id: string | undefined): PlannedCell | null =>
  textCell(id === undefined ? undefined : (invoicesTable.columns[field].labels?.get(id) ?? id));

/** `$A2` of a field in a sheet row. */
function cellAt(field: Field, sheetRow: number): string {
  return `$${columnLetter(invoicesTable, field)}${String(sheetRow + 1)}`;
}

/** The Invoice lines sheet as it is once the run is written. */
const linesRange = remembered((input: InvoicesInput): LinesRange => ({
  sheet: linesSheetName(input),
  rows: input.registerRows.lines.length,
}));

type AmountField = "subtotal" | "tax" | "total" | "paid" | "balance";

/** What the formula of an amount is made from. */
interface FormulaInput {
  readonly row: InvoiceRow;
  readonly taxes: readonly TaxSum[];
  readonly sheetRow: number;
  readonly digits: number;
  readonly input: InvoicesInput;
}

/** A column of amounts: a native formula over the document's lines where its figures follow from them, else a value. */
function amountColumn(
  field: AmountField,
  width: number,
  formulaOf?: (input: FormulaInput) => string,
): OutputColumn<InvoiceRow, InvoicesInput> {
  return {
    width,
    cell: (row, sheetRow, input) => {
      const value = row.fields[field];
      if (value === undefined) return null;
      const currency = currencyCode(row.fields.currency ?? "") ?? input.settings.currency;
      const style = amountStyle(currency);
      const { taxes } = row;
      if (!formulaOf || !taxes) return { value, style };
      const digits = minorDigits(currency);
      return { value, style, formula: formulaOf({ row, taxes, sheetRow, digits, input }) };
    },
  };
}

/** A figure made of two others of the row: `ROUND($N2+$M2,2)`. */
const combined =
  (a: AmountField, operator: "+" | "-", b: AmountField) =>
  ({ sheetRow, digits }: FormulaInput): string =>
    `ROUND(${cellAt(a, sheetRow)}${operator}${cellAt(b, sheetRow)},${String(digits)})`;

type InvoicesInput = Pick<OutputInput, "snapshot" | "settings" | "register" | "registerRows">;

/** The Invoices table with its totals as formulas over the Invoice lines sheet. */
export const invoicesSheet = outputSheetsOf<InvoicesInput>()({
  table: invoicesTable,
  written: "always",
  keepsRows: true,
  tabColor: "1F3A5F",
  rows: ({ registerRows }) => registerRows.invoices,
  bound: ({ register }) => register.invoicesBound,
  unreadable: ({ register }) => register.unreadable.invoices,
  oldRow: ({ oldRow }: InvoiceRow) => oldRow,
  columns: {
    invoiceNumber: { width: DOCUMENT_NUMBER_WIDTH, cell: ({ fields }) => textCell(fields.invoiceNumber) },
    status: { width: 10, cell: ({ fields }) => label("status", fields.status) },
    type: { width: 11, cell: ({ fields }) => label("type", fields.type) },
    customerId: { width: 12, cell: ({ fields }) => textCell(fields.customerId) },
    customerName: { width: 28, cell: ({ fields }) => textCell(fields.customerName) },
    contractId: { width: 12, cell: ({ fields }) => textCell(fields.contractId) },
    periodStart: { width: 11, cell: ({ fields }) => dayCell(fields.periodStart) },
    periodEnd: { width: 11, cell: ({ fields }) => dayCell(fields.periodEnd) },
    invoiceDate: { width: 11, cell: ({ fields }) => dayCell(fields.invoiceDate) },
    dueDate: { width: 11, cell: ({ fields }) => dayCell(fields.dueDate) },
    currency: { width: 9, cell: ({ fields }) => textCell(fields.currency) },
    subtotal: amountColumn("subtotal", 14, ({ row: { fields }, sheetRow, digits, input }) =>
      subtotalFormula(linesRange(input), cellAt("invoiceNumber", sheetRow), fields.invoiceNumber, digits),
    ),
    tax: amountColumn("tax", 12, ({ row: { fields }, taxes, sheetRow, digits, input }) =>
      taxFormula(
        linesRange(input),
        cellAt("invoiceNumber", sheetRow),
        fields.invoiceNumber,
        taxes,
        digits,
        input.settings.taxRounding === "line",
      ),
    ),
    total: amountColumn("total", 14, combined("subtotal", "+", "tax")),
    paid: amountColumn("paid", 12),
    balance: amountColumn("balance", 14, combined("total", "-", "paid")),
    corrects: { width: 16, cell: ({ fields }) => textCell(fields.corrects) },
    reasonCode: { width: 12, cell: ({ fields }) => textCell(fields.reasonCode) },
    poNumber: { width: 14, cell: ({ fields }) => textCell(fields.poNumber) },
    preparedBy: { width: 14, cell: ({ fields }) => textCell(fields.preparedBy) },
    approvedBy: { width: 14, cell: ({ fields }) => textCell(fields.approvedBy) },
    approvedAt: {
      width: 18,
      cell: ({ fields: { approvedAt: at } }) => (at ? { value: at.day + at.time, style: momentStyle } : null),
    },
    runId: { width: 10, cell: ({ fields }) => textCell(fields.runId) },
    seal: { width: 14, cell: ({ fields }) => textCell(fields.seal) },
  },
});
