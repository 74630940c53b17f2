import { overlap, type Period } from "../calendar/period";
import type { Price } from "../catalog/records";
import { shareByLargestRemainder } from "../money/allocate";
import { minorDigits } from "../money/currency";
import { sum, type Decimal } from "../money/decimal";
import { round } from "../money/round";
import { rateFixedPart, rateUsage, type RatedUsage } from "../rating/rateParts";
import { exactAmount } from "../rating/ratedItem";
import type { CheckedPeriod } from "./checkedPeriods";
import type { ReconcileContext } from "./context";

/** What one price owes for its part of a period. */
export interface Expected {
  readonly price: Price;
  readonly part: Period;
  /** Before rounding. */
  readonly exact: Decimal;
  /** In minor units: rounded once, or the price's share of the contract's amount where invoices are rounded once. */
  readonly amount: Decimal;
  /** Undefined for fixed prices. */
  readonly usage: RatedUsage | undefined;
}

/** What each price of a contract owes for a period. */
export function expectedOf({ contract, period }: CheckedPeriod, context: ReconcileContext): Expected[] {
  const silent = { ...context, report: () => undefined };
  const rated = contract.prices.flatMap((price): Omit<Expected, "amount">[] => {
    const part = overlap(period.full, price.service);
    if (!part) return [];
    const span = { full: period.full, part };
    if (price.isFixed) {
      const item = rateFixedPart(contract, price, span, silent);
      return item ? [{ price, part, exact: exactAmount(item), usage: undefined }] : [];
    }
    const usage = rateUsage(contract, price, span, context);
    // A price that cannot be applied has been reported and holds the contract; there is nothing to compare.
    return usage.charge.ok ? [{ price, part, exact: usage.charge.amount, usage }] : [];
  });
  const { roundingMode, lineRounding } = context.settings;
  const digits = minorDigits(contract.currency);
  const exact = rated.map((each) => each.exact);
  const amounts =
    lineRounding === "invoice"
      ? shareByLargestRemainder(round(sum(exact), digits, roundingMode), exact, digits)
      : exact.map((amount) => round(amount, digits, roundingMode));
  return rated.map((each, index) => ({ ...each, amount: amounts[index]! }));
}
