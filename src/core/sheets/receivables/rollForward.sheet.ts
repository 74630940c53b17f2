import { formatPeriod } from "../../calendar/period";
import { minorDigits } from "../../money/currency";
import type { RollForwardRow } from "../../receivables/reports/rollForward";
import type { KeyFigureReport } from "../../receivables/reports/keyFigureReport";
import { moneyColumn, textColumn } from "../../schema/column";
import { defineTable } from "../../schema/table";
import { columnLetter } from "../outputSheet";
import type { OutputColumn } from "../tableSheet";
import { amountStyle } from "../styles";
import { textCell } from "../tableSheet";
import { REPORT_TAB, reportSheetsOf, type ReportInput } from "./reportInput";

const money = (title: string, help: string) => moneyColumn({ title, help });

const rollForwardTable = defineTable({
  title: "Roll-forward",
  synonyms: [],
  help: "Month by month what made the receivables; the gap to Aging is 0.",
  columns: {
    month: textColumn({ title: "Month", help: "yyyy-mm" }),
    currency: textColumn({ title: "Currency", help: "ISO 4217 code" }),
    opening: money("Opening", "Closing of the month before"),
    invoices: money("Invoices", "with tax"),
    credits: money("Credits", "credit notes, positive"),
    cash: money("Cash", "received, applied or not"),
    refunds: money("Refunds", "paid back, positive"),
    discounts: money("Discounts", "let off for paying early"),
    writeOffs: money("Write-offs", "let off within the tolerance, or by hand"),
    closing: money("Closing", "Opening + Invoices − Credits − Cash + Refunds − Discounts − Write-offs"),
    agingTotal: money("Aging total", "at the end of the month, from open items"),
    gap: money("Gap", "Closing − Aging total: 0"),
  },
  examples: [],
});
type Field = keyof (typeof rollForwardTable)["columns"];
type AmountField = Exclude<Field, "month" | "currency">;

const at = (field: Field, sheetRow: number) =>
  `$${columnLetter(rollForwardTable, field)}${String(sheetRow + 1)}`;

const sumOf = (row: number) =>
  `${at("opening", row)}+${at("invoices", row)}-${at("credits", row)}-${at("cash", row)}+${at("refunds", row)}-${at("discounts", row)}-${at("writeOffs", row)}`;

const gapOf = (row: number) => `${at("closing", row)}-${at("agingTotal", row)}`;

function amount(
  field: AmountField,
  formulaOf?: (
    row: RollForwardRow,
    sheetRow: number,
    input: ReportInput<KeyFigureReport>,
  ) => string | undefined,
): OutputColumn<RollForwardRow, ReportInput<KeyFigureReport>> {
  return {
    width: 14,
    cell: (row, sheetRow, input) => {
      const inner = formulaOf?.(row, sheetRow, input);
      const digits = String(minorDigits(row.currency));
      return {
        value: row[field],
        style: amountStyle(row.currency),
        ...(inner === undefined ? {} : { formula: `ROUND(${inner},${digits})` }),
      };
    },
  };
}

export const rollForwardSheet = reportSheetsOf<KeyFigureReport>()({
  table: rollForwardTable,
  written: "always",
  tabColor: REPORT_TAB,
  rows: ({ report }) => report.rollForward,
  columns: {
    month: { width: 10, cell: ({ month }: RollForwardRow) => textCell(formatPeriod(month)) },
    currency: { width: 9, cell: ({ currency }) => textCell(currency) },
    opening: amount("opening", ({ currency, month }, sheetRow, { report }) => {
      const isFirst = report.rollForward.find((row) => row.currency === currency)?.month.from === month.from;
      return isFirst ? undefined : at("closing", sheetRow - 1);
    }),
    invoices: amount("invoices"),
    credits: amount("credits"),
    cash: amount("cash"),
    refunds: amount("refunds"),
    discounts: amount("discounts"),
    writeOffs: amount("writeOffs"),
    closing: amount("closing", (_row, sheetRow) => sumOf(sheetRow)),
    agingTotal: amount("agingTotal"),
    gap: amount("gap", (_row, sheetRow) => gapOf(sheetRow)),
  },
});
