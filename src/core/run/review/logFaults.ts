import { groupBy } from "../../base/groupBy";
import { remembered } from "../../base/remembered";
import type { DocumentRegister } from "../../documents/register";
import { collectIssues } from "../../issues/collectIssues";
import { makeIssue, type Issue, type Report } from "../../issues/issue";
import { issueCodes, type IssueCode } from "../../issues/issueCodes";
import { hasDraftKey } from "../../documents/draftKey";
import { cellOfFinding } from "../../review/cellOfFinding";
import type { ReviewFinding } from "../../review/finding";
import type { OpenedReview } from "./openReview";
import { findTampering, isVoidWithReason, type Tampering } from "./tampering";

const isIssueCode = (code: string): code is IssueCode => code in issueCodes;

/** Reports what was changed behind the logs. */
export function reportTampering({ findings, typed }: Tampering, report: Report): void {
  for (const finding of findings) {
    const { code, message: said, found } = finding;
    if (!isIssueCode(code)) throw new Error(`${code} is no code that a run reports.`);
    report(makeIssue(code, { at: cellOfFinding(finding), value: found, words: { said } }));
  }
  for (const [document, finding] of typed) {
    const { invoice: value, expected, found } = finding;
    const words = { said: `it is ${found || "blank"}, and the log says ${expected}` };
    const severity = isVoidWithReason(document) ? "warning" : undefined;
    report(
      makeIssue("STATE_NOT_LOGGED", {
        at: cellOfFinding(finding),
        value,
        words,
        ...(severity && { severity }),
      }),
    );
  }
}

/** Final numbers that stand on several documents of ours, with these. */
export function numbersTwice({ invoices }: DocumentRegister) {
  const ours = invoices.filter((invoice) => invoice.runId !== undefined && !hasDraftKey(invoice));
  return [...groupBy(ours, ({ invoiceNumber }) => invoiceNumber)].filter(([, all]) => all.length > 1);
}

/** Reports final numbers that stand on several documents of ours; whether there are any. */
export function reportDuplicates(register: DocumentRegister, report: Report): boolean {
  const twice = numbersTwice(register);
  for (const [number, all] of twice) {
    const whose = all.map(({ preparedBy = "nobody", row }) => `row ${String(row + 1)} by ${preparedBy}`);
    const said = `${number} stands on ${String(all.length)} documents: ${whose.join(" and ")}`;
    report(makeIssue("DUPLICATE_NUMBER", { at: all[0].at, value: number, words: { said } }));
  }
  return twice.length > 0;
}

/** Whether rows of a log follow one: copies were worked on and merged. */
export function isForked({ findings }: { readonly findings: readonly ReviewFinding[] }): boolean {
  return findings.some(({ code }) => code === "LOG_FORKED");
}

/** What speaks against what a workbook says of its documents, before something is written on from it. */
export interface LogFaults {
  readonly issues: readonly Issue[];
  /** Copies were merged: which numbers are taken nobody can tell, and none is given. */
  readonly isMerged: boolean;
}

/** Looks once for what was changed behind the logs of a workbook, and for numbers that were given twice. */
export const logFaultsOf = remembered((opened: OpenedReview): LogFaults => {
  const { report, list } = collectIssues();
  const tampering = findTampering(opened);
  reportTampering(tampering, report);
  const isTwice = reportDuplicates(opened.register, report);
  return { issues: list(), isMerged: isTwice || isForked(tampering) };
});
