import { errorOf, type CellValue } from "./cell";
import { fault } from "./fault";
import { serialOf } from "./serial";

/** What Excel makes of a value that is typed or set. */
export interface Typed {
  readonly value: CellValue;
  readonly formula?: string;
  /** The format that Excel gives to a cell in General. */
  readonly format?: string;
}

/** How a country writes numbers and dates. */
export interface Writing {
  readonly decimal: string;
  readonly group: string;
  /** In dates of digits the day comes before the month. */
  readonly dayFirst: boolean;
  /** Between the parts of a date of digits, beside the slash and the hyphen. */
  readonly dateMark: string;
  /** Words for true and false, in turn. */
  readonly booleans: readonly string[];
}

export const american: Writing = {
  decimal: ".",
  group: ",",
  dayFirst: false,
  dateMark: "/",
  booleans: ["TRUE", "FALSE"],
};

export interface TypingRules {
  readonly date1904: boolean;
  /** The year of a date typed without one. */
  readonly currentYear: number;
  readonly apostropheStaysInTextCells: boolean;
  readonly writing: Writing;
}

const MAX_TEXT = 32_767;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NUMBER = /^\(?[+-]?\$?[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d+)?%?\)?$/i;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?(am|pm))?$/i;
const NUMERIC_DATE = /^(\d{1,4})[/-](\d{1,2})(?:[/-](\d{1,4}))?$/;
const NAMED_DATE = /^(?:(\d{1,2})[ -])?([a-z]{3,9})(?:[ -](\d{1,2}))?(?:,? ?-?(\d{4}))?$/i;

/** Text that is typed into a cell, in the way of the country that the rules name. */
export function typeText(text: string, isTextCell: boolean, rules: TypingRules): Typed {
  if (text.length > MAX_TEXT) throw fault("InvalidArgument", "a cell holds 32,767 characters");
  if (text.startsWith("'") && !(isTextCell && rules.apostropheStaysInTextCells)) {
    return { value: text.slice(1) };
  }
  if (isTextCell) return { value: text };
  const trimmed = text.trim();
  return (
    typeNumber(trimmed, rules.writing) ??
    typeFormula(text) ??
    typeDate(trimmed, rules) ??
    typeTime(trimmed) ??
    typeWord(trimmed, rules.writing) ?? { value: text }
  );
}

function typeFormula(text: string): Typed | undefined {
  if (!/^[=+\-@]./.test(text)) return undefined;
  const formula = text.startsWith("=") ? text : "=" + text.replace(/^[+@]/, "");
  checkFormula(formula);
  return { value: 0, formula };
}

/** Excel refuses what it cannot read; only the brackets are looked at here. */
export function checkFormula(formula: string): void {
  const bare = formula.replaceAll(/"(?:[^"]|"")*"/g, "").replaceAll(/'(?:[^']|'')*'/g, "");
  let depth = 0;
  for (const character of bare) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (depth < 0) break;
  }
  const isRefused = depth !== 0 || bare.includes('"') || /[+\-*/^&,<>=]$/.test(bare.trim());
  if (isRefused) throw fault("InvalidArgument", `Excel cannot read the formula ${formula}`);
}

/** A number as this country writes it, as America does; undefined where it is none. */
function americanNumber(text: string, { decimal, group }: Writing): string | undefined {
  if (decimal === american.decimal) return text;
  // An American number is none here: 1.5 is a date or a text where the comma parts decimals.
  if (text.includes(".") && group !== ".") return undefined;
  const marks = group === "." ? /[.,]/g : /[\s\u00A0\u202F,]/g;
  return text.replaceAll(marks, (mark) => (mark === decimal ? "." : ","));
}

