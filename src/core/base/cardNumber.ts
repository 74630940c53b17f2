/** Numbers of one kind of card: how they begin, and how many digits they have. */
interface CardRange {
  readonly scheme: string;
  readonly from: string;
  readonly to: string;
  readonly lengths: readonly number[];
}

const from16to19 = [16, 17, 18, 19];
const from14to19 = [14, 15, ...from16to19];

/** Every kind of card whose numbers are looked for. */
export const cardRanges: readonly CardRange[] = [
  { scheme: "Visa", from: "4", to: "4", lengths: [13, 16, 19] },
  { scheme: "Mastercard", from: "51", to: "55", lengths: [16] },
  { scheme: "Mastercard", from: "2221", to: "2720", lengths: [16] },
  { scheme: "Amex", from: "34", to: "34", lengths: [15] },
  { scheme: "Amex", from: "37", to: "37", lengths: [15] },
  { scheme: "Discover", from: "6011", to: "6011", lengths: from16to19 },
  { scheme: "Discover", from: "644", to: "649", lengths: from16to19 },
  { scheme: "Discover", from: "65", to: "65", lengths: from16to19 },
  { scheme: "JCB", from: "3528", to: "3589", lengths: from16to19 },
  { scheme: "Diners", from: "300", to: "305", lengths: from14to19 },
  { scheme: "Diners", from: "36", to: "36", lengths: from14to19 },
  { scheme: "Diners", from: "38", to: "39", lengths: from14to19 },
  { scheme: "UnionPay", from: "62", to: "62", lengths: from16to19 },
];

/** Digits of the shortest card number. */
export const FEWEST_OF_CARD = 13;
const LONGEST = 19;

function rangeOf(digits: string): CardRange | undefined {
  return cardRanges.find(({ from, to }) => {
    const start = digits.slice(0, from.length);
    return start >= from && start <= to;
  });
}

/** The check digit: every second digit from the right doubled, its digits added; the sum ends in 0. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let digitIndex = 0; digitIndex < digits.length; digitIndex++) {
    const digit = Number(digits[digits.length - 1 - digitIndex]);
    const weighted = digitIndex % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

/** Groups of digits with nothing but blanks and hyphens between them, of any kind that word processors make. */
const chain = /\d+(?:[\s\p{Pd}]+\d+)*/gu;

/** Digits that a text may well hold without being a card: nothing shorter is looked at. */
const worthALook = /(?:\d[\s\p{Pd}]*){13}/u;

/** First and one past the last character of each card number in a text, from its start. */
function* cardNumbersIn(text: string): Generator<readonly [number, number]> {
  if (!worthALook.test(text)) return;
  for (const found of text.matchAll(chain)) {
    const groups = [...found[0].matchAll(/\d+/g)];
    for (let first = 0; first < groups.length; first++) {
      let digits = "";
      for (let last = first; last < groups.length && digits.length < LONGEST; last++) {
        digits += groups[last]![0];
        const fits = digits.length >= FEWEST_OF_CARD && digits.length <= LONGEST;
        if (!fits || !rangeOf(digits) || !passesLuhn(digits)) continue;
        yield [
          found.index + groups[first]!.index,
          found.index + groups[last]!.index + groups[last]![0].length,
        ];
        first = last;
        break;
      }
    }
  }
}

/** The kind of card whose number these digits are by beginning, length and check digit; undefined where they are none. */
export function schemeOf(digits: string): string | undefined {
  const range = rangeOf(digits);
  return range?.lengths.includes(digits.length) && passesLuhn(digits) ? range.scheme : undefined;
}

/**
 * Whether a text holds a number of 13 to 19 digits that may be a payment card's: "Order 12 4111 1111-1111 1111" does.
 * It begins and ends with a group of digits, so a part of a longer run of digits is none.
 */
export function holdsCardNumber(text: string): boolean {
  return cardNumbersIn(text).next().done !== true;
}

/** A number with every digit but its last four as a star. */
export function maskedNumber(number: string): string {
  let left = number.replace(/\D/g, "").length;
  return number.replace(/\d/g, (digit) => (left-- > 4 ? "*" : digit));
}

/** The text with every digit of a card number but its last four as a star: "4111 1111 1111 1111" is "**** **** **** 1111". */
export function maskCardNumbers(text: string): string {
  let masked = "";
  let done = 0;
  for (const [start, end] of cardNumbersIn(text)) {
    masked += text.slice(done, start) + maskedNumber(text.slice(start, end));
    done = end;
  }
  return done === 0 ? text : masked + text.slice(done);
}
