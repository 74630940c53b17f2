import { nameKey } from "../base/name";
import type { Decimal } from "../money/decimal";
import { parseDecimalCell, shownText, type CellView } from "../schema/column";

/**
 * What of a document a setting decides: what it comes to, what else it says, or nothing of it, as the settings of what
 * follows a document, of how it is looked at, and of exports. Seals hold the settings of the first two, so that typing
 * one of the third ends no approval; comparisons of books look for causes of amounts among the first.
 */
export type Decides = "amounts" | "documents" | "nothing";

/** A setting: what it is called, what it must be, and what holds without it. */
export interface SettingDefinition<T> {
  readonly title: string;
  readonly help: string;
  readonly decides: Decides;
  readonly fallback: T;
  /** What a value must be, for messages and the reference. */
  readonly right: string;
  /** Labels by id, where it is one of a list. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly parse: (cell: CellView) => T | undefined;
}

/** Day, month and year in any order, between signs: DD/MM/YYYY, M/D/YY. */
const DATE_FORMAT = /^(?:(?:DD?|MM?|YYYY|YY)[./ -]?){3}$/i;

/** The kinds of settings, each with what it decides: `nothing.text("SAP company code", "for sap-journal")`. */
export class SettingKinds {
  constructor(private readonly decides: Decides) {}

  /** One whose value is of no other kind. */
  own<T>(definition: Omit<SettingDefinition<T>, "decides">): SettingDefinition<T> {
    return { ...definition, decides: this.decides };
  }

  text(title: string, help: string, fallback = ""): SettingDefinition<string> {
    return this.own({ title, help, fallback, right: "text", parse: shownText });
  }

  /** A text that must be of some form, as `read` says. */
  checkedText(
    title: string,
    help: string,
    right: string,
    read: (written: string) => string | undefined,
    fallback = "",
  ): SettingDefinition<string> {
    return this.own({ title, help, fallback, right, parse: (cell) => read(shownText(cell)) });
  }

  choice<const T extends string>(
    title: string,
    help: string,
    choices: Readonly<Record<T, string>>,
    fallback: NoInfer<T>,
  ): SettingDefinition<T> {
    const entries = Object.entries<string>(choices) as [T, string][];
    return this.own<T>({
      title,
      help,
      fallback,
      right: `one of ${entries.map(([, label]) => label).join(", ")}`,
      choices,
      parse: (cell) => {
        const key = nameKey(shownText(cell));
        return entries.find(([id, label]) => nameKey(label) === key || nameKey(id) === key)?.[0];
      },
    });
  }

  amount<T extends Decimal | undefined>(
    title: string,
    help: string,
    fallback: T,
  ): SettingDefinition<Decimal | T> {
    return this.own<Decimal | T>({
      title,
      help,
      fallback,
      right: "an amount of 0 or more",
      parse: (cell) => {
        const parsed = parseDecimalCell(cell, {});
        return parsed.ok && !parsed.value.isNegative() ? parsed.value : undefined;
      },
    });
  }

  /** A whole number between two bounds, both of them allowed. */
  wholeNumber(
    title: string,
    help: string,
    fallback: number,
    [least, most]: readonly [least: number, most?: number],
  ): SettingDefinition<number> {
    return this.own({
      title,
      help,
      fallback,
      right: `a whole number from ${String(least)}${most === undefined ? "" : ` to ${String(most)}`}`,
      parse: (cell) => {
        const parsed = parseDecimalCell(cell, {});
        if (!parsed.ok || !parsed.value.isInteger()) return undefined;
        const value = parsed.value.toNumber();
        return value >= least && value <= (most ?? Number.MAX_SAFE_INTEGER) ? value : undefined;
      },
    });
  }

  pattern(title: string, help: string, fallback: string): SettingDefinition<string> {
    return this.own({
      title,
      help,
      fallback,
      right: "text with a running number in braces, such as INV-{YYYY}-{0000}",
      parse: (cell) => (/\{0+\}/.test(shownText(cell)) ? shownText(cell) : undefined),
    });
  }

  dateFormat(title: string, help: string): SettingDefinition<string> {
    return this.own({
      title,
      help,
      fallback: "",
      right: "day, month and year such as DD/MM/YYYY",
      parse: (cell) => {
        const shown = shownText(cell).toUpperCase();
        const isWhole = ["D", "M", "Y"].every((part) => shown.includes(part));
        return isWhole && DATE_FORMAT.test(shown) ? shown : undefined;
      },
    });
  }
}
