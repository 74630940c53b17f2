interface Prefix {
  readonly from: string;
  readonly to: string;
}

/** First digits of payment cards: Visa, Mastercard, Amex, Discover, JCB, Diners, UnionPay. */
const prefixes: readonly Prefix[] = [
  { from: "4", to: "4" },
  { from: "51", to: "55" },
  { from: "2221", to: "2720" },
  { from: "34", to: "34" },
  { from: "37", to: "37" },
  { from: "6011", to: "6011" },
  { from: "644", to: "649" },
  { from: "65", to: "65" },
  { from: "3528", to: "3589" },
  { from: "300", to: "305" },
  { from: "36", to: "36" },
  { from: "38", to: "39" },
  { from: "62", to: "62" },
];

const SHORTEST = 13;
const LONGEST = 19;

function hasCardPrefix(digits: string): boolean {
  return prefixes.some(({ from, to }) => {
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
        const fits = digits.length >= SHORTEST && digits.length <= LONGEST;
        if (!fits || !hasCardPrefix(digits) || !passesLuhn(digits)) continue;
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

/**
 * Whether a text holds a number of 13 to 19 digits that may be a payment card's: "Order 12 4111 1111-1111 1111" does.
 * It begins and ends with a group of digits, so a part of a longer run of digits is none.
 */
export function holdsCardNumber(text: string): boolean {
  return cardNumbersIn(text).next().done !== true;
}

/** The text with every digit of a card number but its last four as a star: "4111 1111 1111 1111" is "**** **** **** 1111". */
export function maskCardNumbers(text: string): string {
  let masked = "";
  let done = 0;
  for (const [start, end] of cardNumbersIn(text)) {
    const number = text.slice(start, end);
    let left = number.replace(/\D/g, "").length;
    masked += text.slice(done, start) + number.replace(/\d/g, (digit) => (left-- > 4 ? "*" : digit));
    done = end;
  }
  return done === 0 ? text : masked + text.slice(done);
}
