import { parseIsoDay, validDay, type Day } from "../calendar/day";

export type DateOrder = "dmy" | "mdy";

export type DateText =
  | {
      readonly kind: "moment";
      readonly day: Day;
      readonly time: number;
      readonly iso: boolean;
      readonly order?: DateOrder;
    }
  | { readonly kind: "ambiguous"; readonly dmy: Day; readonly mdy: Day; readonly time: number }
  | { readonly kind: "none" };

const none: DateText = { kind: "none" };
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The share of a day that a time of day is: 18:00 is 0.75; undefined if it is no time. */
function timeOfDay(text: string | undefined): number | undefined {
  if (text === undefined || text === "") return 0;
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]m)?(?:z|[+-]00:?00)?$/i.exec(
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
  const dayFirst = /^(\d{1,2})[ .-]+([a-z]{3})[a-z]*[ .,-]+(\d{4})$/i.exec(text);
  const monthFirst = /^([a-z]{3})[a-z]*[ .]+(\d{1,2})(?:st|nd|rd|th)?,?[ ]+(\d{4})$/i.exec(text);
  const parts = dayFirst
    ? { day: dayFirst[1]!, month: dayFirst[2]!, year: dayFirst[3]! }
    : monthFirst && { day: monthFirst[2]!, month: monthFirst[1]!, year: monthFirst[3]! };
  if (!parts) return undefined;
  return validDay(Number(parts.year), months.indexOf(parts.month.toLowerCase()) + 1, Number(parts.day));
}

/**
 * A date written as text: ISO with or without a time, 31 Oct 2026, 20261031, or figures in the order that the column
 * has settled. "3/4/2026" without a settled order is ambiguous; "31/10/2026" settles day first.
 */
export function parseDateText(text: string, settled?: DateOrder): DateText {
  const match = /^(.+?)(?:[T ]+(\d{1,2}:\d{2}.*))?$/i.exec(text.trim());
  if (!match) return none;
  const date = match[1]!;
  const time = timeOfDay(match[2]);
  if (time === undefined) return none;
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(date);
  const iso = parseIsoDay(compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : date.replace(/[/.]/g, "-"));
  if (iso !== undefined) return { kind: "moment", day: iso, time, iso: true };
  const byName = named(date);
  if (byName !== undefined) return { kind: "moment", day: byName, time, iso: false };
  const figures = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(date);
  if (!figures) return none;
  const year = fullYear(figures[4]!);
  const dmy = validDay(year, Number(figures[3]), Number(figures[1]));
  const mdy = validDay(year, Number(figures[1]), Number(figures[3]));
  if (dmy !== undefined && mdy !== undefined && dmy !== mdy) {
    if (settled === undefined) return { kind: "ambiguous", dmy, mdy, time };
    return { kind: "moment", day: settled === "dmy" ? dmy : mdy, time, iso: false };
  }
  const day = dmy ?? mdy;
  if (day === undefined) return none;
  // 4/4/2026 reads the same both ways and settles nothing.
  if (dmy === mdy) return { kind: "moment", day, time, iso: false };
  return { kind: "moment", day, time, iso: false, order: dmy !== undefined ? "dmy" : "mdy" };
}
