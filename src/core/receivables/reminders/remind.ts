import { addAll } from "../../base/manyValues";
import { groupBy, type Group } from "../../base/groupBy";
import { compareText } from "../../base/name";
import { Decimal, sum, zero } from "../../money/decimal";
import { minorDigits } from "../../money/currency";
import { round } from "../../money/round";
import { lateFee } from "../../payments/lateFee";
import type { OpenDocument } from "../book";
import type { Ledger } from "../ledger";
import { agingOf } from "../reports/aging";
import { disputedOf, disputesByNumber } from "../reports/agingDetail";
import type { ReminderLevelRecord } from "../tables/reminderLevels.table";
import { levelsFor, nextReminder, type NextReminder } from "./dueLevel";
import { lastReminders, type ReminderRow } from "./history";
import { filledText, mailLink } from "./message";

export const heldReasons = {
  disputed: "Disputed",
  promised: "Promised",
  none: "No reminders",
  waiting: "Waiting",
  minimum: "Below minimum",
} as const;
export type HeldReason = keyof typeof heldReasons;

const DAYS_OF_YEAR = new Decimal(365);

/** An invoice of a reminder. */
export interface ReminderItem {
  readonly invoiceNumber: string;
  readonly days: number;
  readonly open: Decimal;
  readonly interest: Decimal;
}

/** A reminder to send. */
export interface Reminder {
  readonly row: ReminderRow;
  readonly items: readonly ReminderItem[];
}

export interface HeldInvoice {
  readonly invoiceNumber: string;
  readonly customerId: string;
  readonly reason: HeldReason;
}

export interface Reminders {
  readonly reminders: readonly Reminder[];
  readonly held: readonly HeldInvoice[];
  /** Held invoices as rows of the sheet, one a customer, currency, level and reason. */
  readonly heldRows: readonly ReminderRow[];
}

interface Overdue {
  readonly document: OpenDocument;
  readonly open: Decimal;
  readonly next: NextReminder;
  readonly reason: HeldReason | undefined;
}

const keyOf = ({ customerId, currency }: OpenDocument) => `${customerId}|${currency}`;

/** Why an invoice is kept back whatever the amounts, or because its level is not due yet. */
function reasonOf(
  document: OpenDocument,
  open: Decimal,
  next: NextReminder,
  ledger: Ledger,
  disputes: ReturnType<typeof disputesByNumber>,
): HeldReason | undefined {
  const { book, asOf } = ledger;
  if (disputedOf(open, disputes.get(document.number), asOf).greaterThan(0)) return "disputed";
  const isPromised = book.promises.some(({ invoiceNumber, customerId, made, payBy }) => {
    const isOf =
      invoiceNumber === undefined
        ? customerId === document.customerId
        : (book.numbers.find(invoiceNumber) ?? invoiceNumber) === document.number;
    return isOf && made <= asOf && asOf <= payBy;
  });
  if (isPromised) return "promised";
  if (book.parties.of(document.customerId)?.reminders === "no") return "none";
  return asOf < next.from ? "waiting" : undefined;
}

/** What is past due, each with its next level and why it is kept back. */
function overdueOf(ledger: Ledger, sent: readonly ReminderRow[]): Overdue[] {
  const { book, asOf } = ledger;
  const last = lastReminders(sent, asOf);
  const disputes = disputesByNumber(book);
  return ledger.documents.flatMap((document): Overdue[] => {
    const open = ledger.openOf(document);
    if (document.isCredit || !open.greaterThan(0) || asOf <= document.due) return [];
    const levels = levelsFor(book.levels, book.parties.of(document.customerId)?.language);
    const next = nextReminder(document.due, last.get(document.number), levels);
    return next ? [{ document, open, next, reason: reasonOf(document, open, next, ledger, disputes) }] : [];
  });
}

const blank = {
  row: undefined,
  reminderId: undefined,
  unapplied: undefined,
  fee: undefined,
  interest: undefined,
  amountDue: undefined,
  reason: undefined,
  subject: undefined,
  text: undefined,
  link: undefined,
  runId: undefined,
} as const;

function headOf(group: Group<Overdue>, level: ReminderLevelRecord, { book, asOf }: Ledger) {
  const { customerId, customerName, currency } = group[0].document;
  const party = book.parties.of(customerId);
  return {
    ...blank,
    date: asOf,
    customerId: customerId || undefined,
    customerName,
    email: party?.email,
    language: party?.language,
    currency,
    level: level.level,
    invoices: group.map(({ document }) => document.number).join("; "),
    overdue: sum(group.map(({ open }) => open)),
  };
}

