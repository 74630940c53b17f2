import {
  changesOfDocument,
  formatMoment,
  gatherEvidence,
  planEvidence,
  type WritePlan,
} from "../../../../core/api";
import { SessionFailure } from "../../../session/failure";
import { findingView, type FindingView } from "../../../session/findingView";
import type { SessionWorkbook } from "../../../session/sessionWorkbook";

/** A row of Approvals. */
export interface HistoryView {
  readonly when: string;
  readonly who: string;
  readonly action: string;
  readonly from: string;
  readonly to: string;
  readonly comment: string;
}

/** In what a document is not any more what somebody looked at. */
export interface ChangesView {
  readonly history: readonly HistoryView[];
  /** What it is compared with: the act that sealed it, a seal of no logged act, or what its inputs give. */
  readonly since: HistoryView | "seal" | "inputs";
  readonly changes: readonly FindingView[];
}

/** What changed of a document since it was sealed, and who did what to it. */
export function changesView(workbook: SessionWorkbook, number: string): ChangesView {
  const { opened, factsOf } = workbook.review;
  const document = opened.register.invoices.find(({ invoiceNumber }) => invoiceNumber === number);
  if (!document)
    throw new SessionFailure({ code: "MISSING", message: `Write ${number} before it is reviewed.` });
  const { history, sealedBy, isSealed, findings } = changesOfDocument(
    workbook.snapshot,
    document,
    factsOf(document),
  );
  const rows = history.map((row): HistoryView => ({
    when: formatMoment(row.when),
    who: row.who ?? "",
    action: row.action ?? "",
    from: row.from ?? "",
    to: row.to ?? "",
    comment: row.comment ?? "",
  }));
  const sealing = sealedBy && rows[history.indexOf(sealedBy)];
  return {
    history: rows,
    since: sealing ?? (isSealed ? "seal" : "inputs"),
    changes: findings.map(findingView),
  };
}

/** The sheet that re-adds every amount of a document. */
export function planOfEvidence({ snapshot }: SessionWorkbook, number: string): WritePlan {
  const options = { period: undefined, asOf: undefined, giveNumbers: false };
  const found = gatherEvidence(snapshot, number, undefined, options);
  if (found?.ok) return planEvidence(found.evidence);
  throw new SessionFailure({
    code: "MISSING",
    message: `The inputs of this workbook give no invoice ${number} any more, so there is nothing to show.`,
  });
}
