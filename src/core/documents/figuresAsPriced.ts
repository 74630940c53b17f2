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

/** A line bears 15 digits of its price: of a product fewer are sure, and a tie must stay one. */
const SURE_DIGITS = 13;

/** The digits that are sure of what is reckoned from a line. */
export const inSureDigits = (figure: Decimal): Decimal => figure.toSignificantDigits(SURE_DIGITS);

/** A net figure of a line with its tax. */
const withTax = (amount: Decimal, { taxRate }: RegisteredLine) =>
  taxRate ? amount.times(taxRate.plus(1)) : amount;

/** Lines that were rounded together: all of a document, or those of one price and its days. */
function roundedTogether(lines: readonly RegisteredLine[], { lineRounding }: Rounding): RegisteredLine[][] {
  const keyOf = ({ contractId, priceId, product, period }: RegisteredLine) =>
    JSON.stringify([contractId, priceId, product, period]);
  return [...groupBy(lines, lineRounding === "invoice" ? () => "" : keyOf).values()];
}

/**
 * What a line comes to by its quantity, price and fee, which stand on it with all digits: 5.352174…, which is 6.18 without
 * 15.47375 %, times 22 was 135.96, though 117.74 with its tax is 135.9588. Undefined where they do not stand there.
 */
function exactAmount(line: RegisteredLine): Decimal | undefined {
  const { quantity, unitPrice, flatFee = zero } = line;
  if (quantity === undefined || unitPrice === undefined) return undefined;
  return inSureDigits(withTax(quantity.times(unitPrice).plus(flatFee), line));
}

/** What lines that share a rounded amount have beyond their net with its tax. */
function sharedBeyond(
  lines: readonly RegisteredLine[],
  amount: Decimal,
  exact: readonly Decimal[],
  digits: number,
): Beyond[] {
  const shares = shareByLargestRemainder(amount, exact, digits);
  return lines.map((line, index) => [line, shares[index]!.minus(withTax(line.amount, line))]);
}

/** Each price was rounded once, by what its lines come to. */
function beyondByPrice(
  exactOf: ReadonlyMap<RegisteredLine, Decimal>,
  digits: number,
  rounding: Rounding,
): Beyond[] {
  return roundedTogether([...exactOf.keys()], rounding).flatMap((group) => {
    const exact = group.map((line) => exactOf.get(line)!);
    return sharedBeyond(group, round(sum(exact), digits, rounding.roundingMode), exact, digits);
  });
}

/**
 * All lines share the total, as prices in a unit of their own do, whose sum is converted and rounded once: 373.36, 77.37
 * and 11.27 JPY are 373, 78 and 11 of 462. Undefined where that is not what the lines show.
 */
function beyondTogether(
  exactOf: ReadonlyMap<RegisteredLine, Decimal>,
  total: Decimal,
  digits: number,
): Beyond[] | undefined {
  const lines = [...exactOf.keys()];
  const beyond = sharedBeyond(lines, total, [...exactOf.values()], digits);
  const unit = smallestUnit(digits);
  const isOfRounding = ([line, amount]: Beyond) =>
    amount.abs().lessThanOrEqualTo(withTax(unit, line).plus(unit));
  return beyond.every(isOfRounding) ? beyond : undefined;
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

/**
 * What late usage has beyond, of which each price was billed in whole minor units that its lines do not tell: 626.1357 and
 * 114.215 that came to 740.35 together were 626.14 and 114.21.
 */
function beyondLate(
  exactOf: ReadonlyMap<RegisteredLine, Decimal>,
  amount: Decimal,
  digits: number,
  rounding: Rounding,
): Beyond[] {
  const prices = roundedTogether([...exactOf.keys()], rounding);
  const exact = prices.map((lines) => lines.map((line) => exactOf.get(line)!));
  const shares = shareByLargestRemainder(amount, exact.map(sum), digits);
  return prices.flatMap((lines, index) => sharedBeyond(lines, shares[index]!, exact[index]!, digits));
}

const sumOf = (beyond: readonly Beyond[]) => sum(beyond.map(([, amount]) => amount));

/**
 * What the total of a document has beyond its lines with their tax, which are rounded: 100 JPY opened to 87 and 13 is
 * 100.46 again at 15.47375 %, and −0.46 is the rest. A total that rounding cannot explain is not the lines', and leaves
 * none. Where prices do not come to the total one by one, late usage takes the rest, else the total is shared by what all
 * come to, else the rest by the size of all.
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
  const exactOf = new Map(
    lines.flatMap((line) => {
      const exact = exactAmount(line);
      return exact ? [[line, exact] as const] : [];
    }),
  );
  if (exactOf.size < lines.length) return beyondBySize(lines, rest);
  const byPrice = beyondByPrice(exactOf, digits, rounding);
  const untold = rest.minus(sumOf(byPrice));
  const late = lines.filter(isLate);
  if (!isRounding(untold, late)) return beyondTogether(exactOf, total, digits) ?? beyondBySize(lines, rest);
  if (untold.isZero()) return byPrice;
  const exactOfLate = new Map(late.map((line) => [line, exactOf.get(line)!]));
  const isOfLate = ([line]: Beyond) => exactOfLate.has(line);
  const asRounded = sum(
    byPrice.filter(isOfLate).map(([line, beyond]) => withTax(line.amount, line).plus(beyond)),
  );
  return [
    ...byPrice.filter((beyond) => !isOfLate(beyond)),
    ...beyondLate(exactOfLate, asRounded.plus(untold), digits, rounding),
  ];
}

/**
 * Amounts of lines as prices that include tax have them: the net amount with its tax and what the amount before the tax
 * was taken out had beyond that, so that the lines of a document come to its total.
 */
function amountsAsPriced(
  register: Pick<DocumentRegister, "lines">,
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

export type PricedFigures = Pick<RegisteredLine, "amount" | "unitPrice" | "flatFee">;

/** Figures of lines as their prices have them. */
export interface FiguresAsPriced {
  /** An amount of a line: what it bills, or what is left of that. */
  readonly amountOf: (amount: Decimal, line: RegisteredLine) => Decimal;
  readonly lineOf: (line: RegisteredLine) => PricedFigures;
}

/** Figures of the lines of a register as prices have them: with their tax where prices include it, else as they are. */
export function figuresAsPriced(
  register: Pick<DocumentRegister, "lines">,
  settings: Rounding & Pick<Settings, "pricesIncludeTax">,
): FiguresAsPriced {
  if (settings.pricesIncludeTax !== "yes") return { amountOf: (amount) => amount, lineOf: (line) => line };
  const amountOf = amountsAsPriced(register, settings);
  const lineOf = (line: RegisteredLine): PricedFigures => {
    const { amount, unitPrice, flatFee } = line;
    return {
      amount: amountOf(amount, line),
      unitPrice: unitPrice && withTax(unitPrice, line),
      flatFee: flatFee && withTax(flatFee, line),
    };
  };
  return { amountOf, lineOf };
}
