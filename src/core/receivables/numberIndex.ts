/** A number taken apart: runs of letters and runs of digits, and what stands between them. */
interface Parts {
  readonly runs: readonly string[];
  /** Texts between the runs, one less than they are. */
  readonly between: readonly string[];
  /** Lengths of the compact text after which the number itself has a separator or goes from letters to digits. */
  readonly breaks: ReadonlySet<number>;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const runPattern = /\p{L}[\p{L}\p{M}]*|\p{N}+/gu;
/** What may stand between runs of any number. */
const freelyBetween = /^[\s\p{Pd}]*$/u;
/** What may stand there as well, where the number itself has it: 2026/0133, R.12. */
const betweenPattern = /^[\s\p{Pd}/._:]{0,4}$/u;
const tokenCharacter = /[\p{L}\p{M}\p{N}\p{Sc}]/u;
const MOST_RUNS = 12;

function tokensOf(text: string): Token[] {
  return [...text.toLowerCase().matchAll(runPattern)].map((found) => ({
    text: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}

const withoutZeros = (run: string): string => run.replace(/^0+(?=\p{N})/u, "");

function partsOf(text: string, tokens: readonly Token[]): Parts {
  const breaks = new Set<number>();
  let length = 0;
  for (const token of tokens) breaks.add((length += token.text.length));
  const between = tokens.slice(1).map(({ start }, index) => text.slice(tokens[index]!.end, start));
  return { runs: tokens.map((token) => token.text), between, breaks };
}

/** Whether other signs than blanks and hyphens stand in a text only where the number has the same. */
function hasOwnSigns({ between, runs }: Parts, number: Parts): boolean {
  return between.every(
    (sign, index) =>
      freelyBetween.test(sign) || (runs.length === number.runs.length && sign === number.between[index]),
  );
}

const compactOf = ({ runs }: Parts): string => runs.join("");
/** INV-0001 and inv 1 are both inv|1. */
const plainOf = ({ runs }: Parts): string => runs.map(withoutZeros).join("|");

/** Numbers of documents by how people write them. */
export interface NumberIndex {
  /** The numbers that a text names as whole tokens, each once, in the order of the text. */
  readonly namedIn: (text: string) => string[];
  /** Those, and numbers of which a list has but the ending: INV-0133, 0266 und 0400 names three. */
  readonly listedIn: (text: string) => string[];
  /** The number that is meant, whatever case, blanks, hyphens and leading zeros. */
  readonly find: (written: string) => string | undefined;
}

interface Entry {
  readonly number: string;
  readonly parts: Parts;
}

/** Numbers in a text, and the last token of them. */
interface Named {
  readonly entries: readonly Entry[];
  readonly last: number;
}

const numbersOf = (entries: readonly Entry[]): string[] => [...new Set(entries.map(({ number }) => number))];

const SHORTEST_ENDING = 3;
/** What goes on as an amount: 1250,00 and 1250.5 are none of a list. */
const decimals = /^(?:\.\p{N}|,\p{N}{1,2}(?!\p{N}))/u;
const conjunctions: ReadonlySet<string> = new Set(["und", "and", "et", "y", "en", "e", "u"]);

const withEnding = (parts: Parts, ending: string): Parts => ({
  ...parts,
  runs: [...parts.runs.slice(0, -1), ending],
});

/** Digits behind a number that are as long as its last ones, with no more than what divides a list between them. */
function endingsAfter(text: string, tokens: readonly Token[], last: number, ofNumber: string): string[] {
  const endings: string[] = [];
  if (!/^\p{N}+$/u.test(ofNumber) || ofNumber.length < SHORTEST_ENDING) return endings;
  let end = tokens[last]!.end;
  for (const { text: token, start, end: tokenEnd } of tokens.slice(last + 1)) {
    if (conjunctions.has(token)) continue;
    const between = text
      .slice(end, start)
      .split(/[\s,;/&+]/)
      .filter((part) => part !== "");
    const isListed = start > end && between.every((part) => conjunctions.has(part));
    const isWhole =
      !tokenCharacter.test(text[tokenEnd] ?? "") && !decimals.test(text.slice(tokenEnd, tokenEnd + 4));
    if (!isListed || !isWhole || !/^\p{N}+$/u.test(token) || token.length !== ofNumber.length) break;
    endings.push(token);
    end = tokenEnd;
  }
  return endings;
}

/** The numbers of which endings stand behind another; none where one of them is no number. */
function listedAfter(
  { entries, last }: Named,
  text: string,
  tokens: readonly Token[],
  byCompact: ReadonlyMap<string, readonly Entry[]>,
): Entry[] {
  const [entry] = entries;
  if (entries.length > 1 || !entry) return [];
  const endings = endingsAfter(text, tokens, last, entry.parts.runs.at(-1) ?? "");
  const found = endings.map((ending) => byCompact.get(compactOf(withEnding(entry.parts, ending))) ?? []);
  return found.every((numbers) => numbers.length === 1) ? found.flat() : [];
}

function add(index: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = index.get(key);
  if (entries) entries.push(entry);
  else index.set(key, [entry]);
}

/** A piece of an amount or date rather than a number: digits tied by a point, comma or hyphen to digits outside. */
function isTied(text: string, first: Token, last: Token, isKnown: (token: string) => boolean): boolean {
  const before = /(\p{N}+)([.,\p{Pd}])$/u.exec(text.slice(Math.max(0, first.start - 24), first.start));
  const after = /^([.,\p{Pd}])(\p{N}+)/u.exec(text.slice(last.end, last.end + 24));
  const ties = [
    /^\p{N}/u.test(first.text) && before && { sign: before[2]!, digits: before[1]! },
    /^\p{N}/u.test(last.text) && after && { sign: after[1]!, digits: after[2]! },
  ];
  return ties.some((tie) => tie && (tie.sign === "." || !isKnown(tie.digits)));
}

/** Runs of tokens from a place with nothing but what divides numbers within and around them, longest first. */
function* windowsAt(
  text: string,
  tokens: readonly Token[],
  first: number,
  longest: number,
): Generator<Token[]> {
  if (tokenCharacter.test(text[tokens[first]!.start - 1] ?? "")) return;
  for (let count = Math.min(longest, tokens.length - first); count > 0; count--) {
    const window = tokens.slice(first, first + count);
    const isWhole = !tokenCharacter.test(text[window[count - 1]!.end] ?? "");
    const isJoined = window.every(
      ({ end }, tokenIndex) =>
        tokenIndex === count - 1 || betweenPattern.test(text.slice(end, window[tokenIndex + 1]!.start)),
    );
    if (isWhole && isJoined) yield window;
  }
}

/** Lengths of the compact text after which a text has a separator. */
function gapsOf(tokens: readonly Token[]): number[] {
  const gaps: number[] = [];
  let length = 0;
  for (const [tokenIndex, { text, end }] of tokens.entries()) {
    length += text.length;
    const next = tokens[tokenIndex + 1];
    if (next && next.start > end) gaps.push(length);
  }
  return gaps;
}

/** Builds the index over all numbers once, so that a text costs no more however many there are. */
export function numberIndex(numbers: readonly string[]): NumberIndex {
  const byCompact = new Map<string, Entry[]>();
  const byPlain = new Map<string, Entry[]>();
  let longest = 1;
  for (const number of new Set(numbers)) {
    const parts = partsOf(number, tokensOf(number));
    if (parts.runs.length === 0 || parts.runs.length > MOST_RUNS) continue;
    longest = Math.max(longest, parts.runs.length);
    const entry = { number, parts };
    add(byCompact, compactOf(parts), entry);
    add(byPlain, plainOf(parts), entry);
  }
  const exact = new Set(numbers);

  /** Entries that a run of tokens spells; a number spelled letter by letter goes before one with other zeros. */
  const spelled = (text: string, tokens: readonly Token[]): Entry[] => {
    const written = partsOf(text, tokens);
    const gaps = gapsOf(tokens);
    const compact = (byCompact.get(compactOf(written)) ?? []).filter(
      ({ parts }) => gaps.every((gap) => parts.breaks.has(gap)) && hasOwnSigns(written, parts),
    );
    if (compact.length > 0) return compact;
    return (byPlain.get(plainOf(written)) ?? []).filter(({ parts }) => hasOwnSigns(written, parts));
  };
  const isKnown = (token: string) => byCompact.has(token) || byPlain.has(withoutZeros(token));

  const namedOf = (text: string, tokens: readonly Token[]): Named[] => {
    const named: Named[] = [];
    for (let first = 0; first < tokens.length; first++)
      for (const window of windowsAt(text, tokens, first, longest)) {
        const entries = spelled(text, window);
        if (entries.length === 0 || isTied(text, window[0]!, window.at(-1)!, isKnown)) continue;
        first += window.length - 1;
        named.push({ entries, last: first });
        break;
      }
    return named;
  };
  const namedIn = (given: string): string[] => {
    const text = given.toLowerCase();
    return numbersOf(namedOf(text, tokensOf(text)).flatMap(({ entries }) => entries));
  };
  const listedIn = (given: string): string[] => {
    const text = given.toLowerCase();
    const tokens = tokensOf(text);
    return numbersOf(
      namedOf(text, tokens).flatMap((named) => [
        ...named.entries,
        ...listedAfter(named, text, tokens, byCompact),
      ]),
    );
  };
  const find = (written: string): string | undefined => {
    const trimmed = written.trim();
    if (exact.has(trimmed)) return trimmed;
    const found = spelled(trimmed, tokensOf(trimmed));
    return found.length === 1 ? found[0]!.number : undefined;
  };
  return { namedIn, listedIn, find };
}
