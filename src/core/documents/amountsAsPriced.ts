import { groupBy } from "../base/groupBy";
import { shareByLargestRemainder } from "../money/allocate";
import { minorDigits } from "../money/currency";
import { smallestUnit, sum, zero, type Decimal } from "../money/decimal";
import { round } from "../money/round";
import type { Settings } from "../settings/settings";
import type { DocumentRegister, RegisteredLine } from "./register";

type Rounding = Pick<Settings, "roundingMode" | "lineRounding">;

/** A line with what it takes beyond its net with the tax of that. */
type Beyond = readonly [RegisteredLine, Decimal];

/** Digits of a line's share in what a total has beyond, unless that has more. */
const SHARE_DIGITS = 12;

/** A line bears 15 digits of its price: of the product fewer are sure, and a tie must stay one. */
const SURE_DIGITS = 13;

const withTax = (amount: Decimal, { taxRate }: RegisteredLine) =>
  taxRate ? amount.times(taxRate.plus(1)) : amount;

/** Lines that were rounded together: all of a document, or those of one price and its days. */
function roundedTogether(lines: readonly RegisteredLine[], { lineRounding }: Rounding): RegisteredLine[][] {
  const keyOf = ({ contractId, priceId, product, period }: RegisteredLine) =>
    JSON.stringify([contractId, priceId, product, period]);
  return [...groupBy(lines, lineRounding === "invoice" ? () => "" : keyOf).values()];
}

/**
 * Quantity, price and fee stand on a line with all digits, so that the amount before the tax was taken out can be told
 * from them: 5.352174…, which is 6.18 without 15.47375 %, times 22 was 135.96, though 117.74 with its tax is 135.9588.
 */
function beyondByPrice(
  lines: readonly RegisteredLine[],
  digits: number,
  rounding: Rounding,
): Beyond[] | undefined {
  const beyond: Beyond[] = [];
  for (const group of roundedTogether(lines, rounding)) {
    const exact: Decimal[] = [];
    for (const line of group) {
      const { quantity, unitPrice, flatFee = zero } = line;
      if (quantity === undefined || unitPrice === undefined) return undefined;
      exact.push(withTax(quantity.times(unitPrice).plus(flatFee), line).toSignificantDigits(SURE_DIGITS));
    }
    const shares = shareByLargestRemainder(round(sum(exact), digits, rounding.roundingMode), exact, digits);
    group.forEach((line, index) => beyond.push([line, shares[index]!.minus(withTax(line.amount, line))]));
  }
  return beyond;
}

/** Shares what a total has beyond over the lines, by the size of their amounts. */
function beyondBySize(lines: readonly RegisteredLine[], rest: Decimal): Beyond[] {
  const size = sum(lines.map(({ amount }) => amount.abs()));
  if (rest.isZero() || size.isZero()) return [];
  const parts = lines.map(({ amount }) => rest.times(amount.abs()).dividedBy(size));
  const shares = shareByLargestRemainder(rest, parts, Math.max(SHARE_DIGITS, rest.decimalPlaces()));
  return lines.map((line, index) => [line, shares[index]!]);
}

/** Usage of days before its document's: it was billed as a difference of rounded amounts, which its price does not tell. */
const isLate = ({ kind, period, invoice }: RegisteredLine): boolean =>
  kind === "usage" &&
  period !== undefined &&
  invoice?.periodStart !== undefined &&
  period.to < invoice.periodStart;

const sumOf = (beyond: readonly Beyond[]) => sum(beyond.map(([, amount]) => amount));

/**
 * What the total of a document has beyond its lines with their tax, which are rounded: 100 JPY opened to 87 and 13 is
 * 100.46 again at 15.47375 %, and −0.46 is the rest. A total that rounding cannot explain is not the lines', and leaves
 * none. Where prices do not come to the total, the rest is shared by the size of late usage, else of all.
 */
function beyondLines(lines: readonly RegisteredLine[], rounding: Rounding): Beyond[] {
  const { total, currency } = lines[0]?.invoice ?? {};
  if (total === undefined || currency === undefined) return [];
  const digits = minorDigits(currency);
  const unit = smallestUnit(digits);
  const isRounding = (rest: Decimal, { length }: { readonly length: number }) =>
    rest.abs().lessThanOrEqualTo(unit.times(length));
  const rest = total.minus(sum(lines.map((line) => withTax(line.amount, line))));
  if (!isRounding(rest, lines)) return [];
  const byPrice = beyondByPrice(lines, digits, rounding);
  if (!byPrice) return beyondBySize(lines, rest);
  const untold = rest.minus(sumOf(byPrice));
  const late = lines.filter(isLate);
  if (!isRounding(untold, late)) return beyondBySize(lines, rest);
  const ofLate = new Map(beyondBySize(late, untold));
  return byPrice.map(([line, beyond]) => [line, beyond.plus(ofLate.get(line) ?? zero)]);
}

/**
 * Amounts of lines as prices that include tax have them: the net amount with its tax and what the amount before the tax
 * was taken out had beyond that, so that the lines of a document come to its total.
 */
export function amountsAsPriced(
  register: DocumentRegister,
  rounding: Rounding,
): (amount: Decimal, line: RegisteredLine) => Decimal {
  let beyond: ReadonlyMap<RegisteredLine, Decimal> | undefined;
  return (amount, line) => {
    if (amount.isZero()) return zero;
    beyond ??= new Map(
      [...groupBy(register.lines, ({ invoiceNumber }) => invoiceNumber).values()].flatMap((lines) =>
        beyondLines(lines, rounding),
      ),
    );
    return withTax(amount, line).plus(beyond.get(line) ?? zero);
  };
}
