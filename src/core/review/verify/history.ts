import type { ApprovalRecord } from "../tables/approvals.table";

const sealing = new Set(["approve", "issue", "accept"]);

/** The act that made the seal of a document. */
export function lastSealing(history: readonly ApprovalRecord[]): ApprovalRecord | undefined {
  return [...history].reverse().find(({ action = "" }) => sealing.has(action));
}

/** Who asked for the review of a document last. */
export function lastSubmitter(history: readonly ApprovalRecord[]): string | undefined {
  return [...history].reverse().find(({ action }) => action === "submit")?.who;
}

/** The approval that a document has now: the last one that nothing took back. */
export function standingApproval(history: readonly ApprovalRecord[]): ApprovalRecord | undefined {
  const takesBack = new Set(["reject", "lapse"]);
  const last = [...history]
    .reverse()
    .find(({ action = "" }) => action === "approve" || takesBack.has(action));
  return last?.action === "approve" ? last : undefined;
}
