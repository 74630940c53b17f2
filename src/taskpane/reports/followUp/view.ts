import {
  Decimal,
  formatDay,
  heldReasons,
  keyFigureReport,
  keyFigureSheets,
  mailMerge,
  nextAct,
  planDispute,
  planPromise,
  planReminders,
  planReport,
  remindCustomers,
  statementSheets,
  statementsOf,
  type CellRef,
  type Day,
  type LedgerBook,
  type NotedFollowUp,
  type Reminder,
  type WritePlan,
} from "../../../core/api";
import { chosenDay, momentOf, type RunDetails } from "../../session/choice";
import { SessionFailure } from "../../session/failure";
import type { SessionWorkbook } from "../../session/sessionWorkbook";
import type { Money } from "../../session/views";

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

/** A dispute as it was typed; empty where nothing was. */
export interface DisputeForm {
  readonly invoiceNumber: string;
  readonly opened: string;
  readonly reasonCode: string;
  readonly amount: string;
  readonly owner: string;
  readonly dueDate: string;
}

/** A promise as it was typed: an invoice, or a customer. */
export interface PromiseForm {
  readonly invoiceNumber: string;
  readonly customerId: string;
  readonly made: string;
  readonly payBy: string;
}

function openedAt(workbook: SessionWorkbook, asOf: string): LedgerBook {
  const opened = workbook.ledger(asOf);
  if (opened) return opened;
  throw new SessionFailure({
    code: "MISSING",
    message: "There is no invoice and no payment with a date in this workbook, so nothing is owed.",
  });
}

/** What is owed at a day, to follow up; of a workbook without documents and payments nothing is. */
export function owed(workbook: SessionWorkbook, asOf: string): FollowUpView {
  const opened = workbook.ledger(asOf);
  if (!opened) return { asOf: "", owed: [], customers: [] };
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

function invoiceOf({ ledger, book }: LedgerBook, typed: string) {
  const number = book.numbers.find(typed.trim()) ?? typed.trim();
  const found = ledger.documents.find((document) => document.number === number && !document.isCredit);
  if (found) return found;
  throw new SessionFailure({
    code: "MISSING",
    message: `There is no issued invoice “${typed}” at ${formatDay(ledger.asOf)}.`,
  });
}

function amountOf(typed: string): Decimal | undefined {
  const text = typed.trim();
  if (text === "") return undefined;
  if (/^\d{1,12}([.]\d{1,4})?$/.test(text) && Number(text) > 0) return new Decimal(text);
  throw new SessionFailure({
    code: "BAD_VALUE",
    message: `“${typed}” is no amount above 0: write it like 120.50.`,
  });
}

const optionalDay = (typed: string): Day | undefined => (typed === "" ? undefined : chosenDay(typed));

function planned(noted: NotedFollowUp): WritePlan {
  if (noted.ok) return noted.plan;
  throw new SessionFailure({ code: "NAME_TAKEN", message: `${noted.source}: ${noted.reason}.` });
}

/** A row of Disputes. */
export function disputePlan(workbook: SessionWorkbook, asOf: string, form: DisputeForm): WritePlan {
  const opened = openedAt(workbook, asOf);
  const { number } = invoiceOf(opened, form.invoiceNumber);
  const reasonCode = form.reasonCode.trim();
  if (reasonCode === "")
    throw new SessionFailure({
      code: "BAD_VALUE",
      message: "Say in Reason code what the dispute is about, such as PRICE.",
    });
  const dispute = {
    invoiceNumber: number,
    opened: chosenDay(form.opened),
    reasonCode,
    amount: amountOf(form.amount),
    owner: form.owner.trim(),
    dueDate: optionalDay(form.dueDate),
  };
  return planned(planDispute(opened, dispute));
}

/** A row of Promises. */
export function promisePlan(workbook: SessionWorkbook, asOf: string, form: PromiseForm): WritePlan {
  const opened = openedAt(workbook, asOf);
  const [made, payBy] = [chosenDay(form.made), chosenDay(form.payBy)];
  if (payBy < made)
    throw new SessionFailure({
      code: "BAD_DATE",
      message: `Pay by ${form.payBy} is before the promise was made, ${form.made}.`,
    });
  const customerId = form.customerId.trim();
  const typed = form.invoiceNumber.trim();
  if (typed === "" && !opened.ledger.documents.some((document) => document.customerId === customerId))
    throw new SessionFailure({
      code: "MISSING",
      message:
        customerId === ""
          ? "Name an invoice, or a customer who promised to pay all that is due."
          : `There is no customer “${customerId}” with a document.`,
    });
  const invoiceNumber = typed === "" ? "" : invoiceOf(opened, typed).number;
  // Where an invoice is named it says whose it is.
  const promise = { invoiceNumber, customerId: typed === "" ? customerId : "", made, payBy };
  return planned(planPromise(opened, promise));
}

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
