import { sortIssues, type BillingRun, type Issue, type Stake } from "../../core/api";
import type { HeldView, Money } from "./views";

/** A cell has at most 15 digits, so a number holds every amount: 12.30 USD as 12.3. */
export function moneyView({ amount, currency }: Stake): Money {
  return { amount: amount.toNumber(), currency };
}

/** The first issue, in the order of the Issues sheet, that holds each contract. */
function firstCauses(issues: readonly Issue[]): Map<string, Issue> {
  const causes = new Map<string, Issue>();
  for (const issue of sortIssues(issues)) {
    if (issue.severity !== "error") continue;
    for (const contractId of issue.holds) if (!causes.has(contractId)) causes.set(contractId, issue);
  }
  return causes;
}

/** What holds every invoice because a table cannot be read: an error that names no contract. */
const causeOfAll = (issues: readonly Issue[]) =>
  sortIssues(issues).find(({ severity, holds }) => severity === "error" && holds.length === 0);

/** The invoices that wait, with what they would come to as far as it can be rated. */
export function heldView({ held, issues, amounts, book }: BillingRun): HeldView[] {
  const causes = firstCauses(issues);
  const ofAll = causeOfAll(issues);
  const contracts = new Map(book.catalog.contracts.map((contract) => [contract.contractId, contract]));
  return held.map(({ contractId, codes }) => {
    const amount = amounts.get(contractId);
    const cause = causes.get(contractId) ?? (codes.length === 0 ? ofAll : undefined);
    return {
      contractId,
      customer: contracts.get(contractId)?.customer.customerName ?? "",
      codes: codes.length === 0 && cause ? [cause.code] : codes,
      at: cause?.at,
      cause: cause?.message,
      // Nothing that can be rated yet is no amount of 0.00.
      amount: amount && !amount.amount.isZero() ? moneyView(amount) : undefined,
    };
  });
}
