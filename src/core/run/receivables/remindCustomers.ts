import { formatDay } from "../../calendar/day";
import { formatMoney } from "../../money/format";
import { groupBy } from "../../base/groupBy";
import { sum } from "../../money/decimal";
import { emptySnapshot } from "../../grid/grid";
import type { Ledger } from "../../receivables/ledger";
import { readReminders, type ReminderHistory, type ReminderRow } from "../../receivables/reminders/history";
import { remind, type HeldInvoice, type Reminder } from "../../receivables/reminders/remind";
import type { WritePlan } from "../../sheets/plan";
import { remindersSheet } from "../../sheets/receivables/reminders.sheet";
import { planLogged, receivableGrids, type ActOptions } from "./planPayments";

/** What a run of reminders comes to. */
export interface RemindersRun {
  readonly ledger: Ledger;
  readonly history: ReminderHistory;
  /** Proposed, or sent now where they were accepted. */
  readonly reminders: readonly Reminder[];
  readonly held: readonly HeldInvoice[];
  /** Rows of the sheet below the history. */
  readonly rows: readonly ReminderRow[];
}

function numbering(sent: readonly ReminderRow[]): (row: ReminderRow) => ReminderRow {
  let last = sent.reduce(
    (most, { reminderId }) => Math.max(most, Number(/^REM-(\d{1,9})$/.exec(reminderId ?? "")?.[1] ?? 0)),
    0,
  );
  return (row) => ({ ...row, reminderId: `REM-${String(++last)}` });
}

/** Prepares reminders; accepted ones become Sent rows of that run, and what is held is told as it is after that. */
export function remindCustomers(
  ledger: Ledger,
  accept: { readonly runId: string } | undefined,
): RemindersRun {
  const history = readReminders(ledger.book.snapshot);
  const numbered = numbering(history.sent);
  const found = remind(ledger, history.sent);
  const reminders = found.reminders.map((reminder): Reminder => {
    const row = numbered(reminder.row);
    return { ...reminder, row: accept ? { ...row, status: "sent", runId: accept.runId } : row };
  });
  const written = reminders.map(({ row }) => row);
  const { held } = found;
  const heldRows = accept ? remind(ledger, [...history.sent, ...written]).heldRows : found.heldRows;
  return { ledger, history, reminders, held, rows: [...written, ...heldRows.map(numbered)] };
}

/** The sheet of reminders alone, for a workbook of its own. */
export function remindersPlan({ history, rows }: RemindersRun): WritePlan {
  const sent = history.sent.map((row) => ({ ...row, row: undefined }));
  const sheet = remindersSheet.plan({ snapshot: emptySnapshot, history: { bound: undefined, sent }, rows });
  return { sheets: [sheet], removedSheets: [], appended: [] };
}

/** What `remind --accept` writes into the workbook; nothing where nothing was sent or changed. */
export function planReminders(run: RemindersRun, act: ActOptions): WritePlan {
  const { ledger, history, rows, reminders } = run;
  const { book } = ledger;
  const { snapshot } = book;
  const due = groupBy(reminders, ({ row }) => row.currency ?? "");
  const total = [...due].map(([currency, group]) => {
    const amounts = group.flatMap(({ row }) => row.amountDue ?? []);
    return `${currency} ${formatMoney(sum(amounts), currency)}`;
  });
  const logged = {
    action: "remind",
    period: undefined,
    parameters: `as of ${formatDay(ledger.asOf)}; accept`,
    rowsIn: ledger.documents.length,
    invoices: reminders.length,
    total: total.join("; ") || undefined,
  };
  const hasRows = history.bound !== undefined || rows.length > 0;
  const planned = hasRows ? [remindersSheet.plan({ snapshot, history, rows })] : [];
  return planLogged({
    snapshot,
    planned,
    act: logged,
    inputGrids: receivableGrids(book),
    options: act,
  });
}
