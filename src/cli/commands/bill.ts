import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { Command, Option } from "commander";
import manifest from "../../../package.json";
import { billPeriod, formatPeriod, parametersText, planWrites, type BillingRun } from "../../core/api";
import { applyPlan } from "../../workbook/xlsx/write/applyPlan";
import { CommandFailure, exitStatus } from "../exit";
import { billJson } from "../json";
import { findLogo, type LogoFile } from "../logo";
import { readBook } from "../openWorkbookFile";
import { asOfOption, parseRunOptions, periodOption } from "../runOptions";
import { sha256 } from "../sha256";
import { summary } from "../summary";
import { withUsageFiles } from "../usageFiles";
import { whenOf } from "../when";

/** What `bill` takes without a workbook: the example that comes with Ratebook. */
const EXAMPLE = join(__dirname, "..", "..", "examples", "harbour.xlsx");

const SHEETS_BY_DEFAULT = 50;

interface BillOptions {
  readonly period?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly usage?: readonly string[];
  readonly number?: boolean;
  readonly sheets?: string;
  readonly json?: boolean;
}

/** Where the result goes: never over the input. */
function outputPath(book: string, run: BillingRun, out: string | undefined): string {
  const name = basename(book, extname(book));
  const period = formatPeriod(run.book.period);
  const path = resolve(out ?? join("out", `${name}-${period}.xlsx`));
  if (path === resolve(book))
    throw new CommandFailure(`--out ${out ?? path}: this is the input file; name another`);
  return path;
}

/** A file is there whole or not at all, also when the command is stopped in the middle. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.${String(process.pid)}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(partial, bytes);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    throw new CommandFailure(
      `${path}: it cannot be written (${code}); close it where it is open, or name another with --out`,
    );
  }
}

/** The logo that Settings names, or a line on standard error that it was left out. */
async function logoFor(name: string, bookPath: string, hasPicture: boolean): Promise<LogoFile | undefined> {
  if (name === "" || hasPicture) return undefined;
  const logo = await findLogo(name, bookPath);
  if (!logo)
    process.stderr.write(
      `ratebook: no PNG or JPEG file “${name}” beside the workbook; invoices are written without a logo\n`,
    );
  return logo;
}

function sheetLimit(sheets: string | undefined): number {
  if (sheets === undefined) return SHEETS_BY_DEFAULT;
  if (sheets === "all") return Infinity;
  if (/^\d+$/.test(sheets)) return Number(sheets);
  throw new CommandFailure(`--sheets ${sheets}: write a number, or all`);
}

function statusOf(run: BillingRun): number {
  const isWrong =
    run.held.length > 0 ||
    run.issues.some(({ severity }) => severity === "error") ||
    run.reconciliation.findings.some(({ severity }) => severity === "error");
  return isWrong ? exitStatus.attention : exitStatus.done;
}

async function bill(path: string | undefined, options: BillOptions): Promise<void> {
  const bookPath = path ?? EXAMPLE;
  const runOptions = parseRunOptions(options);
  const limit = sheetLimit(options.sheets);
  const book = await readBook(bookPath);
  const input = await withUsageFiles(book.snapshot, options.usage ?? []);
  const result = billPeriod(input.snapshot, runOptions);
  if (!result.ok)
    throw new CommandFailure(`${bookPath}: ${result.reason}; the period can be given with --period 2026-10`);
  const { run } = result;
  const output = outputPath(bookPath, run, options.out);
  const planned = planWrites(run, input.snapshot, {
    when: whenOf(runOptions.asOf),
    who: process.env.RATEBOOK_USER ?? userInfo().username,
    engineVersion: manifest.version,
    sha256,
    parameters: parametersText(run, runOptions.giveNumbers),
    sheetLimit: limit,
    logo: await logoFor(run.book.settings.logo, bookPath, book.snapshot.pictures.length > 0),
  });
  // Usage goes in first: the sheets of the plan link to rows that these files bring.
  const plan = {
    ...planned.plan,
    sheets: [...input.sheets, ...planned.plan.sheets],
    appended: input.appended,
    edits: [...(planned.plan.edits ?? []), ...input.edits],
  };
  const bytes = applyPlan(book.package, plan);
  await writeWhole(output, bytes);
  const shown = relative(process.cwd(), output);
  process.stdout.write(
    options.json ? `${JSON.stringify(billJson(run, shown), null, 2)}\n` : summary(run, planned, shown),
  );
  process.exitCode = statusOf(run);
}

export function billCommand(): Command {
  return new Command("bill")
    .description(
      "Bills a period: writes a new workbook with invoices, lines, a reconciliation and every issue.",
    )
    .argument("[book]", "the workbook (.xlsx or .xlsm); default: the bundled example")
    .addOption(periodOption())
    .addOption(asOfOption())
    .option("--out <file>", "the workbook to write; default: out/BOOK-PERIOD.xlsx")
    .option("--usage <file...>", "CSV files whose rows are added to Usage")
    .option("--number", "give final invoice numbers and the status Issued")
    .addOption(
      new Option(
        "--sheets <number>",
        `formatted invoice sheets to write, or all; default: ${String(SHEETS_BY_DEFAULT)}`,
      ),
    )
    .option("--json", "print one JSON object instead of the summary")
    .action(bill);
}
