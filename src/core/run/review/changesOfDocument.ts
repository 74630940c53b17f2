import type { RegisteredInvoice } from "../../documents/register";
import type { DocumentFacts } from "../../review/documentFacts";
import type { ReviewFinding } from "../../review/finding";
import { historiesOf, readApprovals } from "../../review/log/readApprovals";
import type { ApprovalRecord } from "../../review/tables/approvals.table";
import { lastSealing } from "../../review/verify/history";
import type { Snapshot } from "../../grid/grid";

/** What was done to a document, and in what it is not any more what was looked at. */
export interface DocumentChanges {
  /** Rows of Approvals about it, the oldest first. */
  readonly history: readonly ApprovalRecord[];
  /** The act that sealed it; undefined where none did, and it is compared with what its inputs give. */
  readonly sealedBy: ApprovalRecord | undefined;
  readonly isSealed: boolean;
  readonly findings: readonly ReviewFinding[];
}

/** What changed of a document since it was sealed; of one without a seal, in what its inputs give another. */
export function changesOfDocument(
  snapshot: Snapshot,
  document: RegisteredInvoice,
  facts: DocumentFacts,
): DocumentChanges {
  const history = historiesOf(readApprovals(snapshot).rows)(document.invoiceNumber);
  const seal = facts.seal();
  const { isSealed } = seal;
  const findings = isSealed ? [...seal.broken, ...seal.document, ...seal.inputs] : facts.computed().findings;
  return { history, sealedBy: isSealed ? lastSealing(history) : undefined, isSealed, findings };
}
