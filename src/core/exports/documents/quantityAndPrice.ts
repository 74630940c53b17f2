import { one, type Decimal } from "../../money/decimal";
import { round } from "../../money/round";
import type { ExportDocument, ExportLine } from "./exportDocument";

/** A quantity and a price whose product is the amount of the line, as other systems compute it again. */
export interface QuantityAndPrice {
  readonly quantity: Decimal;
  readonly price: Decimal;
  /** Behind the description, where the quantity had to become 1: “ (5321 call)”. */
  readonly suffix: string;
}

/** Other systems keep prices and quantities with so many decimals. */
const MOST_DECIMALS = 4;

/**
 * The line's own quantity and price where their rounded product is its amount: 10,000 × 0.012 = 120.00. Else 1 × amount,
 * and the description says the quantity: 5,321 × 0.00875 is 1 × 46.56 “(5321 call)”. A flat fee is such a case too.
 */
export function quantityAndPrice(
  { amount, record }: ExportLine,
  { digits, source: { settings } }: Pick<ExportDocument, "digits" | "source">,
  mostDecimals = MOST_DECIMALS,
): QuantityAndPrice {
  const { quantity, unitPrice, flatFee, unit } = record;
  const isExact = (value: Decimal) => value.decimalPlaces() <= mostDecimals;
  if (quantity && unitPrice && !flatFee?.abs().greaterThan(0) && isExact(quantity) && isExact(unitPrice)) {
    const product = round(quantity.times(unitPrice), digits, settings.roundingMode);
    if (product.equals(amount)) return { quantity, price: unitPrice, suffix: "" };
    // A credit note that another system writes with positive amounts.
    if (product.negated().equals(amount))
      return { quantity: quantity.negated(), price: unitPrice, suffix: "" };
  }
  const said = quantity ? ` (${[quantity.toFixed(), unit ?? ""].join(" ").trim()})` : "";
  return { quantity: one, price: amount, suffix: said };
}

/** The same with a quantity that is not negative: the sign is the price's, as in −100 × 0.012 = 100 × −0.012. */
export function withPositiveQuantity({ quantity, price, suffix }: QuantityAndPrice): QuantityAndPrice {
  return quantity.isNegative()
    ? { quantity: quantity.negated(), price: price.negated(), suffix }
    : { quantity, price, suffix };
}

/** The same with a price that is not negative: the sign is the quantity's. */
export function withPositivePrice({ quantity, price, suffix }: QuantityAndPrice): QuantityAndPrice {
  return price.isNegative()
    ? { quantity: quantity.negated(), price: price.negated(), suffix }
    : { quantity, price, suffix };
}

/** Of a credit note with its signs turned, so that it is positive; of an invoice as it is. */
export function turnedForCredit(line: ExportLine, document: ExportDocument): QuantityAndPrice {
  const signed = quantityAndPrice(line, document);
  if (!document.isCredit) return signed;
  const { quantity, price, suffix } = withPositiveQuantity(signed);
  return { quantity, price: price.negated(), suffix };
}

/** The same of an amount. */
export const signedAmount = ({ isCredit }: ExportDocument, amount: Decimal): Decimal =>
  isCredit ? amount.negated() : amount;
