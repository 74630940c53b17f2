import { Command } from "commander";
import { cellAddress, formatMoney, gatherEvidence, planEvidence, type Evidence } from "../../core/api";
import { CommandFailure, exitStatus } from "../exit";
import { openWorkbookFile } from "../openWorkbookFile";
import { chooseBook, writeBook } from "../writeBook";
import { report } from "../report";
import { asOfOption, jsonOption, namedUsageOption, parseRunOptions, periodOption } from "../runOptions";

interface EvidenceOptions {
  readonly usage?: readonly string[];
  readonly period?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly json?: boolean;
}

function parseLine(line: string | undefined): number | undefined {
  if (line === undefined) return undefined;
  if (/^[1-9]\d{0,6}$/.test(line)) return Number(line);
  throw new CommandFailure(`line ${line}: write the number of a line, such as 2`);
}

function evidenceJson({ number, lines, total }: Evidence, output: string) {
  return {
    invoice: number,
    lines: lines.map(({ line, amount, steps, sources, differsFrom }) => ({
      line,
      amount: amount.toNumber(),
      steps: steps.map(({ text, value, formula }) => ({ text, value: value?.toNumber(), formula })),
      sources: sources.map((at) => `${at.sheet}!${cellAddress(at)}`),
      ...(differsFrom ? { differsFrom: differsFrom.toNumber() } : {}),
    })),
    total: total.toNumber(),
    output,
  };
}

function evidenceText({ number, currency, lines, total }: Evidence, output: string): string {
  const show = (amount: Evidence["total"]) => formatMoney(amount, currency);
  const rows = lines.map(
    ({ line, amount, differsFrom }) =>
      `Line ${String(line)}  ${show(amount)}${differsFrom ? `  the workbook shows ${show(differsFrom)}: its inputs have changed since` : ""}\n`,
  );
  return `Invoice ${number}, total ${currency} ${show(total)}\n${rows.join("")}Written to ${output}, sheet Evidence\n`;
}

async function evidence(
  path: string,
  number: string,
  lineText: string | undefined,
  options: EvidenceOptions,
): Promise<void> {
  const line = parseLine(lineText);
  const runOptions = parseRunOptions(options);
  const { snapshot, package: source } = await openWorkbookFile(path, {
    usageFiles: "needed",
    usage: options.usage,
  });
  const found = gatherEvidence(snapshot, number, line, runOptions);
  if (!found)
    throw new CommandFailure(`${path}: there is no invoice ${number}, or its inputs no longer give one`);
  if (!found.ok)
    throw new CommandFailure(`invoice ${number} has lines 1 to ${String(found.lines)}, not ${String(line)}`);
  const output = await chooseBook(path, source, { suffix: "evidence", out: options.out });
  await writeBook(source, output.path, planEvidence(found.evidence));
  const differs = found.evidence.lines.some(({ differsFrom }) => differsFrom !== undefined);
  report(
    options.json
      ? `${JSON.stringify(evidenceJson(found.evidence, output.shown), null, 2)}\n`
      : evidenceText(found.evidence, output.shown),
    differs ? exitStatus.attention : exitStatus.done,
  );
}

export function evidenceCommand(): Command {
  return new Command("evidence")
    .description("Adds a sheet to print that re-adds every amount of an invoice from its cells.")
    .argument("<book>", "the workbook, billed or not")
    .argument("<invoice>", "the invoice number or DRAFT key")
    .argument("[line]", "the number of one line")
    .addOption(periodOption())
    .addOption(asOfOption())
    .addOption(namedUsageOption())
    .option("--out <file>", "the workbook to write; default: out/BOOK-evidence.xlsx, or .xlsm")
    .addOption(jsonOption())
    .action(evidence);
}
