import { taxesOnAmounts, type TaxInForce } from "../catalog/taxExpression";
import { sum, zero, type Decimal } from "../money/decimal";

/** One of several taxes behind a code, as a row of its own. */
export interface OneTax {
  readonly name: string;
  readonly rate: Decimal;
  /** It is charged on the net and the taxes before it. */
  readonly isOnTop: boolean;
  readonly base: Decimal;
  readonly tax: Decimal;
  /** What the tax differs from that which the amounts bear one by one. */
  readonly rest: Decimal;
}

interface TaxedAmounts {
  /** What formulas round by: each line, or the net. */
  readonly shown: readonly Decimal[];
  /** What is taxed together. */
  readonly taxed: readonly Decimal[];
  /** What all taxes come to. */
  readonly tax: Decimal;
  readonly digits: number;
}

/**
 * The taxes behind "GST + PST", each with what it was taken of; they add up to the tax, of which the last takes the rest.
 * 100.00 at 5 % and, on top, 10 %: 5.00 of 100.00 and 10.50 of 105.00.
 */
export function severalTaxes(
  taxes: readonly TaxInForce[],
  { shown, taxed, tax, digits }: TaxedAmounts,
): OneTax[] {
  const net = sum(shown);
  const plain = taxesOnAmounts(shown, taxes, digits);
  const charged = taxesOnAmounts(taxed, taxes, digits);
  const last = charged.length - 1;
  const rest = tax.minus(sum(charged));
  const amounts = charged.map((amount, index) => (index === last ? amount.plus(rest) : amount));
  return taxes.map(({ record, isOnTop }, index) => ({
    name: record.name ?? record.taxCode,
    rate: record.rate,
    isOnTop,
    base: isOnTop ? sum([net, ...amounts.slice(0, index)]) : net,
    tax: amounts[index] ?? zero,
    rest: amounts[index]!.minus(plain[index]!),
  }));
}
