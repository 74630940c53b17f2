import type { Issue } from "../grid/issue";
import { minorDigits } from "../money/currency";
import { sum, type Decimal } from "../money/decimal";
import { roundedAmount } from "../rating/ratedItem";
import type { RatedContract } from "../rating/rateContract";
import type { Settings } from "../catalog/settings";

interface Stake {
  readonly amount: Decimal;
  readonly currency: string;
}

/** What each contract would bill in the run, before tax, as far as it can be rated. */
function wouldBill(rated: readonly RatedContract[], settings: Settings): ReadonlyMap<string, Stake> {
  return new Map(
    rated.map(({ contract, items }) => {
      const digits = minorDigits(contract.currency);
      const amounts = items.map((item) => roundedAmount(item, digits, settings.roundingMode));
      return [contract.contractId, { amount: sum(amounts), currency: contract.currency }];
    }),
  );
}

/**
 * Issues with the money that waits for them: the amount of the invoice that an error holds, as far as the rest of it
 * can be rated. An issue that holds several invoices shows their sum where they share a currency.
 */
export function withStakes(
  issues: readonly Issue[],
  rated: readonly RatedContract[],
  settings: Settings,
): Issue[] {
  const amounts = wouldBill(rated, settings);
  return issues.map((issue) => {
    if (issue.stake || issue.severity !== "error" || issue.holds.length === 0) return issue;
    const held = issue.holds.flatMap((contractId) => amounts.get(contractId) ?? []);
    const [first] = held;
    if (!first || held.some(({ currency }) => currency !== first.currency)) return issue;
    return { ...issue, stake: { amount: sum(held.map(({ amount }) => amount)), currency: first.currency } };
  });
}
