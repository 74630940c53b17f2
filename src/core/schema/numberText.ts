import { currencyCode } from "../money/currency";
import { Decimal } from "../money/decimal";

/** Which sign separates the decimals in the workbook's text numbers, once some of them settle it. */
export type DecimalSign = "." | ",";

export type NumberText =
  | { readonly kind: "number"; readonly value: Decimal; readonly sign?: DecimalSign }
  /** The text can mean two numbers and nothing settles which. */
  | { readonly kind: "ambiguous"; readonly point: Decimal; readonly comma: Decimal }
  | { readonly kind: "none" };

const none: NumberText = { kind: "none" };

/** A sign or ISO code that is beside an amount and does not change it. */
const mark =
  "((?:US|CA|AU|NZ|HK|NT|MX|[ACRS])?\\$|[€£¥￥₹₩₽₺₪₴₦₱₫฿]|SFr\\.|Rp\\.?|Fr\\.?|[Kk]r\\.?|zł|Kč|Ft|[A-Z]{3})?";
const shape = new RegExp(
  `^${mark}(\\()?([-+])?${mark}([-+])?([\\d.,'’ ]+(?:[eE][+-]?\\d{1,3})?)(%)?${mark}(-)?(\\))?${mark}$`,
);

interface Figures {
  readonly digits: string;
  readonly negative: boolean;
  readonly percent: boolean;
}

/** Marks of writing direction and spaces of no width, which come along when text is copied. */
export const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** Groups of digits are one space apart, on one line: "100  200" is two numbers. */
export const holdsTwoNumbers = (text: string): boolean => /\d(?:\s{2,}|[\n\r])\d/.test(text);

/** What is left of a text without currency, sign and percent; undefined when it is more than one number. */
function figuresOf(text: string): Figures | undefined {
  if (holdsTwoNumbers(text)) return undefined;
  // Spaces may be between groups of digits and around the marks; digitsWith judges the groups.
  const compact = text
    .replace(UNSEEN, "")
    // 95.— and 95,- have no cents.
    .replace(/(?<=\d)[.,][-–—]{1,2}(?!\d)/, "")
    .replace(/\u2212/g, "-")
    .replace(/(?<!\d)\s+|\s+(?!\d)/g, "")
    .replace(/\s/g, " ");
  const match = shape.exec(compact);
  if (!match) return undefined;
  const [, before, open, sign, left, inner, digits, percent, right, trailing, close, after] = match;
  const marks = [before, left, right, after].filter((found) => found !== undefined);
  const signs = [open, sign, inner, trailing].filter((found) => found !== undefined);
  const isCurrency = marks.every((found) => !/^[A-Z]{3}$/.test(found) || currencyCode(found) !== undefined);
  const isClosed = (open === undefined) === (close === undefined);
  if (!isCurrency || !isClosed || marks.length > 1 || signs.length > 1) return undefined;
  return {
    digits: digits!,
    negative: signs.length === 1 && signs[0] !== "+",
    percent: percent !== undefined,
  };
}

function decimalOf(digits: string, { negative, percent }: Figures): Decimal {
  const value = new Decimal(digits).times(negative ? -1 : 1);
  return percent ? value.dividedBy(100) : value;
}

const numberPattern = (group: string, decimal: string) =>
  new RegExp(`^(?:[1-9]\\d{0,2}([${group}'’ ])\\d{3}(?:\\1\\d{3})*|\\d+)?(?:${decimal}\\d+)?$`);
const patterns: Readonly<Record<DecimalSign, RegExp>> = {
  ".": numberPattern(",", "\\."),
  ",": numberPattern("\\.", ","),
};

/** Grouped digits ("1,234,567") with the decimals after the other sign, or plain digits with decimals. */
function digitsWith(text: string, sign: DecimalSign): string | undefined {
  if (!patterns[sign].test(text) || !/\d/.test(text)) return undefined;
  const plain = text.replace(sign === "." ? /[,'’ ]/g : /[.'’ ]/g, "").replace(",", ".");
  return plain.startsWith(".") ? `0${plain}` : plain;
}

/** "1,234" and "1.234" read both ways; "0.125" does not, since no group begins with 0. */
function readsBothWays(text: string): boolean {
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
}

/**
 * A number written as text: "1,234.50", "12 %", "(45.00)", "€ 9.90", "1 234,5-". `settled` is the decimal sign
 * that other values of the workbook use; without it "1,234" is ambiguous and not guessed.
 */
export function parseNumberText(text: string, settled?: DecimalSign): NumberText {
  // What programs write: most texts of most files, and nothing to weigh.
  if (/^-?\d{1,40}(?:\.\d{1,40})?$/.test(text) && !readsBothWays(text.replace("-", ""))) {
    const value = new Decimal(text);
    return text.includes(".") ? { kind: "number", value, sign: "." } : { kind: "number", value };
  }
  const figures = figuresOf(text);
  if (!figures) return none;
  const { digits } = figures;
  const isExponential = /^\d+(?:\.\d+)?e[+-]?\d{1,3}$/i.test(digits);
  if (isExponential) return { kind: "number", value: decimalOf(digits, figures) };
  const point = digitsWith(digits, ".");
  const comma = digitsWith(digits, ",");
  if (point === undefined && comma === undefined) return none;
  if (readsBothWays(digits) && point !== undefined && comma !== undefined) {
    if (settled === undefined) {
      return {
        kind: "ambiguous",
        point: decimalOf(point, figures),
        comma: decimalOf(comma, figures),
      };
    }
    return { kind: "number", value: decimalOf(settled === "." ? point : comma, figures) };
  }
  // Only one reading fits, or both are the same whole number; a decimal sign seen here settles others.
  const value = decimalOf((point ?? comma)!, figures);
  if (point !== undefined && comma !== undefined) return { kind: "number", value };
  return { kind: "number", value, sign: point !== undefined ? "." : "," };
}

/** About, a number, thousands or millions, marks of a footnote, a remark. */
const FIGURE = /^(?:(?:ca|approx|about|circa)\b\.?|[~≈<>±])?\s*\d[\d.,'’ ]*[km]?[*†‡§?!.~+\s]*(?:[([].*)?$/iu;
/** A sum, a range, one of two. */
const TWO_FIGURES = /^\d[\d.,]* ?[+*×/–-] ?\d[\d.,]*$/;

/**
 * Whether a person reads a text as a figure though it is not a plain number: “ca. 100”, “10*”, “10k”, “50 (est.)”,
 * “10 + 5”, “160 / 12”.
 */
export function isFigure(text: string): boolean {
  const trimmed = text.trim();
  return FIGURE.test(trimmed) || TWO_FIGURES.test(trimmed);
}

/** Under no header a text that begins with a digit may be a figure: “20 pieces of 5”. */
export const beginsWithDigit = (text: string): boolean => /^\s*\d/.test(text);

/** The unit of a number that is written with one: kWh of "20.25 kWh"; undefined for any other text. */
export function unitOfNumber(text: string): string | undefined {
  const trimmed = text.trim();
  const from = trimmed.search(/\p{L}/u);
  if (from < 1 || !/^\p{L}[\p{L}\p{N}/²³]*$/u.test(trimmed.slice(from))) return undefined;
  const unit = trimmed.slice(from);
  // 5G and 12a are names.
  const isApart = /\s$/.test(trimmed.slice(0, from)) || unit.length > 1;
  return isApart && parseNumberText(trimmed.slice(0, from)).kind !== "none" ? unit : undefined;
}
