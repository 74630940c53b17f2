import { relative, resolve } from "node:path";
import {
  openLedger,
  sortIssues,
  type Issue,
  type LedgerBook,
  type Snapshot,
  type WritePlan,
} from "../../core/api";
import { emptyPackage } from "../../workbook/xlsx/package/emptyPackage";
import { applyPlan } from "../../workbook/xlsx/write/applyPlan";
import { CommandFailure, exitStatus, type ExitStatus } from "../exit";
import { issueJson } from "../json/issueJson";
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

/** Whether something is wrong at error level. */
export function statusOfIssues(issues: readonly Issue[]): ExitStatus {
  return issues.some(({ severity }) => severity === "error") ? exitStatus.attention : exitStatus.done;
}

export const issuesJson = (issues: readonly Issue[]) => sortIssues(issues).map(issueJson);

/** A line for each issue that is no mere information. */
export function issueLines(issues: readonly Issue[]): string {
  return sortIssues(issues)
    .filter(({ severity }) => severity !== "info")
    .map((issue) => {
      const { sheet, cell, code, message } = issueJson(issue);
      return `${sheet}!${cell}  ${code}  ${message}\n`;
    })
    .join("");
}
