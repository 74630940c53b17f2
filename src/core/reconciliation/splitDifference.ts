import { formatFigure, formatMoney } from "../money/format";
import { inSureDigits } from "../documents/figuresAsPriced";
import type { RegisteredLine } from "../documents/register";
import { minorDigits } from "../money/currency";
import { Decimal, smallestUnit, sum, zero } from "../money/decimal";
import { round } from "../money/round";
import { rateFixedPart } from "../rating/rateParts";
import { exactAmount } from "../rating/ratedItem";
import { silently } from "../rating/ratingContext";
import { billedUnits, meteredUnits, owedForMetered, owedForUnits, type OwedUnits } from "./billedUnits";
import type { Difference, Effect } from "./difference";
import { wholeCause } from "./wholeCause";

/** What cells of several lines leave open of a figure. */
const CELL_PRECISION = new Decimal("1e-13");

interface Money {
  readonly unit: Decimal;
  readonly rounded: (amount: Decimal) => Decimal;
  readonly show: (amount: Decimal) => string;
}

function moneyOf({ contract, context }: Difference): Money {
  const digits = minorDigits(contract.currency);
  return {
    unit: smallestUnit(digits),
    rounded: (amount) => round(amount, digits, context.settings.roundingMode),
    show: (amount) => formatMoney(amount, contract.currency),
  };
}

