import { formatDay } from "../../calendar/day";
import { secondOfTime } from "../../calendar/timeOfDay";
import { CellKind } from "../../grid/grid";
import { decimalOfDouble } from "../../money/decimal";
import type { CellView } from "../../schema/column";

const FORMULA_SIGNS = new Set([..."=+-@＝＋－＠"]);

/**
 * Text that a spreadsheet program would take for a formula gets an apostrophe in front: `=1+1` is `'=1+1`. So does one
 * that begins with an apostrophe before such a sign, so that taking one off gives back what was there. A plain number
 * such as -12.50 is left alone.
 */
export function guarded(text: string): string {
  const sign = text.startsWith("'") ? text[1] : text[0];
  if (sign === undefined || !FORMULA_SIGNS.has(sign)) return text;
  return isPlainNumber(text) ? text : `'${text}`;
}

function isPlainNumber(text: string): boolean {
  return /^[+-]?\d+(?:\.\d+)?$/.test(text);
}

export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A text as a field, guarded and quoted; nothing for none. */
export function textField(text: string | undefined): string {
  return text === undefined || text === "" ? "" : quoted(guarded(text));
}

/** A day, with its time where there is one: 2026-10-05 or 2026-10-05T06:30:00. */
export function dateText(serial: number): string {
  const day = Math.floor(serial);
  const seconds = secondOfTime(serial - day);
  if (seconds === 0) return formatDay(day);
  const pad = (value: number) => String(value).padStart(2, "0");
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(pad).join(":");
  return `${formatDay(day)}T${time}`;
}

/**
 * A cell as a field of a text file: texts quoted, so that ids keep their zeros; numbers in their shortest plain form
 * (1e21 is written out), a percentage as its fraction, dates as ISO text.
 */
export function cellField({ kind, number, text }: CellView): string {
  switch (kind) {
    case CellKind.blank:
      return "";
    case CellKind.text:
    case CellKind.error:
      return quoted(guarded(text));
    case CellKind.boolean:
      return number === 1 ? "TRUE" : "FALSE";
    case CellKind.date:
      return dateText(number);
    default:
      return decimalOfDouble(number).toFixed();
  }
}

/** A field with quotes only where RFC 4180 needs them. */
export function plainField(text: string, separator = ","): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? quoted(text) : text;
}

/** Records with commas between fields and CRLF behind each, as RFC 4180 has it. */
export function commaSeparated(records: readonly (readonly string[])[]): string {
  return records.map((fields) => `${fields.join(",")}\r\n`).join("");
}
