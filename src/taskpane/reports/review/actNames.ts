import type { ActId } from "../../../core/api";

/** Acts in the order in which a document meets them; the first that fits is the one to press. */
export const actOrder = [
  "submit",
  "approve",
  "issue",
  "accept",
  "reject",
  "void",
] as const satisfies readonly ActId[];

/** Acts that are done to many documents at once; accepting is judged document by document. */
export const bulkActs: readonly ActId[] = actOrder.filter((act) => act !== "accept");

/** Acts that are not done without a reason. */
const withReason: ReadonlySet<ActId> = new Set(["reject", "void", "accept"]);

export const needsReason = (act: ActId): boolean => withReason.has(act);
