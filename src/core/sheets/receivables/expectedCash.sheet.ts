import { expectationBases, type ExpectedItem } from "../../receivables/reports/expectedCash";
import {
  choiceColumn,
  dayColumn,
  idColumn,
  integerColumn,
  moneyColumn,
  textColumn,
} from "../../schema/column";
import { defineTable } from "../../schema/table";
import { amountStyle, countStyle } from "../styles";
import { dayCell, textCell } from "../tableSheet";
import { REPORT_TAB, reportSheetsOf } from "./reportInput";
import { DOCUMENT_NUMBER_WIDTH } from "../layout";

const expectedCashTable = defineTable({
  title: "Expected cash",
  synonyms: [],
  help: "When the money for each open invoice is expected, as its payer has paid until now; what is in dispute is left out.",
  columns: {
    week: dayColumn({ title: "Week", help: "its Monday" }),
    expected: dayColumn({ title: "Expected", help: "the day on which the payer would pay" }),
    customerId: idColumn({ title: "Customer ID", help: "who owes" }),
    customerName: textColumn({ title: "Customer name", help: "the customer's name" }),
    currency: textColumn({ title: "Currency", help: "ISO 4217 code" }),
    document: idColumn({ title: "Document", help: "the open invoice" }),
    dueDate: dayColumn({ title: "Due date", help: "of the invoice" }),
    open: moneyColumn({ title: "Open", help: "what is open and not in dispute" }),
    usualDays: integerColumn({
      title: "Usual days",
      help: "past the due date, the middle of the payer's last 12",
      min: -100_000,
      max: 100_000,
    }),
    basis: choiceColumn({ title: "Basis", help: "what the day follows from", choices: expectationBases }),
  },
  examples: [],
});

export const expectedCashSheet = reportSheetsOf<{ readonly expected: readonly ExpectedItem[] }>()({
  table: expectedCashTable,
  written: "always",
  tabColor: REPORT_TAB,
  rows: ({ report }) => report.expected,
  columns: {
    week: { width: 11, cell: ({ week }: ExpectedItem) => dayCell(week) },
    expected: { width: 11, cell: ({ expected }) => dayCell(expected) },
    customerId: { width: 14, cell: ({ customerId }) => textCell(customerId) },
    customerName: { width: 28, cell: ({ customerName }) => textCell(customerName) },
    currency: { width: 9, cell: ({ currency }) => textCell(currency) },
    document: { width: DOCUMENT_NUMBER_WIDTH, cell: ({ document }) => textCell(document) },
    dueDate: { width: 11, cell: ({ dueDate }) => dayCell(dueDate) },
    open: { width: 14, cell: ({ open, currency }) => ({ value: open, style: amountStyle(currency) }) },
    usualDays: { width: 10, cell: ({ usualDays }) => ({ value: usualDays, style: countStyle }) },
    basis: { width: 11, cell: ({ basis }) => textCell(expectationBases[basis]) },
  },
});
