import { isoOf, monthOf, type Day, type Span } from "../year/day";
import type { SimulatedYear } from "../year/simulatedYear";
import { Fraction } from "./fraction";

type Basis = SimulatedYear["basis"];

const thirtieth = (of: Day) => Math.min(Number(isoOf(of).slice(8)), 30);

/** The last day of a month counts as the 30th where it ends a run of days. */
function endDay(of: Day): number {
  const isLastOfFebruary = monthOf(of) % 12 === 1 && monthOf(of + 1) !== monthOf(of);
  return isLastOfFebruary ? 30 : thirtieth(of);
}

/** Days by 30/360: the whole of any month is 30, the 31st alone is 1. */
const days360 = ({ from, to }: Span): number =>
  30 * (monthOf(to) - monthOf(from)) + endDay(to) - thirtieth(from) + 1;

export const daysOf = (span: Span, basis: Basis): number =>
  basis === "actual" ? span.to - span.from + 1 : days360(span);

/** Of the days of adjoining parts of a cut period the share of each in the full period; the last takes what is left. */
export function sharesOf(parts: readonly Span[], cut: Span, full: Span, basis: Basis): Fraction[] {
  const whole = Fraction.of(daysOf(full, basis));
  const [first] = parts;
  let left = daysOf({ from: first?.from ?? cut.from, to: cut.to }, basis);
  return parts.map((part) => {
    const days = part.to === cut.to ? left : daysOf(part, basis);
    left -= days;
    return Fraction.of(days).over(whole);
  });
}
