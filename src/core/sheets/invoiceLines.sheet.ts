import { invoiceLinesTable } from "../documents/invoiceLines.table";
import type { Decimal } from "../money/decimal";
import type { OutputInput } from "./outputInput";
import { outputSheetsOf } from "./outputSheet";
import type { PlannedCell } from "./plan";
import type { LineRow } from "./registerRows";
import { amountStyle, countStyle, percentStyle, quantityStyle } from "./styles";
import { dayCell, textCell } from "./tableSheet";
import { DOCUMENT_NUMBER_WIDTH } from "./layout";

const quantity = (value: Decimal | undefined): PlannedCell | null =>
  value === undefined ? null : { value, style: quantityStyle(value) };
const count = (value: number | undefined): PlannedCell | null =>
  value === undefined ? null : { value, style: countStyle };

type LinesInput = Pick<OutputInput, "snapshot" | "register" | "registerRows">;

export const invoiceLinesSheet = outputSheetsOf<LinesInput>()({
  table: invoiceLinesTable,
  written: "always",
  keepsRows: true,
  tabColor: "2E75B6",
  rows: ({ registerRows }) => registerRows.lines,
  bound: ({ register }) => register.linesBound,
  unreadable: ({ register }) => register.unreadable.lines,
  oldRow: ({ oldRow }: LineRow) => oldRow,
  columns: {
    invoiceNumber: { width: DOCUMENT_NUMBER_WIDTH, cell: ({ fields }) => textCell(fields.invoiceNumber) },
    line: { width: 6, cell: ({ fields: { line } }) => (line === undefined ? null : { value: line }) },
    contractId: { width: 12, cell: ({ fields }) => textCell(fields.contractId) },
    priceId: { width: 18, cell: ({ fields }) => textCell(fields.priceId) },
    product: { width: 22, cell: ({ fields }) => textCell(fields.product) },
    description: { width: 28, cell: ({ fields }) => textCell(fields.description) },
    kind: { width: 12, cell: ({ fields }) => textCell(fields.kind) },
    tier: { width: 16, cell: ({ fields }) => textCell(fields.tier) },
    periodStart: { width: 11, cell: ({ fields }) => dayCell(fields.periodStart) },
    periodEnd: { width: 11, cell: ({ fields }) => dayCell(fields.periodEnd) },
    quantity: { width: 16, cell: ({ fields }) => quantity(fields.quantity) },
    unit: { width: 10, cell: ({ fields }) => textCell(fields.unit) },
    unitPrice: { width: 16, cell: ({ fields }) => quantity(fields.unitPrice) },
    flatFee: { width: 14, cell: ({ fields }) => quantity(fields.flatFee) },
    amount: {
      width: 14,
      cell: ({ fields, currency }) => ({ value: fields.amount, style: amountStyle(currency) }),
    },
    taxCode: { width: 9, cell: ({ fields }) => textCell(fields.taxCode) },
    taxRate: {
      width: 9,
      cell: ({ fields }) =>
        fields.taxRate === undefined ? null : { value: fields.taxRate, style: percentStyle },
    },
    sourceRows: { width: 9, cell: ({ fields }) => count(fields.sourceRows) },
    explanation: {
      width: 70,
      cell: ({ fields }) => (fields.explanation === undefined ? null : { value: fields.explanation }),
    },
  },
});
