import type { Contract, Price } from "../catalog/records";
import { nameKey } from "../base/name";
import type { Period } from "../calendar/period";
import { formatLongPeriod } from "../calendar/longDate";
import { formatFigure, formatMoney } from "../money/format";
import type { RegisteredLine } from "../documents/register";
import { minorDigits } from "../money/currency";
import { Decimal, sum, zero } from "../money/decimal";
import { round } from "../money/round";
import { chargeQuantity } from "../pricing/charge";
import { billedQuantity } from "../documents/billedQuantity";
import type { RatingContext } from "../rating/ratingContext";
import type { RatedUsage } from "../rating/ratedUsage";
import type { FindingCode } from "./finding";

/** One cause of a difference between what a price owes and what lines billed. */
export interface Effect {
  readonly code: FindingCode;
  readonly difference: Decimal;
  readonly cause: string;
}

export interface SplitInput {
  readonly contract: Contract;
  readonly price: Price;
  readonly part: Period;
  readonly rated: RatedUsage;
  readonly lines: readonly RegisteredLine[];
  /** More usage than was billed counts as late: an earlier period, or rows that arrived after the invoice. */
  readonly isLate: boolean;
  readonly context: RatingContext;
}

/** k where a is 10^k times b to within a tolerance; undefined when it is not, or k is 0. */
function powerOfTen(a: Decimal, b: Decimal, tolerance: Decimal): number | undefined {
  if (a.isZero() || b.isZero() || a.isNegative() !== b.isNegative()) return undefined;
  const exponent = Decimal.log10(a.dividedBy(b).abs()).round().toNumber();
  if (exponent === 0) return undefined;
  const scaled = b.times(new Decimal(10).pow(exponent));
  return a.minus(scaled).abs().lessThanOrEqualTo(tolerance) ? exponent : undefined;
}

/** What the lines themselves add up to; undefined when they name no unit prices. */
function claimedAmount(lines: readonly RegisteredLine[]): Decimal | undefined {
  const usage = lines.filter(({ kind = "usage" }) => kind === "usage");
  if (usage.some(({ unitPrice, quantity }) => unitPrice === undefined || quantity === undefined))
    return undefined;
  return sum(
    lines.map(({ kind = "usage", quantity = zero, unitPrice = zero, flatFee = zero, amount }) =>
      kind === "usage" ? quantity.times(unitPrice).plus(flatFee) : amount,
    ),
  );
}

/** The discount of an earlier price of the product that would explain the billed amount. */
function expiredDiscount(
  { contract, price, part, rated }: SplitInput,
  found: Decimal,
  digits: number,
  mode: Parameters<typeof round>[2],
): Price | undefined {
  const ended = contract.prices.filter(
    (other) =>
      nameKey(other.product) === nameKey(price.product) &&
      other.service.to < part.from &&
      !other.discount.isZero(),
  );
  return ended.find(({ discount }) => {
    const charge = chargeQuantity(rated.quantity, { ...rated.terms, discount });
    return charge.ok && round(charge.amount, digits, mode).equals(found);
  });
}

