import type { Snapshot } from "../../../src/core/api";
import { documentsOf, rowsOf, type WrittenDocument } from "../engine/documents";
import { editBook } from "../engine/editBook";
import { billMonth, bookBefore, runsOf, runYear } from "../engine/runYear";
import type { Correction } from "../engine/book";
import type { Fault } from "../judge/fault";
import { netOf, owedOf } from "../judge/nets";
import { hasChain } from "../oracle/chain/statements";
import { digitsOf } from "../oracle/fraction";
import { isoOf, lastOfMonth, month, monthText, type Month } from "../year/day";
import { remembered } from "../year/remembered";
import { isProject, type Contract, type Price, type SimulatedYear } from "../year/simulatedYear";

/** Another way through the same year, after which every contract owes the same; undefined where it has no such way. */
type Relative = (year: SimulatedYear) => readonly WrittenDocument[] | undefined;

const withUsage = (
  year: SimulatedYear,
  usageOf: (contract: Contract) => Contract["usage"],
): SimulatedYear => ({
  ...year,
  contracts: year.contracts.map((contract) => ({ ...contract, usage: usageOf(contract) })),
});

const billed = (year: SimulatedYear): readonly WrittenDocument[] => {
  const last = runYear(year).at(-1);
  return last === undefined ? [] : documentsOf(last.book);
};

/** Of the rows of a day the last counts for Latest, and the first events are the free ones. */
const isInOrderOfRows = ({ aggregation, includedEvents, includedAmount }: Price) =>
  aggregation === "Latest" || includedEvents !== undefined || includedAmount !== undefined;

/** Rows are in the opposite order. */
const rowsReversed: Relative = (year) =>
  year.contracts.some(({ prices }) => prices.some(isInOrderOfRows))
    ? undefined
    : billed(withUsage(year, ({ usage }) => [...usage].reverse()));

/** All late rows come at once, before the last run. */
const lateAtOnce: Relative = (year) => {
  const lastRun = monthText(month(year.firstRun) + year.runs - 1);
  // Where invoices are rounded once, each invoice that late rows are spread over rounds for itself.
  if (year.lineRounding) return undefined;
  // Discounts of late rows are rounded run by run, and what is prepaid is drawn in the order of runs.
  if (year.contracts.some((contract) => hasChain(contract, year) || contract.rates)) return undefined;
  if (!year.contracts.some(({ usage }) => usage.some(({ arrives }) => arrives !== undefined)))
    return undefined;
  return billed(
    withUsage(year, ({ usage }) =>
      usage.map((row) => (row.arrives === undefined ? row : { ...row, arrives: lastRun })),
    ),
  );
};

const documentSheets = ["Invoices", "Invoice lines"] as const;

const textOfDocuments = (book: Snapshot) =>
  JSON.stringify(documentSheets.map((sheet) => rowsOf(book, sheet)));

/** Every month is run a second time, which leaves every cell of its documents as it was. */
const everyRunTwice: Relative = (year) => {
  const last = runYear(year).map(({ run, book }) => {
    const again = billMonth(bookBefore(year, run, book), run).book;
    if (textOfDocuments(again) !== textOfDocuments(book))
      throw new Error(`${monthText(run)} run again writes other documents`);
    return again;
  });
  return last.slice(-1).flatMap(documentsOf);
};

/** Every third month is drafted, twice, before it gets its numbers. */
const draftedFirst: Relative = (year) => {
  let book: Snapshot | undefined;
  for (const run of runsOf(year)) {
    for (const giveNumbers of run % 3 === 0 ? [false, false, true] : [true])
      book = billMonth(bookBefore(year, run, book), run, undefined, giveNumbers).book;
  }
  return book && documentsOf(book);
};

interface Chosen {
  readonly run: Month;
  readonly invoice: WrittenDocument;
}

