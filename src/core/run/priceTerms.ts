import { conditionText } from "../catalog/conditions";
import type { Price } from "../catalog/records";
import type { Decimal } from "../money/decimal";
import { formatFigure, formatPercent } from "../money/format";
import { tierLabel } from "../pricing/tiers";

const figure = (value: Decimal | undefined) => (value === undefined ? "" : formatFigure(value));

/** What a person reads of a price, by its terms. */
export function termsOf(price: Price): ReadonlyMap<string, string> {
  const { tiers, pricePer, model, discount, included } = price;
  const perUnits = (unitPrice: Decimal) => formatFigure(unitPrice.times(pricePer));
  const tierText = tiers.map(({ unitPrice, flatFee }, index) => {
    const fee = flatFee.isZero() ? "" : ` + ${formatFigure(flatFee)}`;
    return `${tierLabel(tiers, index)}: ${perUnits(unitPrice)}${fee}`;
  });
  return new Map([
    ["Pricing model", model.title],
    ["Unit price", price.unitPrice ? perUnits(price.unitPrice) : ""],
    ["Price per", pricePer.equals(1) ? "" : formatFigure(pricePer)],
    ["Tiers", tierText.join("; ")],
    ["Flat fee", figure(price.flatFee)],
    ["Quantity", figure(price.quantity)],
    ["Included quantity", included.isZero() ? "" : formatFigure(included)],
    ["Discount %", discount.isZero() ? "" : formatPercent(discount)],
    ["Minimum", figure(price.minimum)],
    ["Maximum", figure(price.maximum ?? price.cap?.amount)],
    ["Condition", conditionText(price.conditions)],
    [
      "Quantity factor",
      price.conversion?.factor.equals(1) === false ? formatFigure(price.conversion.factor) : "",
    ],
    ["Rollover periods", price.rollover ? String(price.rollover.periods) : ""],
    ["Tax code", price.taxCode],
  ]);
}
