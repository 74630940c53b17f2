import { minorDigits } from "../../money/currency";
import type { Decimal } from "../../money/decimal";
import { agingBands, defaultAgingLimits } from "../../payments/aging";
import type { AgingFigures, AgingOfCustomer, AgingReport } from "../../receivables/reports/aging";
import { columnName } from "../../grid/grid";
import { idColumn, moneyColumn, textColumn, type Column } from "../../schema/column";
import { outputSheetName } from "../../schema/outputSheet";
import type { Columns, TableDefinition } from "../../schema/table";
import { sheetReference } from "../formulas";
import { keptParts } from "../keptParts";
import { FIRST_ROW, HEADER_ROW } from "../layout";
import { columnLetter, excelTableName, type OutputSheet } from "../outputSheet";
import type { PlannedCell, PlannedSheet } from "../plan";
import { amountStyle, boldAmountStyle, boldText } from "../styles";
import { tableSheet, textCell, type OutputColumn } from "../tableSheet";
import { agingDetailTable } from "./agingDetail.sheet";
import { besideColumn, withAsOf } from "./besideTable";
import { REPORT_TAB, type ReportInput } from "./reportInput";

const HEADING_COLUMNS = 3;
type Input = ReportInput<AgingReport>;
type Row = {
  readonly figures: AgingFigures;
  readonly customer: AgingOfCustomer | undefined;
  readonly block: readonly [number, number];
  /** Of the row in the reporting currency: the rates of the rows of its block. */
  readonly rates?: readonly Decimal[];
};
type DetailField = keyof (typeof agingDetailTable)["columns"];

/** The table with its bands by their limits. */
function agingTableOf(labels: readonly string[]): TableDefinition {
  const bands = labels.map((label): [string, Column<Decimal>] => [
    `band ${label}`,
    moneyColumn({ title: label, help: label === "Current" ? "not past due" : "days past due" }),
  ]);
  return {
    title: "Aging",
    synonyms: [],
    help: "Who owes how much for how long: bands − Unapplied − Credits = Total; a row Total per currency.",
    columns: {
      customerId: idColumn({
        title: "Customer ID",
        help: "who owes; Total for a currency, All for all in the Reporting currency",
      }),
      customerName: textColumn({ title: "Customer name", help: "(unknown) for cash of nobody" }),
      currency: textColumn({ title: "Currency", help: "ISO 4217 code" }),
      ...Object.fromEntries(bands),
      unapplied: moneyColumn({ title: "Unapplied", help: "cash that is not applied, positive" }),
      credits: moneyColumn({ title: "Credits", help: "open credit notes, positive" }),
      disputed: moneyColumn({ title: "Disputed", help: "part of the bands" }),
      total: moneyColumn({ title: "Total", help: "what is owed" }),
    } satisfies Columns,
    examples: [],
  };
}

/** All currencies in that of reports, where every rate is known. */
function reportingRow(reporting: AgingReport["reporting"], customers: number, totals: number): Row[] {
  if (!reporting?.figures) return [];
  const rates = reporting.rates.flatMap((rate) => rate ?? []);
  const block = [customers, customers + totals - 1] as const;
  return [{ figures: reporting.figures, customer: undefined, block, rates }];
}

/** Customers by currency, then the totals: each total is a sum over a block of rows. */
function rowsOf({ customers, totals, reporting }: AgingReport): Row[] {
  const block = (currency: string): readonly [number, number] => {
    const first = customers.findIndex((customer) => customer.currency === currency);
    return [first, first + customers.filter((customer) => customer.currency === currency).length - 1];
  };
  return [
    ...customers.map((customer): Row => ({ figures: customer, customer, block: [0, -1] })),
    ...totals.map((figures): Row => ({ figures, customer: undefined, block: block(figures.currency) })),
    ...reportingRow(reporting, customers.length, totals.length),
  ];
}

const sheetRows = ([first, last]: readonly [number, number]): [string, string] => [
  String(first + FIRST_ROW + 1),
  String(last + FIRST_ROW + 1),
];

/** The rows of a customer in Aging detail, which stand together. */
function detailRange({ snapshot }: Input, field: DetailField, { rows }: AgingOfCustomer): string {
  const letter = columnLetter(agingDetailTable, field);
  const [first, last] = sheetRows(rows);
  return `${sheetReference(outputSheetName(agingDetailTable, snapshot))}!$${letter}$${first}:$${letter}$${last}`;
}

/** Excel reads a criterion of 1-30 as a day, so bands are told by their days. */
function bandCriteria(band: number, { limits }: AgingReport, days: string): string {
  const from = band === 0 ? undefined : band === 1 ? 1 : limits[band - 2]! + 1;
  const to = band === 0 ? 0 : limits[band - 1];
  return [
    ...(from === undefined ? [] : [`${days},">=${String(from)}"`]),
    ...(to === undefined ? [] : [`${days},"<=${String(to)}"`]),
  ].join(",");
}

type Formula = (customer: AgingOfCustomer, input: Input, sheetRow: number) => string;

