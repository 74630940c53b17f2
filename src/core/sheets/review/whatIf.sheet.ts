import { formatPeriod } from "../../calendar/period";
import { minorDigits } from "../../money/currency";
import { idColumn, moneyColumn, textColumn } from "../../schema/column";
import { defineTable } from "../../schema/table";
import type { OldAndNew, WhatIfAnswer, WhatIfLine } from "../../whatIf/answer";
import { FIRST_ROW } from "../layout";
import { columnLetter } from "../outputSheet";
import type { PlannedCell } from "../plan";
import { reportSheetsOf, type ReportInput } from "../receivables/reportInput";
import { amountStyle, boldAmountStyle, boldText } from "../styles";
import { textCell, type OutputColumn } from "../tableSheet";

const REVIEW_TAB = "C55A11";

const whatIfTable = defineTable({
  title: "What-if",
  synonyms: [],
  help: "What final documents would come to under other terms, before tax: by contract, price and month, then by customer, then in all.",
  columns: {
    customerId: idColumn({ title: "Customer ID", help: "who is billed; Total for a currency" }),
    contractId: idColumn({ title: "Contract ID", help: "blank in the sum of a customer" }),
    priceId: idColumn({ title: "Price ID", help: "blank for a commitment" }),
    product: textColumn({ title: "Product", help: "what was sold" }),
    period: textColumn({ title: "Period", help: "of the documents" }),
    currency: textColumn({ title: "Currency", help: "ISO 4217 code" }),
    old: moneyColumn({ title: "Old", help: "as billed" }),
    new: moneyColumn({ title: "New", help: "Old, and what the other terms make of it less today's" }),
    difference: moneyColumn({ title: "Difference", help: "New − Old" }),
    remark: textColumn({ title: "Remark", help: "who would pay less, and more" }),
  },
  examples: [],
});
type Field = keyof (typeof whatIfTable)["columns"];
type Input = ReportInput<WhatIfAnswer>;

interface Row {
  readonly figures: OldAndNew;
  readonly line: WhatIfLine | undefined;
  readonly customerId: string;
  readonly remark: string;
}

const letter = (field: Field) => columnLetter(whatIfTable, field);

const payers = (count: number) => `${String(count)} ${count === 1 ? "customer" : "customers"}`;

/** Lines first, so that a customer and a currency are sums over the rows above. */
function rowsOf({ lines, customers, totals }: WhatIfAnswer): Row[] {
  const sentence = ({ difference }: OldAndNew) =>
    difference.isZero() ? "as before" : difference.isNegative() ? "pays less" : "pays more";
  return [
    ...lines.map((line): Row => ({ figures: line, line, customerId: line.customerId, remark: "" })),
    ...customers.map((customer): Row => ({
      figures: customer,
      line: undefined,
      customerId: customer.customerId,
      remark: sentence(customer),
    })),
    ...totals.map((total): Row => ({
      figures: total,
      line: undefined,
      customerId: "Total",
      remark: `${payers(total.winners)} would pay less, ${payers(total.losers)} more`,
    })),
  ];
}

function amountColumn(field: "old" | "new" | "difference"): OutputColumn<Row, Input> {
  return {
    width: 15,
    cell: ({ figures, line, customerId }, sheetRow, { report }): PlannedCell => {
      const { currency } = figures;
      const value = figures[field];
      const digits = String(minorDigits(currency));
      const at = (of: Field) => `$${letter(of)}${String(sheetRow + 1)}`;
      if (field === "difference") {
        const style = line ? amountStyle(currency) : boldAmountStyle(currency);
        return { value, formula: `ROUND(${at("new")}-${at("old")},${digits})`, style };
      }
      if (line) return { value, style: amountStyle(currency) };
      const [first, last] = [FIRST_ROW + 1, FIRST_ROW + report.lines.length];
      const range = (of: Field) => `$${letter(of)}$${String(first)}:$${letter(of)}$${String(last)}`;
      const party = customerId === "Total" ? "" : `,${range("customerId")},${at("customerId")}`;
      const formula = `ROUND(SUMIFS(${range(field)},${range("currency")},${at("currency")}${party}),${digits})`;
      return { value, formula, style: boldAmountStyle(currency) };
    },
  };
}

function shownText(value: string, { line }: Row): PlannedCell | null {
  const cell = textCell(value);
  return cell && !line ? { ...cell, style: boldText } : cell;
}

const text = (width: number, of: (row: Row) => string): OutputColumn<Row, Input> => ({
  width,
  cell: (row) => shownText(of(row), row),
});

/** What final documents would come to: every price of every contract, customers, and totals by currency. */
export const whatIfSheet = reportSheetsOf<WhatIfAnswer>()({
  table: whatIfTable,
  written: "always",
  tabColor: REVIEW_TAB,
  rows: ({ report }) => rowsOf(report),
  columns: {
    customerId: { width: 16, cell: (row: Row) => shownText(row.customerId, row) },
    contractId: text(16, ({ line }) => line?.contractId ?? ""),
    priceId: text(22, ({ line }) => line?.priceId ?? ""),
    product: text(28, ({ line }) => line?.product ?? ""),
    period: text(24, ({ line }) => (line ? formatPeriod(line.period) : "")),
    currency: text(9, ({ figures }) => figures.currency),
    old: amountColumn("old"),
    new: amountColumn("new"),
    difference: amountColumn("difference"),
    remark: text(44, ({ remark }) => remark),
  },
});
