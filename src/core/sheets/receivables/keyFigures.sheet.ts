import { formatPeriod } from "../../calendar/period";
import type { Share } from "../../receivables/reports/keyFigures";
import type { KeyFigureReport, KeyFigureRow } from "../../receivables/reports/keyFigureReport";
import { countBack, type Ratios } from "../../receivables/reports/ratios";
import { decimalColumn, integerColumn, moneyColumn, textColumn } from "../../schema/column";
import { defineTable } from "../../schema/table";
import { FIRST_ROW, HEADER_ROW } from "../layout";
import { columnLetter, type OutputSheet } from "../outputSheet";
import type { PlannedCell, PlannedSheet } from "../plan";
import { amountStyle, countStyle } from "../styles";
import type { OutputColumn } from "../tableSheet";
import { textCell } from "../tableSheet";
import { besideColumn, withAsOf } from "./besideTable";
import { REPORT_TAB, reportSheetsOf, type ReportInput } from "./reportInput";

const money = (title: string, help: string) => moneyColumn({ title, help });
const ratio = (title: string, help: string) => decimalColumn({ title, help });

const keyFiguresTable = defineTable({
  title: "Key figures",
  synonyms: [],
  help: "Receivables month by month, as formulas; shares are in percent, and nothing to divide by is #DIV/0!.",
  columns: {
    month: textColumn({ title: "Month", help: "yyyy-mm" }),
    currency: textColumn({ title: "Currency", help: "ISO 4217 code" }),
    days: integerColumn({ title: "Days", help: "of the month", min: 28, max: 31 }),
    opening: money("Opening", "owed before the month"),
    sales: money("Sales", "invoices less credit notes, with tax"),
    collected: money("Collected", "cash less refunds"),
    closing: money("Closing", "owed at its end"),
    current: money("Current", "of it not past due"),
    pastDue: money("Past due", "of it past due"),
    dso: ratio("DSO", "Closing / Sales × Days"),
    bestPossibleDso: ratio("Best possible DSO", "Current / Sales × Days"),
    add: ratio("ADD", "average days delinquent: DSO less the best possible"),
    countBackDso: ratio("Count-back DSO", "days of the newest sales that Closing amounts to"),
    cei: ratio("CEI", "(Opening + Sales − Closing) / (Opening + Sales − Current) × 100"),
    turnover: ratio("Turnover", "Sales / mean of Opening and Closing"),
    pastDueShare: ratio("Past due share", "of the bands, in percent"),
    weightedDays: ratio("Weighted days", "past due, by amount"),
    unappliedShare: ratio("Unapplied share", "unapplied cash of Cash, in percent"),
    disputeShare: ratio("Dispute share", "the month's invoices with a dispute, in percent"),
    firstPassShare: ratio("First-pass share", "with neither dispute nor credit, in percent"),
    autoMatchShare: ratio("Auto-match share", "the month's payments posted at high confidence, in percent"),
  },
  examples: [],
});
type Field = keyof (typeof keyFiguresTable)["columns"];
type Input = ReportInput<KeyFigureReport>;
type AmountField = "opening" | "sales" | "collected" | "closing" | "current" | "pastDue";

const letter = (field: Field) => columnLetter(keyFiguresTable, field);
const at = (field: Field, sheetRow: number) => `$${letter(field)}${String(sheetRow + 1)}`;
const ratioStyle = { format: "#,##0.0000" };

const amount = (field: AmountField): OutputColumn<KeyFigureRow, Input> => ({
  width: 14,
  cell: (row) => ({ value: row[field], style: amountStyle(row.currency) }),
});

/** A ratio as a formula rounded once; what it shows where there is nothing to divide by is an error of its own. */
const figure = (
  field: keyof Ratios,
  formulaOf: (sheetRow: number, row: KeyFigureRow) => string,
  missing = "#DIV/0!",
): OutputColumn<KeyFigureRow, Input> => ({
  width: 12,
  cell: (row, sheetRow): PlannedCell => ({
    value: row[field] ?? missing,
    formula: `ROUND(${formulaOf(sheetRow, row)},4)`,
    style: ratioStyle,
  }),
});

const shareOf =
  (field: "weighted" | "unapplied" | "disputed" | "firstPass" | "autoMatch", factor: string) =>
  (_sheetRow: number, row: KeyFigureRow): string => {
    const { part, whole }: Share = row[field];
    return `${part.toFixed()}/${whole.toFixed()}${factor}`;
  };

