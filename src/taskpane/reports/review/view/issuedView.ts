import { issuedDocuments, planRestore, type Snapshot, type WritePlan } from "../../../../core/api";
import { findingOfDifference, type FindingView } from "../../../session/findingView";
import type { SessionWorkbook } from "../../../session/sessionWorkbook";

/** An issued document that somebody has changed. */
export interface IssuedChangeView {
  readonly invoice: string;
  /** Its row is not there any more. */
  readonly isGone: boolean;
  /** What was sealed of it says how it read. */
  readonly canReturn: boolean;
  readonly changes: readonly FindingView[];
}

export interface IssuedView {
  /** Where documents stand: an edit anywhere else changes none. */
  readonly sheets: readonly string[];
  readonly documents: readonly IssuedChangeView[];
}

export function issuedView(workbook: SessionWorkbook, now = workbook.snapshot): IssuedView {
  const known = now === workbook.snapshot ? workbook.survey.inputs : undefined;
  const { register, changes } = issuedDocuments(now, workbook.sha256, known);
  return {
    sheets: [register.invoicesBound, register.linesBound].flatMap((bound) => bound?.grid.sheet ?? []),
    documents: changes.map(({ invoice, isGone, differences }) => ({
      invoice,
      isGone,
      canReturn: differences.length > 0 && register.invoicesBound !== undefined,
      changes: differences.map(findingOfDifference),
    })),
  };
}

export const planOfRestore = ({
  snapshot,
  sha256,
}: { snapshot: Snapshot } & Pick<SessionWorkbook, "sha256">): WritePlan =>
  planRestore(issuedDocuments(snapshot, sha256));