/** A cause that explains the whole difference at once, if one does. */
function wholeCause(input: SplitInput, expected: Decimal, found: Decimal, unit: Decimal): Effect | undefined {
  const { contract, price, rated, lines, context } = input;
  const digits = minorDigits(contract.currency);
  const mode = context.settings.roundingMode;
  const difference = expected.minus(found);
  const show = (amount: Decimal) => formatMoney(amount, contract.currency);
  const billed = billedQuantity(lines, () => price) ?? zero;
  const half = unit.dividedBy(2);
  const exact = rated.charge.ok ? rated.charge.amount : expected;
  // The unit was mistaken before the amount was rounded, or after.
  const exponent =
    powerOfTen(billed, rated.quantity, zero) ??
    powerOfTen(found, exact, half) ??
    powerOfTen(found, expected, zero);
  if (exponent !== undefined) {
    const ratio = formatFigure(new Decimal(10).pow(Math.abs(exponent)));
    const cause = `billed ${ratio} times too ${exponent > 0 ? "much" : "little"}: ${show(found)} for ${show(expected)}; the units differ`;
    return { code: "UNIT_MISMATCH", difference, cause };
  }
  const discounted = expiredDiscount(input, found, digits, mode);
  if (discounted) {
    const percentage = formatFigure(discounted.discount.times(100));
    const cause = `billed with the discount of ${percentage} % that ended with ${formatLongPeriod(discounted.service)}`;
    return { code: "DISCOUNT_EXPIRED", difference, cause };
  }
  const topUp = rated.charge.ok ? rated.charge.lines.find(({ kind }) => kind === "minimum") : undefined;
  if (
    topUp &&
    rated.charge.ok &&
    round(rated.charge.amount.minus(topUp.amount), digits, mode).equals(found)
  ) {
    return {
      code: "MINIMUM_NOT_BILLED",
      difference,
      cause: `the minimum of ${show(expected)} was not reached and ${show(found)} was billed`,
    };
  }
  return undefined;
}

/**
 * Splits a difference by cause: quantity effect (usage − billed) × contract price, price effect billed quantity ×
 * (contract − billed price), and the rest. The effects add up to the difference; each has one code.
 */
export function splitDifference(input: SplitInput): Effect[] {
  const { contract, price, rated, lines, context } = input;
  const digits = minorDigits(contract.currency);
  const unit = new Decimal(10).pow(-digits);
  const rounded = (amount: Decimal) => round(amount, digits, context.settings.roundingMode);
  if (!rated.charge.ok) return [];
  const expected = rounded(rated.charge.amount);
  const found = sum(lines.map(({ amount }) => amount));
  const difference = expected.minus(found);
  const counts = (amount: Decimal) => amount.abs().greaterThanOrEqualTo(unit);
  if (!counts(difference) || difference.abs().lessThanOrEqualTo(context.settings.reconciliationTolerance))
    return [];
  const show = (amount: Decimal) => formatMoney(amount, contract.currency);
  if (lines.every(({ quantity }) => quantity === undefined)) {
    return [
      {
        code: "AMOUNT_MISMATCH",
        difference,
        cause: `${show(expected)} is owed and ${show(found)} was billed`,
      },
    ];
  }
  const whole = wholeCause(input, expected, found, unit);
  if (whole) return [whole];
  const billed = billedQuantity(lines, () => price) ?? zero;
  const atBilled = price.perEvent ? undefined : chargeQuantity(billed, rated.terms);
  const owedForBilled = atBilled?.ok ? rounded(atBilled.amount) : expected;
  const unitText = price.unit === "" ? "" : ` ${price.unit}`;
  const effects: Effect[] = [];
  const quantityEffect = expected.minus(owedForBilled);
  if (counts(quantityEffect)) {
    const isLate = input.isLate && rated.quantity.greaterThan(billed);
    const what = `${formatFigure(rated.quantity)}${unitText} metered and ${formatFigure(billed)} billed`;
    const cause = isLate
      ? `${what}: ${formatFigure(rated.quantity.minus(billed))} came after the invoice`
      : what;
    effects.push({ code: isLate ? "LATE_USAGE" : "QUANTITY_MISMATCH", difference: quantityEffect, cause });
  }
  const claimed = claimedAmount(lines);
  const priceEffect =
    claimed === undefined ? owedForBilled.minus(found) : owedForBilled.minus(rounded(claimed));
  if (counts(priceEffect)) {
    const cause = `${formatFigure(billed)}${unitText} cost ${show(owedForBilled)} by the contract and ${show(owedForBilled.minus(priceEffect))} at the billed price`;
    effects.push({ code: "PRICE_MISMATCH", difference: priceEffect, cause });
  }
  const rest = difference.minus(sum(effects.map((effect) => effect.difference)));
  if (counts(rest)) {
    const cause = `quantity and price of the lines make ${show(found.plus(rest))}, their amount is ${show(found)}`;
    effects.push({ code: "AMOUNT_MISMATCH", difference: rest, cause });
  }
  return effects;
}
