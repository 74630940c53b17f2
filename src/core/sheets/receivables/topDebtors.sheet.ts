import type { KeyFigureReport } from "../../receivables/reports/keyFigureReport";
import type { Debtor } from "../../receivables/reports/topDebtors";
import { idColumn, moneyColumn, textColumn } from "../../schema/column";
import { defineTable } from "../../schema/table";
import { amountStyle } from "../styles";
import { textCell } from "../tableSheet";
import { REPORT_TAB, reportSheetsOf } from "./reportInput";

const topDebtorsTable = defineTable({
  title: "Top debtors",
  synonyms: [],
  help: "The ten who owe most in each currency.",
  columns: {
    customerId: idColumn({ title: "Customer ID", help: "who owes" }),
    customerName: textColumn({ title: "Customer name", help: "the customer's name" }),
    currency: textColumn({ title: "Currency", help: "ISO 4217 code" }),
    total: moneyColumn({ title: "Total", help: "owed, as in Aging" }),
    pastDue: moneyColumn({ title: "Past due", help: "of the bands" }),
  },
  examples: [],
});

export const topDebtorsSheet = reportSheetsOf<KeyFigureReport>()({
  table: topDebtorsTable,
  written: "always",
  tabColor: REPORT_TAB,
  rows: ({ report }) => report.topDebtors,
  columns: {
    customerId: { width: 14, cell: ({ customerId }: Debtor) => textCell(customerId) },
    customerName: { width: 28, cell: ({ customerName }) => textCell(customerName) },
    currency: { width: 9, cell: ({ currency }) => textCell(currency) },
    total: { width: 14, cell: ({ total, currency }) => ({ value: total, style: amountStyle(currency) }) },
    pastDue: {
      width: 14,
      cell: ({ pastDue, currency }) => ({ value: pastDue, style: amountStyle(currency) }),
    },
  },
});
