import { currencyCode } from "./currency";
import { Decimal } from "./decimal";
import { roundTo } from "./round";

/** Totals in a currency that are rounded to a multiple, as coins can pay them. */
interface CashRule {
  readonly currency: string;
  readonly multiple: Decimal;
}

/** "CHF 0.05": totals in francs are multiples of 0.05. Undefined where it is none. */
export function parseCashRule(text: string): CashRule | undefined {
  const match = /^([A-Za-z]{3})\s{1,3}(\d{1,6}(?:\.\d{1,4})?)$/.exec(text.trim());
  const currency = currencyCode(match?.[1] ?? "");
  const multiple = new Decimal(match?.[2] ?? 0);
  return currency !== undefined && multiple.greaterThan(0) ? { currency, multiple } : undefined;
}

/** An amount to the nearest multiple, half away from zero: 10.09 to 0.05 is 10.10. */
export function toCash(amount: Decimal, { multiple }: CashRule): Decimal {
  return roundTo(amount, multiple, "half_up");
}
