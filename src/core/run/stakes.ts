import { groupBy } from "../base/groupBy";
import { compareText } from "../base/name";
import { amountsOfItems } from "../invoicing/invoiceLines";
import type { Issue } from "../issues/issue";
import { sum, type Decimal } from "../money/decimal";
import type { RatedContract } from "../rating/rateContract";
import type { Settings } from "../settings/settings";

/** Money that waits for something to be mended. */
export interface Stake {
  readonly amount: Decimal;
  readonly currency: string;
}

/** What each contract would bill in the run, before tax, as far as it can be rated. */
export function wouldBill(rated: readonly RatedContract[], settings: Settings): ReadonlyMap<string, Stake> {
  return new Map(
    rated.map(({ contract, items }) => {
      const amount = sum(amountsOfItems(items, settings));
      return [contract.contractId, { amount, currency: contract.currency }];
    }),
  );
}

/**
 * Issues with the money that waits for them: the amount of the invoice that an error holds, as far as the rest of it
 * can be rated. An issue that holds several invoices shows their sum where they share a currency.
 */
export function withStakes(issues: readonly Issue[], amounts: ReadonlyMap<string, Stake>): Issue[] {
  return issues.map((issue) => {
    if (issue.stake || issue.severity !== "error" || issue.holds.length === 0) return issue;
    const held = issue.holds.flatMap((contractId) => amounts.get(contractId) ?? []);
    const [first] = held;
    if (!first || held.some(({ currency }) => currency !== first.currency)) return issue;
    return { ...issue, stake: { amount: sum(held.map(({ amount }) => amount)), currency: first.currency } };
  });
}

/** What several issues put at stake together, per currency: an invoice that waits for many of them counts once. */
export function stakesOf(issues: readonly Issue[], amounts: ReadonlyMap<string, Stake>): Stake[] {
  const held = new Set(issues.flatMap(({ severity, holds }) => (severity === "error" ? holds : [])));
  // An issue that holds nothing has a stake of its own, such as a fee that was charged without usage.
  const stakes = issues.flatMap(({ severity, holds, stake }) =>
    stake && (severity !== "error" || holds.length === 0) ? [stake] : [],
  );
  const all = [...[...held].flatMap((contractId) => amounts.get(contractId) ?? []), ...stakes];
  return [...groupBy(all, ({ currency }) => currency)]
    .map(([currency, group]) => ({ currency, amount: sum(group.map(({ amount }) => amount)) }))
    .sort((a, b) => compareText(a.currency, b.currency));
}
