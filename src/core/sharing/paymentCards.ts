import { maskedNumber, schemeOf } from "../base/cardNumber";

/** A payment card number in a text. */
export interface PaymentCard {
  readonly start: number;
  readonly end: number;
  /** The number with all but its last four digits as stars. */
  readonly masked: string;
  readonly scheme: string;
}

/** Finds the payment card numbers of a text, from its start. */
export type FindCards = (text: string) => PaymentCard[];

const SHORTEST = 13;
const LONGEST = 19;

/** Groups of digits with one blank or hyphen of any kind between two of them. */
const CHAIN = /\d+(?:[\s\p{Pd}]\d+)*/gu;
const LETTER_OR_SIGN_BEFORE = /[\p{L}\p{M}+]$/u;
const LETTER_OR_SIGN_AFTER = /^[\p{L}\p{M}+]/u;
/** Beside digits a point or comma makes a number of them; at the end of a sentence it does not. */
const DECIMAL_BEFORE = /\d[.,]$/;
const DECIMAL_AFTER = /^[.,]\d/;

/** A card number stands by itself: what is beside it belongs to another word or number otherwise. */
function isAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  const isPartOfWord = LETTER_OR_SIGN_BEFORE.test(before) || LETTER_OR_SIGN_AFTER.test(after);
  return !isPartOfWord && !DECIMAL_BEFORE.test(before) && !DECIMAL_AFTER.test(after);
}

/** The cards among the groups of a chain; the longest that fits is taken, so that none of its digits stays. */
function* cardsOfChain(text: string, chain: string, at: number): Generator<PaymentCard> {
  const groups = [...chain.matchAll(/\d+/g)].map((group) => ({
    start: at + group.index,
    end: at + group.index + group[0].length,
    digits: group[0],
  }));
  for (let first = 0; first < groups.length; first++) {
    let digits = "";
    let card: PaymentCard | undefined;
    let taken = first;
    for (let last = first; last < groups.length && digits.length < LONGEST; last++) {
      digits += groups[last]!.digits;
      const scheme = digits.length < SHORTEST ? undefined : schemeOf(digits);
      const { start } = groups[first]!;
      const { end } = groups[last]!;
      if (scheme === undefined || !isAlone(text, start, end)) continue;
      card = { start, end, masked: maskedNumber(text.slice(start, end)), scheme };
      taken = last;
    }
    if (!card) continue;
    yield card;
    first = taken;
  }
}

function cardsIn(text: string): PaymentCard[] {
  if (text.length < SHORTEST) return [];
  const found: PaymentCard[] = [];
  for (const chain of text.matchAll(CHAIN))
    if (chain[0].length >= SHORTEST) found.push(...cardsOfChain(text, chain[0], chain.index));
  return found;
}

/** Whether one of the numbers stands in the text over all of a card. */
function isWithin(text: string, { start, end }: PaymentCard, numbers: readonly string[]): boolean {
  return numbers.some((number) => {
    for (let at = text.indexOf(number); at >= 0 && at <= start; at = text.indexOf(number, at + 1))
      if (at + number.length >= end) return true;
    return false;
  });
}

/**
 * What finds payment card numbers in a workbook: 13 to 19 digits with single blanks or hyphens between them, nothing beside
 * that belongs to them, and the beginning, length and check digit of a card. Invoice numbers of the workbook are none.
 */
export function cardFinder(invoiceNumbers: Iterable<string>): FindCards {
  const exempt = [...new Set(invoiceNumbers)].filter((number) => cardsIn(number).length > 0);
  return (text) => cardsIn(text).filter((card) => !isWithin(text, card, exempt));
}

/** The text with the numbers of these cards masked. */
export function withMaskedCards(text: string, cards: readonly PaymentCard[]): string {
  let masked = "";
  let done = 0;
  for (const card of cards) {
    masked += text.slice(done, card.start) + card.masked;
    done = card.end;
  }
  return masked + text.slice(done);
}
