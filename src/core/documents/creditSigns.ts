import { sum, type Decimal } from "../money/decimal";
import { isCreditNote } from "./documentKinds";
import type { RegisteredInvoice, RegisteredLine } from "./register";

const negated = (value: Decimal | undefined): Decimal | undefined => value?.negated();

const netOfLines = ({ lines }: RegisteredInvoice): Decimal => sum(lines.map(({ amount }) => amount));

/** Whether the lines of a credit note are above 0 in sum, as other systems write them. */
export function hasPositiveLines(document: RegisteredInvoice): boolean {
  return isCreditNote(document) && netOfLines(document).greaterThan(0);
}

const turnedLine = (line: RegisteredLine): RegisteredLine => ({
  ...line,
  amount: line.amount.negated(),
  unitPrice: negated(line.unitPrice),
  flatFee: negated(line.flatFee),
});

/**
 * A document as its figures are meant: a credit note that another system wrote above 0 is below 0, its lines and its sums
 * each where they are above. Whoever adds up, prints or hands on credit notes asks here; the register keeps what is written.
 * Paid and Balance are not touched, as nobody but Ratebook writes them.
 */
export function asCredit(document: RegisteredInvoice): RegisteredInvoice {
  if (!isCreditNote(document)) return document;
  const lines = hasPositiveLines(document) ? document.lines.map(turnedLine) : document.lines;
  const { total, subtotal, tax } = document;
  const isAbove = (total ?? subtotal ?? netOfLines(document)).greaterThan(0);
  if (!isAbove) return { ...document, lines };
  return { ...document, lines, total: negated(total), subtotal: negated(subtotal), tax: negated(tax) };
}
