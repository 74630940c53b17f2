import { civilOf, type Day } from "../../calendar/day";

/** A day in a format of D, DD, M, MM, YY and YYYY (in small letters too): 2026-11-03 as M/D/YYYY is 11/3/2026. */
export function dayIn(format: string, day: Day): string {
  const { year, month, day: dayOfMonth } = civilOf(day);
  const pad = (value: number, length: number) => String(value).padStart(length, "0");
  return format.replace(/YYYY|YY|MM?|DD?/gi, (part) => {
    if (/y/i.test(part)) return part.length === 4 ? pad(year, 4) : pad(year % 100, 2);
    return pad(/m/i.test(part) ? month : dayOfMonth, part.length);
  });
}
