import { groupBy } from "../../../../src/core/api";
import { holds, lastOfMonth, monthOf, type Day, type Span } from "../../year/day";
import type { Contract } from "../../year/simulatedYear";
import type { Commitment } from "../../year/terms";
import { Fraction } from "../fraction";
import { modelAmount } from "../models";
import { billingPeriods, contractYears, lifeOf, type BillingPeriod } from "../periods";
import { daysOf } from "../shares";
import { isOfPrices, roundedIn, type Item, type Rule, type Statement } from "./item";

const { zero } = Fraction;
const one = Fraction.of(1);
const sumOf = (items: readonly Item[]) => Fraction.sum(items.map(({ amount }) => amount));

interface Promised {
  readonly days: Span;
  /** The share of a full period that its days are. */
  readonly share: Fraction;
}

/** The billing period of a run, and earlier ones of which it bills anything: of others nothing new is owed. */
const periodsOfRun = ({ contract, run, items }: Statement): BillingPeriod[] =>
  billingPeriods(contract, lastOfMonth(run)).filter(
    ({ cut }) => monthOf(cut.to) === run || items.some(({ days }) => holds(cut, days.from)),
  );

/** The times for which a commitment promises its amount, as far as they have begun. */
function promisedOf(period: Commitment["period"], { contract, year, run }: Statement): Promised[] {
  if (period === "Contract") return [{ days: lifeOf(contract), share: one }];
  const until = lastOfMonth(run + 2);
  const periods =
    period === "Contract year" ? contractYears(contract, until) : billingPeriods(contract, until);
  return periods.map(({ full, cut }) => ({
    days: cut,
    share: Fraction.of(daysOf(cut, year.basis)).over(Fraction.of(daysOf(full, year.basis))),
  }));
}

/** A quantity stands for what its price makes of it. */
function amountOf({ amount, quantity = "0", products = [] }: Commitment, { prices }: Contract): Fraction {
  if (amount !== undefined) return Fraction.of(amount);
  const price = prices.find(({ product }) => product === products[0]);
  return price === undefined ? zero : modelAmount(Fraction.of(quantity), price);
}

/** What was billed of one kind of line for a promise is taken off what is owed of it. */
function itemsOf(
  { id }: Commitment,
  kind: "commitment" | "overage",
  exact: Fraction,
  { days }: Promised,
  statement: Statement,
): Item[] {
  const billed = sumOf(
    statement.before.filter(
      (item) => item.kind === kind && item.ruleId === id && item.days.from === days.from,
    ),
  );
  const amount = roundedIn(statement, exact).minus(billed);
  if (amount.isZero) return [];
  return [{ kind, product: "", priceId: "", taxCode: "", days, amount, isLate: false, ruleId: id }];
}

/** What was billed of the products of a row in the days of a promise. */
const billedIn = (
  items: readonly Item[],
  { products }: Pick<Commitment, "products">,
  { days }: Promised,
): Fraction =>
  sumOf(
    items.filter(
      (item) => isOfPrices(item) && (products?.includes(item.product) ?? true) && holds(days, item.days.from),
    ),
  );

/**
 * Rows of one time, each by its order, take what the one before left; what is missing of each at its end, and beyond
 * all of them × (factor of the last − 1) as it comes.
 */
function stacked(
  rows: readonly Commitment[],
  promised: Promised,
  statement: Statement,
  counted: Fraction,
): Item[] {
  const { run, contract } = statement;
  let left = counted;
  const isOver = monthOf(promised.days.to) <= run;
  return rows.flatMap((row, at) => {
    const due = amountOf(row, contract).times(promised.share);
    const missing = row.trueUp === "No" || !isOver ? zero : due.minus(left).most(zero);
    const isLast = at === rows.length - 1;
    const rest = left.minus(due).most(zero);
    const factor = Fraction.of(row.overageFactor ?? "1").minus(one);
    const beyond = isLast ? rest.times(factor) : zero;
    left = rest;
    return [
      ...itemsOf(row, "commitment", missing, promised, statement),
      ...itemsOf(row, "overage", beyond, promised, statement),
    ];
  });
}

/** A minimum commitment of the contract is a row for all its products. */
const commitmentsOf = ({ commitments: rows = [], commitment }: Contract): readonly Commitment[] =>
  commitment?.period === "Billing period"
    ? [{ id: "minimum", amount: commitment.amount, period: "Billing period" }]
    : rows;

export const commitments: Rule = (statement) =>
  [...groupBy(commitmentsOf(statement.contract), ({ period }) => period)].flatMap(([period, rows]) => {
    const inOrder = [...rows].sort((a, b) => (a.order ?? 1) - (b.order ?? 1));
    // Of days only the charges tell what each of them costs.
    if (period === "Day") return [];
    const billed = [...statement.before, ...statement.items];
    return promisedOf(period, statement).flatMap((promised) =>
      stacked(inOrder, promised, statement, billedIn(billed, inOrder[0] ?? {}, promised)),
    );
  });

/** Of a promise of every day what one of them misses, and what it is beyond it. */
function ofDay(
  row: Commitment,
  on: Day,
  { charges, contract }: Statement,
): { missing: Fraction; rest: Fraction } {
  const counted = Fraction.sum(
    charges
      .filter(({ product }) => row.products?.includes(product) ?? true)
      .map(({ within }) => within({ from: on, to: on })),
  );
  const due = amountOf(row, contract);
  return { missing: due.minus(counted).most(zero), rest: counted.minus(due).most(zero) };
}

/**
 * A promise of every day counts the usage of its date and the share of a fee that the day is; what the days of a
 * billing period miss, and what they are beyond, is each one line and rounded once.
 */
export const commitmentsOfDays: Rule = (statement) =>
  (statement.contract.commitments ?? [])
    .filter(({ period }) => period === "Day")
    .flatMap((row) =>
      periodsOfRun(statement).flatMap(({ cut }) => {
        const days = Array.from({ length: cut.to - cut.from + 1 }, (_, at) =>
          ofDay(row, cut.from + at, statement),
        );
        const factor = Fraction.of(row.overageFactor ?? "1").minus(one);
        const missing = row.trueUp === "No" ? zero : Fraction.sum(days.map((day) => day.missing));
        const beyond = Fraction.sum(days.map(({ rest }) => rest)).times(factor);
        const promised = { days: cut, share: one };
        return [
          ...itemsOf(row, "commitment", missing, promised, statement),
          ...itemsOf(row, "overage", beyond, promised, statement),
        ];
      }),
    );

/** One promise over all contracts of a customer, in the periods of its first. */
export const pools: Rule = (statement) =>
  (statement.year.customer?.commitments ?? []).flatMap((row) =>
    promisedOf(row.period, statement).flatMap((promised) =>
      stacked([row], promised, statement, billedIn(statement.ofAll, row, promised)),
    ),
  );
