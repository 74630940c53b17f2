import { groupBy } from "../../base/groupBy";
import type { Day } from "../../calendar/day";
import type { RegisteredInvoice, RegisteredLine } from "../../documents/register";
import { sumTaxes, type TaxSum } from "../../invoicing/tax";
import { partKey, split } from "../../invoicing/taxParts";
import { one, sum, zero, type Decimal } from "../../money/decimal";
import { taxOn } from "../../money/tax";
import type { ExportSource } from "./exportSource";

/** The tax that falls to a line. */
export interface LineTax {
  /** "" where the line has none. */
  readonly taxCode: string;
  readonly taxRate: Decimal;
  readonly tax: Decimal;
}

interface TaxedDocument {
  readonly lines: readonly RegisteredLine[];
  readonly amounts: readonly Decimal[];
  readonly date: Day;
  readonly digits: number;
  /** The tax that the document states. */
  readonly stated: Decimal | undefined;
  readonly record: RegisteredInvoice;
}

/**
 * The taxes of a document as it states them. A credit note takes what is left of its invoice's tax, so that each of its
 * taxes may be off by one minor unit: the difference is put on them in turn. Anything else stays, and does not add up.
 */
function statedTaxes(sums: readonly TaxSum[], { stated, digits, record }: TaxedDocument): readonly TaxSum[] {
  const unit = one.dividedBy(10 ** digits);
  const rest = stated?.minus(sum(sums.map(({ tax }) => tax))) ?? zero;
  const units = rest.dividedBy(unit).abs();
  const isCredit = record.type === "credit_note" && record.corrects !== undefined;
  if (rest.isZero() || !isCredit || units.greaterThan(sums.length)) return sums;
  const step = rest.isNegative() ? unit.negated() : unit;
  return sums.map((part, index) => (units.greaterThan(index) ? { ...part, tax: part.tax.plus(step) } : part));
}

/**
 * The tax of every line: the document's tax of its code, spread over the lines by Amount so that it adds up. 120.09 on
 * 490.00, 120.00, 46.56 and −24.50 is 93.10, 22.80, 8.85 and −4.66. Where tax is rounded line by line, each has its own.
 */
export function taxesOf(
  document: TaxedDocument,
  { settings: { taxRounding }, taxCodeOf }: ExportSource,
): LineTax[] {
  const { lines, amounts, digits, date } = document;
  const taxed = lines.map(({ taxCode = "", taxRate, periodEnd = date }, index) => {
    const known = taxRate ?? taxCodeOf(taxCode, Math.min(periodEnd, date))?.rate ?? zero;
    return { index, amount: amounts[index] ?? zero, taxCode, taxRate: known };
  });
  const sums = statedTaxes(sumTaxes(taxed, digits, taxRounding), document);
  const groups = groupBy(taxed, ({ taxCode, taxRate: rate }) => partKey({ taxCode, rate }));
  const taxes = new Map<number, Decimal>();
  for (const part of sums) {
    const group = groups.get(partKey(part)) ?? [];
    const ofLines = group.map(({ amount }) => taxOn(amount, part.rate, digits));
    const addsUp = taxRounding === "line" && sum(ofLines).equals(part.tax);
    const shares = addsUp
      ? ofLines
      : split(
          part.tax,
          group.map(({ amount }) => amount),
          digits,
        );
    for (const [position, { index }] of group.entries()) taxes.set(index, shares[position] ?? zero);
  }
  return taxed.map(({ index, taxCode, taxRate }) => ({ taxCode, taxRate, tax: taxes.get(index) ?? zero }));
}
