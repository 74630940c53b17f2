import { Decimal, sum, zero } from "../../money/decimal";
import { formatExactMoney } from "../../money/format";
import type { RatedItem } from "../ratedItem";
import { pricedAmounts, roundedOnce, sharedOver } from "./pricedAmounts";
import { termItem, type ContractStep, type StepInput } from "./step";

/** What the prices of a contract have billed in all its life, less discounts and what was over before. */
function billedInLife({ contract, billed }: StepInput): Decimal {
  const prices = new Map(
    contract.prices.map((price) => [`${String(price.isFixed)} ${price.product} ${price.meter}`, price]),
  );
  const lines = new Set(
    [...prices.values()].flatMap((price) => [
      ...billed.of(contract, price, contract.service).lines,
      ...billed.takenOff(contract, price, contract.service),
    ]),
  );
  return sum([...lines].map(billed.netOf));
}

/** The most that a contract bills in its life, over all fixed and usage lines after discounts: 4,000.00 at most 3,500.00. */
export const notToExceed: ContractStep = (input, { settings }) => {
  const { contract, items } = input;
  const limit = contract.agreed.notToExceed;
  if (!limit) return [];
  const { currency } = contract;
  const prices = pricedAmounts(contract, items, settings).filter(({ amount }) => amount.greaterThan(0));
  const now = sum(prices.map(({ amount }) => amount));
  const before = billedInLife(input);
  const left = Decimal.max(zero, limit.minus(before));
  const over = roundedOnce(now.minus(left), currency, settings);
  if (!over.greaterThan(0) || now.isZero()) return [];
  const show = (figure: Decimal) => formatExactMoney(figure, currency);
  const shares = sharedOver(over, prices, currency, settings);
  return prices.flatMap((price, index): RatedItem[] => {
    const share = shares[index]!;
    if (share.isZero()) return [];
    const beforeIt = before.isZero() ? "" : ` − ${show(before)} billed before`;
    const ofAll = prices.length === 1 ? "" : `, shared by ${show(price.amount)} of ${show(now)}`;
    const term = {
      id: contract.contractId,
      name: `${price.price.description}: not to exceed`,
      sentence: `cap reached: ${show(limit)}${beforeIt} − ${show(now)}${ofAll}`,
    };
    const amount = share.negated();
    return [termItem({ contract, price: price.price, kind: "maximum", term, part: price.part, amount })];
  });
};
