import { basename, extname } from "node:path";
import { Command } from "commander";
import {
  expectedCash,
  expectedCashSheets,
  expectedWeeks,
  formatDay,
  formatMoney,
  formatPeriod,
  keyFigureReport,
  keyFigureSheets,
  reportPlan,
  type Decimal,
  type ExpectedItem,
  type KeyFigureReport,
} from "../../core/api";
import { expectedCashJson } from "../json/expectedCashJson";
import { keyFiguresJson } from "../json/keyFiguresJson";
import { issueLines, issuesJson, statusOfIssues } from "../issueLines";
import { ledgerOfFile, writeReport } from "../receivables/ledgerFile";
import { report } from "../report";
import { asOfOption, jsonOption } from "../runOptions";
import { textTable } from "../textTable";

interface KpisOptions {
  readonly asOf?: string;
  readonly expectedCash?: boolean;
  readonly out?: string;
  readonly json?: boolean;
}

function keyFiguresText({ asOf, keyFigures }: KeyFigureReport): string {
  const ratio = (value: Decimal | undefined) => value?.toFixed(1) ?? "–";
  const rows = keyFigures.map(
    ({ month, currency, sales, collected, closing, dso, bestPossibleDso, countBackDso, cei }) => [
      formatPeriod(month),
      currency,
      ...[sales, collected, closing].map((amount) => formatMoney(amount, currency)),
      ...[dso, bestPossibleDso, countBackDso, cei].map(ratio),
    ],
  );
  const figures = ["Sales", "Collected", "Closing", "DSO", "Best DSO", "Count-back", "CEI"];
  const columns = [
    { title: "Month" },
    { title: "Currency" },
    ...figures.map((title) => ({ title, isFigure: true })),
  ];
  return `Key figures as of ${formatDay(asOf)}\n${textTable(columns, rows)}`;
}

/** How the receivable came from the first day to the last, by currency, and whether Aging says the same. */
function rollForwardText({ rollForward }: KeyFigureReport): string {
  const titles = [
    "Opening",
    "Invoices",
    "Credits",
    "Cash",
    "Refunds",
    "Discounts",
    "Write-offs",
    "Closing",
    "Gap",
  ];
  const columns = [
    { title: "Month" },
    { title: "Currency" },
    ...titles.map((title) => ({ title, isFigure: true })),
  ];
  const rows = rollForward.map((row) => {
    const { month, currency, opening, invoices, credits, cash, refunds, discounts, writeOffs, closing, gap } =
      row;
    const amounts = [opening, invoices, credits, cash, refunds, discounts, writeOffs, closing, gap];
    return [formatPeriod(month), currency, ...amounts.map((amount) => formatMoney(amount, currency))];
  });
  return rows.length === 0 ? "" : `\nRoll-forward\n${textTable(columns, rows)}`;
}

/** Weeks of money to come that are shown; the workbook and `--json` have all. */
const SHOWN_WEEKS = 8;

/** What is expected in the weeks to come, as payers have paid until now. */
function expectedText(expected: readonly ExpectedItem[]): string {
  const weeks = expectedWeeks(expected).slice(0, SHOWN_WEEKS);
  if (weeks.length === 0) return "";
  const columns = [
    { title: "Week of" },
    { title: "Currency" },
    { title: "Expected", isFigure: true },
    { title: "Invoices", isFigure: true },
  ];
  const rows = weeks.map(({ week, currency, amount, invoices }) => [
    formatDay(week),
    currency,
    formatMoney(amount, currency),
    String(invoices),
  ]);
  return `\nExpected cash\n${textTable(columns, rows)}`;
}

async function kpis(
  path: string,
  { asOf, expectedCash: asksForCash, out, json }: KpisOptions,
): Promise<void> {
  const { ledger, issues } = await ledgerOfFile(path, asOf);
  const figures = keyFigureReport(ledger);
  const expected = asksForCash ? expectedCash(ledger) : undefined;
  const proposal = `${basename(path, extname(path))}-kpis.xlsx`;
  const output = await writeReport(path, out, proposal, () =>
    expected
      ? reportPlan({ ...figures, expected }, [...keyFigureSheets, ...expectedCashSheets])
      : reportPlan(figures, keyFigureSheets),
  );
  const answer = {
    asOf: formatDay(ledger.asOf),
    ...keyFiguresJson(figures),
    ...(expected ? { expectedCash: expectedCashJson(expected) } : {}),
    issues: issuesJson(issues),
    output,
  };
  const written = output === "" ? "" : `Written to ${output}\n`;
  report(
    json
      ? `${JSON.stringify(answer, null, 2)}\n`
      : `${keyFiguresText(figures)}${rollForwardText(figures)}${expected ? expectedText(expected) : ""}${issueLines(issues)}${written}`,
    statusOfIssues(issues),
  );
}

export function kpisCommand(): Command {
  return new Command("kpis")
    .description("Key figures of receivables month by month, the roll-forward, top debtors and revenue.")
    .argument("<book>", "the workbook (.xlsx or .xlsm)")
    .addOption(asOfOption("the last day of Invoices, Payments and Applications"))
    .option(
      "--expected-cash",
      "also when the money for open invoices is expected, as payers have paid until now",
    )
    .option("--out <file>", "a workbook to write with the figures as formulas")
    .addOption(jsonOption())
    .action(kpis);
}
