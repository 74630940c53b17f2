import { knownValue } from "../../base/knownValue";
import { linesNamed } from "../../documents/corrections";
import { isCreditNote } from "../../documents/documentKinds";
import type { RegisteredInvoice, RegisteredLine } from "../../documents/register";
import { Decimal, sum, zero } from "../../money/decimal";
import { takenByNotes, type NoteTaken } from "../creditable";
import { partKey, split, taxPartsOf, type DocumentRounding, type TaxPart } from "../taxParts";

/** What is left to credit of a line; where an invoice has no lines, of a tax code and rate. */
export interface LineLeft {
  readonly line: RegisteredLine | undefined;
  /** Its number on the invoice. */
  readonly number: number | undefined;
  readonly taxCode: string;
  readonly rate: Decimal;
  readonly net: Decimal;
}

/** What is left to credit of an invoice: the lines of a code and rate add up to the part of that code and rate. */
export interface InvoiceLeft {
  readonly lines: readonly LineLeft[];
  readonly parts: readonly TaxPart[];
}

/** Lines that name no rate are of the part of their code: its rate follows from the tax that the document states. */
function partOfLine({ taxCode = "", taxRate = zero }: RegisteredLine, parts: readonly TaxPart[]): TaxPart {
  const ofCode = parts.filter((part) => part.taxCode === taxCode);
  return ofCode.find(({ rate }) => rate.equals(taxRate)) ?? ofCode[0] ?? parts[0]!;
}

function linesOf({ lines }: RegisteredInvoice, parts: readonly TaxPart[]): LineLeft[] {
  if (lines.length === 0)
    return parts.map(({ taxCode, rate, net }) => ({
      line: undefined,
      number: undefined,
      taxCode,
      rate,
      net,
    }));
  return lines.map((line, index) => {
    const { taxCode, rate } = partOfLine(line, parts);
    return { line, number: line.line ?? index + 1, taxCode, rate, net: line.amount };
  });
}

/** What a note took off lines of one code and rate: first off the lines that it names, the rest by what is left. */
function lessPart(
  lines: readonly LineLeft[],
  part: TaxPart,
  note: RegisteredInvoice,
  digits: number,
): readonly LineLeft[] {
  const net = new Map(lines.map((line) => [line, line.net]));
  const take = (from: readonly LineLeft[], amount: Decimal) => {
    const left = from.map((line) => knownValue(net, line));
    const shares = split(amount, left, digits);
    for (const [index, line] of from.entries()) net.set(line, left[index]!.minus(shares[index]!));
  };
  let rest = part.net;
  const known = lines.flatMap(({ line }) => line ?? []);
  for (const credit of note.lines) {
    if (partKey({ taxCode: credit.taxCode ?? "", rate: credit.taxRate ?? zero }) !== partKey(part)) continue;
    const named = new Set(linesNamed(credit, known));
    const from = lines.filter(({ line }) => line !== undefined && named.has(line));
    const left = sum(from.map((line) => knownValue(net, line)));
    const credited = credit.amount.negated();
    // What a line was credited beyond what was left of it came off the others.
    const amount = credited.isNegative() ? Decimal.max(credited, left) : Decimal.min(credited, left);
    if (from.length === 0 || amount.isNegative() !== credited.isNegative()) continue;
    take(from, amount);
    rest = rest.minus(amount);
  }
  if (!rest.isZero()) take(lines, rest);
  return lines.map((line) => ({ ...line, net: knownValue(net, line) }));
}

function lessNote(lines: readonly LineLeft[], { note, taken }: NoteTaken, digits: number): LineLeft[] {
  const less = new Map<RegisteredLine | string, LineLeft>();
  const keyOf = (line: LineLeft) => line.line ?? partKey(line);
  for (const part of taken) {
    const linesOfPart = lines.filter((line) => partKey(line) === partKey(part));
    for (const line of lessPart(linesOfPart, part, note, digits)) less.set(keyOf(line), line);
  }
  return lines.map((line) => less.get(keyOf(line)) ?? line);
}

/**
 * What is left to credit of an invoice, line by line, after its credit notes in the order in which they were made; those
 * that wait for approval have taken theirs as well.
 */
export function leftOfLines(
  invoice: RegisteredInvoice,
  documents: readonly RegisteredInvoice[],
  rounding: DocumentRounding,
): InvoiceLeft {
  const notes = documents.filter(
    (document) => isCreditNote(document) && document.corrects === invoice.invoiceNumber,
  );
  const { notes: taken, left: parts } = takenByNotes(invoice, notes, rounding);
  const lines = taken.reduce<readonly LineLeft[]>(
    (left, note) => lessNote(left, note, rounding.digits),
    linesOf(invoice, taxPartsOf(invoice, rounding)),
  );
  return { lines, parts };
}
