import {
  Decimal,
  formatDay,
  heldReasons,
  remindersTable,
  type Reminder,
  type RemindersRun,
} from "../../core/api";
import { numberJson } from "./numberJson";

const fields = Object.keys(remindersTable.columns) as (keyof (typeof remindersTable)["columns"])[];

function reminderJson({ row, items }: Reminder) {
  const columns = fields.map((field) => {
    const value = row[field];
    if (field === "date") return [field, formatDay(row.date)];
    if (field === "status") return [field, remindersTable.columns.status.labels?.get(row.status ?? "") ?? ""];
    return [field, value instanceof Decimal ? numberJson(value) : (value ?? "")];
  });
  return {
    ...(Object.fromEntries(columns) as Record<string, string | number>),
    items: items.map(({ invoiceNumber, days, open, interest }) => ({
      invoiceNumber,
      days,
      open: numberJson(open),
      interest: numberJson(interest),
    })),
  };
}

/** Reminders with the columns of their sheet in camelCase and their invoices, and what is held. */
export function remindersJson({ reminders, held }: RemindersRun) {
  return {
    reminders: reminders.map(reminderJson),
    held: held.map(({ reason, ...rest }) => ({ ...rest, reason: heldReasons[reason] })),
  };
}
