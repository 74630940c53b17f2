import { sortIssues, type BillingRun, type Issue, type Stake } from "../../core/api";
import type { HeldView, Money } from "./views";

/** A cell has at most 15 digits, so a number holds every amount: 12.30 USD as 12.3. */
export function moneyView({ amount, currency }: Stake): Money {
  return { amount: amount.toNumber(), currency };
}

/** The first cell, in the order of the Issues sheet, that holds each contract. */
function holdingCells(issues: readonly Issue[]): Map<string, Issue["at"]> {
  const cells = new Map<string, Issue["at"]>();
  for (const { severity, holds, at } of sortIssues(issues)) {
    if (severity !== "error") continue;
    for (const contractId of holds) if (!cells.has(contractId)) cells.set(contractId, at);
  }
  return cells;
}

/** The invoices that wait, with what they would come to as far as it can be rated. */
export function heldView({ held, issues, amounts, book }: BillingRun): HeldView[] {
  const cells = holdingCells(issues);
  const contracts = new Map(book.catalog.contracts.map((contract) => [contract.contractId, contract]));
  return held.map(({ contractId, codes }) => {
    const amount = amounts.get(contractId);
    return {
      contractId,
      customer: contracts.get(contractId)?.customer.customerName ?? "",
      codes,
      at: cells.get(contractId),
      amount: amount && moneyView(amount),
    };
  });
}
