import { isWhole } from "../calendar/proration";
import { zero, type Decimal } from "../money/decimal";
import type { ChargeLine } from "../pricing/charge";
import type { RatedItem } from "../rating/ratedItem";
import { exactMoney, money, percent, periodText } from "./figures";
import { figure } from "../money/figure";

function units(quantity: Decimal, unit: string): string {
  return unit === "" ? figure(quantity) : `${figure(quantity)} ${unit}`;
}

function product(line: ChargeLine, item: RatedItem): string {
  const { quantity, unitPrice, flatFee } = line;
  const isRate = item.price?.model.ratesAreFractions ?? false;
  const price = isRate ? percent(unitPrice) : figure(unitPrice);
  const fee = flatFee.isZero() ? "" : figure(flatFee);
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
  return `${String(numerator)}/${String(denominator)} days of the period, ${periodText(item.part)}`;
}

/** Amount of the lines before this one: what a discount, minimum or maximum was applied to. */
function amountBefore(line: ChargeLine, item: RatedItem): Decimal {
  let before = zero;
  for (const each of item.lines) {
    if (each === line) break;
    before = before.plus(each.amount);
  }
  return before;
}

function sentence(line: ChargeLine, item: RatedItem, currency: string): string {
  const before = amountBefore(line, item);
  const after = before.plus(line.amount);
  const show = (amount: Decimal) => exactMoney(amount, currency);
  const late = item.isLate ? `late usage of ${periodText(item.part)}: ` : "";
  if (item.kind === "commitment") {
    const owed = line.amount.plus(item.quantity ?? zero);
    const cut = share(item);
    return `minimum commitment not reached: ${show(owed)}${cut && ` (${cut})`} − ${show(item.quantity ?? zero)} billed`;
  }
  switch (line.kind) {
    case "included":
      return `${late}${units(line.quantity, item.price?.unit ?? "")} included, free of charge`;
    case "discount":
      return item.isLate
        ? `${late}discount on the difference`
        : `discount ${percent(line.amount.dividedBy(before).abs())} of ${show(before)}`;
    case "minimum":
      if (item.isLate || item.price?.perEvent) return `${late}minimum not reached`;
      return `minimum not reached: ${show(after)} − ${show(before)}`;
    case "maximum":
      if (item.isLate || item.price?.perEvent) return `${late}maximum exceeded`;
      return `maximum exceeded: ${show(after)} − ${show(before)}`;
    case "usage": {
      const tier = line.tier === "" || line.tier === "all" ? "" : `tier ${line.tier}: `;
      const cut = share(item);
      return `${late}${tier}${product(line, item)}${item.kind === "fixed" && cut ? ` (${cut})` : ""}`;
    }
  }
}

/** One plain sentence that re-adds to the amount: "tier up to 100: 100 GB × 0.50 = 50.00". */
export function explainLine(line: ChargeLine, item: RatedItem, billed: Decimal, currency: string): string {
  const text = sentence(line, item, currency);
  if (line.kind === "included") return text;
  const exact = exactMoney(line.amount, currency);
  return line.amount.equals(billed)
    ? `${text} = ${exact}`
    : `${text} = ${exact}, rounded to ${money(billed, currency)}`;
}
