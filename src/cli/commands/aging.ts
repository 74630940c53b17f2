import { basename, extname } from "node:path";
import { Command, Option } from "commander";
import {
  agingOf,
  agingSheets,
  formatDay,
  formatMoney,
  reportPlan,
  type AgingBasis,
  type AgingFigures,
  type AgingReport,
} from "../../core/api";
import { agingJson } from "../json/agingJson";
import { issueLines, issuesJson, statusOfIssues } from "../issueLines";
import { ledgerOfFile, writeReport } from "../receivables/ledgerFile";
import { report } from "../report";
import { asOfOption, jsonOption } from "../runOptions";
import { textTable } from "../textTable";

interface AgingOptions {
  readonly asOf?: string;
  readonly basis?: AgingBasis;
  readonly out?: string;
  readonly json?: boolean;
}

function agingText(aging: AgingReport): string {
  const money = ({ currency, bands, unapplied, credits, total }: AgingFigures) =>
    [...bands, unapplied, credits, total].map((amount) => formatMoney(amount, currency));
  const figures = [...aging.labels, "Unapplied", "Credits", "Total"].map((title) => ({
    title,
    isFigure: true,
  }));
  const rows = [
    ...aging.customers.map((row) => [row.customerId, row.customerName, row.currency, ...money(row)]),
    ...aging.totals.map((row) => ["Total", "", row.currency, ...money(row)]),
    ...(aging.reporting?.figures
      ? [["All", "", aging.reporting.currency, ...money(aging.reporting.figures)]]
      : []),
  ];
  const columns = [{ title: "Customer" }, { title: "Name" }, { title: "Currency" }, ...figures];
  const without = aging.totals.filter((_, index) => aging.reporting && !aging.reporting.rates[index]);
  const missing = without.map(
    ({ currency }) => `No rate from ${currency} to ${aging.reporting?.currency ?? ""} in Exchange rates.\n`,
  );
  const table = rows.length > 0 ? textTable(columns, rows) : "Nothing is open.\n";
  return `Aging as of ${formatDay(aging.asOf)}\n${table}${missing.join("")}`;
}

async function aging(path: string, { asOf, basis, out, json }: AgingOptions): Promise<void> {
  const { ledger, issues } = await ledgerOfFile(path, asOf);
  const figures = agingOf(ledger, basis);
  const proposal = `${basename(path, extname(path))}-aging.xlsx`;
  const output = await writeReport(path, out, proposal, () => reportPlan(figures, agingSheets));
  const answer = { asOf: formatDay(ledger.asOf), ...agingJson(figures), issues: issuesJson(issues), output };
  const written = output === "" ? "" : `Written to ${output}\n`;
  report(
    json ? `${JSON.stringify(answer, null, 2)}\n` : `${agingText(figures)}${issueLines(issues)}${written}`,
    statusOfIssues(issues),
  );
}

export function agingCommand(): Command {
  return new Command("aging")
    .description("Says who owes how much for how long, as of any day.")
    .argument("<book>", "the workbook (.xlsx or .xlsm)")
    .addOption(asOfOption("the last day of Invoices, Payments and Applications"))
    .addOption(
      new Option(
        "--basis <day>",
        "the day from which invoices age; default: Aging basis of Settings",
      ).choices(["due", "invoice"]),
    )
    .option("--out <file>", "a workbook to write with Aging and Aging detail")
    .addOption(jsonOption())
    .action(aging);
}
