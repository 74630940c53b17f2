import { zero, type Decimal } from "../../money/decimal";
import { round } from "../../money/round";
import { collectionEffectiveness, daysSalesOutstanding } from "../../payments/keyFigures";
import type { KeyFigureBase, Share } from "./keyFigures";

const RATIO_DIGITS = 4;

/** Undefined where there is nothing to divide by. */
export type Ratio = Decimal | undefined;

const rounded = (value: Ratio): Ratio => value && round(value, RATIO_DIGITS, "half_up");
const quotient = (part: Decimal, whole: Decimal): Ratio =>
  whole.isZero() ? undefined : part.dividedBy(whole);
const percent = ({ part, whole }: Share): Ratio => quotient(part.times(100), whole);

/** How sales are counted back from a closing balance: whole months, and what is left over in the month before them. */
export interface CountBack {
  /** How many months, the last included, are used up whole. */
  readonly whole: number;
  /** What is left for the month before them, of which only a part is needed; 0 where nothing is left. */
  readonly rest: Decimal;
  /** The months do not reach back far enough. */
  readonly isTooShort: boolean;
}

/** Takes the sales of months off a balance, newest first; `months` end with the month of the balance. */
export function countBack(closing: Decimal, months: readonly Pick<KeyFigureBase, "sales">[]): CountBack {
  let rest = closing;
  for (let whole = 0; ; whole++) {
    if (!rest.greaterThan(0)) return { whole, rest: zero, isTooShort: false };
    const month = months[months.length - 1 - whole];
    if (!month) return { whole, rest, isTooShort: true };
    if (month.sales.greaterThan(rest)) return { whole, rest, isTooShort: false };
    rest = rest.minus(month.sales);
  }
}

/** Days of whole months and a part of the month before: 2,400.00 over 1,500.00 of 30 and 1,800.00 of 31 days is 45.5. */
function countBackDays(closing: Decimal, months: readonly Pick<KeyFigureBase, "sales" | "days">[]): Ratio {
  const { whole, rest, isTooShort } = countBack(closing, months);
  if (isTooShort) return undefined;
  const last = months.length - whole;
  const days = months.slice(last).reduce((all, month) => all.plus(month.days), zero);
  const partly = months[last - 1];
  return rest.isZero() || !partly ? days : days.plus(rest.dividedBy(partly.sales).times(partly.days));
}

export interface Ratios {
  readonly dso: Ratio;
  readonly bestPossibleDso: Ratio;
  readonly add: Ratio;
  readonly countBackDso: Ratio;
  readonly cei: Ratio;
  readonly turnover: Ratio;
  readonly pastDueShare: Ratio;
  readonly weightedDays: Ratio;
  readonly unappliedShare: Ratio;
  readonly disputeShare: Ratio;
  readonly firstPassShare: Ratio;
  readonly autoMatchShare: Ratio;
}

/** The key figures of a month, each rounded once to 4 decimals; `months` are those of its currency up to it. */
export function ratiosOf(month: KeyFigureBase, months: readonly KeyFigureBase[]): Ratios {
  const { opening, sales, closing, current, pastDue } = month;
  const days = zero.plus(month.days);
  const dso = daysSalesOutstanding(closing, sales, days);
  const best = daysSalesOutstanding(current, sales, days);
  const all = {
    dso,
    bestPossibleDso: best,
    add: dso && best && dso.minus(best),
    countBackDso: countBackDays(closing, months),
    cei: collectionEffectiveness(opening, sales, closing, current),
    turnover: quotient(sales.times(2), opening.plus(closing)),
    pastDueShare: percent({ part: pastDue, whole: current.plus(pastDue) }),
    weightedDays: quotient(month.weighted.part, month.weighted.whole),
    unappliedShare: percent(month.unapplied),
    disputeShare: percent(month.disputed),
    firstPassShare: percent(month.firstPass),
    autoMatchShare: percent(month.autoMatch),
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, rounded(value)]),
  ) as unknown as Ratios;
}
