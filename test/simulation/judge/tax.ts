import { groupBy } from "../../../src/core/api";
import type { WrittenDocument, WrittenLine } from "../engine/documents";
import { digitsOf, Fraction } from "../oracle/fraction";
import { FOREVER } from "../oracle/periods";
import { day } from "../year/day";
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

function taxOf(document: WrittenDocument, year: SimulatedYear): Fraction {
  const taxed = document.lines.map((line) => ({
    line,
    rate: rateOf(line.taxCode, taxedOn(line, document), year),
  }));
  const groups = groupBy(taxed, ({ line, rate }) => `${line.taxCode} ${rate.text(6)}`);
  return Fraction.sum(
    [...groups.values()].map((group) => {
      const rate = group[0]?.rate ?? Fraction.zero;
      const digits = digitsOf(document.currency);
      const taxOn = (net: Fraction) => net.times(rate).rounded(digits);
      const nets = group.map(({ line }) => line.amount);
      return year.taxRounding === "line" ? Fraction.sum(nets.map(taxOn)) : taxOn(Fraction.sum(nets));
    }),
  );
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
      const owed = taxOf(document, year);
      if (owed.minus(tax).isZero) return [];
      return [wrong("tax", `${tax.text(digits)} instead of ${owed.text(digits)}`)];
    });
}
