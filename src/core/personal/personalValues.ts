import { nameKey } from "../base/name";

/** Shorter values, and numbers alone, are in texts by chance. */
const FEWEST_CHARACTERS = 4;
const LONGEST_PREFIX = 3;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Lengths of the words of a text: those of "Anna  Berg" are "4,4", however its words are parted. */
function wordLengths(text: string): string {
  const words = text.normalize("NFD").match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.map((word) => nameKey(word).length).join(",");
}

/** The keys of plain characters, which nearly all texts are made of. */
const plainKeys = Array.from({ length: 128 }, (_, code) => nameKey(String.fromCharCode(code)));

const keyOfCharacter = (character: string): string =>
  plainKeys[character.charCodeAt(0)] ?? nameKey(character);

interface FoldedText {
  readonly folded: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A text as names are compared, with the place in the text from which each of its characters is. */
function foldedText(text: string): {
  readonly folded: string;
  readonly starts: number[];
  readonly ends: number[];
} {
  let folded = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const key = keyOfCharacter(character);
    for (const sign of key) {
      folded += sign;
      for (let unit = 0; unit < sign.length; unit++) {
        starts.push(at);
        ends.push(at + character.length);
      }
    }
    at += character.length;
    // An accent that stands by itself belongs to the letter before it.
    if (key === "" && /\p{M}/u.test(character) && ends.length > 0) ends[ends.length - 1] = at;
  }
  return { folded, starts, ends };
}

/** A value that is looked for inside texts. */
interface Sought {
  /** As values are compared. */
  readonly key: string;
  /** Forms of its words, as it was written. */
  readonly forms: Set<string>;
}

/** Personal values of a workbook, compared as names are, and found again inside texts. */
export class PersonalValues {
  private readonly sought = new Map<string, Sought>();
  /** By their beginning the lengths of values, the longest first: ten thousand names are found by as many lengths. */
  private readonly lengthsOf = new Map<string, number[]>();
  /** How long the beginnings are by which values are found, the longest first: hardly any is shorter than others. */
  private beginnings: readonly number[] = [];

  add(value: string): void {
    const text = value.trim();
    const key = nameKey(text);
    if (text.length < FEWEST_CHARACTERS || !/\p{L}/u.test(text) || key === "") return;
    // Some letters are folded differently within a word and alone, as a sigma is at its end.
    for (const found of new Set([key, foldedText(text).folded])) {
      const known = this.sought.get(found);
      known?.forms.add(wordLengths(text));
      if (known) continue;
      this.sought.set(found, { key, forms: new Set([wordLengths(text)]) });
      const prefix = found.slice(0, LONGEST_PREFIX);
      if (!this.beginnings.includes(prefix.length))
        this.beginnings = [...this.beginnings, prefix.length].sort((a, b) => b - a);
      const lengths = this.lengthsOf.get(prefix) ?? [];
      if (lengths.includes(found.length)) continue;
      this.lengthsOf.set(
        prefix,
        [...lengths, found.length].sort((a, b) => b - a),
      );
    }
  }

  /** The text with each value in it replaced by what stands for its key; the longest value goes first. */
  replaced(text: string, substitute: (key: string) => string): string {
    if (this.sought.size === 0 || text.length < FEWEST_CHARACTERS) return text;
    const { folded, starts, ends } = foldedText(text);
    let result = "";
    let done = 0;
    for (let at = 0; at < folded.length; at++) {
      const found = this.meantAt(text, { folded, starts, ends }, at);
      if (found === undefined) continue;
      result += text.slice(done, starts[at]) + substitute(this.sought.get(found)!.key);
      done = ends[at + found.length - 1]!;
      at += found.length - 1;
    }
    return done === 0 ? text : result + text.slice(done);
  }

  /** Whether a text holds one of the values. */
  isIn(text: string): boolean {
    // Every value has a letter: a figure or a day holds none.
    if (this.sought.size === 0 || text.length < FEWEST_CHARACTERS || !/\p{L}/u.test(text)) return false;
    if (!this.mayHold(text)) return false;
    const folded = foldedText(text);
    for (let at = 0; at < folded.folded.length; at++)
      if (this.meantAt(text, folded, at) !== undefined) return true;
    return false;
  }

  /** Hardly any text does: where its characters stand is asked of the others alone. */
  private mayHold(text: string): boolean {
    let folded = "";
    for (const character of text) folded += keyOfCharacter(character);
    for (let at = 0; at < folded.length; at++)
      if (this.foundAt(folded, at, () => true) !== undefined) return true;
    return false;
  }

  private foundAt(folded: string, at: number, isMeant: (found: string) => boolean): string | undefined {
    for (const beginning of this.beginnings) {
      for (const length of this.lengthsOf.get(folded.slice(at, at + beginning)) ?? []) {
        const found = folded.slice(at, at + length);
        if (this.sought.has(found) && isMeant(found)) return found;
      }
    }
    return undefined;
  }

  private meantAt(text: string, { folded, starts, ends }: FoldedText, at: number): string | undefined {
    return this.foundAt(folded, at, (found) =>
      this.isMeant(text, starts[at]!, ends[at + found.length - 1]!, found),
    );
  }

  /** A value has its words, or is a word of the text: "rome" is not in "euro merchant". */
  private isMeant(text: string, start: number, end: number, found: string): boolean {
    if (this.sought.get(found)!.forms.has(wordLengths(text.slice(start, end)))) return true;
    const before = text.slice(Math.max(0, start - 1), start);
    return !LETTER_OR_DIGIT.test(before) && !LETTER_OR_DIGIT.test(text.slice(end, end + 1));
  }
}
