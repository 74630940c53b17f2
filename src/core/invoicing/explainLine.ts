import { isWhole } from "../calendar/proration";
import { minorDigits } from "../money/currency";
import { one, sum, withoutNoise, zero, type Decimal } from "../money/decimal";
import { round, type RoundingMode } from "../money/round";
import type { ChargeLine } from "../pricing/charge";
import type { LateCharges, RatedItem } from "../rating/ratedItem";
import { formatLongDay, formatLongPeriod } from "../calendar/longDate";
import { formatExactMoney, formatFigure, formatMoney, formatPercent } from "../money/format";

function units(quantity: Decimal, unit: string): string {
  return unit === "" ? formatFigure(quantity) : `${formatFigure(quantity)} ${unit}`;
}

/** 4 per 1,000 for a unit price of 0.004 that was written so. */
function pricePerUnits(unitPrice: Decimal, per: Decimal): string {
  return per.equals(1)
    ? formatFigure(unitPrice)
    : `${formatFigure(withoutNoise(unitPrice.times(per)))} per ${formatFigure(per)}`;
}

function product(line: ChargeLine, item: RatedItem): string {
  const { quantity, unitPrice, flatFee } = line;
  const isRate = item.price?.model.ratesAreFractions ?? false;
  const price = isRate ? formatPercent(unitPrice) : pricePerUnits(unitPrice, item.price?.pricePer ?? one);
  const fee = flatFee.isZero() ? "" : formatFigure(flatFee);
  if (unitPrice.isZero() && fee !== "") {
    return quantity.isZero() ? `fee ${fee}` : `fee ${fee} for ${units(quantity, item.price?.unit ?? "")}`;
  }
  const times = `${units(quantity, item.price?.unit ?? "")} × ${price}`;
  return fee === "" ? times : `${times} + fee ${fee}`;
}

/** "17/31 of the period (15 to 31 Oct 2026)", empty for a whole period. */
function share(item: RatedItem): string {
  if (isWhole(item.fraction)) return "";
  const { numerator, denominator } = item.fraction;
  return `${String(numerator)}/${String(denominator)} days of the period, ${formatLongPeriod(item.part)}`;
}

/** Amount of the lines before this one: what a discount, minimum or maximum was applied to. */
function amountBefore(line: ChargeLine, item: RatedItem): Decimal {
  let before = zero;
  for (const sibling of item.lines) {
    if (sibling === line) break;
    before = before.plus(sibling.amount);
  }
  return before;
}

function sentence(line: ChargeLine, item: RatedItem, currency: string): string {
  const before = amountBefore(line, item);
  const after = before.plus(line.amount);
  const show = (amount: Decimal) => formatExactMoney(amount, currency);
  if (item.term) return item.term.sentence;
  if (item.kind === "commitment" && !item.before.isZero()) {
    return `late usage counts towards the minimum commitment: ${show(item.whole)} is missing now − ${show(item.before)} billed`;
  }
  if (item.kind === "commitment") {
    const owed = line.amount.plus(item.quantity ?? zero);
    const cut = share(item);
    return `minimum commitment not reached: ${show(owed)}${cut && ` (${cut})`} − ${show(item.quantity ?? zero)} billed`;
  }
  switch (line.kind) {
    case "included":
      if (item.price?.isFree)
        return `${units(line.quantity, item.price.unit)} free of charge until ${formatLongDay(item.price.service.to)}`;
      if (line.grantId !== undefined)
        return `${units(line.quantity, item.price?.unit ?? "")} drawn from grant ${line.grantId}, free of charge`;
      return `${units(line.quantity, item.price?.unit ?? "")} included, free of charge`;
    case "discount":
      return `discount ${formatPercent(line.amount.dividedBy(before).abs())} of ${show(before)}`;
    case "minimum":
      if (item.price?.perEvent) return "minimum not reached";
      return `minimum not reached: ${show(after)} − ${show(before)}`;
    case "maximum":
      if (item.price?.perEvent) return "maximum exceeded";
      return `maximum exceeded: ${show(after)} − ${show(before)}`;
    case "usage": {
      const tier = line.tier === "" || line.tier === "all" ? "" : `tier ${line.tier}: `;
      const cut = share(item);
      const { conversion } = item;
      const unit = conversion ? ` (${conversion.unit} at ${formatFigure(conversion.rate)})` : "";
      return `${tier}${product(line, item)}${item.kind === "fixed" && cut ? ` (${cut})` : ""}${unit}`;
    }
  }
}

const stepNames: Readonly<Record<ChargeLine["kind"], string>> = {
  usage: "usage",
  included: "included",
  discount: "discount",
  minimum: "minimum not reached",
  maximum: "maximum exceeded",
};

/** Amount of one step of a price among the lines of a charge. */
function stepAmount(lines: readonly ChargeLine[], { kind, tier, unitPrice }: ChargeLine): Decimal {
  const isSame = (line: ChargeLine) =>
    line.kind === kind && line.tier === tier && (kind !== "usage" || line.unitPrice.equals(unitPrice));
  return sum(lines.filter(isSame).map(({ amount }) => amount));
}

/** Late usage is a difference, so its sentence holds both sides: what the step is now, and what was billed of it. */
function lateSentence(
  line: ChargeLine,
  item: RatedItem,
  late: LateCharges,
  billed: Decimal,
  terms: MoneyTerms,
): string {
  const show = (amount: Decimal) => formatExactMoney(amount, terms.currency);
  const from = `late usage of ${formatLongPeriod(item.part)}`;
  if (item.lines.length === 1) {
    const rounded = (amount: Decimal) =>
      formatMoney(round(amount, minorDigits(terms.currency), terms.mode), terms.currency);
    const more = `${product(line, item)} more: ${rounded(item.whole)} for all of it − ${rounded(item.before)} billed`;
    return `${from}, ${more} = ${formatMoney(billed, terms.currency)}`;
  }
  const name = line.kind === "usage" ? product(line, item) : stepNames[line.kind];
  const tier = line.tier === "" || line.tier === "all" ? "" : `tier ${line.tier}, `;
  const sides = `${show(stepAmount(late.all, line))} now − ${show(stepAmount(late.before, line))} billed`;
  return `${from}, ${tier}${name}: ${sides} = ${result(line, billed, terms)}`;
}

/** The currency of an amount and the rule that rounds it. */
export interface MoneyTerms {
  readonly currency: string;
  readonly mode: RoundingMode;
}

function result(line: ChargeLine, billed: Decimal, { currency }: MoneyTerms): string {
  const exact = formatExactMoney(line.amount, currency);
  return line.amount.equals(billed) ? exact : `${exact}, rounded to ${formatMoney(billed, currency)}`;
}

/** One plain sentence that re-adds to the amount: "tier up to 100: 100 GB × 0.50 = 50.00". */
export function explainLine(line: ChargeLine, item: RatedItem, billed: Decimal, terms: MoneyTerms): string {
  if (item.late && line.kind !== "included") return lateSentence(line, item, item.late, billed, terms);
  const text = sentence(line, item, terms.currency);
  return line.kind === "included" ? text : `${text} = ${result(line, billed, terms)}`;
}
