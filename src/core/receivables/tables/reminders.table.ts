import {
  choiceColumn,
  dayColumn,
  idColumn,
  integerColumn,
  moneyColumn,
  required,
  textColumn,
} from "../../schema/column";
import { defineTable, type RecordOf } from "../../schema/table";

const money = (title: string, help: string) => moneyColumn({ title, help });

/** Reminders: Sent rows are the history, the others are what a run proposes or keeps back. */
export const remindersTable = defineTable({
  title: "Reminders",
  synonyms: [],
  help: "What customers are reminded of. Sent rows are the history; each run replaces the others.",
  columns: {
    reminderId: idColumn({ title: "Reminder ID", help: "REM- and a running number" }),
    status: choiceColumn({
      title: "Status",
      help: "Sent rows stay",
      choices: { proposed: "Proposed", held: "Held", sent: "Sent" },
    }),
    date: required(dayColumn({ title: "Date", help: "of the reminder" })),
    customerId: idColumn({ title: "Customer ID", help: "who is reminded" }),
    customerName: textColumn({ title: "Customer name", help: "the customer's name" }),
    email: textColumn({ title: "Email", help: "of the customer" }),
    language: textColumn({ title: "Language", help: "of the customer" }),
    currency: textColumn({ title: "Currency", help: "ISO 4217 code" }),
    level: integerColumn({ title: "Level", help: "of Reminder levels", min: 0, max: 99 }),
    invoices: textColumn({ title: "Invoices", help: "with “; ” between them" }),
    overdue: money("Overdue", "open of these invoices"),
    unapplied: money("Unapplied", "cash and credits, off the highest level first"),
    fee: money("Fee", "of the level; not booked"),
    interest: money("Interest", "of the level, by days past due; not booked"),
    amountDue: money("Amount due", "Overdue − Unapplied + Fee + Interest"),
    reason: textColumn({ title: "Reason", help: "why it is held" }),
    subject: textColumn({ title: "Subject", help: "of the message" }),
    text: textColumn({ title: "Text", help: "of the message" }),
    link: textColumn({ title: "Link", help: "opens the message in a mail program" }),
    runId: idColumn({ title: "Run ID", help: "the run that sent it" }),
  },
  examples: [],
});
export type ReminderRecord = RecordOf<(typeof remindersTable)["columns"]>;
