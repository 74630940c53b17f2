import { integerColumn, moneyColumn, percentColumn, required, textColumn } from "../../schema/column";
import { defineTable, type RecordOf } from "../../schema/table";

export const reminderLevelsTable = defineTable({
  title: "Reminder levels",
  synonyms: ["Dunning levels", "Mahnstufen"],
  help: "When a reminder is due, what it costs and what it says; one row a level and language.",
  columns: {
    level: required(integerColumn({ title: "Level", help: "1, 2, 3 …", min: 1, max: 99 })),
    days: required(
      integerColumn({
        title: "Days",
        help: "past the due date for level 1, after the last reminder for the others",
        min: 0,
        max: 3650,
      }),
    ),
    minimum: moneyColumn({ title: "Minimum", help: "no reminder where less is overdue", min: "0" }),
    fee: moneyColumn({ title: "Fee", help: "of the reminder", min: "0" }),
    interest: percentColumn({
      title: "Interest %",
      synonyms: ["Interest"],
      help: "a year, on what is open; a plain number is percent",
    }),
    language: textColumn({ title: "Language", help: "of the text; one without is for all other languages" }),
    subject: textColumn({ title: "Subject", help: "of the message, with places such as {invoices}" }),
    text: textColumn({
      title: "Text",
      help: "with {customer} {invoices} {overdue}, what is past due, {fee} {interest} {amount}, all that is asked for, {level} {due}, the earliest due date, {days} past it, {date} of the reminder, {company} {bank}",
    }),
  },
  examples: [
    {
      level: 1,
      days: 7,
      minimum: 5,
      subject: "Reminder: {invoices}",
      text: "Dear {customer}, {amount} for {invoices} was due on {due}. Please pay by transfer to {bank}. {company}",
    },
    {
      level: 2,
      days: 14,
      minimum: 5,
      fee: 5,
      interest: 8,
      subject: "Second reminder: {invoices}",
      text: "Dear {customer}, {overdue} for {invoices} is overdue by {days} days; with a fee of {fee} and interest of {interest} it is {amount}. {company}",
    },
  ],
});
export type ReminderLevelRecord = RecordOf<(typeof reminderLevelsTable)["columns"]>;
