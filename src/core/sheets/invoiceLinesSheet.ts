import { invoiceLinesTable, type InvoiceLineRecord } from "../documents/invoiceLines.table";
import type { RegisteredLine } from "../documents/register";
import type { InvoiceLine } from "../invoicing/invoice";
import type { Day } from "../calendar/day";
import type { Decimal } from "../money/decimal";
import { textCell, type OutputColumn, type OutputTable } from "./outputTable";
import type { PlannedCell } from "./plan";
import { amountStyle, countStyle, dateStyle, percentStyle, quantityStyle } from "./styles";

/** A line as it is written, whether new or kept from before. */
export interface LineRow {
  readonly invoiceNumber: string;
  readonly line: number | undefined;
  readonly currency: string;
  readonly fields: Omit<InvoiceLineRecord, "row" | "invoiceNumber" | "line">;
  /** Row of the old sheet, for columns that people added. */
  readonly oldRow: number | undefined;
}

/** A new line of a document. */
export function newLineRow(
  line: InvoiceLine,
  index: number,
  invoiceNumber: string,
  currency: string,
): LineRow {
  const { period, item: _item, ...fields } = line;
  return {
    invoiceNumber,
    line: index + 1,
    currency,
    fields: { ...fields, periodStart: period.from, periodEnd: period.to },
    oldRow: undefined,
  };
}

/** A line that the workbook holds and keeps. */
export function keptLineRow(line: RegisteredLine, currency: string): LineRow {
  const { invoiceNumber, line: number, row, ...fields } = line.record;
  return { invoiceNumber, line: number, currency, fields, oldRow: row };
}

const day = (value: Day | undefined): PlannedCell | null =>
  value === undefined ? null : { value, style: dateStyle };
const quantity = (value: Decimal | undefined): PlannedCell | null =>
  value === undefined ? null : { value, style: quantityStyle(value) };

type Field = keyof (typeof invoiceLinesTable)["columns"];

/** Widths and cells by column of the table's definition; the order and the titles are the definition's. */
const cells: Readonly<Record<Field, readonly [number, OutputColumn<LineRow>["cell"]]>> = {
  invoiceNumber: [24, ({ invoiceNumber }) => textCell(invoiceNumber)],
  line: [6, ({ line }) => (line === undefined ? null : { value: line })],
  contractId: [12, ({ fields }) => textCell(fields.contractId)],
  priceId: [18, ({ fields }) => textCell(fields.priceId)],
  product: [22, ({ fields }) => textCell(fields.product)],
  description: [28, ({ fields }) => textCell(fields.description)],
  kind: [12, ({ fields }) => textCell(fields.kind)],
  tier: [16, ({ fields }) => textCell(fields.tier)],
  periodStart: [11, ({ fields }) => day(fields.periodStart)],
  periodEnd: [11, ({ fields }) => day(fields.periodEnd)],
  quantity: [16, ({ fields }) => quantity(fields.quantity)],
  unit: [10, ({ fields }) => textCell(fields.unit)],
  unitPrice: [16, ({ fields }) => quantity(fields.unitPrice)],
  flatFee: [14, ({ fields }) => quantity(fields.flatFee)],
  amount: [14, ({ fields, currency }) => ({ value: fields.amount, style: amountStyle(currency) })],
  taxCode: [9, ({ fields }) => textCell(fields.taxCode)],
  taxRate: [
    9,
    ({ fields }) => (fields.taxRate === undefined ? null : { value: fields.taxRate, style: percentStyle }),
  ],
  sourceRows: [
    9,
    ({ fields }) =>
      fields.sourceRows === undefined ? null : { value: fields.sourceRows, style: countStyle },
  ],
  explanation: [
    70,
    ({ fields }) => (fields.explanation === undefined ? null : { value: fields.explanation }),
  ],
};

export const linesOutput: OutputTable<LineRow> = {
  sheet: invoiceLinesTable.title,
  name: "InvoiceLines",
  columns: (Object.keys(invoiceLinesTable.columns) as Field[]).map((field) => ({
    title: invoiceLinesTable.columns[field].title,
    width: cells[field][0],
    cell: cells[field][1],
  })),
  tabColor: "2E75B6",
};
