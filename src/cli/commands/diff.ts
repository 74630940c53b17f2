import { basename, extname, relative, resolve } from "node:path";
import { Command } from "commander";
import {
  compareBooks,
  comparisonSheets,
  formatMoney,
  formatPeriod,
  reportPlan,
  type Comparison,
  type DocumentDifference,
} from "../../core/api";
import { emptyPackage } from "../../workbook/xlsx/package/emptyPackage";
import { applyPlan } from "../../workbook/xlsx/write/applyPlan";
import { exitStatus } from "../exit";
import { comparisonJson } from "../json/comparisonJson";
import { openWorkbookFile } from "../openWorkbookFile";
import { outputPath } from "../outputPath";
import { report } from "../report";
import { jsonOption, parseRunOptions, periodOption } from "../runOptions";
import { alignedLines } from "../textTable";
import { writeWholeFile } from "../writeWholeFile";

interface DiffOptions {
  readonly period?: string;
  readonly out?: string;
  readonly json?: boolean;
}

function documentText(document: DocumentDifference): string[] {
  const { customerId, contractId, period, invoiceA, invoiceB, currency, totalA, totalB, difference } =
    document;
  const numbers = [...new Set([invoiceA, invoiceB])].filter((number) => number !== "").join(" → ");
  const party = contractId === "" ? customerId : contractId;
  const money = (amount: typeof totalA) => formatMoney(amount, currency);
  const effects = document.effects.map(({ effect, amount, cause }) => [`  ${effect}`, money(amount), cause]);
  return [
    `${party} ${period ? formatPeriod(period) : ""}  ${numbers}  ${currency} ${money(totalA)} → ${money(totalB)} (${money(difference)})`,
    ...alignedLines(effects, (column) => column === 1),
  ];
}

function text({ documents, effects, totals, numbers }: Comparison): string {
  const sums = totals.flatMap(({ currency, totalA, totalB, difference }) => {
    const own = effects.filter((each) => each.currency === currency);
    const rows = [
      [`${currency} Total A`, formatMoney(totalA, currency)],
      ...own.map(({ effect, amount }) => [`  ${effect}`, formatMoney(amount, currency)]),
      [`${currency} Total B`, formatMoney(totalB, currency)],
      ["  difference", formatMoney(difference, currency)],
    ];
    return [...alignedLines(rows, (column) => column === 1), ""];
  });
  const different = documents.length + numbers.length > 0;
  return [
    ...sums,
    ...documents.flatMap((document) => [...documentText(document), ""]),
    ...(numbers.length > 0 ? [`Numbers given twice: ${numbers.join(", ")}`] : []),
    ...(different ? [] : ["The documents of both are equal."]),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

/** Writes the sheet Comparison as a workbook of its own. */
async function writeComparison(
  out: string,
  reads: readonly [string, string],
  comparison: Comparison,
): Promise<string> {
  const proposal = `${basename(reads[1], extname(reads[1]))}-diff.xlsx`;
  const target = await outputPath({ path: out, name: `--out ${out}`, reads, proposal });
  await writeWholeFile(target, applyPlan(emptyPackage(), reportPlan(comparison, comparisonSheets)));
  return `Written to ${relative(process.cwd(), resolve(out))}\n`;
}

async function diff(a: string, b: string, { period, out, json }: DiffOptions): Promise<void> {
  const days = parseRunOptions(period === undefined ? {} : { period }).period;
  const [ofA, ofB] = [
    await openWorkbookFile(a, { usageFiles: "if at hand" }),
    await openWorkbookFile(b, { usageFiles: "if at hand" }),
  ];
  const comparison = compareBooks(ofA.snapshot, ofB.snapshot, days);
  const written = out === undefined ? "" : await writeComparison(out, [a, b], comparison);
  const isEqual = comparison.documents.length + comparison.numbers.length === 0;
  report(
    json ? `${JSON.stringify(comparisonJson(comparison), null, 2)}\n` : `${text(comparison)}${written}`,
    isEqual ? exitStatus.done : exitStatus.attention,
  );
}

export function diffCommand(): Command {
  return new Command("diff")
    .description("Compares two billed workbooks document by document: what changed, by cause, to the cent.")
    .argument("<a>", "the workbook as it was")
    .argument("<b>", "the workbook as it is")
    .addOption(periodOption("documents of every period"))
    .option("--out <file>", "a workbook to write with the sheet Comparison")
    .addOption(jsonOption())
    .action(diff);
}
