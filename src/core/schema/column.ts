import { formatDay, type Day } from "../calendar/day";
import { monthOf } from "../calendar/period";
import { CellKind } from "../grid/grid";
import { nameKey } from "../base/name";
import { decimalOfDouble, type Decimal } from "../money/decimal";
import { parseNumberText, unitOfNumber } from "./numberText";
import { parseMomentCell, type Moment } from "./momentCell";
import { refusesMoney, refusesParts, type Refuses } from "./refusals";
import { fault, mustBeFilled, ok, type Parsed, type ReadContext } from "./parsed";
import { timeText } from "./timeText";
import type { CellView } from "./viewCell";

export type { CellView } from "./viewCell";

export type ColumnKind =
  | "text"
  | "id"
  | "day"
  | "moment"
  | "decimal"
  | "money"
  | "fraction"
  | "percent"
  | "integer"
  | "choice";

/** Whether the cells of a column of a kind are figures. */
export const isFigureKind = (kind: ColumnKind): boolean => figureKinds.has(kind);
const figureKinds: ReadonlySet<ColumnKind> = new Set(["decimal", "money", "fraction", "percent", "integer"]);

/** Whether they are figures or days: never words. */
export const isValueKind = (kind: ColumnKind): boolean =>
  isFigureKind(kind) || kind === "day" || kind === "moment";

/** One column of a table: everything that reading, writing, templates, mapping and the reference need to know. */
export interface Column<T> {
  readonly kind: ColumnKind;
  readonly title: string;
  /** Other headers it is found by. */
  readonly synonyms: readonly string[];
  /** Its title and then its synonyms, as they are compared. */
  readonly headers: readonly { readonly key: string; readonly isLoose: boolean }[];
  readonly help: string;
  readonly required: boolean;
  /** Where no column is headed like it, the column of this field is read for it as well. */
  readonly elseField?: string;
  /** Headers that mean another field first, and this one where a column is surer of that. */
  readonly secondChoices?: readonly string[];
  /** What a header may name behind “per”: a unit (Price per call), or a stretch of time alone (Fee per month). */
  readonly takesPer?: "unit" | "time";
  /** Headers that no list can hold, such as one that names a number; they go before synonyms. */
  readonly isHeader?: (text: string) => boolean;
  /** The values of a choice, as they are written. */
  readonly choices?: readonly string[];
  /** How a choice's id is written. */
  readonly labels?: ReadonlyMap<string, string>;
  readonly parse: (cell: CellView, context: ReadContext) => Parsed<T>;
  /** What its header or a number format may not say. */
  readonly refuses?: Refuses;
  /** What to write where there is none, since an empty cell would mean something else: ", or 0 if nothing is charged". */
  readonly orNone?: string;
}

export interface ColumnText extends Pick<
  Column<unknown>,
  "elseField" | "isHeader" | "orNone" | "refuses" | "secondChoices" | "takesPer"
> {
  /** Synonyms that mean the field only where no other column does. */
  readonly lastChoices?: readonly string[];
  readonly title: string;
  readonly synonyms?: readonly string[];
  readonly help: string;
}

/** The fields of an object that are there. */
const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    readonly [Key in keyof T]?: Exclude<T[Key], undefined>;
  };

function column<T>(kind: ColumnKind, text: ColumnText, parse: Column<T>["parse"]): Column<T> {
  const { title, synonyms = [], help, lastChoices, elseField, isHeader, ...others } = text;
  const { orNone, refuses, secondChoices, takesPer } = others;
  const more = given({ elseField, isHeader, orNone, refuses, secondChoices, takesPer });
  const loose = new Set(lastChoices);
  const headers = [title, ...synonyms].map((name) => ({ key: nameKey(name), isLoose: loose.has(name) }));
  return { kind, title, synonyms, headers, help, required: false, ...more, parse };
}

/** Marks a column that every row must fill. */
export function required<T>(optional: Column<T>): Column<T> & { readonly required: true } {
  return { ...optional, required: true };
}

/** The text a person sees in the cell, for ids and messages: 17850 for the number 17850. */
export function shownText(cell: CellView): string {
  switch (cell.kind) {
    case CellKind.blank:
      return "";
    case CellKind.text:
    case CellKind.error:
      return cell.text.trim();
    case CellKind.boolean:
      return cell.number === 1 ? "TRUE" : "FALSE";
    case CellKind.date:
      return formatDay(Math.floor(cell.number));
    case CellKind.percent:
      return `${decimalOfDouble(cell.number).times(100).toString()}%`;
    case CellKind.time:
      return timeText(cell.number);
    default:
      return decimalOfDouble(cell.number).toString();
  }
}

export function textColumn(text: ColumnText): Column<string> {
  return column("text", text, (cell) => ok(shownText(cell)));
}

/** Above this a spreadsheet keeps a number's first 15 digits and makes zeros of the others. */
const FEWEST_LOST = 1e15;

