import { formatDay } from "../calendar/day";
import { Decimal } from "../money/decimal";
import type { ReminderRow } from "../receivables/reminders/history";
import { remindersTable } from "../receivables/tables/reminders.table";
import { commaSeparated, quoted, textField } from "./text/delimitedText";

type Field = keyof (typeof remindersTable)["columns"];

function field(row: ReminderRow, name: Field): string {
  const value = row[name];
  if (value === undefined) return "";
  if (name === "date") return formatDay(row.date);
  if (name === "status") return textField(remindersTable.columns.status.labels?.get(row.status ?? ""));
  if (value instanceof Decimal) return value.toFixed();
  return typeof value === "number" ? String(value) : textField(value);
}

/** Reminders as a file for the mail merge of a word processor: one record a reminder, with the columns of the sheet. */
export function mailMerge(rows: readonly ReminderRow[]): string {
  const names = Object.keys(remindersTable.columns) as Field[];
  const header = names.map((name) => quoted(remindersTable.columns[name].title));
  return commaSeparated([header, ...rows.map((row) => names.map((name) => field(row, name)))]);
}
