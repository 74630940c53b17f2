import type { Day } from "../../calendar/day";
import { discountRateOn } from "../../calendar/terms";
import { minorDigits } from "../../money/currency";
import { Decimal, zero } from "../../money/decimal";
import { round } from "../../money/round";
import type { Settings } from "../../settings/settings";
import type { OpenDocument } from "../book";
import type { Treatment } from "../tables/applications.table";

/** A document with what is open of it while payments are matched. */
export interface Item {
  readonly document: OpenDocument;
  readonly open: Decimal;
}

export type FitSettings = Pick<
  Settings,
  "paymentTolerance" | "paymentTolerancePercent" | "overpayment" | "discountGraceDays" | "roundingMode"
>;

/** How received and open come together. */
export interface Fit {
  /** Received less open. */
  readonly difference: Decimal;
  readonly treatment: Treatment;
  readonly discount: Decimal;
  /** Below 0 for an excess that is written off. */
  readonly writeOff: Decimal;
  readonly fits: boolean;
}

/** The tolerance of a payment: of an amount and a percentage of what is open the smaller; none is set by default. */
export function toleranceOn(
  open: Decimal,
  { paymentTolerance, paymentTolerancePercent }: FitSettings,
): Decimal {
  const share = paymentTolerancePercent?.times(open.abs());
  if (paymentTolerance === undefined) return share ?? zero;
  return share === undefined ? paymentTolerance : Decimal.min(paymentTolerance, share);
}

/** The discount that a payment of a day earns on what is open: 2 % of 1,000.00 within its days and the grace days. */
export function discountOn({ document, open }: Item, paid: Day, settings: FitSettings): Decimal {
  if (!document.terms || document.isCredit) return zero;
  const rate = discountRateOn(document.terms, document.date, paid, settings.discountGraceDays);
  return round(open.times(rate), minorDigits(document.currency), settings.roundingMode);
}

/**
 * Whether what was received fits what is open: exactly, short by no more than the discount earned and the tolerance, or
 * in excess by no more than the tolerance. 985.00 for 1,000.00 with 2 % fits as a discount of 15.00.
 */
export function fitOf(items: readonly Item[], received: Decimal, paid: Day, settings: FitSettings): Fit {
  const open = items.reduce((all, item) => all.plus(item.open), zero);
  const difference = received.minus(open);
  const none = { difference, discount: zero, writeOff: zero };
  if (difference.isZero()) return { ...none, treatment: "exact", fits: true };
  const tolerance = toleranceOn(open, settings);
  if (difference.greaterThan(0)) {
    const fits = difference.lessThanOrEqualTo(tolerance);
    const isWrittenOff = fits && settings.overpayment === "write_off";
    return {
      ...none,
      treatment: isWrittenOff ? "write_off" : "over",
      writeOff: isWrittenOff ? difference.negated() : zero,
      fits,
    };
  }
  const shortfall = difference.negated();
  const earned = items.reduce((all, item) => all.plus(discountOn(item, paid, settings)), zero);
  const discount = Decimal.min(shortfall, earned);
  const writeOff = shortfall.minus(discount);
  if (writeOff.greaterThan(tolerance)) return { ...none, treatment: "short", fits: false };
  return {
    difference,
    discount,
    writeOff,
    treatment: discount.isZero() ? "write_off" : "discount",
    fits: true,
  };
}
