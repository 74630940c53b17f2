import { nameKey } from "../base/name";
import { groupBy } from "../base/groupBy";
import { formatDay } from "../calendar/day";
import { formatLongPeriod } from "../calendar/longDate";
import { mergePeriods, without } from "../calendar/periodSets";
import { overlap } from "../calendar/period";
import { dayFraction, wholePeriod, type DayFraction } from "../calendar/proration";
import type { Price } from "../catalog/records";
import { minorDigits } from "../money/currency";
import { Decimal, smallestUnit, sum } from "../money/decimal";
import { formatFigure, formatMoney } from "../money/format";
import { round } from "../money/round";
import { chargeQuantity } from "../pricing/charge";
import { rateFixedPart } from "../rating/rateParts";
import { exactAmount } from "../rating/ratedItem";
import { silently } from "../rating/ratingContext";
import { billedUnits, meteredUnits } from "./billedUnits";
import type { Difference, Effect } from "./difference";

/** A cause that explains the whole difference at once, if it does. */
type Explanation = (input: Difference) => Effect | undefined;

const rounded = (amount: Decimal, { contract, context }: Difference) =>
  round(amount, minorDigits(contract.currency), context.settings.roundingMode);
const differenceOf = ({ expected, found }: Difference) => expected.minus(found);

/** k where a is 10^k times b to within a tolerance; undefined when it is not, or k is 0. */
function powerOfTen(a: Decimal, b: Decimal, tolerance = new Decimal(0)): number | undefined {
  if (a.isZero() || b.isZero() || a.isNegative() !== b.isNegative()) return undefined;
  const exponent = Decimal.log10(a.dividedBy(b).abs()).round().toNumber();
  if (exponent === 0) return undefined;
  const scaled = b.times(new Decimal(10).pow(exponent));
  return a.minus(scaled).abs().lessThanOrEqualTo(tolerance) ? exponent : undefined;
}

/** The unit was mistaken before the amount was rounded, or after. */
const unitMistaken: Explanation = (input) => {
  const { contract, parts, expected, found } = input;
  if (!parts[0]!.usage) return undefined;
  const half = smallestUnit(minorDigits(contract.currency)).dividedBy(2);
  const exponent =
    powerOfTen(billedUnits(input) ?? new Decimal(0), meteredUnits(parts)) ??
    powerOfTen(found, sum(parts.map(({ exact }) => exact)), half) ??
    powerOfTen(found, expected);
  if (exponent === undefined) return undefined;
  const show = (amount: Decimal) => formatMoney(amount, contract.currency);
  const ratio = formatFigure(new Decimal(10).pow(Math.abs(exponent)));
  const cause = `billed ${ratio} times too ${exponent > 0 ? "much" : "little"}: ${show(found)} for ${show(expected)}; the units differ`;
  return { code: "UNIT_MISMATCH", difference: differenceOf(input), cause };
};

/** What the one part would cost under a discount; undefined where it cannot be said. */
function underDiscount({ parts, context }: Difference, discount: Decimal): Decimal | undefined {
  const [{ price, usage, source, checked }] = parts as [Difference["parts"][number]];
  if (usage) {
    const charge = chargeQuantity(usage.quantity, { ...usage.terms, discount });
    return charge.ok ? charge.amount : undefined;
  }
  const discounted = { ...source, price: { ...price, discount } };
  const item = rateFixedPart(checked.contract, discounted, silently(context));
  return item && exactAmount(item);
}

/** The billed amount is what an earlier price's discount would leave, which had ended before these days. */
const discountEnded: Explanation = (input) => {
  const { contract, parts, found } = input;
  if (parts.length !== 1) return undefined;
  const { price, part } = parts[0]!;
  const isEnded = (other: Price) =>
    nameKey(other.product) === nameKey(price.product) &&
    other.service.to < part.from &&
    !other.discount.isZero();
  const discounted = contract.prices.filter(isEnded).find(({ discount }) => {
    const amount = underDiscount(input, discount);
    return amount !== undefined && rounded(amount, input).equals(found);
  });
  if (!discounted) return undefined;
  const percentage = formatFigure(discounted.discount.times(100));
  const cause = `billed with the discount of ${percentage} % that ended with ${formatLongPeriod(discounted.service)}`;
  return { code: "DISCOUNT_EXPIRED", difference: differenceOf(input), cause };
};

