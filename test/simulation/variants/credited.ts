import type { Snapshot } from "../../../src/core/api";
import type { Correction } from "../engine/book";
import { documentsOf, type WrittenDocument } from "../engine/documents";
import { billMonth, bookBefore, runYear, type ErrorFinding } from "../engine/runYear";
import type { Fault } from "../judge/fault";
import { netOf } from "../judge/nets";
import { hasChain } from "../oracle/chain/statements";
import { netBy } from "../oracle/billedBy";
import { creditOf } from "../oracle/credit";
import { digitsOf, Fraction } from "../oracle/fraction";
import { isoOf, lastOfMonth, month, type Month } from "../year/day";
import { isProject, type SimulatedYear } from "../year/simulatedYear";
import { distinct } from "./distinct";

/** Shares of what is left of an invoice that are credited one after the other, with their reasons. */
const steps = [
  { share: "0.37", reason: "GOODWILL" },
  { share: "0.5", reason: "PRICE" },
] as const;

interface Credited {
  readonly invoice: WrittenDocument;
  readonly credits: readonly Fraction[];
  readonly documents: readonly WrittenDocument[];
  readonly findings: readonly ErrorFinding[];
}

/** Contracts to which nothing else happens that could move what is owed, or what is found of it. */
const isSteady = (year: SimulatedYear, contractId: string) =>
  year.contracts.some(
    (contract) =>
      contract.id === contractId &&
      !contract.commitment &&
      !hasChain(contract, year) &&
      !contract.levels &&
      !contract.results &&
      !contract.rates &&
      !contract.unitGrants &&
      !contract.prices.some(isProject) &&
      contract.usage.every(({ arrives }) => arrives === undefined),
  );

const invoiceOf = (year: SimulatedYear, run: Month, book: Snapshot) =>
  documentsOf(book).find(
    ({ date, type, net, contractId }) =>
      date === lastOfMonth(run) &&
      type === "Invoice" &&
      net.isAbove(Fraction.of(1)) &&
      isSteady(year, contractId),
  );

/** Of an invoice of the third run or a later one a part is credited with each of the next two. */
function credited(year: SimulatedYear): Credited | undefined {
  let book: Snapshot | undefined;
  let invoice: WrittenDocument | undefined;
  const corrections: Correction[] = [];
  const credits: Fraction[] = [];
  const findings: ErrorFinding[] = [];
  for (const { run, book: untouched, findings: found } of runYear(year)) {
    const step = steps[credits.length];
    if (invoice && step) {
      const digits = digitsOf(invoice.currency);
      const left = invoice.net.minus(Fraction.sum(credits));
      credits.push(left.times(Fraction.of(step.share)).rounded(digits));
      corrections.push({
        id: `A${String(credits.length)}`,
        contractId: invoice.contractId,
        date: isoOf(lastOfMonth(run) - 5),
        amount: `-${credits.at(-1)?.text(digits) ?? "0"}`,
        reason: step.reason,
        invoiceNumber: invoice.number,
      });
    }
    const billed = invoice
      ? billMonth(bookBefore(year, run, book, corrections), run)
      : { book: untouched, findings: found };
    book = billed.book;
    findings.push(...billed.findings);
    if (run >= month(year.firstRun) + 2) invoice ??= invoiceOf(year, run, book);
  }
  if (!invoice || !book || credits.length < steps.length) return undefined;
  return { invoice, credits, documents: documentsOf(book), findings: distinct(findings) };
}

/** Net and tax of the notes that credit an invoice, where all of it bears one rate. */
function wrongTaxes({ invoice, credits, documents }: Credited, { taxRounding }: SimulatedYear): string[] {
  const digits = digitsOf(invoice.currency);
  const rates = new Set(invoice.lines.map(({ taxCode, taxRate }) => `${taxCode} ${taxRate.text(12)}`));
  const rate = invoice.lines[0]?.taxRate;
  if (rates.size !== 1 || rate === undefined || taxRounding === "line") return [];
  const notes = documents.filter(({ corrects }) => corrects === invoice.number);
  let left = { net: invoice.net, tax: invoice.tax };
  return credits.flatMap((net, at) => {
    const owed = creditOf(net, left, rate, digits);
    left = { net: left.net.minus(owed.net), tax: left.tax.minus(owed.tax) };
    const note = notes[at];
    if (note?.net.plus(owed.net).isZero && note.tax.plus(owed.tax).isZero) return [];
    return [
      `credit ${String(at + 1)} bears ${note?.tax.text(digits) ?? "no"} tax instead of −${owed.tax.text(digits)}`,
    ];
  });
}

/**
 * Goodwill and then a correction, each of a part of an invoice: the year bills that much less. Nothing was wrong with
 * the invoice, so what was credited as a correction is found to be missing, to the cent, and the goodwill is not.
 */
export function judgeCredited(told: SimulatedYear): Fault[] {
  const { cash, pricesIncludeTax, ...plain } = told;
  const year = (cash ?? pricesIncludeTax) ? plain : told;
  const result = credited(year);
  if (result === undefined) return [];
  const { invoice, credits, documents, findings } = result;
  const contract = year.contracts.find(({ id }) => id === invoice.contractId);
  if (contract === undefined) return [];
  const digits = digitsOf(contract.currency);
  const given = Fraction.sum(credits);
  const [net, owed] = [
    netOf(documents, contract.id, year),
    netBy(contract, year, month(year.firstRun) + year.runs - 1),
  ];
  const found = Fraction.sum(findings.map(({ difference }) => difference));
  const correction = credits[1] ?? Fraction.zero;
  const wrong = [
    ...(net.plus(given).minus(owed).isZero
      ? []
      : [`billed ${net.text(digits)} after ${given.text(digits)} of credits, owed ${owed.text(digits)}`]),
    ...(found.minus(correction).isZero ? [] : [`found ${found.text(digits)} of ${correction.text(digits)}`]),
    ...findings.flatMap(({ code }) => (code === "AMOUNT_MISMATCH" ? [] : [`found under ${code}`])),
    ...wrongTaxes(result, year),
  ];
  return wrong.length === 0 ? [] : [{ kind: "leak", contractId: contract.id, text: wrong.join("; ") }];
}
