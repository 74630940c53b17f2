import { nameKey } from "../base/name";
import type { Decimal } from "../money/decimal";
import { parseDecimalCell, shownText, type CellView } from "../schema/column";

/** A setting: what it is called, what it must be, and what holds without it. */
export interface SettingDefinition<T> {
  readonly title: string;
  readonly help: string;
  readonly fallback: T;
  /** What a value must be, for messages and the reference. */
  readonly right: string;
  /** Labels by id, where it is one of a list. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly parse: (cell: CellView) => T | undefined;
}

export function text(title: string, help: string, fallback = ""): SettingDefinition<string> {
  return { title, help, fallback, right: "text", parse: shownText };
}

/** A text that must be of some form, as `read` says. */
export function checkedText(
  title: string,
  help: string,
  right: string,
  read: (written: string) => string | undefined,
  fallback = "",
): SettingDefinition<string> {
  return { title, help, fallback, right, parse: (cell) => read(shownText(cell)) };
}

export function choice<const T extends string>(
  title: string,
  help: string,
  choices: Readonly<Record<T, string>>,
  fallback: NoInfer<T>,
): SettingDefinition<T> {
  const entries = Object.entries<string>(choices) as [T, string][];
  return {
    title,
    help,
    fallback,
    right: `one of ${entries.map(([, label]) => label).join(", ")}`,
    choices,
    parse: (cell) => {
      const key = nameKey(shownText(cell));
      return entries.find(([id, label]) => nameKey(label) === key || nameKey(id) === key)?.[0];
    },
  };
}

export function amount<T extends Decimal | undefined>(
  title: string,
  help: string,
  fallback: T,
): SettingDefinition<Decimal | T> {
  return {
    title,
    help,
    fallback,
    right: "an amount of 0 or more",
    parse: (cell) => {
      const parsed = parseDecimalCell(cell, {});
      return parsed.ok && !parsed.value.isNegative() ? parsed.value : undefined;
    },
  };
}

export function pattern(title: string, help: string, fallback: string): SettingDefinition<string> {
  return {
    title,
    help,
    fallback,
    right: "text with a running number in braces, such as INV-{YYYY}-{0000}",
    parse: (cell) => (/\{0+\}/.test(shownText(cell)) ? shownText(cell) : undefined),
  };
}

/** Day, month and year in any order, between signs: DD/MM/YYYY, M/D/YY. */
const DATE_FORMAT = /^(?:(?:DD?|MM?|YYYY|YY)[./ -]?){3}$/i;

export function dateFormat(title: string, help: string): SettingDefinition<string> {
  return {
    title,
    help,
    fallback: "",
    right: "day, month and year such as DD/MM/YYYY",
    parse: (cell) => {
      const shown = shownText(cell).toUpperCase();
      const isWhole = ["D", "M", "Y"].every((part) => shown.includes(part));
      return isWhole && DATE_FORMAT.test(shown) ? shown : undefined;
    },
  };
}