function typeNumber(typed: string, writing: Writing): Typed | undefined {
  const text = americanNumber(typed, writing);
  if (text === undefined) return undefined;
  if (!NUMBER.test(text) || !/\d/.test(text)) return undefined;
  const isBracketed = text.startsWith("(") && text.endsWith(")");
  if (text.startsWith("(") !== text.endsWith(")")) return undefined;
  const isPercent = text.includes("%");
  const bare = Number(text.replaceAll(/[(),$%]/g, ""));
  if (!Number.isFinite(bare)) return undefined;
  const value = (isBracketed ? -bare : bare) / (isPercent ? 100 : 1);
  const decimals = text.includes(".") ? 2 : 0;
  if (isPercent) return { value, format: decimals ? "0.00%" : "0%" };
  if (text.includes("$")) return { value, format: decimals ? "$#,##0.00" : "$#,##0" };
  if (/e/i.test(text)) return { value, format: "0.00E+00" };
  if (text.includes(",")) return { value, format: decimals ? "#,##0.00" : "#,##0" };
  return { value };
}

function typeDate(text: string, rules: TypingRules): Typed | undefined {
  return typeNumericDate(text, rules) ?? typeNamedDate(text, rules);
}

/** 31.12.2026 as 31/12/2026, where dates are written with points. */
function withSlashes(text: string, { dateMark }: Writing): string {
  return text.replaceAll(dateMark, "/").replace(/\/$/, "");
}

function typeNumericDate(text: string, { date1904, currentYear, writing }: TypingRules): Typed | undefined {
  const match = NUMERIC_DATE.exec(withSlashes(text, writing));
  if (!match) return undefined;
  const isYearFirst = match[1]!.length === 4;
  const inOrder = [Number(match[1]), Number(match[2])] as const;
  const [first, second] = writing.dayFirst && !isYearFirst ? [inOrder[1], inOrder[0]] : inOrder;
  if (isYearFirst) {
    if (match[3] === undefined) return dated(serialOf(first, second, 1, date1904), "mmm-yy");
    return dated(serialOf(first, second, Number(match[3]), date1904), "m/d/yyyy");
  }
  if (match[3] !== undefined) {
    return dated(serialOf(fullYear(match[3]), first, second, date1904), "m/d/yyyy");
  }
  return (
    dated(serialOf(currentYear, first, second, date1904), "d-mmm") ??
    (first <= 12 ? dated(serialOf(fullYear(match[2]!), first, 1, date1904), "mmm-yy") : undefined)
  );
}

function typeNamedDate(text: string, { date1904, currentYear }: TypingRules): Typed | undefined {
  const match = NAMED_DATE.exec(text);
  const word = match?.[2]?.toLowerCase() ?? "";
  const month = MONTHS.findIndex((monthName) => word.startsWith(monthName)) + 1;
  if (!match || month === 0) return undefined;
  const day = match[1] ?? match[3];
  const year = match[4] === undefined ? currentYear : Number(match[4]);
  if (day !== undefined) {
    return dated(serialOf(year, month, Number(day), date1904), match[4] ? "d-mmm-yy" : "d-mmm");
  }
  return match[4] === undefined ? undefined : dated(serialOf(year, month, 1, date1904), "mmm-yy");
}

function dated(serial: number | undefined, format: string): Typed | undefined {
  return serial === undefined ? undefined : { value: serial, format };
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function typeTime(text: string): Typed | undefined {
  const match = TIME.exec(text);
  if (!match || Number(match[2]) > 59) return undefined;
  const half = match[4]?.toLowerCase();
  const hours = half === undefined ? Number(match[1]) : (Number(match[1]) % 12) + (half === "pm" ? 12 : 0);
  const value = (hours * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0)) / 86_400;
  const seconds = match[3] === undefined ? "" : ":ss";
  return { value, format: half === undefined ? `h:mm${seconds}` : `h:mm${seconds} AM/PM` };
}

function typeWord(text: string, { booleans }: Writing): Typed | undefined {
  const booleanIndex = booleans.indexOf(text.toUpperCase());
  if (booleanIndex >= 0) return { value: booleanIndex % 2 === 0 };
  const error = errorOf(text);
  return error && { value: error };
}
