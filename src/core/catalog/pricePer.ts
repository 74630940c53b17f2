import { nameKey } from "../base/name";
import { Decimal } from "../money/decimal";

const multipliers: Readonly<Record<string, number>> = {
  k: 1e3,
  hundred: 1e2,
  hundert: 1e2,
  thousand: 1e3,
  tausend: 1e3,
  tsd: 1e3,
  mille: 1e3,
  m: 1e6,
  mio: 1e6,
  mn: 1e6,
  million: 1e6,
  millions: 1e6,
  millionen: 1e6,
  billion: 1e9,
};

/** 1,000 and 1.000 and 1 000 alike: nobody prices by a thousandth of a unit, so a group of three is a group. */
const GROUPED = /^\d{1,3}(?:[.,'’ ]\d{3})+$/;
/** Words and figures of a short text; digits that follow a letter belong to its word (m3, CO2). */
const TOKEN = /\p{L}[\p{L}\p{M}\d]*|\d[\d.,'’]*(?: \d{3}(?!\d))*/gu;

function figureOf(text: string): Decimal | undefined {
  const figure = text.replace(/[.,]+$/, "");
  if (GROUPED.test(figure)) return new Decimal(figure.replace(/[^\d]/g, ""));
  return /^\d+(?:[.,]\d+)?$/.test(figure) ? new Decimal(figure.replace(",", ".")) : undefined;
}

/**
 * The number that a text names: 1000 for “per 1,000 calls”, “1k” and “je 1.000”, a million for “million tokens”;
 * undefined for “m3”, “CO2 kg” and “5G minutes”, whose digits are part of a name, and for 1.
 */
export function numberNamed(text: string): Decimal | undefined {
  const tokens = [...text.slice(0, 100).matchAll(TOKEN)];
  for (const [index, { 0: token, index: at }] of tokens.entries()) {
    const next = tokens[index + 1];
    const isJoined = next !== undefined && next.index === at + token.length;
    const multiplier =
      next && Object.hasOwn(multipliers, next[0].toLowerCase()) ? multipliers[next[0].toLowerCase()]! : 1;
    const figure = /^\d/.test(token) ? figureOf(token) : undefined;
    if (figure) {
      // 5G is a name; 1000calls is a number that lost its space, and k and M beside a figure are its size.
      if (isJoined && multiplier === 1 && token.length === 1) continue;
      const value = figure.times(multiplier);
      return value.equals(1) || value.isZero() ? undefined : value;
    }
    const word = token.toLowerCase();
    if (word.length > 2 && Object.hasOwn(multipliers, word)) return new Decimal(multipliers[word]!);
  }
  return undefined;
}

const PRICE_WORDS = new Set(
  [
    "price",
    "unit price",
    "unit rate",
    "rate",
    "list price",
    "cost",
    "fee",
    "preis",
    "einzelpreis",
    "prix",
  ].map(nameKey),
);
const HEADER = /^([^\d/]{1,40}?)(?:\s+(?:per|je|pro|par|for)\s+|\s*\/\s*)(.{1,60})$/i;

/** The number of units that the header of a price names: 1000 for “Price per 1,000” and “Rate / 1k calls”. */
export function pricePerNumber(header: string): Decimal | undefined {
  const match = HEADER.exec(header.trim());
  return match && PRICE_WORDS.has(nameKey(match[1]!)) ? numberNamed(match[2]!) : undefined;
}

export function isPricePerNumber(header: string): boolean {
  return pricePerNumber(header) !== undefined;
}
