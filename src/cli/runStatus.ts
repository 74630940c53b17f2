import type { BillingRun } from "../core/api";
import { exitStatus, type ExitStatus } from "./exit";

/** Whether a run left something for people to see to: an invoice that waits, an error, or a finding that is one. */
export function runStatus({ held, waiting, issues, reconciliation }: BillingRun): ExitStatus {
  const isWrong =
    held.length > 0 ||
    waiting > 0 ||
    issues.some(({ severity }) => severity === "error") ||
    reconciliation.findings.some(({ severity }) => severity === "error");
  return isWrong ? exitStatus.attention : exitStatus.done;
}
