import {
  type Decimal,
  formatDay,
  heldReasons,
  keyFigureReport,
  keyFigureSheets,
  mailMerge,
  nextAct,
  planReminders,
  planReport,
  remindCustomers,
  statementSheets,
  statementsOf,
  type CellRef,
  type Reminder,
  type WritePlan,
} from "../../../core/api";
import { momentOf, type RunDetails } from "../../session/choice";
import type { SessionWorkbook } from "../../session/sessionWorkbook";
import type { Money } from "../../session/views";
import { openedAt } from "./view/openedAt";
import {
  disputesOf,
  planOfClosing,
  planOfDispute,
  planOfPromise,
  promisesOf,
  type CloseForm,
  type DisputeForm,
  type DisputeView,
  type PromiseForm,
  type PromiseView,
} from "./view/notes";

/** An invoice that somebody owes. */
export interface OwedView {
  readonly number: string;
  readonly customerId: string;
  readonly customer: string;
  readonly due: string;
  readonly open: Money;
  readonly at: CellRef;
}

export interface FollowUpView {
  /** The day it is for, by default the last in the book; empty where nothing has one. */
  readonly asOf: string;
  /** Open invoices, the one due longest first. */
  readonly owed: readonly OwedView[];
  readonly customers: readonly { readonly customerId: string; readonly customer: string }[];
  /** What keeps reminders back, or no longer does. */
  readonly disputes: readonly DisputeView[];
  readonly promises: readonly PromiseView[];
}

/** A reminder to send. */
export interface ReminderView {
  readonly customer: string;
  readonly customerId: string;
  readonly email: string;
  readonly level: number;
  readonly invoices: string;
  readonly overdue: Money;
  readonly fee: number;
  readonly interest: number;
  readonly amountDue: Money;
  readonly subject: string;
  readonly text: string;
  /** Opens the message in a mail program. */
  readonly link: string;
}

export interface RemindersView {
  readonly asOf: string;
  readonly reminders: readonly ReminderView[];
  readonly held: readonly {
    readonly invoiceNumber: string;
    readonly customerId: string;
    readonly reason: string;
    readonly at: CellRef | undefined;
  }[];
  /** Whether the workbook says when reminders are due. */
  readonly hasLevels: boolean;
  /** The file for a mail merge. */
  readonly csv: string;
}

/** What is owed at a day, to follow up; of a workbook without documents and payments nothing is. */
export function owed(workbook: SessionWorkbook, asOf: string): FollowUpView {
  const opened = workbook.ledger(asOf);
  if (!opened) return { asOf: "", owed: [], customers: [], disputes: [], promises: [] };
  const { ledger } = opened;
  const customers = new Map(
    ledger.documents.map(({ customerId, customerName }) => [customerId, customerName]),
  );
  return {
    asOf: formatDay(ledger.asOf),
    owed: ledger.documents
      .filter((document) => !document.isCredit && ledger.openOf(document).greaterThan(0))
      .sort((a, b) => a.due - b.due)
      .map((document) => ({
        number: document.number,
        customerId: document.customerId,
        customer: document.customerName,
        due: formatDay(document.due),
        open: { currency: document.currency, amount: ledger.openOf(document).toNumber() },
        at: document.at,
      })),
    customers: [...customers].map(([customerId, customer]) => ({ customerId, customer })),
    disputes: disputesOf(opened),
    promises: promisesOf(opened),
  };
}

function reminderView({ row }: Reminder): ReminderView {
  const currency = row.currency ?? "";
  const figure = (value: Decimal | undefined) => value?.toNumber() ?? 0;
  return {
    customer: row.customerName ?? "",
    customerId: row.customerId ?? "",
    email: row.email ?? "",
    level: row.level ?? 0,
    invoices: row.invoices ?? "",
    overdue: { currency, amount: figure(row.overdue) },
    fee: figure(row.fee),
    interest: figure(row.interest),
    amountDue: { currency, amount: figure(row.amountDue) },
    subject: row.subject ?? "",
    text: row.text ?? "",
    link: row.link ?? "",
  };
}

/** Reminders that are due at a day, and what is kept back; nothing is written. */
export function reminders(workbook: SessionWorkbook, asOf: string): RemindersView {
  const { ledger, book } = openedAt(workbook, asOf);
  const run = remindCustomers(ledger, undefined);
  const cells = new Map(ledger.documents.map(({ number, at }) => [number, at]));
  return {
    asOf: formatDay(ledger.asOf),
    reminders: run.reminders.map(reminderView),
    held: run.held.map(({ invoiceNumber, customerId, reason }) => ({
      invoiceNumber,
      customerId,
      reason: heldReasons[reason],
      at: cells.get(invoiceNumber),
    })),
    hasLevels: book.levels.length > 0,
    csv: mailMerge(run.reminders.map(({ row }) => row)),
  };
}

/** Keeps the reminders of a day as sent: the next level is due from then on. */
export function sentPlan(workbook: SessionWorkbook, asOf: string, { at, user }: RunDetails): WritePlan {
  const { ledger } = openedAt(workbook, asOf);
  const run = remindCustomers(ledger, { runId: nextAct(workbook.snapshot) });
  const { engineVersion, sha256 } = workbook;
  return planReminders(run, { when: momentOf(at), who: user, engineVersion, sha256 });
}

/** A row of Disputes. */
export const disputePlan = (workbook: SessionWorkbook, asOf: string, form: DisputeForm): WritePlan =>
  planOfDispute(openedAt(workbook, asOf), form);

/** The end of a dispute, in its row. */
export const closePlan = (workbook: SessionWorkbook, asOf: string, form: CloseForm): WritePlan =>
  planOfClosing(openedAt(workbook, asOf), form);

/** A row of Promises. */
export const promisePlan = (workbook: SessionWorkbook, asOf: string, form: PromiseForm): WritePlan =>
  planOfPromise(openedAt(workbook, asOf), form);

/** The sheet Statement of one customer, of all where none is named. */
export function statementPlan(workbook: SessionWorkbook, asOf: string, customerId: string): WritePlan {
  const { ledger } = openedAt(workbook, asOf);
  const statements = statementsOf(ledger, customerId === "" ? undefined : customerId, undefined);
  return planReport(workbook.snapshot, statements, statementSheets);
}

/** Key figures, roll-forward, top debtors and revenue. */
export function keyFiguresPlan(workbook: SessionWorkbook, asOf: string): WritePlan {
  const { ledger } = openedAt(workbook, asOf);
  return planReport(workbook.snapshot, keyFigureReport(ledger), keyFigureSheets);
}
