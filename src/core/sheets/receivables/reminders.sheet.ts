import type { Snapshot } from "../../grid/grid";
import { currencyCode, minorDigits } from "../../money/currency";
import type { ReminderHistory, ReminderRow } from "../../receivables/reminders/history";
import { remindersTable } from "../../receivables/tables/reminders.table";
import { columnLetter, outputSheetsOf } from "../outputSheet";
import type { PlannedCell } from "../plan";
import { amountStyle, countStyle } from "../styles";
import { dayCell, textCell } from "../tableSheet";
import { REPORT_TAB } from "./reportInput";

/** Reminders once a run is written: what was sent, and what is proposed or held. */
export interface RemindersInput {
  readonly snapshot: Snapshot;
  readonly history: ReminderHistory;
  readonly rows: readonly ReminderRow[];
}

type AmountField = "overdue" | "unapplied" | "fee" | "interest" | "amountDue";

const currencyOf = ({ currency }: ReminderRow): string => currencyCode(currency ?? "") ?? "USD";

const amount = (field: AmountField) => ({
  width: 13,
  cell: (row: ReminderRow, sheetRow: number): PlannedCell | null => {
    const value = row[field];
    if (value === undefined) return null;
    const style = amountStyle(currencyOf(row));
    if (field !== "amountDue") return { value, style };
    const at = (of: AmountField) => `$${columnLetter(remindersTable, of)}${String(sheetRow + 1)}`;
    const digits = String(minorDigits(currencyOf(row)));
    const formula = `ROUND(${at("overdue")}-${at("unapplied")}+${at("fee")}+${at("interest")},${digits})`;
    return { value, formula, style };
  },
});

const label = (status: ReminderRow["status"]): PlannedCell | null =>
  textCell(status === undefined ? undefined : remindersTable.columns.status.labels?.get(status));

export const remindersSheet = outputSheetsOf<RemindersInput>()({
  table: remindersTable,
  written: "always",
  tabColor: REPORT_TAB,
  rows: ({ history, rows }): readonly ReminderRow[] => [...history.sent, ...rows],
  bound: ({ history }) => history.bound,
  oldRow: ({ row }: ReminderRow) => row,
  columns: {
    reminderId: { width: 12, cell: ({ reminderId }) => textCell(reminderId) },
    status: { width: 10, cell: ({ status }) => label(status), isTyped: true },
    date: { width: 11, cell: ({ date }) => dayCell(date) },
    customerId: { width: 14, cell: ({ customerId }) => textCell(customerId) },
    customerName: { width: 28, cell: ({ customerName }) => textCell(customerName) },
    email: { width: 28, cell: ({ email }) => textCell(email) },
    language: { width: 9, cell: ({ language }) => textCell(language) },
    currency: { width: 9, cell: ({ currency }) => textCell(currency) },
    level: {
      width: 7,
      cell: ({ level }) => (level === undefined ? null : { value: level, style: countStyle }),
    },
    invoices: { width: 30, cell: ({ invoices }) => textCell(invoices) },
    overdue: amount("overdue"),
    unapplied: amount("unapplied"),
    fee: amount("fee"),
    interest: amount("interest"),
    amountDue: amount("amountDue"),
    reason: { width: 14, cell: ({ reason }) => textCell(reason) },
    subject: { width: 40, cell: ({ subject }) => textCell(subject) },
    text: { width: 60, cell: ({ text }) => textCell(text) },
    link: { width: 30, cell: ({ link }) => textCell(link) },
    runId: { width: 10, cell: ({ runId }) => textCell(runId) },
  },
});