/**
 * A column of amounts: for a customer a sum over Aging detail, for a total a sum over the rows above, for all currencies the
 * totals at their rates, or what adds up across its own row.
 */
function amountColumn(
  width: number,
  column: number,
  value: (figures: AgingFigures) => Decimal,
  formula: Formula,
  across?: (sheetRow: number) => string,
): OutputColumn<Row, Input> {
  const ofBlock = ({ block, rates }: Row) => {
    const letter = columnName(column);
    const [first, last] = sheetRows(block);
    if (!rates) return `SUM($${letter}$${first}:$${letter}$${last})`;
    const amounts = rates.map(
      (rate, index) => `${letter}${String(Number(first) + index)}*${rate.toString()}`,
    );
    return amounts.join("+");
  };
  return {
    width,
    cell: (row, sheetRow, input): PlannedCell => {
      const { figures, customer, rates } = row;
      const digits = String(minorDigits(figures.currency));
      const ofRow = rates && across ? across(sheetRow) : ofBlock(row);
      const inner = customer ? formula(customer, input, sheetRow) : ofRow;
      const style = customer ? amountStyle(figures.currency) : boldAmountStyle(figures.currency);
      return { value: value(figures), formula: `ROUND(${inner},${digits})`, style };
    },
  };
}

const ofType =
  (type: string, sign: "" | "-"): Formula =>
  (customer, input) =>
    `${sign}SUMIFS(${detailRange(input, "open", customer)},${detailRange(input, "type", customer)},"${type}")`;

function columnsOf(report: AgingReport): OutputColumn<Row, Input>[] {
  const bands = report.labels.map((_, band) =>
    amountColumn(
      13,
      HEADING_COLUMNS + band,
      (figures) => figures.bands[band]!,
      (customer, input) =>
        `SUMIFS(${detailRange(input, "open", customer)},${bandCriteria(band, report, detailRange(input, "days", customer))})`,
    ),
  );
  const after = HEADING_COLUMNS + bands.length;
  const at = (column: number, sheetRow: number) => `$${columnName(column)}${String(sheetRow + 1)}`;
  const owed = (sheetRow: number) =>
    `SUM(${at(HEADING_COLUMNS, sheetRow)}:${at(after - 1, sheetRow)})-${at(after, sheetRow)}-${at(after + 1, sheetRow)}`;
  const text = (of: (row: Row) => string) => (row: Row) => {
    const cell = textCell(of(row));
    return cell && !row.customer ? { ...cell, style: boldText } : cell;
  };
  return [
    { width: 16, cell: text(({ customer, rates }) => customer?.customerId ?? (rates ? "All" : "Total")) },
    { width: 28, cell: text(({ customer }) => customer?.customerName ?? "") },
    { width: 9, cell: text(({ figures }) => figures.currency) },
    ...bands,
    amountColumn(13, after, ({ unapplied }) => unapplied, ofType("Payment", "-")),
    amountColumn(13, after + 1, ({ credits }) => credits, ofType("Credit note", "-")),
    amountColumn(
      13,
      after + 2,
      ({ disputed }) => disputed,
      (customer, input) => `SUM(${detailRange(input, "disputed", customer)})`,
    ),
    amountColumn(
      14,
      after + 3,
      ({ total }) => total,
      (_customer, _input, sheetRow) => owed(sheetRow),
      owed,
    ),
  ];
}

/** The bands of each currency's total as bars beside the table. */
function withChart(
  sheet: PlannedSheet,
  { customers, totals, labels }: AgingReport,
  columns: number,
): PlannedSheet {
  if (totals.length === 0) return sheet;
  const firstTotal = FIRST_ROW + customers.length;
  const lastTotal = firstTotal + totals.length - 1;
  const range = (column: number) => ({ firstRow: firstTotal, lastRow: lastTotal, column });
  const series = labels.map((name, band) => ({ name, values: range(HEADING_COLUMNS + band) }));
  const chart = {
    kind: "bars" as const,
    title: "Open by days past due",
    categories: range(HEADING_COLUMNS - 1),
    series,
    row: HEADER_ROW + 3,
    column: besideColumn(columns),
  };
  return { ...sheet, charts: [chart] };
}

function plan(input: Input): PlannedSheet {
  const { report, snapshot } = input;
  const table = agingTableOf(report.labels);
  const titles = Object.values(table.columns).map(({ title }) => title);
  const columns = columnsOf(report).map((column, index) => ({ ...column, title: titles[index]! }));
  const planned = tableSheet({
    sheet: outputSheetName(table, snapshot),
    tableName: excelTableName(table.title),
    tabColor: REPORT_TAB,
    columns,
    rows: rowsOf(report),
    kept: keptParts(undefined),
    oldRow: () => undefined,
    input,
  });
  return withChart(withAsOf(planned, columns.length, report.asOf), report, columns.length);
}

/** Aging with its day and a chart; every figure is a sum over Aging detail. */
export const agingSheet: OutputSheet<Input> = {
  table: agingTableOf(agingBands(defaultAgingLimits).labels),
  written: "always",
  isDue: () => true,
  plan,
};
