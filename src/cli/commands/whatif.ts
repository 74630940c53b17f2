import { basename, extname, relative, resolve } from "node:path";
import { Command, Option } from "commander";
import {
  adjustmentSteps,
  formatMoney,
  formatPeriod,
  openWhatIf,
  parseTermChange,
  reportPlan,
  whatIfSheets,
  type AdjustmentStep,
  type Period,
  type Snapshot,
  type TermChange,
  type WhatIfAnswer,
} from "../../core/api";
import { emptyPackage } from "../../workbook/xlsx/package/emptyPackage";
import { applyPlan } from "../../workbook/xlsx/write/applyPlan";
import { CommandFailure, exitStatus } from "../exit";
import { printNotice } from "../fault";
import { whatIfJson } from "../json/whatIfJson";
import { openWorkbookFile } from "../openWorkbookFile";
import { outputPath } from "../outputPath";
import { report } from "../report";
import { jsonOption, namedUsageOption, parseRunOptions } from "../runOptions";
import { textTable } from "../textTable";
import { writeWholeFile } from "../writeWholeFile";

interface WhatIfOptions {
  readonly usage?: readonly string[];
  readonly period?: readonly string[];
  readonly prices?: string;
  readonly set?: readonly string[];
  readonly order?: string;
  readonly out?: string;
  readonly json?: boolean;
}

function changeOf(text: string): TermChange {
  const change = parseTermChange(text);
  if (change) return change;
  throw new CommandFailure(`--set ${text}: write it like "Prices[C1 Units].Unit price=0.12"`);
}

function orderOf(text: string | undefined): readonly AdjustmentStep[] | undefined {
  if (text === undefined) return undefined;
  const words = text.split(",").map((word) => word.trim().toLowerCase());
  const steps = words.flatMap((word) => adjustmentSteps.find((step) => step === word) ?? []);
  const isWhole = steps.length === words.length && new Set(steps).size === adjustmentSteps.length;
  if (isWhole && words.length === adjustmentSteps.length) return steps;
  throw new CommandFailure(`--order ${text}: name ${adjustmentSteps.join(", ")}, each once`);
}

function periodsOf(texts: readonly string[]): Period[] {
  return texts.flatMap((period) => parseRunOptions({ period }).period ?? []);
}

function answerText({ periods, customers, totals }: WhatIfAnswer): string {
  if (periods.length === 0) return "There are no final documents to ask about.\n";
  const rows = customers
    .filter(({ difference }) => !difference.isZero())
    .map(({ customerId, currency, ...figures }) => [
      customerId,
      currency,
      ...[figures.old, figures.new, figures.difference].map((amount) => formatMoney(amount, currency)),
    ]);
  const figures = ["Old", "New", "Difference"].map((title) => ({ title, isFigure: true }));
  const table =
    rows.length > 0 ? textTable([{ title: "Customer" }, { title: "Currency" }, ...figures], rows) : "";
  const sums = totals.map(({ currency, old, new: then, difference, winners, losers }) => {
    const [from, to, more] = [old, then, difference].map((amount) => formatMoney(amount, currency));
    return `${currency} ${from!} → ${to!} (${more!}) before tax; would pay less: ${String(winners)}, more: ${String(losers)}\n`;
  });
  return `What if, ${periods.map(formatPeriod).join(", ")}\n${table}${sums.join("")}`;
}

async function writeAnswer(out: string, reads: readonly string[], answer: WhatIfAnswer): Promise<string> {
  const proposal = `${basename(reads[0]!, extname(reads[0]!))}-whatif.xlsx`;
  const target = await outputPath({ path: out, name: `--out ${out}`, reads, proposal });
  await writeWholeFile(target, applyPlan(emptyPackage(), reportPlan(answer, whatIfSheets)));
  return `Written to ${relative(process.cwd(), resolve(out))}\n`;
}

async function pricesOf(path: string | undefined): Promise<Snapshot | undefined> {
  return path === undefined ? undefined : (await openWorkbookFile(path, { usageFiles: "needed" })).snapshot;
}

async function whatIf(path: string, options: WhatIfOptions): Promise<void> {
  const { prices, set = [], out, json } = options;
  const order = orderOf(options.order);
  if (prices === undefined && set.length === 0 && !order)
    throw new CommandFailure(
      'say what would be otherwise: --prices FILE, --set "Prices[C1 Units].Unit price=0.12" or --order',
    );
  const question = { prices: await pricesOf(prices), changes: set.map(changeOf), order };
  const session = openWhatIf(
    (await openWorkbookFile(path, { usageFiles: "needed", usage: options.usage })).snapshot,
    periodsOf(options.period ?? []),
  );
  const asked = session.ask(question);
  if (!asked.ok) throw new CommandFailure(`${set.length > 0 ? "--set" : (prices ?? path)}: ${asked.reason}`);
  const answer = session.reprice(asked.terms);
  for (const { contractId, period, reason } of answer.withoutAmount)
    printNotice(`${contractId} ${formatPeriod(period)} counts as it is: ${reason}`);
  const reads = prices === undefined ? [path] : [path, prices];
  const written = out === undefined ? "" : await writeAnswer(out, reads, answer);
  report(
    json ? `${JSON.stringify(whatIfJson(answer), null, 2)}\n` : `${answerText(answer)}${written}`,
    answer.withoutAmount.length > 0 ? exitStatus.attention : exitStatus.done,
  );
}

export function whatIfCommand(): Command {
  return new Command("whatif")
    .description(
      "What final documents would come to under other prices or terms, by contract, price and month.",
    )
    .argument("<book>", "the billed workbook (.xlsx or .xlsm)")
    .addOption(
      new Option("--period <period...>", "2026-10, 2026-Q4, 2026 or two days; default: all final documents"),
    )
    .option("--prices <file>", "a workbook whose Prices and Tiers replace the book's")
    .option(
      "--set <text...>",
      'one cell of Prices, Contracts or Settings: "Prices[C1 Units].Unit price=0.12"',
    )
    .option("--order <steps>", `another order of ${adjustmentSteps.join(",")}`)
    .addOption(namedUsageOption())
    .option("--out <file>", "a workbook to write with the sheet What-if")
    .addOption(jsonOption())
    .action(whatIf);
}