/** Whole months as a sum of their days, and the part of the month before as a share of its own. */
function countBackFormula(sheetRow: number, { closing, months }: KeyFigureRow): string {
  const { whole, rest, isTooShort } = countBack(closing, months);
  if (isTooShort) return "NA()";
  const over = (field: Field, first: number, last: number) => `SUM(${at(field, first)}:${at(field, last)})`;
  const firstWhole = sheetRow - whole + 1;
  const days = whole === 0 ? "0" : over("days", firstWhole, sheetRow);
  if (rest.isZero()) return days;
  const sales = whole === 0 ? "" : `-${over("sales", firstWhole, sheetRow)}`;
  const partly = firstWhole - 1;
  return `${days}+(${at("closing", sheetRow)}${sales})/${at("sales", partly)}*${at("days", partly)}`;
}

const definition = reportSheetsOf<KeyFigureReport>()({
  table: keyFiguresTable,
  written: "always",
  tabColor: REPORT_TAB,
  rows: ({ report }) => report.keyFigures,
  columns: {
    month: { width: 10, cell: ({ month }: KeyFigureRow) => textCell(formatPeriod(month)) },
    currency: { width: 9, cell: ({ currency }) => textCell(currency) },
    days: { width: 7, cell: ({ days }) => ({ value: days, style: countStyle }) },
    opening: amount("opening"),
    sales: amount("sales"),
    collected: amount("collected"),
    closing: amount("closing"),
    current: amount("current"),
    pastDue: amount("pastDue"),
    dso: figure("dso", (row) => `${at("closing", row)}/${at("sales", row)}*${at("days", row)}`),
    bestPossibleDso: figure(
      "bestPossibleDso",
      (row) => `${at("current", row)}/${at("sales", row)}*${at("days", row)}`,
    ),
    add: figure(
      "add",
      (row) => `(${at("closing", row)}-${at("current", row)})/${at("sales", row)}*${at("days", row)}`,
    ),
    countBackDso: figure("countBackDso", countBackFormula, "#N/A"),
    cei: figure(
      "cei",
      (row) =>
        `(${at("opening", row)}+${at("sales", row)}-${at("closing", row)})/(${at("opening", row)}+${at("sales", row)}-${at("current", row)})*100`,
    ),
    turnover: figure(
      "turnover",
      (row) => `${at("sales", row)}/((${at("opening", row)}+${at("closing", row)})/2)`,
    ),
    pastDueShare: figure(
      "pastDueShare",
      (row) => `${at("pastDue", row)}/(${at("current", row)}+${at("pastDue", row)})*100`,
    ),
    weightedDays: figure("weightedDays", shareOf("weighted", "")),
    unappliedShare: figure("unappliedShare", shareOf("unapplied", "*100")),
    disputeShare: figure("disputeShare", shareOf("disputed", "*100")),
    firstPassShare: figure("firstPassShare", shareOf("firstPass", "*100")),
    autoMatchShare: figure("autoMatchShare", shareOf("autoMatch", "*100")),
  },
});

const charted: readonly (keyof Ratios & Field)[] = ["dso", "bestPossibleDso", "countBackDso"];

/** The days of the first currency as lines beside the table, month by month. */
function withChart(sheet: PlannedSheet, { keyFigures }: KeyFigureReport, columns: number): PlannedSheet {
  const months = keyFigures.filter(({ currency }) => currency === keyFigures[0]?.currency).length;
  if (months === 0) return sheet;
  const fields = Object.keys(keyFiguresTable.columns);
  const range = (field: Field) => ({
    firstRow: FIRST_ROW,
    lastRow: FIRST_ROW + months - 1,
    column: fields.indexOf(field),
  });
  const series = charted.map((field) => ({
    name: keyFiguresTable.columns[field].title,
    values: range(field),
  }));
  const chart = {
    kind: "lines" as const,
    title: `Days sales outstanding, ${keyFigures[0]!.currency}`,
    categories: range("month"),
    series,
    row: HEADER_ROW + 3,
    column: besideColumn(columns),
  };
  return { ...sheet, charts: [chart] };
}

/** Key figures with their day and a chart. */
export const keyFiguresSheet: OutputSheet<Input> = {
  ...definition,
  plan: (input) => {
    const columns = Object.keys(keyFiguresTable.columns).length;
    return withChart(withAsOf(definition.plan(input), columns, input.report.asOf), input.report, columns);
  },
};
