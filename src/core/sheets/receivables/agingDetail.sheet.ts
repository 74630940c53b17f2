import { detailTypes } from "../../receivables/reports/agingDetail";
import type { OpenItemRow } from "../../receivables/reports/agingDetail";
import type { AgingReport } from "../../receivables/reports/aging";
import {
  choiceColumn,
  dayColumn,
  idColumn,
  integerColumn,
  moneyColumn,
  textColumn,
} from "../../schema/column";
import { defineTable } from "../../schema/table";
import type { PlannedCell } from "../plan";
import { amountStyle, countStyle } from "../styles";
import { dayCell, textCell } from "../tableSheet";
import { REPORT_TAB, reportSheetsOf } from "./reportInput";
import { DOCUMENT_NUMBER_WIDTH } from "../layout";

export const agingDetailTable = defineTable({
  title: "Aging detail",
  synonyms: [],
  help: "Everything that is open at the day of Aging; each cell of Aging is a sum of it.",
  columns: {
    customerId: idColumn({ title: "Customer ID", help: "who owes" }),
    customerName: textColumn({ title: "Customer name", help: "the customer's name" }),
    currency: textColumn({ title: "Currency", help: "ISO 4217 code" }),
    document: idColumn({ title: "Document", help: "number of the document, or Payment ID" }),
    type: choiceColumn({ title: "Type", help: "credits and payments are negative", choices: detailTypes }),
    date: dayColumn({ title: "Date", help: "of document or payment" }),
    dueDate: dayColumn({ title: "Due date", help: "of an invoice" }),
    days: integerColumn({
      title: "Days",
      help: "past the due date, or the invoice date",
      min: -100_000,
      max: 100_000,
    }),
    band: textColumn({ title: "Band", help: "of Aging" }),
    amount: moneyColumn({ title: "Amount", help: "of the document or payment" }),
    open: moneyColumn({ title: "Open", help: "what is left of it" }),
    disputed: moneyColumn({ title: "Disputed", help: "what of it is in dispute" }),
  },
  examples: [],
});

const amount = (field: "amount" | "open" | "disputed") => ({
  width: 14,
  cell: (row: OpenItemRow): PlannedCell => ({ value: row[field], style: amountStyle(row.currency) }),
});

export const agingDetailSheet = reportSheetsOf<AgingReport>()({
  table: agingDetailTable,
  written: "always",
  tabColor: REPORT_TAB,
  rows: ({ report }) => report.detail,
  columns: {
    customerId: { width: 14, cell: ({ customerId }: OpenItemRow) => textCell(customerId) },
    customerName: { width: 28, cell: ({ customerName }) => textCell(customerName) },
    currency: { width: 9, cell: ({ currency }) => textCell(currency) },
    document: { width: DOCUMENT_NUMBER_WIDTH, cell: ({ document }) => textCell(document) },
    type: { width: 12, cell: ({ type }) => textCell(detailTypes[type]) },
    date: { width: 11, cell: ({ date }) => dayCell(date) },
    dueDate: { width: 11, cell: ({ dueDate }) => dayCell(dueDate) },
    days: { width: 8, cell: ({ days }) => (days === undefined ? null : { value: days, style: countStyle }) },
    band: { width: 9, cell: ({ band }) => textCell(band) },
    amount: amount("amount"),
    open: amount("open"),
    disputed: amount("disputed"),
  },
});
