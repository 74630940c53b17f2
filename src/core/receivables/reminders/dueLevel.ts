import { nameKey } from "../../base/name";
import type { Day } from "../../calendar/day";
import type { LastReminder } from "./history";
import type { ReminderLevelRecord } from "../tables/reminderLevels.table";

/** Levels in a language: the row in it, else the one without a language, else the first there is. */
export function levelsFor(
  levels: readonly ReminderLevelRecord[],
  language: string | undefined,
): readonly ReminderLevelRecord[] {
  const numbers = [...new Set(levels.map(({ level }) => level))].sort((a, b) => a - b);
  return numbers.map((number) => {
    const rows = levels.filter(({ level }) => level === number);
    const inLanguage = rows.find(
      (row) => language !== undefined && nameKey(row.language ?? "") === nameKey(language),
    );
    return inLanguage ?? rows.find((row) => row.language === undefined) ?? rows[0]!;
  });
}

export interface NextReminder {
  readonly level: ReminderLevelRecord;
  /** The first day on which it is due. */
  readonly from: Day;
}

/**
 * The next reminder of an invoice: the first level from its days past the due date, any other from its days after the
 * last one sent, on another day at least; the last level repeats.
 */
export function nextReminder(
  due: Day,
  last: LastReminder | undefined,
  levels: readonly ReminderLevelRecord[],
): NextReminder | undefined {
  const [first] = levels;
  if (!first) return undefined;
  if (!last) return { level: first, from: due + Math.max(1, first.days) };
  const level = levels.find(({ level: number }) => number > last.level) ?? levels.at(-1)!;
  return { level, from: last.date + Math.max(1, level.days) };
}
