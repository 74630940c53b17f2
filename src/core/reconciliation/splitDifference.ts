import { formatFigure, formatMoney } from "../money/format";
import type { RegisteredLine } from "../documents/register";
import { minorDigits } from "../money/currency";
import { Decimal, sum, zero } from "../money/decimal";
import { round } from "../money/round";
import { rateFixedPart } from "../rating/rateParts";
import { exactAmount } from "../rating/ratedItem";
import { billedUnits, meteredUnits, owedForUnits } from "./billedUnits";
import type { Difference, Effect } from "./difference";
import { wholeCause } from "./wholeCause";

interface Money {
  readonly unit: Decimal;
  readonly rounded: (amount: Decimal) => Decimal;
  readonly show: (amount: Decimal) => string;
}

function moneyOf({ contract, context }: Difference): Money {
  const digits = minorDigits(contract.currency);
  return {
    unit: new Decimal(10).pow(-digits),
    rounded: (amount) => round(amount, digits, context.settings.roundingMode),
    show: (amount) => formatMoney(amount, contract.currency),
  };
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

function usageEffects(input: Difference, gross: Decimal, money: Money): Effect[] {
  const { contract, parts, lines, expected, context } = input;
  const { unit, rounded, show } = money;
  const billed = billedUnits(contract, lines);
  if (billed === undefined) {
    const cause = `${show(expected)} is owed and ${show(gross)} was billed`;
    return [{ code: "AMOUNT_MISMATCH", difference: expected.minus(gross), cause }];
  }
  const owed = owedForUnits(parts, billed, context);
  const owedForBilled = owed ? rounded(owed) : expected;
  const effects: Effect[] = [];
  if (!expected.equals(owedForBilled)) effects.push(quantityEffect(input, billed, owedForBilled, money));
  const claimed = claimedAmount(lines);
  const atBilledPrice = claimed === undefined ? gross : rounded(claimed);
  const rest = atBilledPrice.minus(gross);
  // The lines of one price share its amount, so each is off by less than a minor unit.
  const isShared = rest.abs().lessThan(unit.times(lines.length)) && !owedForBilled.equals(atBilledPrice);
  const priceEffect = owedForBilled.minus(isShared ? gross : atBilledPrice);
  if (!priceEffect.isZero()) {
    const unitText = parts[0]!.price.unit === "" ? "" : ` ${parts[0]!.price.unit}`;
    const cause = `${formatFigure(billed)}${unitText} cost ${show(owedForBilled)} by the contract and ${show(owedForBilled.minus(priceEffect))} at the billed price`;
    effects.push({ code: "PRICE_MISMATCH", difference: priceEffect, cause });
  }
  if (!isShared && !rest.isZero()) {
    const cause = `quantity and price of the lines make ${show(atBilledPrice)}, their amount is ${show(gross)}`;
    effects.push({ code: "AMOUNT_MISMATCH", difference: rest, cause });
  }
  return effects;
}

/** A fee: another contracted quantity than the contract's, and the rest another price. */
function feeEffects(input: Difference, gross: Decimal, { rounded, show }: Money): Effect[] {
  const { contract, parts, lines, expected, context } = input;
  const { price, source } = parts[0]!;
  const effects: Effect[] = [];
  let owedForBilled = expected;
  const quantities = lines.flatMap(({ kind, quantity }) => (kind === "included" ? [] : (quantity ?? [])));
  const billed = sum(quantities);
  if (
    parts.length === 1 &&
    price.quantity &&
    quantities.length === lines.length &&
    !billed.equals(price.quantity)
  ) {
    const silent = { ...context, report: () => undefined };
    const item = rateFixedPart(contract, { ...source, price: { ...price, quantity: billed } }, silent);
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
  const { parts, lines, found } = input;
  const money = moneyOf(input);
  const whole = wholeCause(input);
  if (whole) return [whole];
  const gross = sum(lines.map(({ amount }) => amount));
  const effects = parts[0]!.usage ? usageEffects(input, gross, money) : feeEffects(input, gross, money);
  return lessCredits(effects, gross.minus(found), money);
}
