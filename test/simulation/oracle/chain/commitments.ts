import { holds, lastOfMonth, monthOf, type Span } from "../../year/day";
import type { Contract } from "../../year/simulatedYear";
import type { Commitment } from "../../year/terms";
import { Fraction } from "../fraction";
import { billingPeriods, lifeOf } from "../periods";
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

/** The times for which a commitment promises its amount, as far as they have begun. */
function promisedOf({ period }: Commitment, { contract, year, run }: Statement): Promised[] {
  if (period === "Contract") return [{ days: lifeOf(contract), share: one }];
  return billingPeriods(contract, lastOfMonth(run + 2)).map(({ full, cut }) => ({
    days: cut,
    share: Fraction.of(daysOf(cut, year.basis)).over(Fraction.of(daysOf(full, year.basis))),
  }));
}

/** Beyond the promise × (factor − 1) as it comes, what is missing at its end: both less what was billed of them. */
function itemsOf(commitment: Commitment, promised: Promised, statement: Statement): Item[] {
  const { run, items, before } = statement;
  const all = [...before, ...items];
  const counted = sumOf(
    all.filter(
      (item) =>
        isOfPrices(item) &&
        (commitment.products?.includes(item.product) ?? true) &&
        holds(promised.days, item.days.from),
    ),
  );
  const due = Fraction.of(commitment.amount).times(promised.share);
  const isOver = monthOf(promised.days.to) <= run;
  const missing = commitment.trueUp === "No" || !isOver ? zero : due.minus(counted).most(zero);
  const factor = Fraction.of(commitment.overageFactor ?? "1").minus(one);
  const beyond = counted.minus(due).most(zero).times(factor);
  const owed = [
    ["commitment", missing],
    ["overage", beyond],
  ] as const;
  return owed.flatMap(([kind, exact]): Item[] => {
    const billed = sumOf(
      before.filter(
        (item) =>
          item.kind === kind && item.ruleId === commitment.id && item.days.from === promised.days.from,
      ),
    );
    const amount = roundedIn(statement, exact).minus(billed);
    if (amount.isZero) return [];
    const { days } = promised;
    return [
      { kind, product: "", priceId: "", taxCode: "", days, amount, isLate: false, ruleId: commitment.id },
    ];
  });
}

/** A minimum commitment of the contract is a row for all its products. */
const commitmentsOf = ({ commitments: rows = [], commitment }: Contract): readonly Commitment[] =>
  commitment?.period === "Billing period"
    ? [{ id: "minimum", amount: commitment.amount, period: "Billing period" }]
    : rows;

export const commitments: Rule = (statement) =>
  commitmentsOf(statement.contract).flatMap((commitment) =>
    promisedOf(commitment, statement).flatMap((promised) => itemsOf(commitment, promised, statement)),
  );
