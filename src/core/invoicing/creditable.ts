import { asCredit } from "../documents/creditSigns";
import { groupBy } from "../base/groupBy";
import { compareText } from "../base/name";
import { netOf } from "../documents/documentKinds";
import type { RegisteredInvoice } from "../documents/register";
import { Decimal, sum, zero } from "../money/decimal";
import { taxInside } from "../money/tax";
import { partKey, split, taxOfAmounts, taxPartsOf, type DocumentRounding, type TaxPart } from "./taxParts";

/** An amount under one tax code and rate. */
export interface TaxShare {
  readonly taxCode: string;
  readonly rate: Decimal;
  readonly amount: Decimal;
  /** Its tax, where it was agreed with it; else that follows from the amount. */
  readonly tax?: Decimal;
}

/** A share with the other sign. */
export const negated = ({ taxCode, rate, amount, tax }: TaxShare): TaxShare => ({
  taxCode,
  rate,
  amount: amount.negated(),
  ...(tax && { tax: tax.negated() }),
});

const nets = (parts: readonly TaxPart[]) => parts.map(({ net }) => net);
const positive = (amount: Decimal) => Decimal.max(amount, zero);

/**
 * A credit, above 0, over the parts of what is left: all of a tax code, or of the invoice where it names none, each by
 * what is left of it (largest remainder). 30.00 of 100.00 and 50.00 left takes 20.00 and 10.00. Undefined where it is
 * more than is left.
 */
export function shareCredit(
  left: readonly TaxPart[],
  amount: Decimal,
  taxCode: string | undefined,
  digits: number,
): TaxShare[] | undefined {
  const open = partsNamed(left, taxCode);
  const rest = sum(nets(open));
  if (amount.greaterThan(rest)) return undefined;
  const amounts = amount.equals(rest) ? nets(open) : split(amount, nets(open).map(positive), digits);
  return open.flatMap(({ taxCode: code, rate }, index) => {
    const share = amounts[index]!;
    return share.isZero() ? [] : [{ taxCode: code, rate, amount: share }];
  });
}

/** Parts by what they come to with their tax. */
export const withTheirTax = (parts: readonly TaxPart[]): TaxPart[] =>
  parts.map((part) => ({ ...part, net: part.net.plus(part.tax) }));

/**
 * A credit that contains its tax, shared likewise by what is left with tax, and the tax of each share: 59.50 at 19 % is
 * 50.00 and 9.50. What takes the rest of a part takes the rest of its net and of its tax.
 */
export function shareGrossCredit(
  left: readonly TaxPart[],
  amount: Decimal,
  taxCode: string | undefined,
  digits: number,
): TaxShare[] | undefined {
  const parts = new Map(left.map((part) => [partKey(part), part]));
  return shareCredit(withTheirTax(left), amount, taxCode, digits)?.map((share): TaxShare => {
    const part = parts.get(partKey(share))!;
    const isAll = share.amount.equals(part.net.plus(part.tax));
    const tax = within(taxInside(share.amount, share.rate, digits), part.tax);
    const net = isAll ? part.net : within(share.amount.minus(tax), part.net);
    return { ...share, amount: net, tax: share.amount.minus(net) };
  });
}

/** The parts under a tax code; documents of other systems may name no code at all, and then any code is theirs. */
export function partsNamed(parts: readonly TaxPart[], taxCode: string | undefined): readonly TaxPart[] {
  const isNameless = parts.every((part) => part.taxCode === "");
  return taxCode === undefined || isNameless ? parts : parts.filter((part) => part.taxCode === taxCode);
}

/** What one credit takes of a part. */
export interface TakenPart extends TaxPart {
  /** What its tax is beyond net × rate, rounded: the last credit takes what the rounding of the others left. */
  readonly rest: Decimal;
}

/** The tax of shares of one rate: what was agreed with it, or what their net bears. */
export function taxOfShares(shares: readonly TaxShare[], rate: Decimal, rounding: DocumentRounding): Decimal {
  const agreed = shares.flatMap(({ tax }) => tax ?? []);
  if (agreed.length > 0 && agreed.length === shares.length) return sum(agreed);
  return taxOfAmounts(
    shares.map(({ amount }) => amount),
    rate,
    rounding,
  );
}

/** A figure kept between 0 and a limit of either sign. */
function within(figure: Decimal, limit: Decimal): Decimal {
  const [low, high] = limit.isNegative() ? [limit, zero] : [zero, limit];
  return Decimal.min(Decimal.max(figure, low), high);
}

/**
 * Net and tax that a credit with these shares takes of what is left of its invoice, by part. Its tax is that of its net,
 * never more than is left; the credit that takes the rest of the net takes the rest of the tax. Three credits of 5 yen
 * of 15 with a tax of 2 take 1, 1 and 0.
 */