/** Whether an id went through a number and lost digits on the way: 1.23E+15, or a number of 16 digits or more. */
export function hasLostDigits({ kind, number, text }: CellView): boolean {
  if (kind === CellKind.number) return Math.abs(number) >= FEWEST_LOST;
  return kind === CellKind.text && text.includes("+") && /^\d(?:[.,]\d{1,15})?E\+\d{2,3}$/i.test(text.trim());
}

/** Identifiers: leading zeros stay, a number becomes its plain digits (17850.0 is 17850). */
export function idColumn(text: ColumnText): Column<string> {
  return column("id", text, (cell) => (hasLostDigits(cell) ? fault("ID_DIGITS_LOST") : ok(shownText(cell))));
}

interface Limits {
  readonly min?: string;
  readonly max?: string;
  /** An amount of money is no percentage: 10 % off, typed under Amount, would be 0.10 off. */
  readonly isAmount?: boolean;
}

function withinLimits(value: Decimal, { min, max }: Limits): Parsed<Decimal> | undefined {
  if (min !== undefined && value.lessThan(min)) return fault("OUT_OF_RANGE", { right: `${min} or more` });
  if (max !== undefined && value.greaterThan(max)) return fault("OUT_OF_RANGE", { right: `at most ${max}` });
  return undefined;
}

/** Digits before the point: whole units beyond are no figures of a bill, as a cell does not hold them exactly. */
const MOST_DIGITS = 15;

/** A cell's number as the decimal that Excel shows at 15 digits, text numbers included. */
export function parseDecimalCell(cell: CellView, context: ReadContext): Parsed<Decimal> {
  const parsed = parseAnyDecimal(cell, context);
  return parsed.ok && parsed.value.e >= MOST_DIGITS
    ? fault("OUT_OF_RANGE", { right: "a number of at most 15 digits" })
    : parsed;
}

function parseAnyDecimal(cell: CellView, context: ReadContext): Parsed<Decimal> {
  if (cell.kind === CellKind.text) {
    const read = parseNumberText(cell.text, context.decimalSign);
    if (read.kind === "none") {
      const unit = unitOfNumber(cell.text);
      return unit === undefined ? fault("NOT_A_NUMBER", mustBeFilled) : fault("NUMBER_WITH_UNIT", { unit });
    }
    if (read.kind === "ambiguous") {
      if (context.isPointDecimal && cell.text.includes(".")) return ok(read.point);
      return fault("AMBIGUOUS_NUMBER", { one: read.point.toString(), other: read.comma.toString() });
    }
    // In a text file a plain number is a text like any other.
    if (context.isTextFile && /^[-+]?\d+(?:[.,]\d+)?$/.test(cell.text.trim())) return ok(read.value);
    return ok(read.value, { code: "NUMBER_AS_TEXT", words: { read: read.value.toString() } });
  }
  if (cell.kind === CellKind.time) return fault("TIME_WITHOUT_UNIT", { unit: "" });
  if (cell.kind === CellKind.number || cell.kind === CellKind.percent)
    return ok(decimalOfDouble(cell.number));
  return fault("NOT_A_NUMBER", mustBeFilled);
}

/** A cell with a percent format, or a text with the sign. */
export const isPercentage = ({ kind, text }: CellView): boolean =>
  kind === CellKind.percent || (kind === CellKind.text && text.includes("%"));

export function decimalColumn(
  text: ColumnText & Limits,
  kind: "decimal" | "money" = "decimal",
): Column<Decimal> {
  return column(kind, text, (cell, context) => {
    const parsed = parseDecimalCell(cell, context);
    if (!parsed.ok) return parsed;
    if (text.isAmount === true && isPercentage(cell) && !parsed.value.isZero())
      return fault("OUT_OF_RANGE", { right: "an amount of money, not a percentage" });
    return withinLimits(parsed.value, text) ?? parsed;
  });
}

/** An amount of money; written with its currency's format. */
export const moneyColumn = (text: ColumnText & Limits): Column<Decimal> =>
  decimalColumn({ refuses: refusesParts, isAmount: true, ...text }, "money");

/** A rate that is always a fraction, percent format or not: 0.2 and 20 % are the same. */
export function fractionColumn(text: ColumnText): Column<Decimal> {
  return column("fraction", text, (cell, context) => {
    const parsed = parseDecimalCell(cell, context);
    if (!parsed.ok) return parsed;
    return withinLimits(parsed.value, { min: "0", max: "1" })
      ? fault("OUT_OF_RANGE", { right: "a fraction such as 0.2, or 20 %" })
      : parsed;
  });
}

/** The number of a percentage; a text with a sign of money is none. */
function parsePercentCell(cell: CellView, context: ReadContext): Parsed<Decimal> {
  const refused = cell.kind === CellKind.text ? refusesMoney(cell.text) : undefined;
  return refused ? { ok: false, fault: refused } : parseDecimalCell(cell, context);
}

