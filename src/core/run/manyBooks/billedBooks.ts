import { groupBy } from "../../base/groupBy";
import { compareText } from "../../base/name";
import { emptySnapshot, type Snapshot } from "../../grid/grid";
import { currencyTotals, type CurrencyTotal } from "../../invoicing/currencyTotals";
import { currencyCode } from "../../money/currency";
import { integerColumn, moneyColumn, required, textColumn } from "../../schema/column";
import { defineTable } from "../../schema/table";
import { outputSheetsOf } from "../../sheets/outputSheet";
import type { PlannedCell, WritePlan } from "../../sheets/plan";
import { amountStyle, boldAmountStyle, boldText, countStyle } from "../../sheets/styles";
import { textCell } from "../../sheets/tableSheet";

/** Net, tax and total of documents in a currency. */
type BookTotal = Omit<CurrencyTotal, "invoices">;

/** What became of one workbook of several. */
export interface BookResult {
  /** Its file, without the folder. */
  readonly book: string;
  /** Billed, billed with something to see to, or not billed. */
  readonly status: "billed" | "attention" | "refused";
  /** Why it was not billed, in one sentence. */
  readonly reason: string;
  readonly period: string;
  readonly asOf: string;
  readonly documents: number;
  readonly lines: number;
  readonly held: number;
  readonly waiting: number;
  readonly errors: number;
  readonly warnings: number;
  readonly totals: readonly BookTotal[];
  /** Who bills, by which numbers are told apart. */
  readonly seller: string;
  /** Final numbers that the run gave. */
  readonly numbers: readonly string[];
  /** The file that was written, without its folder; empty where none was. */
  readonly output: string;
}

/** A final number that documents of several workbooks of one seller bear. */
export interface SharedNumber {
  readonly number: string;
  readonly books: readonly string[];
}

/** Numbers that were given in more than one workbook of the same seller, in their order. */
export function sharedNumbers(results: readonly BookResult[]): SharedNumber[] {
  const given = results.flatMap(({ book, seller, numbers }) =>
    numbers.map((number) => ({ book, number, key: JSON.stringify([seller, number]) })),
  );
  return [...groupBy(given, ({ key }) => key).values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ number: group[0].number, books: group.map(({ book }) => book) }))
    .sort((a, b) => compareText(a.number, b.number));
}

/** What all workbooks come to, per currency, in order of the codes. */
export const totalsOfBooks = (results: readonly BookResult[]): BookTotal[] =>
  currencyTotals(results.flatMap(({ totals }) => totals));

const statusTitles: Readonly<Record<BookResult["status"], string>> = {
  billed: "Billed",
  attention: "See to it",
  refused: "Not billed",
};

const table = defineTable({
  title: "Billed workbooks",
  synonyms: [],
  help: "What became of each workbook of a folder, one row a workbook and currency, and what all come to.",
  columns: {
    book: required(textColumn({ title: "Workbook", help: "its file" })),
    status: textColumn({ title: "Status", help: "Billed, See to it or Not billed" }),
    period: textColumn({ title: "Period", help: "the period that was billed" }),
    asOf: textColumn({ title: "As of", help: "the day as of which it was billed" }),
    documents: integerColumn({ title: "Documents", help: "documents of the run", min: 0, max: 1e9 }),
    lines: integerColumn({ title: "Lines", help: "their lines", min: 0, max: 1e9 }),
    held: integerColumn({ title: "Held", help: "invoices that wait", min: 0, max: 1e9 }),
    waiting: integerColumn({ title: "Waiting", help: "documents to be approved first", min: 0, max: 1e9 }),
    errors: integerColumn({ title: "Errors", help: "issues that are errors", min: 0, max: 1e9 }),
    warnings: integerColumn({ title: "Warnings", help: "issues that are warnings", min: 0, max: 1e9 }),
    currency: textColumn({ title: "Currency", help: "of the amounts" }),
    subtotal: moneyColumn({ title: "Subtotal", help: "net of its documents" }),
    tax: moneyColumn({ title: "Tax", help: "tax of its documents" }),
    total: moneyColumn({ title: "Total", help: "what they come to with tax" }),
    output: textColumn({ title: "Written to", help: "the billed workbook, in the folder of this one" }),
    reason: textColumn({ title: "Reason", help: "why it was not billed" }),
  },
  examples: [],
});

/** A workbook with one of its totals, a further total of it, or what all come to in a currency. */
interface Row {
  readonly result: BookResult | undefined;
  readonly isFirst: boolean;
  readonly total: BookTotal | undefined;
}

interface BooksInput {
  readonly snapshot: Snapshot;
  readonly results: readonly BookResult[];
}

function rowsOf({ results }: BooksInput): Row[] {
  const books = results.flatMap((result): Row[] => {
    const [first, ...others] = result.totals;
    return [
      { result, isFirst: true, total: first },
      ...others.map((total) => ({ result, isFirst: false, total })),
    ];
  });
  const all = totalsOfBooks(results).map((total) => ({ result: undefined, isFirst: false, total }));
  return [...books, ...all];
}

type CountField = "documents" | "lines" | "held" | "waiting" | "errors" | "warnings";

/** Counts of a workbook stand once, beside its first total: a sum over the column counts each once. */
const count = (field: CountField) => ({
  width: 11,
  cell: ({ result, isFirst }: Row): PlannedCell | null =>
    result && isFirst && result.status !== "refused" ? { value: result[field], style: countStyle } : null,
});

const amount = (field: "subtotal" | "tax" | "total") => ({
  width: 16,
  cell: ({ result, total }: Row): PlannedCell | null => {
    if (!total) return null;
    const currency = currencyCode(total.currency) ?? "USD";
    return { value: total[field], style: (result ? amountStyle : boldAmountStyle)(currency) };
  },
});

const text = (width: number, of: (result: BookResult) => string) => ({
  width,
  cell: ({ result }: Row) => textCell(result && of(result)),
});

const sheet = outputSheetsOf<BooksInput>()({
  table,
  written: "always",
  tabColor: "1F3A5F",
  rows: rowsOf,
  columns: {
    book: {
      width: 30,
      cell: ({ result }: Row) => (result ? textCell(result.book) : { value: "Total", style: boldText }),
    },
    status: text(12, ({ status }) => statusTitles[status]),
    period: text(22, ({ period }) => period),
    asOf: text(12, ({ asOf }) => asOf),
    documents: count("documents"),
    lines: count("lines"),
    held: count("held"),
    waiting: count("waiting"),
    errors: count("errors"),
    warnings: count("warnings"),
    currency: { width: 10, cell: ({ total }) => textCell(total?.currency) },
    subtotal: amount("subtotal"),
    tax: amount("tax"),
    total: amount("total"),
    output: text(36, ({ output }) => output),
    reason: text(60, ({ reason }) => reason),
  },
});

/** The register of several workbooks that were billed, in the order in which they are given. */
export function planBilledBooks(results: readonly BookResult[]): WritePlan {
  return { sheets: [sheet.plan({ snapshot: emptySnapshot, results })], removedSheets: [], appended: [] };
}
