import manifest from "../../../package.json";
import {
  billPeriod,
  formatPeriod,
  parametersText,
  planWrites,
  withUsageRows,
  type BillingRun,
  type PlannedRun,
} from "../../core/api";
import type { FileBytes } from "../../workbook/bytes/fileBytes";
import { applyPlanInPieces } from "../../workbook/xlsx/write/applyPlan";
import { CommandFailure } from "../exit";
import { logoFor } from "../logo";
import { openWorkbookFile } from "../openWorkbookFile";
import { outputFormat } from "../outputFormat";
import { refuseOvertaken } from "../review/refuseOvertaken";
import { parseRunOptions } from "../runOptions";
import { sha256 } from "../sha256";
import { refuseAbsent } from "../usage/refuseAbsent";
import { withUsageFiles } from "../usage/usageFiles";
import { userName } from "../userName";
import { whenOf } from "../when";
import { chooseBook } from "../writeBook";

const SHEETS_BY_DEFAULT = 50;

/** The options of `bill`, as they were given. */
export interface BillOptions {
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

/** A billed workbook that is not written yet. */
export interface BilledBook {
  readonly run: BillingRun;
  readonly planned: PlannedRun;
  readonly output: { readonly path: string; readonly shown: string };
  /** Of the workbook, in pieces: a large one is not copied to be written. */
  readonly pieces: readonly FileBytes[];
}

/** How many formatted sheets are asked for. */
export function sheetLimit(sheets: string | undefined): number {
  if (sheets === undefined) return SHEETS_BY_DEFAULT;
  if (sheets === "all") return Infinity;
  if (/^\d+$/.test(sheets)) return Number(sheets);
  throw new CommandFailure(`--sheets ${sheets}: write a number, or all`);
}

/** How `--sheets` is described. */
export const sheetsHelp = `formatted invoice sheets to write, or all; default: ${String(SHEETS_BY_DEFAULT)}`;

/** Reads a workbook, bills it and makes the billed one; what cannot be billed is a failure in one line. */
export async function billBook(bookPath: string, options: BillOptions, folder = "out"): Promise<BilledBook> {
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
  const output = await chooseBook(bookPath, book.package, {
    suffix: formatPeriod(run.book.period),
    out: options.out,
    folder,
    reads: options.usage ?? [],
  });
  const planned = planWrites(run, input.snapshot, {
    when: whenOf(runOptions.asOf),
    who: by,
    engineVersion: manifest.version,
    sha256,
    parameters: parametersText(run, runOptions.giveNumbers),
    sheetLimit: limit,
    logo: await logoFor(run.book.settings.logo, bookPath, book.snapshot.pictures.length > 0),
  });
  if (runOptions.giveNumbers) await refuseOvertaken(bookPath, book);
  const format = outputFormat(output.path, book.package);
  const plan = withUsageRows(planned.plan, input);
  return { run, planned, output, pieces: applyPlanInPieces(book.package, plan, { format }) };
}
