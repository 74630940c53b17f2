import type { Period } from "../calendar/period";
import type { Price } from "../catalog/records";
import { shareByLargestRemainder } from "../money/allocate";
import { minorDigits } from "../money/currency";
import { sum, type Decimal } from "../money/decimal";
import { round } from "../money/round";
import { fixedParts } from "../rating/priceParts";
import { rateFixedPart } from "../rating/rateParts";
import { exactAmount } from "../rating/ratedItem";
import type { RatedUsage } from "../rating/ratedUsage";
import { priceChains, rateUsage } from "../rating/rateUsage";
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
  const { fixed } = priceChains(contract, silent);
  const fees = fixed
    .flatMap((chain) => fixedParts(contract, chain, period, context.settings.prorationBasis))
    .flatMap((each): Omit<Expected, "amount">[] => {
      const item = rateFixedPart(contract, each, silent);
      return item ? [{ price: each.price, part: each.part, exact: exactAmount(item), usage: undefined }] : [];
    });
  // A price that cannot be applied has been reported and holds the contract; there is nothing to compare.
  const usages = rateUsage(contract, period.full, silent)
    .flat()
    .flatMap(({ price, part, usage }): Omit<Expected, "amount">[] =>
      usage.charge.ok ? [{ price, part, exact: usage.charge.amount, usage }] : [],
    );
  const order = new Map(contract.prices.map((price, index) => [price, index]));
  const rated = [...fees, ...usages].sort((a, b) => order.get(a.price)! - order.get(b.price)!);
  const { roundingMode, lineRounding } = context.settings;
  const digits = minorDigits(contract.currency);
  const exact = rated.map((each) => each.exact);
  const amounts =
    lineRounding === "invoice"
      ? shareByLargestRemainder(round(sum(exact), digits, roundingMode), exact, digits)
      : exact.map((amount) => round(amount, digits, roundingMode));
  return rated.map((each, index) => ({ ...each, amount: amounts[index]! }));
}
