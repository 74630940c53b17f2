import type { Day } from "../../calendar/day";
import type { Snapshot } from "../../grid/grid";
import { bindTable, type BoundTable } from "../../schema/bind";
import { outputMapping } from "../../schema/outputSheet";
import { readRecords } from "../../schema/readRecords";
import { remindersTable, type ReminderRecord } from "../tables/reminders.table";
import { unheard } from "../../issues/issue";

/** A reminder as it is written; `row` is set where it continues one of the sheet. */
export type ReminderRow = Omit<ReminderRecord, "row"> & { readonly row: number | undefined };

export interface ReminderHistory {
  readonly bound: BoundTable<(typeof remindersTable)["columns"]> | undefined;
  readonly sent: readonly ReminderRow[];
}

/** The reminders that were sent; what a run proposed before is read by nobody. */
export function readReminders(snapshot: Snapshot): ReminderHistory {
  const bound = bindTable(remindersTable, snapshot, outputMapping(remindersTable, snapshot), unheard);
  if (!bound) return { bound: undefined, sent: [] };
  const { good } = readRecords(bound, () => [], unheard);
  return { bound, sent: good.filter(({ status }) => status === "sent") };
}

export interface LastReminder {
  readonly level: number;
  readonly date: Day;
}

const listedInvoices = (text: string | undefined): string[] =>
  (text ?? "").split(";").flatMap((number) => number.trim() || []);

/** The last reminder of every invoice up to a day: the latest, and of one day the highest. */
export function lastReminders(sent: readonly ReminderRow[], asOf: Day): ReadonlyMap<string, LastReminder> {
  const last = new Map<string, LastReminder>();
  for (const { date, level = 1, invoices } of sent) {
    if (date > asOf) continue;
    for (const number of listedInvoices(invoices)) {
      const known = last.get(number);
      if (!known || date > known.date || (date === known.date && level > known.level))
        last.set(number, { level, date });
    }
  }
  return last;
}
