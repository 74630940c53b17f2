import { Decimal, sum, zero } from "../../money/decimal";
import { formatMoney } from "../../money/format";
import { round } from "../../money/round";
import { minorDigits } from "../../money/currency";
import { lessTaken, takeCredit, type TakenPart } from "../creditable";
import { partKey, split, type DocumentRounding, type TaxPart } from "../taxParts";
import type { InvoiceLeft, LineLeft } from "./leftOfLines";

/** What is to be credited of an invoice: a net amount above 0 or all that is left, of a line or of all. */
export interface CreditShareRequest {
  readonly line: number | undefined;
  readonly amount: Decimal | undefined;
}

/** What a credit takes of one line, above 0 for a line that charges. */
export interface LineCredit {
  readonly of: LineLeft;
  readonly amount: Decimal;
}

/** A credit over the lines of its invoice, with its tax and what is left after it. */
export interface SharedCredit {
  readonly lines: readonly LineCredit[];
  readonly parts: readonly TakenPart[];
  readonly left: readonly TaxPart[];
}

export type SharedOrRefused =
  | { readonly ok: true; readonly credit: SharedCredit }
  | { readonly ok: false; readonly reason: string };

const netOfLines = (lines: readonly LineLeft[]) => sum(lines.map(({ net }) => net));

/** A line may have more left than its tax code or the whole invoice, where the others are discounts. */
function limitOf(lines: readonly LineLeft[], isOne: boolean, { lines: all, parts }: InvoiceLeft): Decimal {
  const [first] = lines;
  const ofPart = parts.find((part) => first !== undefined && partKey(part) === partKey(first));
  const limits = isOne ? [netOfLines(lines), netOfLines(all), ofPart?.net ?? zero] : [netOfLines(lines)];
  return Decimal.max(Decimal.min(...limits), zero);
}

function chooseLines({ lines }: InvoiceLeft, number: number | undefined): readonly LineLeft[] | string {
  if (number === undefined) return lines;
  const found = lines.filter((line) => line.number === number);
  if (found.length > 0) return found.slice(0, 1);
  const numbers = lines.flatMap((line) => line.number ?? []);
  return numbers.length === 0
    ? "it has no lines"
    : `it has no line ${String(number)}; its lines are ${numbers.join(", ")}`;
}

/**
 * A credit over lines by what is left of them. 30.00 of lines of 100.00 and 50.00 is 20.00 and 10.00. Tax is that of the
 * net under each code and rate; the credit that takes the rest of the net takes the rest of the tax. More than is left
 * is refused with the amount left.
 */
export function shareOverLines(
  left: InvoiceLeft,
  { line, amount }: CreditShareRequest,
  currency: string,
  { taxRounding }: Pick<DocumentRounding, "taxRounding">,
): SharedOrRefused {
  const digits = minorDigits(currency);
  const chosen = chooseLines(left, line);
  if (typeof chosen === "string") return { ok: false, reason: chosen };
  const limit = limitOf(chosen, line !== undefined, left);
  const show = (figure: Decimal) => `${currency} ${formatMoney(figure, currency)}`;
  const ofLine = line === undefined ? "" : ` of line ${String(line)}`;
  if (limit.isZero()) return { ok: false, reason: `nothing is left to credit${ofLine}: ${show(zero)}` };
  const credited = amount === undefined ? limit : round(amount, digits, "half_up");
  if (!credited.greaterThan(0))
    return {
      ok: false,
      reason: `the amount ${amount?.toFixed() ?? ""} is below the smallest of ${currency}`,
    };
  if (credited.greaterThan(limit))
    return { ok: false, reason: `${show(credited)} is more than the ${show(limit)} that is left${ofLine}` };
  const nets = chosen.map(({ net }) => net);
  const shares = credited.equals(sum(nets)) ? nets : split(credited, nets, digits);
  const lines = chosen
    .map((of, index): LineCredit => ({ of, amount: shares[index]! }))
    .filter((share) => !share.amount.isZero());
  const parts = takeCredit(
    left.parts,
    lines.map(({ of: { taxCode, rate }, amount: share }) => ({ taxCode, rate, amount: share })),
    { digits, taxRounding },
  );
  return { ok: true, credit: { lines, parts, left: lessTaken(left.parts, parts) } };
}
