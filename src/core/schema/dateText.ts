import { UNSEEN } from "./numberText";
import { monthNamed, weekdayNamed } from "./calendarNames";
import { endOfMonth, parseIsoDay, validDay, type Day } from "../calendar/day";
import { timeOfSeconds } from "../calendar/timeOfDay";

/** "ymd" is for years of two figures alone: 26-10-05. */
export type DateOrder = "dmy" | "mdy" | "ymd";

export type DateText =
  | {
      readonly kind: "moment";
      readonly day: Day;
      readonly time: number;
      readonly iso: boolean;
      readonly order?: DateOrder;
    }
  /** Two days that the text can mean, and nothing settles which. */
  | { readonly kind: "ambiguous"; readonly one: Day; readonly other: Day; readonly time: number }
  /** A calendar month: 2026-10, Oct 2026. */
  | { readonly kind: "month"; readonly first: Day; readonly last: Day }
  | { readonly kind: "none" };

const none: DateText = { kind: "none" };

/**
 * The share of a day that a time of day is: 18:00 is 0.75; undefined if it is no time. An offset says where the clock
 * hung and changes nothing: the day is the one that the clock showed.
 */
function timeOfDay(text: string | undefined): number | undefined {
  if (text === undefined || text === "") return 0;
  const match =
    /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]m)?\s*(?:z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?$/i.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const half = match[5]?.toLowerCase();
  const shown = Number(match[1]);
  const minute = Number(match[2]);
  const second = Number(`${match[3] ?? "0"}.${match[4] ?? "0"}`);
  if (shown > (half ? 12 : 23) || minute > 59 || second >= 60) return undefined;
  const hour = half ? (shown % 12) + (half === "pm" ? 12 : 0) : shown;
  return timeOfSeconds(hour * 3600 + minute * 60 + second);
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 2 ? 2000 + year : year;
}

/** A month that is named rather than numbered: 5 October 2026, 5. Okt. 2026, 5 de octubre de 2026, Oct 5, 2026, 2026-Oct-05. */
function named(text: string): Day | undefined {
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|er)?[ .\-/]{0,2}(?:(?:de|of) )?(\p{L}{3,10})[ .,\-/]{0,3}(?:del? )?(\d{4}|\d{2})$/iu;
  const monthFirst = /^(\p{L}{3,10})[ .]{1,2}(\d{1,2})(?:st|nd|rd|th)?,?[ ]{1,2}(\d{4})$/iu;
  const yearFirst = /^(\d{4})[ .\-/](\p{L}{3,10})[ .\-/]{1,2}(\d{1,2})$/iu;
  const [found, order] = [
    [dayFirst.exec(text), "dmy"] as const,
    [monthFirst.exec(text), "mdy"] as const,
    [yearFirst.exec(text), "ymd"] as const,
  ].find(([match]) => match !== null) ?? [undefined, undefined];
  if (!found) return undefined;
  const part = (sign: string) => found[1 + order.indexOf(sign)]!;
  return validDay(fullYear(part("y")), monthNamed(part("m")) ?? 0, Number(part("d")));
}

function monthOf(year: number, month: number): DateText {
  const first = validDay(year, month, 1);
  if (first === undefined) return none;
  return { kind: "month", first, last: endOfMonth(first) };
}

/** 2026-10, 202610, Oct 2026, October 2026, 10/2026. */
function wholeMonth(text: string): DateText {
  const yearFirst = /^(\d{4})[-/.]?(\d{2})$/.exec(text) ?? /^(\d{4})[-/.](\d)$/.exec(text);
  if (yearFirst) return monthOf(Number(yearFirst[1]), Number(yearFirst[2]));
  const monthFirst = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (monthFirst) return monthOf(Number(monthFirst[2]), Number(monthFirst[1]));
  const byName = /^(\p{L}{3,10})[ .,\-/]{1,3}(?:del? )?(\d{4})$/iu.exec(text);
  if (!byName) return none;
  return monthOf(Number(byName[2]), monthNamed(byName[1]!) ?? 0);
}

/** Days that figures can mean, by their order; dots say that the day comes first. */
function readings(figures: RegExpExecArray): Map<DateOrder, Day> {
  const [, a, sign, b, c] = figures;
  const year = fullYear(c!);
  const found = new Map<DateOrder, Day>();
  const add = (order: DateOrder, day: Day | undefined) => {
    if (day !== undefined) found.set(order, day);
  };
  add("dmy", validDay(year, Number(b), Number(a)));
  if (sign !== ".") add("mdy", validDay(year, Number(a), Number(b)));
  const mayBeginWithYear = sign === "-" && c!.length === 2 && a!.length === 2;
  if (mayBeginWithYear) add("ymd", validDay(fullYear(a!), Number(b), Number(c)));
  return found;
}

function readFigures(figures: RegExpExecArray, time: number, settled: DateOrder | undefined): DateText {
  const found = readings(figures);
  const chosen = settled === undefined ? undefined : found.get(settled);
  const [one, ...others] = new Set(found.values());
  if (one === undefined) return none;
  const [other] = others;
  if (other === undefined) {
    const [order] = found.keys();
    // 4/4/2026 reads the same both ways and settles nothing; dots need no settling.
    const settles = found.size === 1 && order !== undefined && figures[2] !== ".";
    return { kind: "moment", day: one, time, iso: false, ...(settles ? { order } : {}) };
  }
  if (chosen === undefined) return { kind: "ambiguous", one, other, time };
  return { kind: "moment", day: chosen, time, iso: false };
}

/** No date is longer, and no time that is spent on a longer text. */
const LONGEST = 60;

/** 0 is Monday, as on day 46300, 5 October 2026. */
const isWeekday = (day: Day, weekday: number) => (day + 5) % 7 === weekday;

/**
 * A date written as text: ISO with or without a time, 31 Oct 2026, 20261031, a month, or figures in the order that the
 * column has settled. "3/4/2026" without a settled order is ambiguous; "31/10/2026" settles day first. A weekday before it
 * must be that of the day.
 */
export function parseDateText(text: string, settled?: DateOrder): DateText {
  const trimmed = text.replace(UNSEEN, "").trim();
  const before = trimmed.length > LONGEST ? null : /^(\p{L}{2,10})(?:\.,|[.,])? (.*)$/u.exec(trimmed);
  const weekday = before === null ? undefined : weekdayNamed(before[1]!);
  if (weekday === undefined) return parseDay(trimmed, settled);
  const found = parseDay(before![2]!.trim(), settled);
  return found.kind === "moment" && !isWeekday(found.day, weekday) ? none : found;
}

/** The same without a weekday. */
function parseDay(trimmed: string, settled: DateOrder | undefined): DateText {
  const match = trimmed.length > LONGEST ? null : /^(.+?)(?:[T ]+(\d{1,2}:\d{2}.*))?$/i.exec(trimmed);
  if (!match) return none;
  const date = match[1]!.replace(/(?<=\d)\.$/, "");
  const time = timeOfDay(match[2]);
  if (time === undefined) return none;
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(date);
  const iso = parseIsoDay(compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : date.replace(/[/.]/g, "-"));
  if (iso !== undefined) return { kind: "moment", day: iso, time, iso: true };
  const byName = named(date);
  if (byName !== undefined) return { kind: "moment", day: byName, time, iso: false };
  const figures = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(date);
  if (figures) return readFigures(figures, time, settled);
  return match[2] === undefined ? wholeMonth(date) : none;
}
