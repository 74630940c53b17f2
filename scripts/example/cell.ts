import { parseIsoDay } from "../../src/core/calendar/day";
import { Decimal } from "../../src/core/money/decimal";
import type { CellStyle, PlannedCell } from "../../src/core/sheets/plan";

const dateStyle: CellStyle = { format: "yyyy-mm-dd" };
const momentStyle: CellStyle = { format: "yyyy-mm-dd hh:mm" };
const percentStyle: CellStyle = { format: "0.00%" };
const centsStyle: CellStyle = { format: "#,##0.00" };
const wrapStyle: CellStyle = { wrap: true, vertical: "top" };

export function dayCell(day: number): PlannedCell {
  return { value: day, style: dateStyle };
}

export function momentCell(moment: number): PlannedCell {
  return { value: moment, style: momentStyle };
}

/** The serial of 2026-10-31 or 2026-10-31 14:30, undefined for anything else. */
export function momentOf(text: string): number | undefined {
  const match = /^(\S+) (\d\d):(\d\d)$/.exec(text);
  if (!match) return parseIsoDay(text);
  const day = parseIsoDay(match[1]!);
  return day === undefined ? undefined : momentAt(day, Number(match[2]) * 60 + Number(match[3]));
}

/** A day and a minute of it; ten decimals are finer than a millisecond. */
export function momentAt(day: number, minute: number): number {
  return Number((day + minute / 1440).toFixed(10));
}

/**
 * The cell that typing the text into Excel makes: a date, a percentage, a number, an error or text; a number with
 * two decimals keeps showing them. A leading apostrophe makes text of anything and is not part of it.
 */
export function typedCell(text: string): PlannedCell | null {
  if (text === "") return null;
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (text === "#N/A") return { value: text, formula: "NA()" };
  if (/^-?\d+\.\d\d$/.test(text)) return { value: new Decimal(text), style: centsStyle };
  if (/^-?\d+(\.\d+)?$/.test(text)) return { value: new Decimal(text) };
  if (/^\d+(\.\d+)?%$/.test(text)) {
    return { value: new Decimal(text.slice(0, -1)).dividedBy(100), style: percentStyle };
  }
  const moment = momentOf(text);
  if (moment !== undefined) return Number.isInteger(moment) ? dayCell(moment) : momentCell(moment);
  return text.includes("\n") ? { value: text, style: wrapStyle } : { value: text };
}
