import { civilOf, type Day } from "../calendar/day";

/** The text of a pattern around its running number on a date: INV-{YYYY}-{0000} is "INV-2026-", 4 digits, "". */
function partsOf(
  pattern: string,
  date: Day,
): { readonly before: string; readonly digits: number; readonly after: string } {
  const { year, month } = civilOf(date);
  const dated = pattern
    .replace(/\{YYYY\}/g, String(year).padStart(4, "0"))
    .replace(/\{YY\}/g, String(year % 100).padStart(2, "0"))
    .replace(/\{MM\}/g, String(month).padStart(2, "0"));
  const match = /^(.*?)\{(0+)\}(.*)$/.exec(dated);
  return { before: match?.[1] ?? dated, digits: match?.[2]?.length ?? 4, after: match?.[3] ?? "" };
}

/** Gives the numbers of one pattern without gaps, after the highest that is used and from `first` on. */
export class NumberSequence {
  private readonly next = new Map<string, number>();

  constructor(
    private readonly pattern: string,
    private readonly first: number,
    private readonly used: readonly string[],
  ) {}

  take(date: Day): string {
    const { before, digits, after } = partsOf(this.pattern, date);
    const series = `${before}|${after}`;
    const number = this.next.get(series) ?? Math.max(this.first, this.highest(before, after) + 1);
    this.next.set(series, number + 1);
    return before + String(number).padStart(digits, "0") + after;
  }

  private highest(before: string, after: string): number {
    let highest = 0;
    for (const number of this.used) {
      if (!number.startsWith(before) || !number.endsWith(after)) continue;
      const middle = number.slice(before.length, number.length - after.length);
      if (/^\d+$/.test(middle)) highest = Math.max(highest, Number(middle));
    }
    return highest;
  }
}
