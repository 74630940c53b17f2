import { CellKind } from "../../../core/api";

/** What the number of a cell means by its number format. */
export type NumberKind =
  | typeof CellKind.number
  | typeof CellKind.date
  | typeof CellKind.percent
  | typeof CellKind.time;

/** Quoted text, escaped characters, the widths and fills of accounting formats, colours, conditions and locales. */
const LITERALS = /"[^"]*"|\\.|_.|\*.|\[[^[\]]*\]/g;
const ELAPSED_TIME = /\[(?:h+|m+|s+)\]/i;
const DATE_LETTERS = /[dmyhs]/i;

/**
 * The kind of a format code: `yyyy-mm-dd` is a date, `0.0%` a percent, `0.00 "hours"` a number. Hours, minutes and
 * seconds without a day, `[h]:mm` and `h:mm`, are a time: m is a minute beside an hour or a second, else a month.
 */
export function kindOfFormat(code: string): NumberKind {
  const withoutText = code.replace(/"[^"]*"|\\./g, "");
  if (ELAPSED_TIME.test(withoutText)) return CellKind.time;
  const bare = code.replace(LITERALS, "").replace(/general|am\/pm|a\/p/gi, "");
  if (/[hs]/i.test(bare) && !/[yd]/i.test(bare)) return CellKind.time;
  if (DATE_LETTERS.test(bare)) return CellKind.date;
  return bare.includes("%") ? CellKind.percent : CellKind.number;
}

/** The kind of a format that Excel knows by its number alone (ECMA-376, part 1, 18.8.30). */
export function kindOfBuiltInFormat(id: number): NumberKind {
  const within = (first: number, last: number): boolean => id >= first && id <= last;
  if (id === 9 || id === 10 || id === 67 || id === 68) return CellKind.percent;
  if (within(18, 21) || within(45, 47) || within(32, 35) || within(75, 78)) return CellKind.time;
  const isDate = within(14, 22) || within(27, 36) || within(50, 58) || within(71, 81);
  return isDate ? CellKind.date : CellKind.number;
}
