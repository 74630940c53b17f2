import { sum, type Decimal } from "../../money/decimal";
import { formatExactMoney } from "../../money/format";
import type { RatedItem } from "../ratedItem";
import { overCap, sentenceOfCap } from "./capReached";
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

/** What was over before, and was taken off. */
function takenBefore({ contract: { contractId }, billed }: StepInput): Decimal {
  const lines = billed
    .ofTerm(contractId)
    .filter((line) => line.kind === "maximum" && line.contractId === contractId);
  return sum(lines.map(billed.netOf)).negated();
}

/**
 * The most that a contract bills in its life, over all fixed and usage lines after discounts: 4,000.00 at most 3,500.00.
 * What is over is shared over the prices that bill something, what is given back over those that bill less.
 */
export const notToExceed: ContractStep = (input, { settings }) => {
  const { contract, items } = input;
  const limit = contract.agreed.notToExceed;
  if (!limit) return [];
  const { currency } = contract;
  const counted = items.filter(({ kind }) => kind !== "credit");
  const all = pricedAmounts(contract, counted, settings);
  const now = sum(all.map(({ amount }) => amount));
  const cap = { limit, before: billedInLife(input), taken: takenBefore(input), now };
  const over = roundedOnce(overCap(cap), currency, settings);
  if (over.isZero()) return [];
  const show = (figure: Decimal) => formatExactMoney(figure, currency);
  const prices = all.filter(({ amount }) => !amount.isZero() && amount.isNegative() === over.isNegative());
  const sharing = sum(prices.map(({ amount }) => amount));
  const shares = sharedOver(over, prices, currency, settings);
  return prices.flatMap((price, index): RatedItem[] => {
    const share = shares[index]!;
    if (share.isZero()) return [];
    const ofAll = prices.length === 1 ? "" : `, shared by ${show(price.amount)} of ${show(sharing)}`;
    const term = {
      id: contract.contractId,
      name: `${price.price.description}: not to exceed`,
      sentence: `${sentenceOfCap(cap, show)}${ofAll}`,
    };
    const amount = share.negated();
    return [termItem({ contract, price: price.price, kind: "maximum", term, part: price.part, amount })];
  });
};
