import type { RegisteredInvoice } from "../../documents/register";
import { historiesOf, readApprovals } from "../../review/log/readApprovals";
import type { VerifyContext } from "../../review/verify/check";
import type { OpenedReview } from "./openReview";

/** What the logs of a workbook say of its documents. */
export type LoggedFacts = Pick<
  VerifyContext,
  "register" | "logs" | "approvals" | "policyIsSet" | "runOf" | "historyOf"
>;

/** Reads what acts and runs did, so that each document finds its own. */
export function loggedFacts({ snapshot, register, logs, policy }: OpenedReview): LoggedFacts {
  const approvals = readApprovals(snapshot).rows;
  const runs = new Map(logs.runLog.map((row) => [row.runId, row]));
  const historyOf = historiesOf(approvals);
  return {
    register,
    logs,
    approvals,
    policyIsSet: policy.isSet,
    runOf: (runId) => runs.get(runId ?? ""),
    historyOf: ({ invoiceNumber }: RegisteredInvoice) => historyOf(invoiceNumber),
  };
}