/** The first invoice from the third run on whose contract has no late rows: these would have two reasons to move. */
function chooseInvoice(year: SimulatedYear, run: Month, book: Snapshot): Chosen | undefined {
  const steady = year.contracts.filter(
    (contract) =>
      !hasChain(contract, year) &&
      !contract.levels &&
      !contract.results &&
      !contract.rates &&
      !contract.unitGrants &&
      !contract.prices.some(({ rollover, ...price }) => rollover !== undefined || isProject(price)) &&
      contract.usage.every(({ arrives }) => arrives === undefined),
  );
  const first = month(year.firstRun);
  if (run < first + 2 || run >= first + year.runs - 1) return undefined;
  const invoice = documentsOf(book).find(
    (document) =>
      document.date === lastOfMonth(run) &&
      document.type === "Invoice" &&
      !document.net.isZero &&
      steady.some(({ id }) => id === document.contractId),
  );
  return invoice && { run, invoice };
}

const correctionOf = ({ run, invoice }: Chosen, year: SimulatedYear): Correction => ({
  id: "A1",
  contractId: invoice.contractId,
  date: isoOf(lastOfMonth(run) + 5),
  amount: `-${(year.pricesIncludeTax ? invoice.total : invoice.net).text(digitsOf(invoice.currency))}`,
  reason: "PRICE",
  invoiceNumber: invoice.number,
});

/** One invoice is credited in full with the run after it, and its month billed again after that. */
const creditedAndRebilled: Relative = (year) => {
  let book: Snapshot | undefined;
  let chosen: Chosen | undefined;
  for (const { run, book: untouched } of runYear(year)) {
    const corrections = chosen === undefined ? [] : [correctionOf(chosen, year)];
    book = chosen === undefined ? untouched : billMonth(bookBefore(year, run, book, corrections), run).book;
    if (chosen?.run === run - 1)
      book = billMonth(bookBefore(year, run, book, corrections), chosen.run, lastOfMonth(run)).book;
    chosen ??= chooseInvoice(year, run, book);
  }
  return chosen && book && documentsOf(book);
};

/** One invoice is made void at once, and its month billed again. */
const voidedAndRebilled: Relative = (year) => {
  let book: Snapshot | undefined;
  let chosen: Chosen | undefined;
  for (const { run, book: untouched } of runYear(year)) {
    book = chosen === undefined ? untouched : billMonth(bookBefore(year, run, book), run).book;
    if (chosen !== undefined) continue;
    chosen = chooseInvoice(year, run, book);
    if (chosen === undefined) continue;
    const { number } = chosen.invoice;
    const voided = editBook(book, "Invoices", (row) =>
      row["Invoice number"] === number ? { Status: "Void", "Reason code": "PRICE" } : undefined,
    );
    book = billMonth(bookBefore(year, run, voided), run).book;
  }
  return chosen && book && documentsOf(book);
};

export const relatives: Readonly<Record<string, Relative>> = {
  "rows reversed": rowsReversed,
  "late rows at once": lateAtOnce,
  "every run twice": everyRunTwice,
  "drafted first": draftedFirst,
  "credited and billed again": creditedAndRebilled,
  "void and billed again": voidedAndRebilled,
};

/** What rounds a total for cash depends on how much is on a document. */
const withoutCash = remembered(({ cash, ...year }: SimulatedYear): SimulatedYear => year);

/** What the contracts of a year do not owe alike on another way through it. */
export function judgeRelative(name: string, given: SimulatedYear): Fault[] {
  const year = given.cash === undefined ? given : withoutCash(given);
  const documents = relatives[name]?.(year);
  if (documents === undefined) return [];
  const lastRun = month(year.firstRun) + year.runs - 1;
  return year.contracts.flatMap((contract): Fault[] => {
    const [net, owed] = [netOf(documents, contract.id, year), owedOf(contract, year, lastRun)];
    if (net.minus(owed).isZero) return [];
    const digits = digitsOf(contract.currency);
    const text = `${name}: billed ${net.text(digits)}, owed ${owed.text(digits)}`;
    return [{ kind: "relative", contractId: contract.id, text }];
  });
}
