import { nameKey } from "../base/name";
import { groupBy } from "../base/groupBy";
import { listOf } from "../base/listOf";
import { minorDigits } from "../money/currency";
import { allocate, shareByLargestRemainder } from "../money/allocate";
import { sum, zero, type Decimal } from "../money/decimal";
import { round } from "../money/round";
import type { Settings } from "../settings/settings";
import { asCredit, hasPositiveLines } from "./creditSigns";
import { isCreditNote, isNotVoid, netOf } from "./documentKinds";
import type { FiguresAsPriced } from "./figuresAsPriced";
import type { DocumentRegister, RegisteredInvoice, RegisteredLine } from "./register";

/**
 * What credit notes take back of invoices, and what extra charges add to them. A concession takes nothing back: the line
 * stays billed.
 */
export interface Corrections {
  /** Invoices that are credited in full by corrections: they bill nothing any more. */
  readonly cancelled: ReadonlySet<string>;
  /**
   * What corrections take off each line, below 0, or add to it, as prices have it: with its tax where they include that.
   * Lines that are whole are not among them.
   */
  readonly ofLine: ReadonlyMap<RegisteredLine, Decimal>;
  /** What concessions give back of each line, below 0: it stays billed all the same. */
  readonly conceded: ReadonlyMap<RegisteredLine, Decimal>;
  /** Lines of which something was given back as a settlement: what else was billed of them was agreed on. */
  readonly settled: ReadonlySet<RegisteredLine>;
}

/** A credit with this reason says that the invoice is made again, whatever else was credited of it. */
export const REBILL = "REBILL";

/** Whether a reason says that the invoice is made again. */
export const saysRebill = (reason: string): boolean => nameKey(reason) === nameKey(REBILL);

/** A concession with this reason says that both sides agreed on what stays. */
const SETTLEMENT = nameKey("SETTLEMENT");

const reasonsOf = (reasonCode = "") =>
  listOf(reasonCode)
    .map(nameKey)
    .filter((reason) => reason !== "");

/** Tells of a reason code, or of several between commas, whether it is goodwill and corrects nothing. */
export function concessionTest({
  concessionReasons,
}: Pick<Settings, "concessionReasons">): (reasonCode: string | undefined) => boolean {
  const concessions = new Set(concessionReasons.map(nameKey));
  return (reasonCode) => {
    const reasons = reasonsOf(reasonCode);
    return reasons.length > 0 && reasons.every((reason) => concessions.has(reason) && !saysRebill(reason));
  };
}

const isPositive = ({ amount }: RegisteredLine) => amount.greaterThan(0);

/** The line of an invoice that a line of a credit note repeats but for its amount, which is of the other sign. */
function repeatedLines(credit: RegisteredLine, lines: readonly RegisteredLine[]): readonly RegisteredLine[] {
  const { contractId, priceId, product, description, tier, period } = credit;
  if (priceId === undefined && product === undefined) return [];
  return lines.filter(
    (line) =>
      line.contractId === contractId &&
      line.priceId === priceId &&
      line.product === product &&
      line.description === description &&
      line.tier === tier &&
      line.period?.from === period?.from &&
      line.period?.to === period?.to &&
      line.amount.isNegative() !== credit.amount.isNegative(),
  );
}

/** The lines of an invoice that a line of a credit note names: those it repeats, else those of its price or product. */
export function linesNamed(
  credit: RegisteredLine,
  lines: readonly RegisteredLine[],
): readonly RegisteredLine[] {
  const repeated = repeatedLines(credit, lines);
  if (repeated.length > 0) return repeated;
  const { priceId, product } = credit;
  const candidates = lines.filter(isPositive);
  const ofPrice = candidates.filter((line) => priceId !== undefined && line.priceId === priceId);
  if (ofPrice.length > 0) return ofPrice;
  return candidates.filter(
    (line) =>
      product !== undefined && line.product !== undefined && nameKey(line.product) === nameKey(product),
  );
}

/** The lines of an invoice that a line of a credit note is about: those it names, else of its tax code, else all. */
function creditedLines(credit: RegisteredLine, lines: readonly RegisteredLine[]): readonly RegisteredLine[] {
  const linesOfContract = lines.filter(({ contractId }) => contractId === credit.contractId);
  const rivals = linesOfContract.length > 0 ? linesOfContract : lines;
  const named = linesNamed(credit, rivals);
  if (named.length > 0) return named;
  const candidates = rivals.filter(isPositive);
  const { taxCode } = credit;
  const ofCode = candidates.filter((line) => taxCode !== undefined && line.taxCode === taxCode);
  return ofCode.length > 0 ? ofCode : candidates;
}

