import { compareText } from "../../base/name";
import { groupBy } from "../../base/groupBy";
import type { Day } from "../../calendar/day";
import { sum, type Decimal } from "../../money/decimal";
import type { OpenDocument } from "../book";
import type { Ledger } from "../ledger";
import { disputedOf, disputesByNumber } from "./agingDetail";

/** Payments of a payer that are looked back at, the newest; and how many say something of the payer alone. */
const LOOKED_BACK = 12;
const FEWEST = 3;
const WEEK = 7;

export const expectationBases = {
  promise: "Promise",
  payer: "Payer",
  all: "All payers",
  due: "Due date",
} as const;
export type ExpectationBasis = keyof typeof expectationBases;

/** When the money for an open invoice is expected, and why then. */
export interface ExpectedItem {
  readonly customerId: string;
  readonly customerName: string;
  readonly currency: string;
  readonly document: string;
  readonly dueDate: Day;
  /** What is open and not in dispute. */
  readonly open: Decimal;
  /** Days past the due date, as a rule; below 0 for who pays early. */
  readonly usualDays: number;
  readonly basis: ExpectationBasis;
  readonly expected: Day;
  /** The Monday of its week. */
  readonly week: Day;
}

export interface ExpectedWeek {
  readonly week: Day;
  readonly currency: string;
  readonly amount: Decimal;
  readonly invoices: number;
}

/** Day 2 is a Monday: 1 January 1900. */
const mondayOf = (day: Day): Day => day - ((((day - 2) % WEEK) + WEEK) % WEEK);

/** The middle one of some numbers, the mean of both where two are in the middle: 3 of 1, 3 and 90. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle]!;
  return sorted.length % 2 === 1 ? upper : Math.round((sorted[middle - 1]! + upper) / 2);
}

interface Settled {
  readonly document: OpenDocument;
  readonly day: Day;
}

/** Invoices that cash has settled, each with the day on which nothing was open any more, in the order of days. */
function settledByCash({ movements }: Ledger): Settled[] {
  const settled = new Map<OpenDocument, Settled>();
  for (const { document, before, amount, kind, source, day } of movements) {
    if (document.isCredit) continue;
    const isSettled = before.equals(amount) && kind !== "credit" && source.type === "payment";
    if (isSettled) settled.set(document, { document, day });
    else settled.delete(document);
  }
  return [...settled.values()].sort(
    (a, b) => a.day - b.day || compareText(a.document.number, b.document.number),
  );
}

/** Days past due of what was settled, the newest at the end, of each payer and of all of a currency. */
class PayingHabits {
  private readonly ofPayers: ReadonlyMap<string, readonly number[]>;
  private readonly ofAll: ReadonlyMap<string, readonly number[]>;

  constructor(ledger: Ledger) {
    const late = settledByCash(ledger).map(({ document, day }) => ({ document, days: day - document.due }));
    const daysBy = (key: (document: OpenDocument) => string) =>
      new Map(
        [...groupBy(late, ({ document }) => key(document))].map(
          ([name, rows]) => [name, rows.map(({ days }) => days)] as const,
        ),
      );
    this.ofPayers = daysBy(({ customerId, currency }) => `${currency}|${customerId}`);
    this.ofAll = daysBy(({ currency }) => currency);
  }

  of({ customerId, currency }: OpenDocument): {
    readonly basis: ExpectationBasis;
    readonly days: readonly number[];
  } {
    const ofPayer = this.ofPayers.get(`${currency}|${customerId}`) ?? [];
    if (customerId !== "" && ofPayer.length >= FEWEST)
      return { basis: "payer", days: ofPayer.slice(-LOOKED_BACK) };
    const all = this.ofAll.get(currency) ?? [];
    return all.length >= FEWEST ? { basis: "all", days: all } : { basis: "due", days: [0] };
  }
}

/** The last day that was promised for an invoice, by promises that still hold. */
function promisedDay(document: OpenDocument, { book, asOf }: Ledger): Day | undefined {
  const days = book.promises.flatMap(({ invoiceNumber, customerId, made, payBy }) => {
    const isOf =
      invoiceNumber === undefined
        ? customerId === document.customerId
        : (book.numbers.find(invoiceNumber) ?? invoiceNumber) === document.number;
    return isOf && made <= asOf && asOf <= payBy ? [payBy] : [];
  });
  return days.length === 0 ? undefined : Math.max(...days);
}

/**
 * The day on which a payer would pay: the due date and the days that are usual, of those still to come. Who is 20 days
 * late and paid after 5, 9, 30 and 40 days is expected at 35; who was never as late, within the week to come.
 */
function usualDay(
  due: Day,
  days: readonly number[],
  asOf: Day,
): { readonly day: Day; readonly usual: number } {
  const usual = median(days);
  if (due + usual > asOf) return { day: due + usual, usual };
  const later = days.filter((lateness) => due + lateness > asOf);
  return { day: later.length > 0 ? due + median(later) : asOf + WEEK, usual };
}

/** What is expected for every open invoice, by day: promised, else as its payer pays, else as all do, else when due. */
export function expectedCash(ledger: Ledger): ExpectedItem[] {
  const { asOf, documents, book } = ledger;
  const habits = new PayingHabits(ledger);
  const disputes = disputesByNumber(book);
  const items = documents.flatMap((document): ExpectedItem[] => {
    if (document.isCredit) return [];
    const owed = ledger.openOf(document);
    const open = owed.minus(disputedOf(owed, disputes.get(document.number), asOf));
    if (!open.greaterThan(0)) return [];
    const { basis, days } = habits.of(document);
    const { day, usual } = usualDay(document.due, days, asOf);
    const promised = promisedDay(document, ledger);
    const expected = promised ?? day;
    const { customerId, customerName, currency, number, due } = document;
    return [
      {
        customerId,
        customerName,
        currency,
        document: number,
        dueDate: due,
        open,
        usualDays: usual,
        basis: promised === undefined ? basis : "promise",
        expected,
        week: mondayOf(expected),
      },
    ];
  });
  return items.sort(
    (a, b) =>
      compareText(a.currency, b.currency) || a.expected - b.expected || compareText(a.document, b.document),
  );
}

/** What is expected week by week, by currency. */
export function expectedWeeks(items: readonly ExpectedItem[]): ExpectedWeek[] {
  const groups = groupBy(items, ({ currency, week }) => `${currency}|${String(week)}`);
  return [...groups.values()].map((group) => ({
    week: group[0].week,
    currency: group[0].currency,
    amount: sum(group.map(({ open }) => open)),
    invoices: group.length,
  }));
}
