import { groupBy } from "../../../src/core/api";
import type { WrittenDocument, WrittenLine } from "../engine/documents";
import { digitsOf, Fraction } from "../oracle/fraction";
import { FOREVER } from "../oracle/periods";
import { day, type Day } from "../year/day";
import type { SimulatedYear } from "../year/simulatedYear";
import type { Fault } from "./fault";

/** The rate of a code on a day; 0 where a line has no code. */
function rateOf(code: string, on: number, { taxCodes }: SimulatedYear): Fraction {
  const found = taxCodes.find(
    (tax) =>
      tax.code === code &&
      (tax.from === undefined || day(tax.from) <= on) &&
      on <= (tax.to === undefined ? FOREVER : day(tax.to)),
  );
  return Fraction.of(found?.rate ?? "0");
}

/** Tax point of a line: the last day of its service or the invoice date, whichever is earlier. */
const taxedOn = ({ days }: WrittenLine, { date }: WrittenDocument) => Math.min(days.to, date);

/** Codes of an expression: `G + P`, each on the net; `G > P`, the second on the net and the first. */
const codesOf = (code: string) => code.split(/ [+>] /);

/** The taxes of a net, each rounded. */
function taxesOn(net: Fraction, { taxCode, on }: TaxedLine, digits: number, year: SimulatedYear): Fraction {
  return codesOf(taxCode).reduce((before, code) => {
    const base = taxCode.includes(" > ") ? net.plus(before) : net;
    return before.plus(base.times(rateOf(code, on, year)).rounded(digits));
  }, Fraction.zero);
}

/** By line: what a price bills with the discounts of other rows on it, which name its product; else each line alone. */
function taxedTogether(lines: readonly WrittenLine[]): (readonly WrittenLine[])[] {
  const products = groupBy(lines, ({ contractId, product }) => `${contractId} ${product}`);
  return [...products.values()].flatMap((of): (readonly WrittenLine[])[] => {
    const prices = new Set(of.filter(({ kind }) => kind !== "discount").map(({ priceId }) => priceId));
    const isReduced = of.some(({ kind, priceId }) => kind === "discount" && !prices.has(priceId));
    return isReduced ? [of] : of.map((line) => [line]);
  });
}

interface TaxedLine {
  readonly taxCode: string;
  /** Its tax point. */
  readonly on: Day;
}

/** All taxes of a code as one rate. */
function wholeRate({ taxCode, on }: TaxedLine, year: SimulatedYear): Fraction {
  const one = Fraction.of(1);
  const rates = codesOf(taxCode).map((code) => rateOf(code, on, year));
  return taxCode.includes(" > ")
    ? rates.reduce((factor, rate) => factor.times(one.plus(rate)), one).minus(one)
    : Fraction.sum(rates);
}

/** The tax that is inside an amount, rounded once; of several codes the last takes the rest. */
const taxInside = (gross: Fraction, rate: Fraction, digits: number) =>
  gross.times(rate).over(Fraction.of(1).plus(rate)).rounded(digits);

/** Where prices include tax: the taxes that can stand beside a net, of which two gross amounts may come to the same. */
function taxesBeside(net: Fraction, line: TaxedLine, digits: number, year: SimulatedYear): Fraction[] {
  const rate = wholeRate(line, year);
  const unit = Fraction.of(1).over(Fraction.of(10n ** BigInt(digits)));
  const near = net.times(rate).rounded(digits);
  return [near.minus(unit), near, near.plus(unit)].filter(
    (tax) => taxInside(net.plus(tax), rate, digits).minus(tax).isZero,
  );
}

/** Every sum of one of each. */
const sumsOf = (choices: readonly (readonly Fraction[])[]): Fraction[] =>
  choices.reduce<Fraction[]>(
    (sums, some) => sums.flatMap((sum) => some.map((one) => sum.plus(one))),
    [Fraction.zero],
  );

/** The taxes that lines of a document may bear: one, but for prices that include it. */
export function taxesOf(
  lines: readonly WrittenLine[],
  document: WrittenDocument,
  year: SimulatedYear,
): Fraction[] {
  const digits = digitsOf(document.currency);
  const taxed = lines.map((line) => ({
    line,
    taxCode: line.taxCode,
    on: taxedOn(line, document),
  }));
  const groups = groupBy(taxed, ({ taxCode, on }) =>
    [taxCode, ...codesOf(taxCode).map((code) => rateOf(code, on, year).text(6))].join(" "),
  );
  return sumsOf(
    [...groups.values()].map((group) => {
      const alike = group.map(({ line }) => line);
      const netOf = (some: readonly WrittenLine[]) => Fraction.sum(some.map(({ amount }) => amount));
      if (year.pricesIncludeTax) return taxesBeside(netOf(alike), group[0], digits, year);
      const taxOn = (some: readonly WrittenLine[]) => taxesOn(netOf(some), group[0], digits, year);
      return [year.taxRounding === "line" ? Fraction.sum(taxedTogether(alike).map(taxOn)) : taxOn(alike)];
    }),
  );
}

/** Whether a total is what cash can pay, and rounded to no other than the nearest such. */
function isPayable({ total, currency, lines }: WrittenDocument, { cash }: SimulatedYear): boolean {
  if (cash?.currency !== currency) return true;
  const unit = Fraction.of(cash.unit);
  const steps = total.over(unit);
  const rounding = Fraction.sum(lines.filter(({ kind }) => kind === "rounding").map(({ amount }) => amount));
  const half = unit.over(Fraction.of(2));
  return steps.minus(steps.rounded(0)).isZero && !rounding.isAbove(half) && !half.negated().isAbove(rounding);
}

/** Every invoice adds up: its lines to the net, the rates of its lines' tax points to the tax, both to the total. */
export function judgeDocuments(documents: readonly WrittenDocument[], year: SimulatedYear): Fault[] {
  return documents
    .filter(({ type }) => type === "Invoice")
    .flatMap((document): Fault[] => {
      const { number, contractId, net, tax, total, currency } = document;
      const digits = digitsOf(currency);
      const lines = Fraction.sum(document.lines.map(({ amount }) => amount));
      const wrong = (kind: Fault["kind"], text: string): Fault => ({
        kind,
        contractId,
        text: `${number}: ${text}`,
      });
      if (!lines.minus(net).isZero)
        return [wrong("arithmetic", `lines ${lines.text(digits)}, net ${net.text(digits)}`)];
      if (!net.plus(tax).minus(total).isZero)
        return [wrong("arithmetic", `net and tax are not ${total.text(digits)}`)];
      if (!isPayable(document, year)) return [wrong("arithmetic", `${total.text(digits)} in cash`)];
      const owed = taxesOf(document.lines, document, year);
      if (owed.some((one) => one.minus(tax).isZero)) return [];
      const texts = owed.map((one) => one.text(digits)).join(" or ");
      return [wrong("tax", `${tax.text(digits)} instead of ${texts || "any that fits"}`)];
    });
}