/** An amount taken off lines, each by its share: 30.00 off lines of 100.00 and 50.00 is 20.00 and 10.00. */
function takeOff(
  lines: readonly RegisteredLine[],
  amount: Decimal,
  currency: string,
  into: Map<RegisteredLine, Decimal>,
): void {
  if (lines.length === 0 || amount.isZero()) return;
  const shares = allocate(
    amount,
    lines.map((line) => line.amount),
    minorDigits(currency),
  );
  for (const [index, line] of lines.entries()) into.set(line, (into.get(line) ?? zero).plus(shares[index]!));
}

/** What the lines of a note take or add, as prices have it: its total over them, in minor units. */
function amountsOfNote(
  note: RegisteredInvoice,
  amountOf: FiguresAsPriced["amountOf"],
  currency: string,
): Decimal[] {
  const digits = minorDigits(currency);
  const isTurned = hasPositiveLines(note);
  const exact = note.lines.map((line) => {
    const amount = amountOf(line.amount, line);
    return isTurned ? amount.negated() : amount;
  });
  return shareByLargestRemainder(round(sum(exact), digits, "half_up"), exact, digits);
}

/** What the final documents of a register correct, by the invoice that each names: credit notes and extra charges. */
export function correctionsOf(
  register: DocumentRegister,
  settings: Settings,
  { amountOf }: Pick<FiguresAsPriced, "amountOf">,
): Corrections {
  const isConcession = concessionTest(settings);
  const finalNumbers = new Set(
    register.lines.filter(({ isFinal }) => isFinal).map(({ invoiceNumber }) => invoiceNumber),
  );
  const isFinal = (document: RegisteredInvoice) =>
    document.isFinal || finalNumbers.has(document.invoiceNumber);
  const notes = register.invoices.filter(
    (document) => isNotVoid(document) && isFinal(document) && document.corrects !== undefined,
  );
  const cancelled = new Set<string>();
  const ofLine = new Map<RegisteredLine, Decimal>();
  const conceded = new Map<RegisteredLine, Decimal>();
  const agreed = new Map<RegisteredLine, Decimal>();
  const settled = () => new Set(agreed.keys());
  if (notes.length === 0) return { cancelled, ofLine, conceded, settled: settled() };
  const byNumber = new Map(register.invoices.map((invoice) => [invoice.invoiceNumber, invoice]));
  const linesOf = groupBy(register.lines, ({ invoiceNumber }) => invoiceNumber);
  for (const [number, documents] of groupBy(notes, ({ corrects }) => corrects!)) {
    const invoice = byNumber.get(number);
    if (!invoice || invoice.isVoid) continue;
    const net = netOf(invoice);
    const credits = documents.filter(isCreditNote);
    const isCorrection = ({ reasonCode }: RegisteredInvoice) => !isConcession(reasonCode);
    const isRebilled = credits.some(({ reasonCode }) => reasonsOf(reasonCode).some(saysRebill));
    const taken = sum(
      credits
        .filter((note) => isRebilled || isCorrection(note))
        .map(asCredit)
        .map(netOf),
    ).negated();
    if (net.greaterThan(0) && taken.greaterThanOrEqualTo(net)) {
      cancelled.add(number);
      continue;
    }
    const lines = linesOf.get(number) ?? [];
    const currency = invoice.currency ?? settings.currency;
    const take = (note: RegisteredInvoice, into: Map<RegisteredLine, Decimal>) => {
      const isGross = settings.pricesIncludeTax === "yes";
      const credit = asCredit(note);
      const whole = (isGross ? credit.total : undefined) ?? netOf(credit);
      if (note.lines.length === 0) takeOff(lines.filter(isPositive), whole, currency, into);
      const amounts = amountsOfNote(note, amountOf, currency);
      for (const [index, line] of credit.lines.entries())
        takeOff(creditedLines(line, lines), amounts[index]!, currency, into);
    };
    for (const note of documents) {
      const isConceded = isCreditNote(note) && !isCorrection(note);
      take(note, isConceded ? conceded : ofLine);
      if (isConceded && reasonsOf(note.reasonCode).includes(SETTLEMENT)) take(note, agreed);
    }
  }
  return { cancelled, ofLine, conceded, settled: settled() };
}
