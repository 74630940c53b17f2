import { nameKey } from "../base/name";
import { secondOfTime } from "../calendar/timeOfDay";
import type { Condition } from "../catalog/conditions";

const DAY_NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const MINUTES = 24 * 60;

/** Whether a moment, a serial with the time of day as its fraction, is meant. */
type MomentTest = (moment: number) => boolean;

function minuteOf(text: string): number | undefined {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(text.trim());
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : NaN;
  return minute <= MINUTES ? minute : undefined;
}

/** 09:00-12:00: from the first minute on and before the last one; 22:00-06:00 is over midnight. */
function timeOfDay(text: string): MomentTest | undefined {
  const [from, to, ...more] = text.split(/[-–]/).map(minuteOf);
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  return (moment) => {
    // Seconds first: a serial's fraction falls short of the minute by its last bits.
    const minute = Math.floor(secondOfTime(moment - Math.floor(moment)) / 60);
    return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  };
}

const dayNumber = (text: string): number => {
  const name = nameKey(text);
  return name.length < 3 ? -1 : DAY_NAMES.findIndex((day) => name.startsWith(day));
};

/** Mon-Fri, or Sat, Sun; Fri-Mon goes over the weekend. */
function dayOfWeek(text: string): MomentTest | undefined {
  const days = new Set<number>();
  for (const part of text.split(",")) {
    const ends = part.split(/[-–]/).map(dayNumber);
    const [from, to = from] = ends;
    if (from === undefined || to === undefined || ends.length > 2 || ends.some((end) => end < 0))
      return undefined;
    for (let day = from; ; day = (day + 1) % DAY_NAMES.length) {
      days.add(day);
      if (day === to) break;
    }
  }
  // Serial 2 is Monday, 1 January 1900.
  return (moment) => days.has((((Math.floor(moment) - 2) % 7) + 7) % 7);
}

const tests: ReadonlyMap<string, (text: string) => MomentTest | undefined> = new Map([
  ["time", timeOfDay],
  ["weekday", dayOfWeek],
]);

/**
 * The test of a condition on the moment of use: `time = 09:00-12:00`, `weekday = Mon-Fri`, in local time; no time is
 * 00:00. Undefined for one on a column: a column of the name counts, unless a range is asked for.
 */
export function timeTest({ column, value }: Condition, isColumn: boolean): MomentTest | undefined {
  const isRange = /[-–,]/.test(value);
  return isColumn && !isRange ? undefined : tests.get(nameKey(column))?.(value);
}
