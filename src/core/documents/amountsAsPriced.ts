import { groupBy } from "../base/groupBy";
import { shareByLargestRemainder } from "../money/allocate";
import { minorDigits } from "../money/currency";
import { Decimal, sum, zero } from "../money/decimal";
import type { DocumentRegister, RegisteredLine } from "./register";

/** Digits of a line's share in what a total has beyond, unless that has more. */
const SHARE_DIGITS = 12;

const withTax = (amount: Decimal, { taxRate }: RegisteredLine) =>
  taxRate ? amount.times(taxRate.plus(1)) : amount;

/**
 * What the total of a document has beyond its lines with their tax, which are rounded: 100 JPY opened to 87 and 13 is
 * 100.46 again at 15.47375 %, and −0.46 is the rest. A total that rounding cannot explain is not the lines', and leaves
 * none.
 */
function beyondLines(lines: readonly RegisteredLine[]): Decimal {
  const { total, currency } = lines[0]?.invoice ?? {};
  if (total === undefined || currency === undefined) return zero;
  const rest = total.minus(sum(lines.map((line) => withTax(line.amount, line))));
  const unit = new Decimal(10).pow(-minorDigits(currency));
  return rest.abs().greaterThan(unit.times(lines.length)) ? zero : rest;
}

/** Shares what the total has beyond over the lines, by the size of their amounts. */
function sharesOf(lines: readonly RegisteredLine[]): (readonly [RegisteredLine, Decimal])[] {
  const rest = beyondLines(lines);
  const size = sum(lines.map(({ amount }) => amount.abs()));
  if (rest.isZero() || size.isZero()) return [];
  const parts = lines.map(({ amount }) => rest.times(amount.abs()).dividedBy(size));
  const shares = shareByLargestRemainder(rest, parts, Math.max(SHARE_DIGITS, rest.decimalPlaces()));
  return lines.map((line, index) => [line, shares[index]!]);
}

/**
 * Amounts of lines as prices that include tax have them: the net amount with its tax and its share in what the total of
 * the document has beyond, so that the lines of a document come to its total.
 */
export function amountsAsPriced(
  register: DocumentRegister,
): (amount: Decimal, line: RegisteredLine) => Decimal {
  let shares: ReadonlyMap<RegisteredLine, Decimal> | undefined;
  return (amount, line) => {
    if (amount.isZero()) return zero;
    shares ??= new Map(
      [...groupBy(register.lines, ({ invoiceNumber }) => invoiceNumber).values()].flatMap(sharesOf),
    );
    return withTax(amount, line).plus(shares.get(line) ?? zero);
  };
}
