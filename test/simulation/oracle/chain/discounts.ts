import { groupBy } from "../../../../src/core/api";
import { day, FIRST_DAY, holds, LAST_DAY, type Day } from "../../year/day";
import { isFixed, isProject } from "../../year/simulatedYear";
import type { Discount } from "../../year/terms";
import { digitsOf, Fraction } from "../fraction";
import { billingPeriods } from "../periods";
import { isOfPrices, roundedIn, type Item, type Rule, type Statement } from "./item";
import { sharedBy } from "./share";

const { zero } = Fraction;

/** What one price bills of some days, less what was taken off it so far. */
interface Billed {
  readonly item: Item;
  readonly left: Fraction;
}

const keyOf = ({ priceId, days }: Item) => `${priceId} ${String(days.from)}`;

function billedOf(items: readonly Item[]): Billed[] {
  return items
    .filter(({ kind }) => kind === "price")
    .map((item) => ({
      item,
      left: Fraction.sum(
        items
          .filter((other) => isOfPrices(other) && keyOf(other) === keyOf(item))
          .map(({ amount }) => amount),
      ),
    }));
}

/** Percents first, then amounts; each by its order, then by its id. */
const inOrder = (discounts: readonly Discount[]) =>
  [...discounts].sort(
    (a, b) =>
      Number(a.percent === undefined) - Number(b.percent === undefined) ||
      (a.order ?? 1) - (b.order ?? 1) ||
      (a.id < b.id ? -1 : 1),
  );

/** The billing period that holds the first day of an item, by its number. */
function periodOf({ days }: Item, { contract }: Statement): number {
  return billingPeriods(contract, days.from).findIndex(({ cut }) => holds(cut, days.from));
}

const reach = ({ from, to }: Discount) => ({
  from: from === undefined ? FIRST_DAY : day(from),
  to: to === undefined ? LAST_DAY : day(to),
});

/** Lines of one price in one period are reached by the first of them: a raise inside the period changes nothing of that. */
function firstDayOf(item: Item, billed: readonly Billed[], statement: Statement): Day {
  if (item.isLate) return item.days.from;
  const alike = billed.filter(
    (other) =>
      other.item.priceId === item.priceId &&
      !other.item.isLate &&
      periodOf(other.item, statement) === periodOf(item, statement),
  );
  return Math.min(...alike.map((other) => other.item.days.from));
}

/** What a discount acts on: by product, by the first day of the lines, and in the first periods so reached. */
function actedOn(discount: Discount, billed: readonly Billed[], statement: Statement): Billed[] {
  const { products, periods } = discount;
  const met = billed.filter(
    ({ item, left }) =>
      (products?.includes(item.product) ?? true) &&
      holds(reach(discount), firstDayOf(item, billed, statement)) &&
      !left.isZero &&
      (discount.percent !== undefined || !item.isLate),
  );
  // What is carried moves on to later periods.
  if (periods === undefined || discount.carry) return met;
  const reached = new Set(
    statement.before
      .filter(({ ruleId, amount }) => ruleId === discount.id && !amount.isZero)
      .map((item) => periodOf(item, statement)),
  );
  return [...met]
    .sort((a, b) => a.item.days.from - b.item.days.from)
    .filter(({ item }) => {
      const period = periodOf(item, statement);
      if (reached.has(period)) return true;
      if (reached.size >= periods) return false;
      reached.add(period);
      return true;
    });
}

/** Of an amount what is left to take off: what earlier periods could not bear moves on with Carry. */
function amountLeft(discount: Discount, { before }: Statement, isReached: boolean): Fraction {
  const amount = Fraction.of(discount.amount ?? "0");
  const taken = Fraction.sum(
    before.filter(({ ruleId }) => ruleId === discount.id).map((item) => item.amount.negated()),
  );
  if (discount.carry) return amount.minus(taken).most(zero);
  return isReached ? amount : zero;
}

/** A percent is taken of the sum of each billing period, an amount of all that a run bills. */
function taken(discount: Discount, met: readonly Billed[], statement: Statement): Fraction {
  const sum = Fraction.sum(met.map(({ left }) => left));
  // What comes back late comes back less what was taken off it.
  const base = met.every(({ item }) => item.isLate) ? sum : sum.most(zero);
  if (discount.percent === undefined) return amountLeft(discount, statement, met.length > 0).least(base);
  return roundedIn(statement, base.times(Fraction.of(discount.percent)).over(Fraction.of(100)));
}

/** The order in which of equal remainders the first takes the cent: fees before usage, by product and price, late ones last. */
function inOrderOfBill(prices: readonly (readonly Billed[])[], { contract }: Statement) {
  const dueAnyway = new Set(
    contract.prices.filter((price) => isFixed(price) || isProject(price)).map(({ id }) => id),
  );
  const keyOfOrder = ([first]: readonly Billed[]) => {
    if (first === undefined) return "";
    const { isLate, priceId, product } = first.item;
    return [isLate ? 1 : 0, dueAnyway.has(priceId) ? 0 : 1, product, priceId].join("|");
  };
  return [...prices].sort((a, b) => (keyOfOrder(a) < keyOfOrder(b) ? -1 : 1));
}

/**
 * A total over what each price bills of the period, each share rounded; a price that a raise cuts into parts takes its
 * share as one.
 */
function sharesOf(total: Fraction, met: readonly Billed[], statement: Statement): readonly Fraction[] {
  const digits = digitsOf(statement.contract.currency);
  const isBack = zero.isAbove(total);
  const signed = (amount: Fraction) => (isBack ? amount.negated() : amount);
  const weightOf = ({ left }: Billed) => signed(left).most(zero);
  const prices = inOrderOfBill(
    [...groupBy(met, ({ item }) => (item.isLate ? keyOf(item) : item.priceId)).values()],
    statement,
  );
  const ofPrices = sharedBy(
    signed(total),
    prices.map((parts) => Fraction.sum(parts.map(weightOf))),
    digits,
  );
  const ofParts = new Map(
    prices.flatMap((parts, at) => {
      const shares = sharedBy(ofPrices[at] ?? zero, parts.map(weightOf), digits);
      return parts.map((part, which) => [part, signed(shares[which] ?? zero)] as const);
    }),
  );
  return met.map((part) => ofParts.get(part) ?? zero);
}

function itemsOf(discount: Discount, met: readonly Billed[], statement: Statement): Item[] {
  const shares = sharesOf(taken(discount, met, statement), met, statement);
  return met.flatMap(({ item }, at): Item[] => {
    const amount = (shares[at] ?? zero).negated();
    return amount.isZero ? [] : [{ ...item, kind: "discount", ruleId: discount.id, amount }];
  });
}

export const discounts: Rule = (statement) =>
  inOrder(statement.contract.discounts ?? []).reduce<Item[]>((made, discount) => {
    const met = actedOn(discount, billedOf([...statement.items, ...made]), statement);
    const periods = groupBy(met, ({ item }) =>
      discount.percent === undefined ? "" : String(periodOf(item, statement)),
    );
    return [...made, ...[...periods.values()].flatMap((of) => itemsOf(discount, of, statement))];
  }, []);
