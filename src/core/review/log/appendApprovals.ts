import type { Sha256 } from "../../base/sha256";
import { rowHash } from "../../schema/rowHash";
import { approvalsTable, type ApprovalRecord } from "../tables/approvals.table";

/** What an act says in Approvals, before it is chained. */
export type ApprovalEntry = Omit<ApprovalRecord, "previousHash" | "hash" | "row">;

/** Rows of Approvals, each sealed and with the hash of the one before it; `last` is the hash that they follow. */
export function chainedApprovals(
  entries: readonly ApprovalEntry[],
  last: string,
  sha256: Sha256,
): ApprovalRecord[] {
  let previous = last;
  return entries.map((entry) => {
    const linked = { previousHash: previous || undefined, ...entry };
    previous = rowHash(approvalsTable, linked, sha256);
    return { hash: previous, row: undefined, ...linked };
  });
}
