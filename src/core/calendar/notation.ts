import { formatExactMoney, formatFigure, formatMoney } from "../money/format";
import type { Decimal } from "../money/decimal";
import { civilOf, formatDay, type Day } from "./day";
import { formatLongDay } from "./longDate";

/** Figures and days within texts, as a language writes them. */
export interface Notation {
  readonly day: (day: Day) => string;
  readonly figure: (value: Decimal) => string;
  /** An amount with its currency's decimals. */
  readonly money: (value: Decimal, currency: string) => string;
  /** A price with all its decimals. */
  readonly price: (value: Decimal, currency: string) => string;
}

const two = (value: number) => String(value).padStart(2, "0");

/** Which signs stand between thousands, before decimals and between parts of a day. */
function written(thousands: string, decimal: string, between: string): Notation {
  const changed = (figure: string) => figure.replace(/[.,]/g, (sign) => (sign === "," ? thousands : decimal));
  return {
    day: (day) => {
      const { year, month, day: date } = civilOf(day);
      return [two(date), two(month), String(year)].join(between);
    },
    figure: (value) => changed(formatFigure(value)),
    money: (value, currency) => changed(formatMoney(value, currency)),
    price: (value, currency) => changed(formatExactMoney(value, currency)),
  };
}

const english: Notation = {
  day: formatLongDay,
  figure: formatFigure,
  money: formatMoney,
  price: formatExactMoney,
};

/** The languages that customers are written to in. */
export const notations = {
  en: english,
  de: written(".", ",", "."),
  fr: written("\u00a0", ",", "/"),
  es: written(".", ",", "/"),
  nl: written(".", ",", "-"),
  it: written(".", ",", "/"),
} as const satisfies Readonly<Record<string, Notation>>;
export type LanguageCode = keyof typeof notations;

/** Where nobody said which language: days that are read alike everywhere. */
export const unspokenNotation: Notation = { ...english, day: formatDay };

const names: readonly (readonly [RegExp, LanguageCode])[] = [
  [/^english$/i, "en"],
  [/^(?:german|deutsch)$/i, "de"],
  [/^(?:french|français|francais)$/i, "fr"],
  [/^(?:spanish|español|espanol)$/i, "es"],
  [/^(?:dutch|nederlands)$/i, "nl"],
  [/^(?:italian|italiano)$/i, "it"],
];

const isLanguage = (code: string): code is LanguageCode => Object.hasOwn(notations, code);

/** The language that a cell names by its code (de, de-AT) or name; undefined for any other and for none. */
export function languageCodeOf(language = ""): LanguageCode | undefined {
  const text = language.trim();
  if (!/^[a-z]{2}(?:[-_].*)?$/i.test(text)) return names.find(([name]) => name.test(text))?.[1];
  const code = text.slice(0, 2).toLowerCase();
  return isLanguage(code) ? code : undefined;
}
