/** Days as Excel serials, reckoned here by the calendar of the language alone and not by the engine's. */
export type Day = number;

/** A run of whole days, both ends counted. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Months counted from year 0, so that the month after is one more. */
export type Month = number;

const EPOCH = 25_569;
const MILLISECONDS = 86_400_000;

/** Bounds of what has no first or last day. */
export const FIRST_DAY: Day = 0;
export const LAST_DAY: Day = 100_000;

const dateOf = (day: Day) => new Date((day - EPOCH) * MILLISECONDS);

/** `day("2026-01-31")` */
export const day = (iso: string): Day => Date.parse(`${iso}T00:00:00Z`) / MILLISECONDS + EPOCH;

const isoDays = new Map<Day, string>();

export function isoOf(of: Day): string {
  const iso = isoDays.get(of) ?? dateOf(of).toISOString().slice(0, 10);
  isoDays.set(of, iso);
  return iso;
}

export const month = (iso: string): Month => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;

export const monthText = (of: Month): string =>
  `${String(Math.floor(of / 12))}-${String((of % 12) + 1).padStart(2, "0")}`;

export const monthOf = (of: Day): Month => month(isoOf(of));

export const dayOfMonth = (of: Day): number => dateOf(of).getUTCDate();

export const lastOfMonth = (of: Month): Day => dayIn(of + 1, 1) - 1;

const lengthOf = (of: Month) => new Date(Date.UTC(Math.floor(of / 12), (of % 12) + 1, 0)).getUTCDate();

/** That day of the month, or its last one where the month is shorter: anchor 31 gives 28 February. */
export const dayIn = (of: Month, anchor: number): Day =>
  Date.UTC(Math.floor(of / 12), of % 12, Math.min(anchor, lengthOf(of))) / MILLISECONDS + EPOCH;

/** Where two runs of days meet; undefined where they do not. */
export function meet(a: Span, b: Span): Span | undefined {
  const span = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
  return span.from <= span.to ? span : undefined;
}

export const holds = ({ from, to }: Span, of: Day): boolean => from <= of && of <= to;
