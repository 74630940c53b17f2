import type { Period } from "../calendar/period";
import type { Grant } from "../catalog/records";
import { minorDigits } from "../money/currency";
import { Decimal, sum, zero } from "../money/decimal";
import { round } from "../money/round";
import type { RegisteredLine } from "./register";

/** What a grant was for: money or units. */
export const grantedBy = ({ of }: Grant): Decimal => ("amount" in of ? of.amount : of.units);

/** What lines draw of a grant: money below 0, or units that cost nothing. */
export function drawnBy(
  { of, currency }: Grant,
  lines: readonly RegisteredLine[],
  amountOf: (line: RegisteredLine) => Decimal = ({ amount }) => amount,
): Decimal {
  const ofKind = (drawing: string) => lines.filter(({ kind }) => kind === drawing);
  if ("amount" in of) {
    const drawn = sum(ofKind("grant").map(amountOf)).negated();
    return round(drawn, minorDigits(currency), "half_up");
  }
  return sum(ofKind("included").map(({ quantity }) => quantity ?? zero));
}

/** Whether a grant may be drawn by a run: the run's last day lies in its days. */
export const isOpenIn = ({ days }: Grant, run: Period): boolean => run.to >= days.from && run.to <= days.to;

/** A row of Balances: Closing = Opening + Granted − Drawn − Expired. */
export interface GrantBalance {
  readonly grant: Grant;
  readonly opening: Decimal;
  readonly granted: Decimal;
  readonly drawn: Decimal;
  readonly expired: Decimal;
  readonly closing: Decimal;
}

/**
 * What became of a grant in a run: what was left before it, what it drew, and what expires in the first run whose last day
 * is after the grant's. 100.00 until 31 October of which 60.00 were drawn: November opens with 40.00, which expire.
 */
export function balanceOf(
  grant: Grant,
  run: Period,
  before: readonly RegisteredLine[],
  lines: readonly RegisteredLine[],
  amountOf: (line: RegisteredLine) => Decimal,
): GrantBalance {
  const whole = grantedBy(grant);
  const left = Decimal.max(zero, whole.minus(drawnBy(grant, before, amountOf)));
  const isNew = grant.days.from >= run.from;
  // The run before ended on the day before this one begins.
  const wasOver = !isNew && grant.days.to < run.from - 1;
  const opening = isNew || wasOver ? zero : left;
  const granted = isNew ? whole : zero;
  const drawn = drawnBy(grant, lines, amountOf);
  const rest = opening.plus(granted).minus(drawn);
  const expired = grant.days.to < run.to ? rest : zero;
  return { grant, opening, granted, drawn, expired, closing: rest.minus(expired) };
}
