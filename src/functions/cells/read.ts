import { currencyCode, Decimal, decimalOfDouble, formatDay, parseDateText, type Day } from "../../core/api";
import { dayOfNumber, FIRST_DAY, LAST_DAY, nameKey, parseNumberText, timeOfMoment } from "../../core/api";
import type { DatesOfRange, FiguresOfRange } from "./conventions";
import { isBlank, plainValue, type Plain } from "./cell";
import { Fault, wrongValue } from "./fault";

/** What a number may be; without a domain it may be anything. */
export interface Domain {
  readonly least?: number;
  readonly isWhole?: boolean;
}

export const atLeastZero: Domain = { least: 0 };
export const wholeDays: Domain = { least: 0, isWhole: true };

const plainDecimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/**
 * The number in a cell's content as its decimal, or undefined where there is none. A text is a plain decimal, or of the
 * convention that the other cells of its range show.
 */
export function decimalIn(value: Plain, range?: FiguresOfRange): Decimal | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? decimalOfDouble(value) : undefined;
  if (typeof value !== "string") return undefined;
  if (plainDecimal.test(value.trim()) && range?.sign !== ",")
    return new Decimal(value.trim().replace(/^\+/, ""));
  const read = range && parseNumberText(value, range.sign);
  return read?.kind === "number" ? read.value : undefined;
}

function required(name: string, expected: string): Fault {
  return new Fault("value", `${name}: this is blank; give ${expected}.`);
}

function numberFrom(name: string, value: Plain, { least, isWhole }: Domain, range?: FiguresOfRange): Decimal {
  const number = decimalIn(value, range);
  if (!number)
    throw wrongValue(name, value, "is no number; write one such as 12.5, without thousands separators.");
  if (isWhole && !number.isInteger()) throw wrongValue(name, value, "is no whole number.");
  if (least !== undefined && number.lessThan(least))
    throw wrongValue(name, value, `is too small; it must be at least ${String(least)}.`);
  return number;
}

/** A number that must be there; one of a range is read as its range is written. */
export function readNumber(name: string, raw: unknown, domain: Domain = {}, range?: FiguresOfRange): Decimal {
  const value = plainValue(name, raw);
  if (isBlank(value)) throw required(name, "a number");
  return numberFrom(name, value, domain, range);
}

/** A number, or the default where it is left out or blank. */
export function readOptionalNumber<Default>(
  name: string,
  raw: unknown,
  fallback: Default,
  domain: Domain = {},
): Decimal | Default {
  const value = plainValue(name, raw);
  return isBlank(value) ? fallback : numberFrom(name, value, domain);
}

/** A day and the share of it that has passed. */
export interface Moment {
  readonly day: Day;
  readonly time: number;
}

/** Excel may hand a blank cell over as 0, and 0 is no date. */
function isBlankDate(value: Plain): value is null | string | 0 {
  return isBlank(value) || value === 0;
}

const dateForms = "write a date cell or ISO text such as 2026-10-31.";

function momentFrom(name: string, value: Plain): Moment {
  if (typeof value === "number") {
    const day = Math.floor(value);
    if (day >= FIRST_DAY && day <= LAST_DAY) return { day, time: timeOfMoment(value) };
    throw wrongValue(name, value, `is no date between ${formatDay(FIRST_DAY)} and ${formatDay(LAST_DAY)}.`);
  }
  const read = typeof value === "string" ? parseDateText(value) : undefined;
  if (read?.kind === "moment" && read.iso) return { day: read.day, time: read.time };
  throw wrongValue(name, value, `is no date; ${dateForms}`);
}

/** A day that must be there; a time of day is left aside. */
export function readDay(name: string, raw: unknown): Day {
  const moment = readOptionalMoment(name, raw);
  if (!moment) throw required(name, "a date");
  return moment.day;
}

/** A day with its time, or undefined where it is left out or blank. */
export function readOptionalMoment(name: string, raw: unknown): Moment | undefined {
  const value = plainValue(name, raw);
  return isBlankDate(value) ? undefined : momentFrom(name, value);
}

/** A text or number of a range as a day, read as in a column of a sheet; undefined where nothing says which it is. */
function momentInRange(name: string, value: Plain, { order, isMixed }: DatesOfRange): Moment | undefined {
  if (typeof value === "number") {
    const read = dayOfNumber(value, false);
    return read.kind === "month" ? { day: read.last, time: 0 } : momentFrom(name, read.serial);
  }
  const read = typeof value === "string" ? parseDateText(value, order) : undefined;
  if (read?.kind === "month") return { day: read.last, time: 0 };
  return read?.kind === "moment" && !(isMixed && read.order !== undefined) ? read : undefined;
}

/** The same for a cell of a range. */
export function readMomentOf(name: string, raw: unknown, dates: DatesOfRange): Moment | undefined {
  const value = plainValue(name, raw);
  if (isBlankDate(value)) return undefined;
  return momentInRange(name, value, dates) ?? momentFrom(name, value);
}

/** A name as a cell shows it, a number among them; "" where it is left out or blank. */
export function readName(name: string, raw: unknown): string {
  const value = plainValue(name, raw);
  return isBlank(value) ? "" : String(value).trim();
}

/** Text as a cell shows it; "" where it is left out or blank, also where a blank arrives as 0. */
export function readText(name: string, raw: unknown): string {
  const text = readName(name, raw);
  return text === "0" ? "" : text;
}

/** One of the ids, written in any case and with blanks, hyphens or underscores; the default where it is blank. */
export function readChoice<Id extends string>(
  name: string,
  raw: unknown,
  ids: readonly Id[],
  fallback?: NoInfer<Id>,
): Id {
  const text = readText(name, raw);
  if (text === "" && fallback !== undefined) return fallback;
  const found = ids.find((id) => nameKey(id) === nameKey(text));
  if (found === undefined) throw wrongValue(name, text, `is not known; choose one of ${ids.join(", ")}.`);
  return found;
}

/** TRUE or FALSE, also as text or as 1 and 0; the default where it is blank. */
export function readFlag(name: string, raw: unknown, fallback: boolean): boolean {
  const value = plainValue(name, raw);
  if (isBlank(value)) return fallback;
  const text = String(value).trim().toLowerCase();
  if (text === "true" || text === "1") return true;
  if (text === "false" || text === "0") return false;
  throw wrongValue(name, value, "is neither TRUE nor FALSE.");
}

/** An ISO 4217 code in capitals; the default where it is blank. */
export function readCurrency(name: string, raw: unknown, fallback: string): string {
  const text = readText(name, raw);
  if (text === "") return fallback;
  const code = currencyCode(text);
  if (code === undefined)
    throw wrongValue(name, text, "is no currency code of ISO 4217 such as USD, EUR or JPY.");
  return code;
}
