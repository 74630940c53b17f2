import type { ActRun, ReviewFinding, VerifiedBook } from "../../core/api";
import { numberJson } from "./numberJson";

/** A finding of review as every `--json` shows it. */
function reviewFindingJson({ isNote: _isNote, ...finding }: ReviewFinding) {
  return finding;
}

/** What an act came to. */
export function actJson(
  { act, options, done, refused, runId }: ActRun,
  when: string,
  head: string,
  output: string,
) {
  return {
    action: act.id,
    by: options.by,
    when,
    done: done.map(({ approval, after }) => ({
      invoice: approval.invoiceNumber,
      was: approval.was ?? "",
      from: approval.from ?? "",
      to: approval.to ?? "",
      total: approval.total === undefined ? null : numberJson(approval.total),
      currency: approval.currency ?? "",
      seal: after.seal ?? "",
    })),
    refused: refused.map(({ invoice, code, message, findings }) => ({
      invoice,
      code,
      message,
      findings: findings.map(reviewFindingJson),
    })),
    runId,
    head,
    output,
  };
}

/** What verify says of a workbook. */
export function verifyJson({ invoices, findings, ...book }: VerifiedBook) {
  const { log, ...counts } = book;
  return {
    ...counts,
    invoices: invoices.map(({ differences, notes, ...invoice }) => ({
      ...invoice,
      differences: differences.map(reviewFindingJson),
      notes: notes.map(reviewFindingJson),
    })),
    findings: findings.map(reviewFindingJson),
    log,
  };
}
