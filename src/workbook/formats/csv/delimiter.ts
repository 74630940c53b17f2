/** What may stand between two fields; a file can name another in its first line. */
type Delimiter = "," | ";" | "\t" | "|";

/** Among equals the first: a comma is the likeliest of them to stand in a text. */
const CANDIDATES: readonly Delimiter[] = ["\t", ";", "|", ","];
const SAMPLE_RECORDS = 20;

/** The first line `sep=;`, which Excel takes for the delimiter and not for data: up to and with its line end. */
const NAMED = /^sep=([^\r\n"])(?:\r\n|\r|\n|$)/i;

/** How the fields of a file are divided, and where its records begin. */
export interface Division {
  readonly delimiter: string;
  readonly start: number;
}

/** The delimiter that the first line names, else the one that shows. */
export function findDelimiter(text: string): Division {
  const named = NAMED.exec(text);
  if (named?.[1] !== undefined) return { delimiter: named[1], start: named[0].length };
  return { delimiter: detectDelimiter(text), start: 0 };
}

/** The delimiter that divides most of the first records into equally many fields; a comma if none divides any. */
function detectDelimiter(text: string): Delimiter {
  const records = countCandidates(text);
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const [index, candidate] of CANDIDATES.entries()) {
    const score = evenness(records.map((record) => record[index]!));
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

/** How many records have the usual count; among equals, the higher count is the better sign. */
function evenness(counts: readonly number[]): number {
  const records = new Map<number, number>();
  for (const count of counts) records.set(count, (records.get(count) ?? 0) + 1);
  records.delete(0);
  return Math.max(0, ...Array.from(records, ([count, alike]) => alike + 1 - 1 / (1 + count)));
}

/** How often each candidate stands outside quotes, in each of the first records that are not blank. */
function countCandidates(text: string): number[][] {
  const records: number[][] = [];
  let counts = CANDIDATES.map(() => 0);
  let recordStart = 0;
  let fieldStart = 0;
  for (let index = 0; index < text.length && records.length < SAMPLE_RECORDS; index++) {
    const character = text[index]!;
    if (character === '"' && index === fieldStart) index = closingQuote(text, index);
    const candidate = CANDIDATES.indexOf(character as Delimiter);
    const endsRecord = character === "\n" || character === "\r";
    if (candidate >= 0) counts[candidate]!++;
    if (candidate >= 0 || endsRecord) fieldStart = index + 1;
    if (!endsRecord) continue;
    if (index > recordStart) records.push(counts);
    counts = CANDIDATES.map(() => 0);
    recordStart = index + 1;
  }
  if (recordStart < text.length && records.length < SAMPLE_RECORDS) records.push(counts);
  return records;
}

/** The place of the quote that closes the one at `open`; doubled quotes stand for themselves. */
function closingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  return close < 0 ? text.length : close;
}
