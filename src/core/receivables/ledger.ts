import { groupBy } from "../base/groupBy";
import type { Day } from "../calendar/day";
import { makeIssue, type Report, unheard } from "../issues/issue";
import { zero, type Decimal } from "../money/decimal";
import { formatMoney } from "../money/format";
import { compareIds } from "./applicationIds";
import {
  sourceKey,
  type OpenDocument,
  type Payment,
  type PostedRow,
  type Receipt,
  type ReceivablesBook,
  type Source,
} from "./book";
import { Balances, type Movement } from "./balances";
import { decidedOn, decisionsOf } from "./decisions";
import { payerFinder } from "./payers";

/** What is open at the end of a day. Figures follow from dated rows alone, so that no later row changes them. */
export interface Ledger {
  readonly book: ReceivablesBook;
  readonly asOf: Day;
  /** Documents up to the day, by date, then number. */
  readonly documents: readonly OpenDocument[];
  /** Payments up to the day, by date, then id. */
  readonly payments: readonly Payment[];
  /** In the order in which they took effect. */
  readonly movements: readonly Movement[];
  /** Below 0 for a credit note that is not used up. */
  readonly openOf: (document: OpenDocument) => Decimal;
  /** What of a payment is not applied; below 0 for a refund. */
  readonly leftOf: (receipt: Receipt) => Decimal;
  /** A payment or credit note of which a posted row counts: its rows alone say where it goes. */
  readonly isPosted: (source: Source) => boolean;
}

const sameSign = (a: Decimal, b: Decimal): boolean => a.isZero() || a.isNegative() === b.isNegative();

/** What a row may take at most, and of what it is too much; undefined where it fits. */
function overApplied(row: PostedRow, balances: Balances): { left: Decimal; subject: string } | undefined {
  const { amount, kind, source, document } = row;
  const open = balances.openOf(document);
  if (kind === "cash" && source.type === "payment") {
    const left = balances.leftOf(source.receipt);
    if (!sameSign(amount, left) || amount.abs().greaterThan(left.abs()))
      return { left, subject: `payment ${source.receipt.paymentId}` };
  }
  if (source.type === "credit") {
    const left = balances.openOf(source.document).negated();
    if (amount.isNegative() || amount.greaterThan(left))
      return { left, subject: `credit note ${source.document.number}` };
  }
  // A refund reopens an invoice, up to its total; an excess that is written off raises what cash goes against.
  if (amount.isNegative() && !document.isCredit) {
    const paid = document.total.minus(open);
    return kind === "cash" && amount.abs().greaterThan(paid)
      ? { left: paid, subject: `what ${document.number} was paid` }
      : undefined;
  }
  return !sameSign(amount, open) || amount.abs().greaterThan(open.abs())
    ? { left: open, subject: document.number }
    : undefined;
}

/** Carries out the rows of a day; those that only fit after others wait for them. */
function postDay(
  rows: readonly PostedRow[],
  counted: Set<PostedRow>,
  balances: Balances,
  move: (row: PostedRow) => unknown,
  report: Report,
): void {
  let waiting = [...rows];
  for (let before = -1; waiting.length !== before;) {
    before = waiting.length;
    waiting = waiting.filter((row) => {
      const fits = row.reverses ? counted.has(row.reverses) : !overApplied(row, balances);
      if (!fits) return true;
      counted.add(row);
      move(row);
      return false;
    });
  }
  for (const row of waiting) {
    const over = row.reverses ? undefined : overApplied(row, balances);
    const { currency } = row.document;
    if (over) {
      const words = { left: formatMoney(over.left, currency), subject: over.subject };
      report(makeIssue("OVER_APPLIED", { at: row.at, value: formatMoney(row.amount, currency), words }));
    } else if (row.reverses) {
      const words = {
        reason: `${row.reverses.applicationId} does not count, so there is nothing to reverse`,
      };
      report(makeIssue("BAD_REVERSAL", { at: row.at, value: row.reverses.applicationId, words }));
    }
  }
}

/** Rows in an order of their own, whatever that of the sheet: by id, then by what they say. */
function inOrder(rows: readonly PostedRow[]): PostedRow[] {
  const key = ({ kind, source, document, amount }: PostedRow) =>
    `${sourceKey(source)}|${document.number}|${kind}|${amount.toFixed()}`;
  return [...rows].sort(
    (a, b) =>
      compareIds(a.applicationId, b.applicationId) || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0),
  );
}

/**
 * What is open at the end of a day, by carrying out what happened until then, day by day: posted rows first, then
 * payments and credit notes that name their invoice, up to what is open on that day.
 */
export function ledgerAt(book: ReceivablesBook, asOf: Day, report: Report = unheard): Ledger {
  const documents = book.documents.filter(({ date }) => date <= asOf);
  const posted = book.posted.filter(({ day }) => day <= asOf);
  const payments = payerFinder(book, documents, posted)(asOf);
  const firstPosted = new Map<string, Day>();
  for (const { source, day } of posted)
    firstPosted.set(sourceKey(source), Math.min(day, firstPosted.get(sourceKey(source)) ?? day));
  const decisions = decisionsOf(book, documents, payments, asOf).filter(
    ({ source, day }) => day < (firstPosted.get(sourceKey(source)) ?? Infinity),
  );
  const rowsOn = groupBy(inOrder(posted), ({ day }) => day);
  const decisionsOn = groupBy(decisions, ({ day }) => day);
  const days = [...new Set([...rowsOn.keys(), ...decisionsOn.keys()])].sort((a, b) => a - b);
  const balances = new Balances();
  const movements: Movement[] = [];
  const counted = new Set<PostedRow>();
  const provisional = new Map<string, Movement[]>();
  const move = (movement: Omit<Movement, "before">): Movement => {
    const moved = { ...movement, before: balances.openOf(movement.document) };
    balances.move(moved);
    movements.push(moved);
    return moved;
  };
  for (const day of days) {
    const rows = rowsOn.get(day) ?? [];
    for (const key of new Set(rows.map(({ source }) => sourceKey(source)))) {
      // From its first posted row on, the rows alone say where the money went.
      for (const movement of provisional.get(key) ?? [])
        move({ ...movement, day, amount: movement.amount.negated() });
      provisional.delete(key);
    }
    postDay(rows, counted, balances, (row) => move({ ...row, day, row }), report);
    for (const decision of decisionsOn.get(day) ?? []) {
      const amount = decidedOn(decision, balances);
      if (amount.isZero()) continue;
      const movement = move({ ...decision, amount, row: undefined });
      const key = sourceKey(decision.source);
      provisional.set(key, [...(provisional.get(key) ?? []), movement]);
    }
  }
  return {
    book,
    asOf,
    documents,
    payments,
    movements,
    openOf: (document) => balances.openOf(document),
    leftOf: (receipt) => balances.leftOf(receipt),
    isPosted: (source) => firstPosted.has(sourceKey(source)),
  };
}

/** Warns of documents whose stored Paid is more than dated rows say: what is owed does not follow from that cell. */
export function reportPaidNotApplied(ledger: Ledger, report: Report): void {
  for (const document of ledger.documents) {
    const stored = document.record.paid ?? zero;
    const applied = document.total.minus(ledger.openOf(document));
    if (!stored.abs().greaterThan(applied.abs())) continue;
    const words = { applied: formatMoney(applied, document.currency), invoice: document.number };
    report(
      makeIssue("PAID_NOT_APPLIED", {
        at: document.at,
        value: formatMoney(stored, document.currency),
        words,
      }),
    );
  }
}
