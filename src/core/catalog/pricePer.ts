import { nameKey } from "../base/name";
import { currencyMarkIn } from "../money/currencyMark";
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

const PER = new Set(["per", "je", "pro", "par", "pour", "por", "à", "a", "/"]);
const TIME =
  /^(?:s|secs?|seconds?|mins?|minutes?|minuten?|h|hrs?|hours?|std|stunden?|days?|tage?|weeks?|months?|monate?|years?)$/;
/** 15 min and 24 hours name a stretch of time; 1000 minutes are counted. */
const LONGEST_STRETCH = 100;

interface Token {
  readonly text: string;
  readonly at: number;
}

function tokensOf(text: string): Token[] {
  return [...text.slice(0, 100).matchAll(TOKEN)].map(({ 0: token, index }) => ({
    text: token.toLowerCase(),
    at: index,
  }));
}

const multiplierOf = (word: string | undefined): number | undefined =>
  word !== undefined && Object.hasOwn(multipliers, word) ? multipliers[word] : undefined;

/** The number that a figure of a text stands for; undefined where it is part of a name (5G, 15 min) or 1. */
function numberAt(tokens: readonly Token[], index: number): Decimal | undefined {
  const { text, at } = tokens[index]!;
  const figure = figureOf(text);
  if (!figure) return undefined;
  const next = tokens[index + 1];
  const multiplier = multiplierOf(next?.text);
  const isJoined = next?.at === at + text.length;
  // 5G is a name; 1000calls is a number that lost its space, and k and M beside a figure are its size.
  if (isJoined && multiplier === undefined && text.length === 1) return undefined;
  const isStretch = next !== undefined && TIME.test(next.text) && figure.lessThan(LONGEST_STRETCH);
  if (isStretch && !PER.has(tokens[index - 1]?.text ?? "")) return undefined;
  const value = figure.times(multiplier ?? 1);
  return value.equals(1) || value.isZero() ? undefined : value;
}

/**
 * The number of units that a unit names in figures: 1000 for “per 1,000 calls”, “1k” and “je 1.000”. Undefined for
 * names that hold digits, such as m3, CO2 kg, 5G minutes and 15 min, and for 1.
 */
export function numberNamed(text: string): Decimal | undefined {
  const tokens = tokensOf(text);
  for (const index of tokens.keys()) {
    const value = /^\d/.test(tokens[index]!.text) ? numberAt(tokens, index) : undefined;
    if (value) return value;
  }
  return undefined;
}

/** The same for what is behind “per” in the header of a price, where a word will do: a million for “million tokens”. */
function numberPer(text: string): Decimal | undefined {
  const [first] = tokensOf(text);
  // Price per m is the price of a metre.
  const word = first && first.text.length > 2 ? multiplierOf(first.text) : undefined;
  return word === undefined ? numberNamed(`per ${text}`) : new Decimal(word);
}

const PRICE_WORDS = new Set(
  [
    ...[
      "price",
      "unit price",
      "unit rate",
      "rate",
      "list price",
      "net price",
      "cost",
      "fee",
      "preis",
      "einzelpreis",
    ],
    ...["prix", "prix unitaire", "tarif", "precio", "precio unitario", "tarifa", "prezzo", "prezzo unitario"],
    ...["tariffa", "prijs", "stuksprijs", "tarief"],
  ].map(nameKey),
);
const HEADER = /^([^\d/]{1,40}?)(?: (?:per|je|pro|par|pour|por|for|p\.) | ?\/ ?)(.{1,60})$/i;

const DAYS =
  /^\d+ (?:days?|tage?|jours?|d[ií]as?|giorni|dagen|weeks?|wochen?|months?|monate?|years?|jahre?)$/i;

/** What the header of a price names beside “price”: for how many units it is, and its currency, if it shows one. */
interface PricePer {
  readonly number: Decimal;
  readonly currency: string | undefined;
}

function readPricePer(header: string): PricePer | undefined {
  const text = header
    .slice(0, 100)
    .replace(/[()[\]\s]+|,\s+/g, " ")
    .trim();
  const match = HEADER.exec(text);
  if (!match) return undefined;
  const isMoney = (word: string) => currencyMarkIn(word) === word;
  const named = match[1]!.split(" ").filter((word) => !isMoney(word));
  const currency = text.split(/[ /]/).find(isMoney);
  // “€ per 1,000” is a price without the word.
  const isPrice = PRICE_WORDS.has(nameKey(named.join(" "))) || (named.length === 0 && currency !== undefined);
  // A rate for 30 days is a fee, however many units are used in them.
  const number = isPrice && !DAYS.test(match[2]!) ? numberPer(match[2]!) : undefined;
  return number && { number, currency };
}

/** The number of units that the header of a price names: 1000 for “Price per 1,000” and “Rate (EUR / 1k calls)”. */
export const pricePerNumber = (header: string): Decimal | undefined => readPricePer(header)?.number;

/** The currency beside the number that the header of a price names: USD for “Price (USD) per 1,000”. */
export const currencyOfPricePer = (header: string): string | undefined => readPricePer(header)?.currency;

/** What is behind “per” or a stroke: 100 kWh of “€/100 kWh” and of “Rate (per 100 kWh)”; undefined for nothing. */
export function behindPer(text: string): string | undefined {
  return /(?:\/|(?<!\p{L})(?:per|je|pro|par|pour|por)(?!\p{L}))\s*([^/]{1,60})$/iu
    .exec(text.trim().slice(0, 100))?.[1]
    ?.replace(/[)\]]$/, "");
}

/** The number of units for which a number format or a header says that a price is: 100 for “€/100 kWh”. */
export function numberBehindPer(text: string): Decimal | undefined {
  const behind = behindPer(text);
  const [first] = behind === undefined ? [] : tokensOf(behind);
  const names =
    first && (/^\d/.test(first.text) || (first.text.length > 2 && multiplierOf(first.text) !== undefined));
  return names ? numberPer(behind!) : undefined;
}

export function isPricePerNumber(header: string): boolean {
  return pricePerNumber(header) !== undefined;
}
