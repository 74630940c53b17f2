import { relative, resolve } from "node:path";
import { openLedger, type LedgerBook, type Snapshot, type WritePlan } from "../../core/api";
import { emptyPackage } from "../../workbook/xlsx/package/emptyPackage";
import { applyPlan } from "../../workbook/xlsx/write/applyPlan";
import { CommandFailure } from "../exit";
import { openWorkbookFile, type WorkbookFile } from "../openWorkbookFile";
import { outputPath } from "../outputPath";
import { parseRunOptions } from "../runOptions";
import { writeWholeFile } from "../writeWholeFile";

/** The receivables of a workbook as of a day; one without any day at all ends the command. */
export function ledgerOf(snapshot: Snapshot, path: string, asOf: string | undefined): LedgerBook {
  const day = parseRunOptions(asOf === undefined ? {} : { asOf }).asOf;
  const opened = openLedger(snapshot, day);
  if (opened) return opened;
  throw new CommandFailure(
    `${path}: it holds no invoice and no payment with a date; the day can be given with --as-of 2026-10-31`,
  );
}

/** Opens the receivables of a workbook's file as of a day. */
export async function ledgerOfFile(
  path: string,
  asOf: string | undefined,
  options: Parameters<typeof openWorkbookFile>[1] = {},
): Promise<LedgerBook & { readonly file: WorkbookFile }> {
  const file = await openWorkbookFile(path, options);
  return { ...ledgerOf(file.snapshot, path, asOf), file };
}

/** Writes a report as a workbook of its own where --out asks for one; the name that is shown, else "". */
export async function writeReport(
  path: string,
  out: string | undefined,
  proposal: string,
  plan: () => WritePlan,
): Promise<string> {
  if (out === undefined) return "";
  const target = await outputPath({ path: out, name: `--out ${out}`, reads: [path], proposal });
  await writeWholeFile(target, applyPlan(emptyPackage(), plan()));
  return relative(process.cwd(), resolve(out));
}