export function takeCredit(
  left: readonly TaxPart[],
  shares: readonly TaxShare[],
  rounding: DocumentRounding,
): TakenPart[] {
  const byPart = groupBy(shares, partKey);
  const sharesOf = (part: TaxPart): readonly TaxShare[] => byPart.get(partKey(part)) ?? [];
  const amountsOf = (part: TaxPart) => sharesOf(part).map(({ amount }) => amount);
  const isAll = left.every((part) => sum(amountsOf(part)).equals(part.net));
  return left.flatMap((part) => {
    const amounts = amountsOf(part);
    const isTouched = amounts.length > 0 || (isAll && !part.tax.isZero());
    if (!isTouched) return [];
    const net = sum(amounts);
    const ofNet = taxOfAmounts(amounts, part.rate, rounding);
    const ofShares = taxOfShares(sharesOf(part), part.rate, rounding);
    const tax = net.equals(part.net) ? part.tax : within(ofShares, part.tax);
    return [{ ...part, net, tax, rest: tax.minus(ofNet) }];
  });
}

/** What remains of parts once some of them were taken. */
export function lessTaken(left: readonly TaxPart[], taken: readonly TaxPart[]): TaxPart[] {
  const takenOf = new Map(taken.map((part) => [partKey(part), part]));
  return left.map((part) => {
    const takenPart = takenOf.get(partKey(part));
    return takenPart
      ? { ...part, net: part.net.minus(takenPart.net), tax: part.tax.minus(takenPart.tax) }
      : part;
  });
}

/** What a credit note credits, above 0, by the parts of its invoice. */
function sharesOfNote(
  note: RegisteredInvoice,
  left: readonly TaxPart[],
  rounding: DocumentRounding,
): TaxShare[] {
  const lines = note.lines.map(({ amount, taxCode = "", taxRate: rate = zero }) => ({
    taxCode,
    rate,
    amount: amount.negated(),
  }));
  const all = lines.length > 0 ? lines : [{ taxCode: "", rate: zero, amount: netOf(note).negated() }];
  const keys = new Set(left.map(partKey));
  return all.flatMap((share) => {
    if (keys.has(partKey(share))) return [share];
    // Its code or rate is not the invoice's: it took of all parts alike.
    const amounts = split(share.amount, nets(left).map(positive), rounding.digits);
    return left.map(({ taxCode, rate }, index) => ({ taxCode, rate, amount: amounts[index]! }));
  });
}

/** What a credit note took of its invoice; its taxes add up to the tax that it states. */
function takenBy(note: RegisteredInvoice, left: readonly TaxPart[], rounding: DocumentRounding): TaxPart[] {
  const taken = takeCredit(left, sharesOfNote(note, left, rounding), rounding);
  const stated = note.tax?.abs();
  if (stated === undefined || sum(taken.map(({ tax }) => tax)).equals(stated)) return taken;
  const taxes = split(
    stated,
    taken.map(({ tax }) => tax),
    rounding.digits,
  );
  return taken.map((part, index) => ({ ...part, tax: taxes[index]! }));
}

/** Credit notes in the order in which they took of their invoice. */
function inOrder(notes: readonly RegisteredInvoice[]): RegisteredInvoice[] {
  return [...notes].sort(
    (a, b) => (a.invoiceDate ?? 0) - (b.invoiceDate ?? 0) || compareText(a.invoiceNumber, b.invoiceNumber),
  );
}

/** A credit note with what it took of its invoice, part by part. */
export interface NoteTaken {
  readonly note: RegisteredInvoice;
  readonly taken: readonly TaxPart[];
}

/** What each credit note of an invoice took of it, one after the other, and what is left. */
export function takenByNotes(
  invoice: RegisteredInvoice,
  notes: readonly RegisteredInvoice[],
  rounding: DocumentRounding,
): { readonly notes: readonly NoteTaken[]; readonly left: readonly TaxPart[] } {
  let left = taxPartsOf(invoice, rounding);
  const found = inOrder(notes)
    .map(asCredit)
    .map((note): NoteTaken => {
      const taken = takenBy(note, left, rounding);
      left = lessTaken(left, taken);
      return { note, taken };
    });
  return { notes: found, left };
}

/** What is left to credit of an invoice, by tax code and rate, after the credit notes that correct it. */
export const leftToCredit = (
  invoice: RegisteredInvoice,
  notes: readonly RegisteredInvoice[],
  rounding: DocumentRounding,
): readonly TaxPart[] => takenByNotes(invoice, notes, rounding).left;
