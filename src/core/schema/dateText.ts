import { UNSEEN } from "./numberText";
import { endOfMonth, parseIsoDay, validDay, type Day } from "../calendar/day";

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
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

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
  return (hour * 3600 + minute * 60 + second) / 86_400;
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 2 ? 2000 + year : year;
}

function named(text: string): Day | undefined {
  const dayFirst = /^(\d{1,2})[ .-]+([a-z]{3})[a-z]*[ .,-]+(\d{4}|\d{2})$/i.exec(text);
  const monthFirst = /^([a-z]{3})[a-z]*[ .]+(\d{1,2})(?:st|nd|rd|th)?,?[ ]+(\d{4})$/i.exec(text);
  const parts = dayFirst
    ? { day: dayFirst[1]!, month: dayFirst[2]!, year: dayFirst[3]! }
    : monthFirst && { day: monthFirst[2]!, month: monthFirst[1]!, year: monthFirst[3]! };
  if (!parts) return undefined;
  return validDay(fullYear(parts.year), months.indexOf(parts.month.toLowerCase()) + 1, Number(parts.day));
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
  const byName = /^([a-z]{3})[a-z]*[ .,-]+(\d{4})$/i.exec(text);
  if (!byName) return none;
  return monthOf(Number(byName[2]), months.indexOf(byName[1]!.toLowerCase()) + 1);
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

/**
 * A date written as text: ISO with or without a time, 31 Oct 2026, 20261031, a month, or figures in the order that the
 * column has settled. "3/4/2026" without a settled order is ambiguous; "31/10/2026" settles day first.
 */
export function parseDateText(text: string, settled?: DateOrder): DateText {
  const trimmed = text.replace(UNSEEN, "").trim();
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
