import { smallest } from "../base/manyValues";
import { daysOf, type Period } from "../calendar/period";
import type { Contract, Price } from "../catalog/records";
import type { Decimal } from "../money/decimal";
import { sum } from "../money/decimal";
import { rateOfPrice } from "../rating/terms/conversion";
import { differ, unitsOfShares } from "./comparedSum";
import type { ReconcileContext } from "./context";

/** What a price owes for some days, in the unit that it is written in. */
interface OwedInUnit {
  readonly price: Price;
  readonly part: Period;
  readonly exact: Decimal;
}

/**
 * The rate of a price for some days: that of the last of them. What was billed before they were over was right by the latest
 * rate known then: a fee of March billed in January at 0.05 stays so, though a rate of 0.06 was entered for March.
 */
export function rateAsBilled(
  { price, part, exact }: OwedInUnit,
  contract: Contract,
  context: ReconcileContext,
): Decimal | undefined {
  const rateOn = (day: number) => rateOfPrice(price, contract, day, context);
  const atEnd = rateOn(part.to);
  const lines = context.billed
    .of(contract, price, part)
    .lines.filter(({ period }) => period?.from === part.from && period.to === part.to);
  const issued = smallest(lines.map(({ invoice }) => invoice?.invoiceDate ?? part.to));
  if (lines.length === 0 || issued >= part.to) return atEnd;
  const billed = sum(lines.map(context.billed.netOf));
  const units = unitsOfShares(lines, context);
  const couldBeKnown = Array.from({ length: daysOf({ from: issued, to: part.to }) }, (_, at) =>
    rateOn(part.to - at),
  );
  return (
    couldBeKnown.find((rate) => rate && !differ(exact.times(rate), billed, contract, context, units)) ?? atEnd
  );
}
