/** What may be between the parts of a number, or be left out. */
const separators = /[\s\p{Pd}]+/gu;
/** What goes on with a token: 1001 is not found in A1001, in 21001 or in $1001. */
const tokenCharacter = "[\\p{L}\\p{M}\\p{N}\\p{Sc}]";
/** Stands for text that a longer number has used up: an edge of tokens, and part of none. */
const USED = "\uFFFC";

/** A number without blanks, hyphens and case: "INV 1002" and "inv1002" are both inv1002. */
const keyOf = (number: string) => number.toLowerCase().replace(separators, "");

/**
 * Finds a number as a whole token. Blanks and hyphens may be where the number has them and between its letters and
 * digits, so INV-1002 and INV1002 are found in "inv 1002"; 1001 is not found in "10-01", which is a date.
 */
function patternOf(spelling: string): RegExp {
  const parts = spelling
    .split(/[\s\p{Pd}]+|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u)
    .filter((part) => part !== "")
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const token = parts.join("[\\s\\p{Pd}]*");
  return new RegExp(`(?<!${tokenCharacter})${token}(?!${tokenCharacter})`, "gu");
}

const isDigit = (character: string | undefined) => character !== undefined && /\p{N}/u.test(character);
const looksLikeAmount = /^(?:\d{1,3}(?:,\d{3})+|[\d,]*,\d{1,2})$/;

/** The digits that points, commas and hyphens tie to what was found: "1," and ".50" around 001 in 1,001.50. */
function tiedTo(text: string, start: number, end: number): { before: string; after: string } {
  let [from, to] = [start, end];
  const ties = /[\d.,\p{Pd}]/u;
  if (isDigit(text[start])) while (from > 0 && ties.test(text[from - 1]!)) from--;
  if (isDigit(text[end - 1])) while (to < text.length && ties.test(text[to]!)) to++;
  return {
    before: text.slice(from, start).replace(/^\D+/, ""),
    after: text.slice(end, to).replace(/\D+$/, ""),
  };
}

/** Whether what was found is a number of its own, not a part of an amount, a date or a longer number. */
function isWholeNumber(text: string, start: number, end: number, keys: ReadonlySet<string>): boolean {
  const { before, after } = tiedTo(text, start, end);
  const neighbours = `${before} ${after}`.split(/[\s,\p{Pd}]+/u).filter((part) => part !== "");
  // 101,102 is a list if both are numbers that are asked for, else an amount.
  if (neighbours.every((neighbour) => keys.has(neighbour))) return true;
  if (/[.\p{Pd}]/u.test(before + after)) return false;
  return !looksLikeAmount.test(before + text.slice(start, end) + after);
}

/** The text with every place of a number used up; undefined if it has none. */
function usedUp(text: string, spelling: string, keys: ReadonlySet<string>): string | undefined {
  let isThere = false;
  const rest = text.replace(patternOf(spelling), (found, start: number) => {
    if (!isWholeNumber(text, start, start + found.length, keys)) return found;
    isThere = true;
    return USED.repeat(found.length);
  });
  return isThere ? rest : undefined;
}

/**
 * Which of the numbers a text names, as positions in their order. Longest first, and text is used up once found: with
 * INV-1 and INV-10 open, "pays inv 10" names INV-10 only.
 */
export function numbersInText(text: string, numbers: readonly string[]): number[] {
  const spellings = numbers.map((number) => number.trim().toLowerCase());
  const keys = new Set(numbers.map(keyOf));
  const written = text.toLowerCase();
  const spoken = keyOf(text);
  const isLiteral = (spelling: string) => Number(written.includes(spelling));
  const candidates = [...new Set(spellings)]
    .filter((spelling) => /[\p{L}\p{N}]/u.test(spelling) && spoken.includes(keyOf(spelling)))
    // INV-12 goes before INV-1-2 where it is so in the text.
    .sort((a, b) => keyOf(b).length - keyOf(a).length || isLiteral(b) - isLiteral(a));
  const named = new Set<string>();
  let rest = written;
  for (const spelling of candidates) {
    const left = usedUp(rest, spelling, keys);
    if (left === undefined) continue;
    named.add(spelling);
    rest = left;
  }
  return spellings.flatMap((spelling, index) => (named.has(spelling) ? [index] : []));
}
