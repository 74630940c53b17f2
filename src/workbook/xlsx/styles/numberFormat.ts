import { CellKind } from "../../../core/api";

/** What the number of a cell means by its number format. */
export type NumberKind = typeof CellKind.number | typeof CellKind.date | typeof CellKind.percent;

/** Quoted text, escaped characters, the widths and fills of accounting formats, colours, conditions and locales. */
const LITERALS = /"[^"]*"|\\.|_.|\*.|\[[^[\]]*\]/g;
const ELAPSED_TIME = /\[(?:h+|m+|s+)\]/i;
const DATE_LETTERS = /[dmyhs]/i;

/**
 * The kind of a format code: `yyyy-mm-dd` is a date, `0.0%` a percent, `0.00 "hours"` a number.
 * Elapsed time, `[h]:mm`, is a number of days and no point in time.
 */
export function kindOfFormat(code: string): NumberKind {
  const withoutText = code.replace(/"[^"]*"|\\./g, "");
  if (ELAPSED_TIME.test(withoutText)) return CellKind.number;
  const bare = code.replace(LITERALS, "").replace(/general/gi, "");
  if (DATE_LETTERS.test(bare)) return CellKind.date;
  return bare.includes("%") ? CellKind.percent : CellKind.number;
}

/** The kind of a format that Excel knows by its number alone (ECMA-376, part 1, 18.8.30). */
export function kindOfBuiltInFormat(id: number): NumberKind {
  const within = (first: number, last: number): boolean => id >= first && id <= last;
  if (id === 9 || id === 10 || id === 67 || id === 68) return CellKind.percent;
  const isDate =
    within(14, 22) || within(27, 36) || id === 45 || id === 47 || within(50, 58) || within(71, 81);
  return isDate ? CellKind.date : CellKind.number;
}
