import { monthOf, type Day, type Month, type Span } from "../year/day";
import type { Contract, SimulatedYear } from "../year/simulatedYear";
import type { Charge } from "./charge";
import { digitsOf, Fraction } from "./fraction";
import { billingPeriods, contractYears } from "./periods";
import { daysOf } from "./shares";

export interface TrueUp {
  readonly days: Span;
  /** The run in which the commitment period ends. */
  readonly run: Month;
  readonly amount: Fraction;
}

/** Whole charges count as they were rounded; one across a bound by the exact part of its days or usage inside. */
function countedIn(span: Span, { days, amount, within }: Charge): Fraction {
  if (days.to < span.from || span.to < days.from) return Fraction.zero;
  return span.from <= days.from && days.to <= span.to ? amount : within(span);
}

/** What each commitment period asks for beyond what was charged for it, over all prices of the contract. */
export function trueUps(
  charges: readonly Charge[],
  contract: Contract,
  year: SimulatedYear,
  until: Day,
): TrueUp[] {
  const { commitment, currency } = contract;
  if (commitment === undefined) return [];
  const periods =
    commitment.period === "Contract year" ? contractYears(contract, until) : billingPeriods(contract, until);
  return periods.map(({ full, cut }) => {
    const share = Fraction.of(daysOf(cut, year.basis)).over(Fraction.of(daysOf(full, year.basis)));
    const due = Fraction.of(commitment.amount).times(share);
    const charged = Fraction.sum(charges.map((charge) => countedIn(cut, charge)));
    const short = due.minus(charged).most(Fraction.zero);
    return { days: cut, run: monthOf(cut.to), amount: short.rounded(digitsOf(currency), year.rounding) };
  });
}