/** Percent: a percent-formatted cell or "12 %" is a fraction, a plain number is percent (12 is 12 %). */
export function percentColumn(text: ColumnText & { readonly most?: string }): Column<Decimal> {
  const { most = "1" } = text;
  return column("percent", { refuses: refusesMoney, ...text }, (cell, context) => {
    const parsed = parsePercentCell(cell, context);
    if (!parsed.ok) return parsed;
    const isFraction = isPercentage(cell);
    const value = isFraction ? parsed.value : parsed.value.dividedBy(100);
    const outside = withinLimits(value, { min: "0", max: most });
    if (outside) return fault("OUT_OF_RANGE", { right: "from 0 to 100 percent" });
    const below = !isFraction && parsed.value.greaterThan(0) && parsed.value.lessThan(1);
    return below ? fault("AMBIGUOUS_DISCOUNT") : ok(value, parsed.remark);
  });
}

/** A plain number between these can be a percentage or a fraction: no tax is above 40 % or below 1.5 %. */
const LARGEST_FRACTION = "0.4";
const SMALLEST_PERCENT = "1.5";

/** A rate of tax as people write it: 0.19, 19 %, a percent format and 19 are the same. */
export function taxRateColumn(text: ColumnText): Column<Decimal> {
  return column("percent", { refuses: refusesMoney, ...text }, (cell, context) => {
    const parsed = parsePercentCell(cell, context);
    if (!parsed.ok) return parsed;
    const { value, remark } = parsed;
    const saysPercent = isPercentage(cell);
    const isFraction = saysPercent || value.lessThanOrEqualTo(LARGEST_FRACTION);
    if (!isFraction && value.lessThan(SMALLEST_PERCENT)) return fault("AMBIGUOUS_RATE");
    const rate = isFraction ? value : value.dividedBy(100);
    const outside = withinLimits(rate, { min: "0", max: "1" });
    return outside ? fault("OUT_OF_RANGE", { right: "from 0 to 100 percent" }) : ok(rate, remark);
  });
}

export function integerColumn(
  text: ColumnText & { readonly min: number; readonly max: number },
): Column<number> {
  return column("integer", text, (cell, context) => {
    const parsed = parseDecimalCell(cell, context);
    if (!parsed.ok) return parsed;
    const value = parsed.value.toNumber();
    const right = `a whole number from ${String(text.min)} to ${String(text.max)}`;
    const fits = parsed.value.isInteger() && value >= text.min && value <= text.max;
    return fits ? ok(value, parsed.remark) : fault("OUT_OF_RANGE", { right });
  });
}

/** Whole days; a time of day is ignored. */
export function dayColumn(text: ColumnText): Column<Day> {
  return column("day", text, (cell, context) => {
    const parsed = parseMomentCell(cell, context);
    return parsed.ok ? ok(parsed.value.day, parsed.remark) : parsed;
  });
}

/** Months, as 2026-10 or any day of them; the value is the first day: 2026-10-17 is 2026-10-01. */
export function monthColumn(text: ColumnText): Column<Day> {
  return column("day", text, (cell, context) => {
    const parsed = parseMomentCell(cell, context);
    if (!parsed.ok) return parsed;
    const { day, isMonth } = parsed.value;
    return ok(monthOf(day).from, isMonth === true ? undefined : parsed.remark);
  });
}

/** First and last day that a column takes. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

/** A day with its time of day, for usage and for when things were done. */
export function momentColumn(text: ColumnText & { readonly within?: DayRange }): Column<Moment> {
  const { within } = text;
  return column("moment", text, (cell, context) => {
    const parsed = parseMomentCell(cell, context);
    if (!parsed.ok || !within) return parsed;
    const { day } = parsed.value;
    if (day >= within.first && day <= within.last) return parsed;
    return fault("OUT_OF_RANGE", {
      right: `a day from ${formatDay(within.first)} to ${formatDay(within.last)}`,
    });
  });
}

/** One of a closed list; compared without case, spaces and punctuation. The first label of an id is written. */
export function choiceColumn<Id extends string>(
  text: ColumnText & {
    readonly choices: Readonly<Record<Id, string | readonly [string, ...string[]]>>;
    /** What to choose between, for words that could mean several of the choices. */
    readonly unclear?: { readonly words: readonly string[]; readonly right: string };
    /** What other words mean that are made up as people need them: per click. */
    readonly otherwise?: (text: string) => Id | undefined;
  },
): Column<Id> {
  const entries = Object.entries(text.choices) as [Id, string | readonly string[]][];
  const byKey = new Map<string, Id>();
  const labels = entries.map(([id, names]) => {
    const all = typeof names === "string" ? [names] : names;
    for (const name of [id, ...all]) byKey.set(nameKey(name), id);
    return all[0]!;
  });
  const unclear = new Set(text.unclear?.words.map(nameKey));
  const base = column<Id>("choice", text, (cell) => {
    const shown = shownText(cell);
    const key = nameKey(shown);
    const id = byKey.get(key) ?? text.otherwise?.(shown);
    if (id !== undefined) return ok(id);
    const right = unclear.has(key) ? text.unclear!.right : labels.join(", ");
    return fault("UNKNOWN_CHOICE", { right });
  });
  const labelOf = new Map(entries.map(([id], index) => [id as string, labels[index]!]));
  return { ...base, choices: labels, labels: labelOf };
}
