import { Fraction } from "../fraction";
import { isOfPrices, type Item, type Rule, type Statement } from "./item";

const sumOf = (items: readonly Item[]) => Fraction.sum(items.map(({ amount }) => amount));

/** What is above a cap over everything billed so far, less what was taken off before. */
function aboveCap(
  cap: Fraction,
  isCounted: (item: Item) => boolean,
  { items, before }: Statement,
  rule: Pick<Item, "ruleId" | "product" | "priceId" | "taxCode" | "days">,
): Item[] {
  const counted = [...before, ...items].filter(isCounted);
  const uncut = sumOf(counted.filter(({ ruleId }) => ruleId !== rule.ruleId));
  const amount = uncut.least(cap).minus(sumOf(counted));
  return amount.isZero ? [] : [{ ...rule, kind: "maximum", isLate: false, amount }];
}

/** Prices.Maximum of a contract: 10,000 in all, 6,000 billed, 5,500 now: 4,000. What is cut is of the days it is cut of. */
export const maximums: Rule = (statement) =>
  statement.contract.prices
    .filter(({ maximumPeriod }) => maximumPeriod !== undefined)
    .flatMap(({ id, maximum = "0" }) => {
      const billed = statement.items.filter((item) => item.priceId === id);
      const isCounted = (item: Item) =>
        item.priceId === id && (item.kind === "price" || item.kind === "maximum");
      return billed.reduce<Item[]>((cuts, item, at) => {
        const items = [...billed.slice(0, at + 1), ...cuts];
        const rule = { ...item, ruleId: `${id} maximum` };
        return [...cuts, ...aboveCap(Fraction.of(maximum), isCounted, { ...statement, items }, rule)];
      }, []);
    });

/** Not to exceed: over all fixed and usage lines of the contract, for its life. */
export const notToExceed: Rule = (statement) => {
  const { notToExceed: cap } = statement.contract;
  const last = statement.items.at(-1);
  if (cap === undefined || last === undefined) return [];
  return aboveCap(Fraction.of(cap), isOfPrices, statement, {
    ...last,
    product: "",
    priceId: "",
    ruleId: "not to exceed",
  });
};