/** What is missing is the step up to the minimum. */
const minimumLeftOut: Explanation = (input) => {
  const { contract, parts, lines, expected, found } = input;
  const charge = parts.length === 1 ? parts[0]!.usage?.charge : undefined;
  if (!charge?.ok || lines.some(({ kind }) => kind === "minimum")) return undefined;
  const topUp = charge.lines.find(({ kind }) => kind === "minimum");
  if (!topUp || !rounded(charge.amount.minus(topUp.amount), input).equals(found)) return undefined;
  const show = (amount: Decimal) => formatMoney(amount, contract.currency);
  const cause = `the minimum of ${show(expected)} was not reached and ${show(found)} was billed`;
  return { code: "MINIMUM_NOT_BILLED", difference: differenceOf(input), cause };
};

/** Each of several documents bills all of it. */
const billedTwice: Explanation = (input) => {
  const { contract, lines, expected, context } = input;
  const documents = [...groupBy(lines, ({ invoiceNumber }) => invoiceNumber)];
  const isAll = ([, documentLines]: (typeof documents)[number]) =>
    sum(documentLines.map(context.billed.netOf)).equals(expected);
  if (documents.length < 2 || !expected.greaterThan(0) || !documents.every(isAll)) return undefined;
  const numbers = documents.map(([number]) => number).join(" and ");
  const cause = `${numbers} each bill ${formatMoney(expected, contract.currency)} for the same days`;
  return { code: "DUPLICATE_INVOICE", difference: differenceOf(input), cause };
};

/** What a fee costs for a share of its period, rounded; undefined where it cannot be said. */
function feeFor(input: Difference, fraction: DayFraction): Decimal | undefined {
  const [{ source, checked }] = input.parts as [Difference["parts"][number]];
  const item = rateFixedPart(checked.contract, { ...source, fraction }, silently(input.context));
  return item && rounded(exactAmount(item), input);
}

/** A fee was billed for the whole period, of which the contract's start or end cut days off. */
const billedBeyondService: Explanation = (input) => {
  const { contract, parts, lines, found } = input;
  const [{ usage, part }] = parts as [Difference["parts"][number]];
  if (usage || parts.length > 1 || !feeFor(input, wholePeriod)?.equals(found)) return undefined;
  const { from, to } = contract.service;
  const days = lines.flatMap(({ period }) => period ?? []);
  const isEnded = part.to === to && days.some((period) => period.to > to);
  const isBefore = part.from === from && days.some((period) => period.from < from);
  if (!isEnded && !isBefore) return undefined;
  const why = isEnded ? `ended on ${formatDay(to)}` : `began on ${formatDay(from)}`;
  const cause = `billed in full though the contract ${why}`;
  return { code: "EXPIRED_CONTRACT_BILLED", difference: differenceOf(input), cause };
};

/** A fee was billed for some of its days, at its price: what is missing are the others. */
const daysLeftOut: Explanation = (input) => {
  const { parts, lines, found, context } = input;
  const [{ usage, part, price, source }] = parts as [Difference["parts"][number]];
  if (usage || parts.length > 1 || !price.isProrated) return undefined;
  const billed = mergePeriods(lines.flatMap(({ period }) => (period && overlap(period, part)) ?? []));
  const [days, ...others] = billed;
  const missing = without(part, billed);
  if (!days || others.length > 0 || missing.length === 0) return undefined;
  const fraction = dayFraction(days, source.full, context.settings.prorationBasis);
  if (!feeFor(input, fraction)?.equals(found)) return undefined;
  const cause = `${price.product} from ${missing.map(formatLongPeriod).join(" and from ")} stands on no invoice`;
  return { code: "MISSING_PERIOD", difference: differenceOf(input), cause };
};

const explanations: readonly Explanation[] = [
  unitMistaken,
  discountEnded,
  minimumLeftOut,
  billedTwice,
  billedBeyondService,
  daysLeftOut,
];

/** The first cause that explains all of a difference. */
export function wholeCause(input: Difference): Effect | undefined {
  for (const explain of explanations) {
    const effect = explain(input);
    if (effect) return effect;
  }
  return undefined;
}