function reminderOf(group: Group<Overdue>, unapplied: Decimal, ledger: Ledger): Reminder {
  const { level } = group[0].next;
  const head = headOf(group, level, ledger);
  const digits = minorDigits(head.currency);
  const items = group.map(({ document, open }): ReminderItem => {
    const exact = lateFee({
      balance: open,
      dueDate: document.due,
      asOf: ledger.asOf,
      annualRate: level.interest ?? zero,
      graceDays: 0,
      dayBasis: DAYS_OF_YEAR,
      fixedFee: zero,
    });
    const interest = round(exact, digits, ledger.book.settings.roundingMode);
    return { invoiceNumber: document.number, days: ledger.asOf - document.due, open, interest };
  });
  const interest = sum(items.map((item) => item.interest));
  const fee = level.fee ?? zero;
  const amountDue = head.overdue.minus(unapplied).plus(fee).plus(interest);
  const { companyName: company, bankDetails: bank } = ledger.book.settings;
  const due = group.reduce((first, { document }) => Math.min(first, document.due), ledger.asOf);
  const figures = {
    ...head,
    language: head.language ?? level.language,
    invoices: items.map(({ invoiceNumber }) => invoiceNumber),
    fee,
    interest,
    amountDue,
    due,
    days: ledger.asOf - due,
    company,
    bank,
  };
  const subject = filledText(level.subject ?? "", figures);
  const text = filledText(level.text ?? "", figures);
  const link = mailLink(head.email ?? "", subject, text);
  const row: ReminderRow = {
    ...head,
    status: "proposed",
    unapplied,
    fee,
    interest,
    amountDue,
    subject: subject || undefined,
    text: text || undefined,
    link: link || undefined,
  };
  return { row, items };
}

/** What of a customer's invoices is reminded of, by level from the highest, and what is below the minimum. */
function remindCustomer(
  all: readonly Overdue[],
  credit: Decimal,
  ledger: Ledger,
): { readonly reminders: Reminder[]; readonly small: Overdue[] } {
  const isOut = ({ reason }: Overdue) => reason === "disputed" || reason === "promised" || reason === "none";
  const net = sum(all.filter((item) => !isOut(item)).map(({ open }) => open)).minus(credit);
  const ready = groupBy(
    all.filter(({ reason }) => reason === undefined),
    ({ next }) => next.level.level,
  );
  const reminders: Reminder[] = [];
  const small: Overdue[] = [];
  let left = credit;
  for (const [, group] of [...ready].sort(([a], [b]) => b - a)) {
    const overdue = sum(group.map(({ open }) => open));
    const unapplied = Decimal.max(zero, Decimal.min(left, overdue));
    left = left.minus(unapplied);
    const minimum = group[0].next.level.minimum ?? zero;
    const isSmall = !net.greaterThan(0) || net.lessThan(minimum) || unapplied.equals(overdue);
    if (isSmall) addAll(small, group);
    else reminders.push(reminderOf(group, unapplied, ledger));
  }
  return { reminders: reminders.reverse(), small };
}

function heldRowsOf(held: readonly Overdue[], ledger: Ledger): ReminderRow[] {
  const groups = groupBy(
    held,
    ({ document, next, reason }) => `${keyOf(document)}|${String(next.level.level)}|${reason!}`,
  );
  return [...groups.values()].map((group) => ({
    ...headOf(group, group[0].next.level, ledger),
    status: "held",
    reason: heldReasons[group[0].reason!],
  }));
}

/** Reminders at the day of a ledger: one a customer, currency and level, and what is held with its reason. */
export function remind(ledger: Ledger, sent: readonly ReminderRow[]): Reminders {
  const aging = new Map(
    agingOf(ledger).customers.map(({ customerId, currency, unapplied, credits }) => [
      `${customerId}|${currency}`,
      unapplied.plus(credits),
    ]),
  );
  const groups = groupBy(overdueOf(ledger, sent), ({ document }) => keyOf(document));
  const reminders: Reminder[] = [];
  const held: Overdue[] = [];
  for (const [key, all] of [...groups].sort(([a], [b]) => compareText(a, b))) {
    const found = remindCustomer(all, aging.get(key) ?? zero, ledger);
    addAll(reminders, found.reminders);
    const small = found.small.map((item): Overdue => ({ ...item, reason: "minimum" }));
    addAll(
      held,
      all.filter(({ reason }) => reason !== undefined),
    );
    addAll(held, small);
  }
  return {
    reminders,
    held: held.map(({ document, reason }) => ({
      invoiceNumber: document.number,
      customerId: document.customerId,
      reason: reason!,
    })),
    heldRows: heldRowsOf(held, ledger),
  };
}
