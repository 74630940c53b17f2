import { Command } from "commander";
import {
  absentForInvoice,
  calendarOfContract,
  cellAddress,
  explainInvoice,
  parsePeriod,
  priceHistory,
  type CellRef,
  type InvoiceExplanation,
  type LineExplanation,
} from "../../core/api";
import { counted } from "../counted";
import { priceHistoryJson } from "../json/priceHistoryJson";
import { priceHistoryText } from "../priceHistoryText";
import { calendarText } from "../calendarText";
import { CommandFailure, exitStatus } from "../exit";
import { calendarJson } from "../json/calendarJson";
import { openWorkbookFile } from "../openWorkbookFile";
import { report } from "../report";
import { refuseAbsentFile } from "../usage/refuseAbsent";
import { asOfOption, jsonOption, parseRunOptions, periodOption, namedUsageOption } from "../runOptions";

interface ExplainOptions {
  readonly contract?: string;
  readonly period?: string;
  readonly asOf?: string;
  readonly year?: string;
  readonly usage?: readonly string[];
  readonly json?: boolean;
}

const cell = (at: CellRef) => `${at.sheet}!${cellAddress(at)}`;

function text(line: LineExplanation): string {
  const { rows, rowCount } = line;
  const usage = rows.map(({ at, quantity, count }) => {
    const together = count > 1 ? `  (${String(count)} rows of the day, from here)` : "";
    return `    ${cell(at)}  ${quantity}${together}`;
  });
  const left = rowCount - rows.reduce((listed, { count }) => listed + count, 0);
  const more = left > 0 ? [`    and ${String(left)} more rows`] : [];
  return [
    `Line ${String(line.line)}  ${line.product}  ${line.amount}`,
    `  ${line.sentence}`,
    ...(line.price ? [`  Price: ${cell(line.price)}`] : []),
    ...(line.credits ? [`  Credits: ${cell(line.credits)}`] : []),
    ...(line.tiers.length > 0 ? [`  Tiers: ${line.tiers.join("; ")}`] : []),
    ...(line.rounding ? [`  Rounding: ${line.rounding}`] : []),
    ...(rowCount > 0 ? [`  Usage: ${counted(rowCount, "row")}`, ...usage, ...more] : []),
    ...(line.differsFrom ? [`  The workbook shows ${line.differsFrom}: its inputs have changed since.`] : []),
  ].join("\n");
}

function headOf({ number, currency, total, differsFrom }: InvoiceExplanation): string {
  const note =
    differsFrom === undefined ? "" : `; the workbook shows ${differsFrom}: its inputs have changed since`;
  return `Invoice ${number}, total ${currency} ${total}${note}`;
}

function json({ lines, ...invoice }: InvoiceExplanation) {
  return {
    ...invoice,
    lines: lines.map(({ price, credits, rows, ...line }) => ({
      ...line,
      ...(credits ? { credits: cell(credits) } : {}),
      price: price ? cell(price) : "",
      rows: rows.map(({ at, quantity }) => ({ cell: cell(at), quantity })),
    })),
  };
}

/** A contract's billing periods of a year, each with what is expected, billed and open. */
async function explainYear(path: string, contractId: string, year: string, options: ExplainOptions) {
  const { asOf } = parseRunOptions(options);
  const days = /^\d{4}$/.test(year) ? parsePeriod(year) : undefined;
  if (!days) throw new CommandFailure(`--year ${year}: write a year like 2026`);
  if (options.period !== undefined)
    throw new CommandFailure("--year and --period cannot be given together; --year shows all its periods");
  const { snapshot } = await openWorkbookFile(path, { usageFiles: "if at hand" });
  const calendar = calendarOfContract(snapshot, contractId, { days, asOf });
  if (!calendar.ok) throw new CommandFailure(`${path}: ${calendar.reason}`);
  const isOpen = calendar.rows.some(
    ({ state }) => state === "missing" || state === "under" || state === "over",
  );
  report(
    options.json ? `${JSON.stringify(calendarJson(calendar), null, 2)}\n` : calendarText(calendar),
    isOpen ? exitStatus.attention : exitStatus.done,
  );
}

/** The prices of a contract over time, as a list of what changed when. */
async function explainContract(path: string, contractId: string, options: ExplainOptions) {
  const { asOf } = parseRunOptions(options);
  const { snapshot } = await openWorkbookFile(path, { usageFiles: "if at hand" });
  const history = priceHistory(snapshot, contractId, asOf);
  if (!history) throw new CommandFailure(`${path}: there is no contract ${contractId}`);
  report(
    options.json
      ? `${JSON.stringify(priceHistoryJson(contractId, history), null, 2)}\n`
      : priceHistoryText(contractId, history),
    exitStatus.done,
  );
}

async function explain(
  path: string,
  number: string | undefined,
  lineText: string | undefined,
  options: ExplainOptions,
): Promise<void> {
  if (options.contract !== undefined) {
    if (number !== undefined || options.year !== undefined)
      throw new CommandFailure("--contract shows the prices of a contract; leave out invoice and --year");
    return explainContract(path, options.contract, options);
  }
  if (number === undefined)
    throw new CommandFailure("write the number of an invoice, or --contract and the id of a contract");
  if (options.year !== undefined) {
    if (lineText !== undefined)
      throw new CommandFailure(`--year shows a contract; leave out the line ${lineText}`);
    return explainYear(path, number, options.year, options);
  }
  const runOptions = parseRunOptions(options);
  const { snapshot } = await openWorkbookFile(path, { usageFiles: "if at hand", usage: options.usage });
  const [absent] = absentForInvoice(snapshot, number);
  if (absent) refuseAbsentFile(absent, path);
  const explained = explainInvoice(snapshot, number, runOptions);
  if (!explained)
    throw new CommandFailure(`${path}: there is no invoice ${number}, or its inputs no longer give one`);
  const lines =
    lineText === undefined
      ? explained.lines
      : explained.lines.filter(({ line }) => String(line) === lineText);
  if (lines.length === 0)
    throw new CommandFailure(
      `invoice ${number} has lines 1 to ${String(explained.lines.length)}, not ${lineText ?? ""}`,
    );
  const answer = options.json
    ? JSON.stringify(json({ ...explained, lines }), null, 2)
    : `${headOf(explained)}\n\n${lines.map(text).join("\n\n")}`;
  const differs = [explained, ...lines].some(({ differsFrom }) => differsFrom !== undefined);
  report(`${answer}\n`, differs ? exitStatus.attention : exitStatus.done);
}

export function explainCommand(): Command {
  return new Command("explain")
    .description(
      "Shows the rows, price, tiers and rounding behind an invoice or one of its lines; with --year a contract's billing periods.",
    )
    .argument("<book>", "the workbook, billed or not")
    .argument("[invoice]", "the invoice number or DRAFT key; with --year the contract id")
    .argument("[line]", "the number of one line")
    .addOption(periodOption())
    .addOption(asOfOption())
    .option("--contract <id>", "how the prices of a contract change over time")
    .option("--year <year>", "what each billing period of a contract expects, and what bills it")
    .addOption(namedUsageOption())
    .addOption(jsonOption())
    .action(explain);
}
