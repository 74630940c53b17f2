import { Command } from "commander";
import manifest from "../../../package.json";
import {
  formatDay,
  formatMoney,
  formatPeriod,
  planReconciliation,
  reconcileBook,
  sortIssues,
  type BillingRun,
  type ReconciledBook,
} from "../../core/api";
import { CommandFailure } from "../exit";
import { findingsText } from "../findingsText";
import { issueJson } from "../json/issueJson";
import { numberJson } from "../json/numberJson";
import { reconciliationJson } from "../json/reconciliationJson";
import { openWorkbookFile, type WorkbookFile } from "../openWorkbookFile";
import { report } from "../report";
import { asOfOption, jsonOption, namedUsageOption, parseRunOptions, periodOption } from "../runOptions";
import { runStatus } from "../runStatus";
import { sha256 } from "../sha256";
import { textTable } from "../textTable";
import { userName } from "../userName";
import { whenOf } from "../when";
import { chooseBook, writeBook } from "../writeBook";

interface ReconcileOptions {
  readonly usage?: readonly string[];
  readonly period?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** Writes the workbook with its report made anew; nothing else in it changes. */
async function writeReport(
  path: string,
  out: string,
  { snapshot, package: pack }: WorkbookFile,
  run: BillingRun,
): Promise<void> {
  const output = await chooseBook(path, pack, { suffix: "reconciled", out });
  const plan = planReconciliation(run, snapshot, {
    when: whenOf(run.book.asOf),
    who: userName(),
    engineVersion: manifest.version,
    sha256,
    parameters: "",
    sheetLimit: 0,
  });
  await writeBook(pack, output.path, plan);
}

type CashFigures = Omit<ReconciledBook["cash"][number], "currency">;

const cashTitles = {
  received: "Received",
  applied: "Applied",
  unapplied: "Unapplied",
  receivable: "Receivable",
  agingTotal: "Aging total",
  gap: "Gap",
} as const satisfies Readonly<Record<keyof CashFigures, string>>;
const cashFields = Object.keys(cashTitles) as readonly (keyof CashFigures)[];

const cashJson = (figures: CashFigures) =>
  Object.fromEntries(cashFields.map((field) => [field, numberJson(figures[field])]));

/** What came in and what is owed, by currency; nothing where there is neither. */
function cashLines({ cash, cashAsOf }: ReconciledBook): string[] {
  if (cash.length === 0) return [];
  const columns = [
    { title: "Currency" },
    ...cashFields.map((field) => ({ title: cashTitles[field], isFigure: true })),
  ];
  const rows = cash.map((figures) => [
    figures.currency,
    ...cashFields.map((field) => formatMoney(figures[field], figures.currency)),
  ]);
  return [`Cash as of ${formatDay(cashAsOf)}`, ...textTable(columns, rows).trimEnd().split("\n"), ""];
}

/** The one JSON object of `reconcile`. */
function json({ run, period, cash, cashAsOf }: ReconciledBook, output: string | undefined) {
  const { findings, totals } = reconciliationJson(run);
  return {
    period: formatPeriod(period),
    asOf: formatDay(run.book.asOf),
    findings,
    totals,
    cash: cash.map(({ currency, ...figures }) => ({ currency, ...cashJson(figures) })),
    cashAsOf: formatDay(cashAsOf),
    held: run.held.length,
    heldInvoices: run.held,
    issues: sortIssues(run.issues).map(issueJson),
    output: output ?? "",
  };
}

function text(reconciled: ReconciledBook, output: string | undefined): string {
  const { run, period } = reconciled;
  const held = run.held.map(({ contractId, codes }) => `  ${contractId}  ${codes.join(", ")}`);
  const absent = run.issues.filter(({ code }) => code === "USAGE_FILE_ABSENT");
  return [
    `Reconciliation of ${formatPeriod(period)}, as of ${formatDay(run.book.asOf)}`,
    "",
    ...findingsText(run.reconciliation),
    ...cashLines(reconciled),
    ...(held.length > 0 ? ["Not compared, as errors hold their invoices", ...held, ""] : []),
    ...(absent.length > 0
      ? ["Not compared, as usage files are missing", ...absent.map(({ message }) => `  ${message}`), ""]
      : []),
    ...(output === undefined ? [] : [`Written: ${output}`]),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

async function reconcile(path: string, options: ReconcileOptions): Promise<void> {
  const { period, asOf } = parseRunOptions(options);
  const file = await openWorkbookFile(path, { usageFiles: "if at hand", usage: options.usage });
  const result = reconcileBook(file.snapshot, { period, asOf });
  if (!result.ok)
    throw new CommandFailure(`${path}: ${result.reason}; a month can be given with --period 2026-10`);
  if (options.out !== undefined) await writeReport(path, options.out, file, result.run);
  report(
    options.json ? `${JSON.stringify(json(result, options.out), null, 2)}\n` : text(result, options.out),
    runStatus(result.run),
  );
}

export function reconcileCommand(): Command {
  return new Command("reconcile")
    .description("Compares usage, contracts and documents as the workbook holds them; bills nothing.")
    .argument("<book>", "the workbook, billed or not")
    .addOption(periodOption("every period with usage or documents"))
    .addOption(asOfOption())
    .addOption(namedUsageOption())
    .option("--out <file>", "the workbook to write, with the sheet Reconciliation made anew")
    .addOption(jsonOption())
    .action(reconcile);
}
