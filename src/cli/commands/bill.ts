import { basename, extname, join, relative, resolve } from "node:path";
import { Command, Option } from "commander";
import manifest from "../../../package.json";
import { billPeriod, formatPeriod, parametersText, planWrites, type BillingRun } from "../../core/api";
import type { WorkbookPackage } from "../../workbook/xlsx/package/workbookPackage";
import { applyPlan } from "../../workbook/xlsx/write/applyPlan";
import { CommandFailure } from "../exit";
import { billJson } from "../json/billJson";
import { logoFor } from "../logo";
import { openWorkbookFile } from "../openWorkbookFile";
import { outputFormat } from "../outputFormat";
import { outputPath } from "../outputPath";
import { report } from "../report";
import { refuseOvertaken } from "../review/refuseOvertaken";
import {
  asOfOption,
  jsonOption,
  keepUsageOption,
  parseRunOptions,
  periodOption,
  usageOption,
} from "../runOptions";
import { runStatus } from "../runStatus";
import { sha256 } from "../sha256";
import { summary } from "../summary";
import { refuseAbsent } from "../usage/refuseAbsent";
import { withUsageFiles } from "../usage/usageFiles";
import { userName } from "../userName";
import { whenOf } from "../when";
import { writeWholeFile } from "../writeWholeFile";

/** What `bill` takes without a workbook: the example that comes with Ratebook. */
const EXAMPLE = join(__dirname, "..", "..", "examples", "harbour.xlsx");

const SHEETS_BY_DEFAULT = 50;

interface BillOptions {
  readonly period?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly usage?: readonly string[];
  readonly keepUsage?: boolean;
  readonly number?: boolean;
  readonly sheets?: string;
  readonly by?: string;
  readonly json?: boolean;
}

/** The file to write, and how the summary calls it. */
async function chooseOutput(
  bookPath: string,
  { format }: WorkbookPackage,
  run: BillingRun,
  { out, usage = [] }: BillOptions,
) {
  const proposal = `${basename(bookPath, extname(bookPath))}-${formatPeriod(run.book.period)}.${format}`;
  const path = out ?? join("out", proposal);
  const name = out === undefined ? path : `--out ${out}`;
  return {
    path: await outputPath({
      path,
      name,
      reads: [bookPath, ...usage],
      proposal,
      extensions: [".xlsx", ".xlsm"],
    }),
    shown: relative(process.cwd(), resolve(path)),
  };
}

function sheetLimit(sheets: string | undefined): number {
  if (sheets === undefined) return SHEETS_BY_DEFAULT;
  if (sheets === "all") return Infinity;
  if (/^\d+$/.test(sheets)) return Number(sheets);
  throw new CommandFailure(`--sheets ${sheets}: write a number, or all`);
}

async function bill(path: string | undefined, options: BillOptions): Promise<void> {
  const bookPath = path ?? EXAMPLE;
  const runOptions = parseRunOptions(options);
  const limit = sheetLimit(options.sheets);
  const book = await openWorkbookFile(bookPath);
  const input = await withUsageFiles(book.snapshot, bookPath, options);
  const by = options.by?.trim() ?? userName();
  const result = billPeriod(input.snapshot, { ...runOptions, review: { by, sha256 } });
  if (!result.ok)
    throw new CommandFailure(`${bookPath}: ${result.reason}; the period can be given with --period 2026-10`);
  const { run } = result;
  if (run.closedPeriod !== undefined)
    throw new CommandFailure(
      `${bookPath}: ${run.closedPeriod} is closed and not billed any more; bill another period with --period, or open it again with close BOOK ${run.closedPeriod} --reopen --reason TEXT`,
    );
  refuseAbsent(input.snapshot, bookPath, run.book.period);
  const output = await chooseOutput(bookPath, book.package, run, options);
  const planned = planWrites(run, input.snapshot, {
    when: whenOf(runOptions.asOf),
    who: by,
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
    appended: [...input.appended, ...planned.plan.appended],
    edits: [...(planned.plan.edits ?? []), ...input.edits],
  };
  if (runOptions.giveNumbers) await refuseOvertaken(bookPath, book);
  const format = outputFormat(output.path, book.package);
  await writeWholeFile(output.path, applyPlan(book.package, plan, { format }));
  report(
    options.json
      ? `${JSON.stringify(billJson(run, output.shown, planned.beside), null, 2)}\n`
      : summary(run, planned, output.shown),
    runStatus(run),
  );
}

export function billCommand(): Command {
  return new Command("bill")
    .description(
      "Bills a period: writes a new workbook with invoices, lines, a reconciliation and every issue.",
    )
    .argument("[book]", "the workbook (.xlsx or .xlsm); default: the bundled example")
    .addOption(periodOption())
    .addOption(asOfOption())
    .option("--out <file>", "the workbook to write; default: out/BOOK-PERIOD.xlsx, or .xlsm")
    .addOption(usageOption())
    .addOption(keepUsageOption())
    .option("--number", "give final invoice numbers and the status Issued, as far as the Policy allows")
    .option("--by <name>", "who bills; default: who runs it")
    .addOption(
      new Option(
        "--sheets <number>",
        `formatted invoice sheets to write, or all; default: ${String(SHEETS_BY_DEFAULT)}`,
      ),
    )
    .addOption(jsonOption("instead of the summary"))
    .action(bill);
}
