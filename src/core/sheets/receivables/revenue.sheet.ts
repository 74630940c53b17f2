import { minorDigits } from "../../money/currency";
import type { KeyFigureReport } from "../../receivables/reports/keyFigureReport";
import type { RevenueRow } from "../../receivables/reports/revenue";
import { idColumn, moneyColumn, textColumn } from "../../schema/column";
import { defineTable } from "../../schema/table";
import { columnLetter } from "../outputSheet";
import { amountStyle } from "../styles";
import { textCell } from "../tableSheet";
import { REPORT_TAB, reportSheetsOf } from "./reportInput";

const revenueTable = defineTable({
  title: "Revenue",
  synonyms: [],
  help: "What was billed by customer and product, net; cost where Prices has a Unit cost.",
  columns: {
    customerId: idColumn({ title: "Customer ID", help: "who was billed" }),
    customerName: textColumn({ title: "Customer name", help: "the customer's name" }),
    currency: textColumn({ title: "Currency", help: "ISO 4217 code" }),
    product: textColumn({ title: "Product", help: "of the lines; blank where a document has none" }),
    revenue: moneyColumn({ title: "Revenue", help: "before tax, less credit notes" }),
    cost: moneyColumn({ title: "Cost", help: "quantity × Unit cost" }),
    margin: moneyColumn({ title: "Margin", help: "Revenue less Cost" }),
  },
  examples: [],
});

const at = (field: "revenue" | "cost", sheetRow: number) =>
  `$${columnLetter(revenueTable, field)}${String(sheetRow + 1)}`;

export const revenueSheet = reportSheetsOf<KeyFigureReport>()({
  table: revenueTable,
  written: "always",
  tabColor: REPORT_TAB,
  rows: ({ report }) => report.revenue,
  columns: {
    customerId: { width: 14, cell: ({ customerId }: RevenueRow) => textCell(customerId) },
    customerName: { width: 28, cell: ({ customerName }) => textCell(customerName) },
    currency: { width: 9, cell: ({ currency }) => textCell(currency) },
    product: { width: 24, cell: ({ product }) => textCell(product) },
    revenue: {
      width: 14,
      cell: ({ revenue, currency }) => ({ value: revenue, style: amountStyle(currency) }),
    },
    cost: {
      width: 14,
      cell: ({ cost, currency }) => (cost ? { value: cost, style: amountStyle(currency) } : null),
    },
    margin: {
      width: 14,
      cell: ({ margin, currency }, sheetRow) =>
        margin
          ? {
              value: margin,
              formula: `ROUND(${at("revenue", sheetRow)}-${at("cost", sheetRow)},${String(minorDigits(currency))})`,
              style: amountStyle(currency),
            }
          : null,
    },
  },
});