/** Units as lines bill them: how many, what they cost by the contract, and what the lines ask for them. */
interface BilledUnits {
  readonly billed: Decimal;
  /** Rounded. */
  readonly owedForBilled: Decimal;
  readonly steps: OwedUnits;
  readonly gross: Decimal;
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

/** Less or more units than were metered, at the prices now in force. */
function quantityEffect(input: Difference, billed: Decimal, owedForBilled: Decimal, { show }: Money): Effect {
  const { parts, expected, isLate, duplicateUnits } = input;
  const metered = meteredUnits(parts);
  const { unit } = parts[0]!.price;
  const unitText = unit === "" ? "" : ` ${unit}`;
  const difference = expected.minus(owedForBilled);
  const figures = `${formatFigure(metered)}${unitText} metered and ${formatFigure(billed)} billed`;
  const isMore = metered.greaterThan(billed);
  if (isMore && isLate) {
    const cause = `${figures}: ${formatFigure(metered.minus(billed))} came after the invoice`;
    return { code: "LATE_USAGE", difference, cause };
  }
  if (!duplicateUnits.isZero() && billed.minus(metered).equals(duplicateUnits)) {
    const cause = `${figures}: rows that stand twice were billed twice, ${show(difference.negated())} too much`;
    return { code: "DUPLICATE_USAGE", difference, cause };
  }
  return { code: "QUANTITY_MISMATCH", difference, cause: figures };
}

const isSame = (a: Decimal, b: Decimal) => inSureDigits(a).equals(inSureDigits(b));

/** Whether every line of usage is priced as a step of the contract is. */
function isPricedAs({ steps }: OwedUnits, lines: readonly RegisteredLine[]): boolean {
  return lines
    .filter(({ kind = "usage" }) => kind === "usage")
    .every(({ unitPrice = zero, flatFee = zero }) =>
      steps.some((step) => isSame(step.unitPrice, unitPrice) && isSame(step.flatFee, flatFee)),
    );
}

/**
 * Whether an amount is what lines add up to, rounded. A quotient keeps 15 digits on its line, which may fall short of the
 * half cent that was rounded up: 72.875 for 59.37 units is 1.22747178709786 a unit, and that makes 72.87499…
 */
const isClaimed = (amount: Decimal, claimed: Decimal, { rounded }: Money) => {
  const open = claimed.abs().times(CELL_PRECISION);
  return [claimed, claimed.plus(open), claimed.minus(open)].some((exact) => rounded(exact).equals(amount));
};

/** What the billed units cost at the billed price instead of the contract's, and what is wrong beside the price. */
function priceEffects(
  { parts, lines }: Difference,
  { billed, owedForBilled, steps, gross }: BilledUnits,
  money: Money,
): Effect[] {
  const { unit, rounded, show } = money;
  const claimed = claimedAmount(lines);
  const atBilledPrice = claimed === undefined || isClaimed(gross, claimed, money) ? gross : rounded(claimed);
  // The lines of one price share its amount, so each is off by less than a minor unit.
  const isShare = (rest: Decimal) => rest.abs().lessThan(unit.times(lines.length));
  const isAtPrice =
    claimed !== undefined && isPricedAs(steps, lines) && isShare(owedForBilled.minus(claimed));
  const priced = isAtPrice ? owedForBilled : isShare(atBilledPrice.minus(gross)) ? gross : atBilledPrice;
  const effects: Effect[] = [];
  if (!owedForBilled.equals(priced)) {
    const unitText = parts[0]!.price.unit === "" ? "" : ` ${parts[0]!.price.unit}`;
    const cause = `${formatFigure(billed)}${unitText} cost ${show(owedForBilled)} by the contract and ${show(priced)} at the billed price`;
    effects.push({ code: "PRICE_MISMATCH", difference: owedForBilled.minus(priced), cause });
  }
  if (!priced.equals(gross)) {
    const cause = `quantity and price of the lines make ${show(priced)}, their amount is ${show(gross)}`;
    effects.push({ code: "AMOUNT_MISMATCH", difference: priced.minus(gross), cause });
  }
  return effects;
}

/** Whether units are those of cells, which keep 15 digits: an average of 155.86 / 3 is 51.9533333333333 on its line. */
const isSameInCells = (billed: Decimal, metered: Decimal) =>
  billed.minus(metered).abs().lessThanOrEqualTo(metered.abs().times(CELL_PRECISION));

function usageEffects(input: Difference, gross: Decimal, money: Money): Effect[] {
  const { parts, expected, context } = input;
  const { rounded, show } = money;
  const billed = billedUnits(input);
  if (billed === undefined) {
    const cause = `${show(expected)} is owed and ${show(gross)} was billed`;
    return [{ code: "AMOUNT_MISMATCH", difference: expected.minus(gross), cause }];
  }
  const owed = owedForUnits(parts, billed, context);
  // As many units as were metered cost what is owed, also where that is a share of an invoice that is rounded once.
  const isMetered = isSameInCells(billed, meteredUnits(parts));
  // Of units that a cell cuts, twice 10.6177083333333 at 12, the half cent of 254.825 is a little less.
  const owedForUnitsOfLines = owed && (isClaimed(gross, owed.amount, money) ? gross : rounded(owed.amount));
  const owedForBilled = isMetered ? expected : (owedForUnitsOfLines ?? expected);
  const effects: Effect[] = [];
  if (!expected.equals(owedForBilled)) effects.push(quantityEffect(input, billed, owedForBilled, money));
  const steps = owed ?? owedForMetered(parts);
  return [...effects, ...priceEffects(input, { billed, owedForBilled, steps, gross }, money)];
}

/** A fee: another contracted quantity than the contract's, and the rest another price. */
function feeEffects(input: Difference, gross: Decimal, { rounded, show }: Money): Effect[] {
  const { contract, parts, lines, expected, context } = input;
  const { price, source } = parts[0]!;
  const effects: Effect[] = [];
  let owedForBilled = expected;
  // What is included, discounts, minimums and maximums are steps around the units, not units.
  const ofUnits = lines.filter(({ kind = "fixed" }) => kind === "fixed" || kind === "usage");
  const quantities = ofUnits.flatMap(({ quantity }) => quantity ?? []);
  const billed = sum(quantities);
  if (
    parts.length === 1 &&
    price.quantity &&
    quantities.length === ofUnits.length &&
    !billed.equals(price.quantity)
  ) {
    const ofBilled = { ...source, price: { ...price, quantity: billed } };
    const item = rateFixedPart(contract, ofBilled, silently(context));
    if (item) owedForBilled = rounded(exactAmount(item));
    const cause = `${formatFigure(price.quantity)} contracted and ${formatFigure(billed)} billed`;
    if (!owedForBilled.equals(expected))
      effects.push({ code: "QUANTITY_MISMATCH", difference: expected.minus(owedForBilled), cause });
  }
  if (owedForBilled.equals(gross)) return effects;
  const cause = `${price.product} is ${show(owedForBilled)} by the contract and was billed at ${show(gross)}`;
  return [...effects, { code: "PRICE_MISMATCH", difference: owedForBilled.minus(gross), cause }];
}

/**
 * A credit makes good what was billed too much, cause after cause; what it takes beyond that is missing: 200.00 too much
 * of which 150.00 was credited leaves 50.00 too much.
 */
function lessCredits(effects: readonly Effect[], credited: Decimal, { show }: Money): Effect[] {
  let rest = credited;
  const left = effects.flatMap((effect): Effect[] => {
    if (!rest.greaterThan(0) || !effect.difference.isNegative()) return [effect];
    const taken = Decimal.min(rest, effect.difference.abs());
    rest = rest.minus(taken);
    const difference = effect.difference.plus(taken);
    return difference.isZero()
      ? []
      : [{ ...effect, difference, cause: `${effect.cause}; ${show(taken)} of it was credited` }];
  });
  if (!rest.greaterThan(0)) return left;
  const cause = `${show(credited)} was credited as a correction, and it is owed by the contract`;
  return [...left, { code: "AMOUNT_MISMATCH", difference: rest, cause }];
}

/**
 * Splits a difference by cause: quantity effect (usage − billed) × contract price, price effect billed quantity ×
 * (contract − billed price), and the rest. The effects add up to the difference; each has one code.
 */
export function splitDifference(input: Difference): Effect[] {
  const { parts, expected, found, context } = input;
  const money = moneyOf(input);
  const lines = input.lines.map((line) => ({ ...line, ...context.billed.asPriced(line) }));
  const gross = sum(lines.map(({ amount }) => amount));
  const effects = (): Effect[] => {
    // What was billed is what is owed, and only a credit took of it.
    if (gross.equals(expected)) return [];
    const whole = wholeCause({ ...input, found: gross });
    if (whole) return [whole];
    const asPriced = { ...input, lines };
    return parts[0]!.usage ? usageEffects(asPriced, gross, money) : feeEffects(asPriced, gross, money);
  };
  return lessCredits(effects(), gross.minus(found), money);
}
