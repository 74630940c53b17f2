import { nameKey } from "../base/name";
import type { TableDefinition } from "../schema/table";

/** The field that a header may be meant for, and the tables that have it. */
export interface Resemblance {
  readonly title: string;
  readonly tables: readonly string[];
}

/** Letters to change, add or leave out to make one text of the other, up to `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, above[j]! + 1, row[j - 1]! + 1));
    }
    above = row;
  }
  return above[b.length]!;
}

interface Candidate {
  readonly title: string;
  /** Smaller is nearer. */
  readonly far: number;
}

function wordsOf(text: string): string[] {
  return text
    .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
    .split(/[^\p{L}\p{N}]+/u)
    .map(nameKey)
    .filter((word) => word !== "");
}

/** Whether all words of one text are among those of another, and most of them. */
function isWithin(words: readonly string[], others: readonly string[]): boolean {
  return words.length * 2 > others.length && words.every((word) => others.includes(word));
}

/** How near a header is to a name: equal, its words within the other's, or a slip of the finger. */
function farness(header: string, name: string): number | undefined {
  const [a, b] = [nameKey(header), nameKey(name)];
  if (a === b) return 0;
  const [words, others] = [wordsOf(header), wordsOf(name)];
  if (isWithin(words, others) || isWithin(others, words)) return 1 + Math.abs(a.length - b.length) / 100;
  const most = Math.min(2, Math.floor(Math.min(a.length, b.length) / 4));
  const slips = most === 0 ? Infinity : distance(a, b, most);
  return slips <= most ? 2 + slips : undefined;
}

function nearestIn(header: string, { columns }: TableDefinition): Candidate | undefined {
  let nearest: Candidate | undefined;
  for (const { title, synonyms } of Object.values(columns)) {
    for (const name of [title, ...synonyms]) {
      const far = farness(header, name);
      if (far !== undefined && (!nearest || far < nearest.far)) nearest = { title, far };
    }
  }
  return nearest;
}

/** The field of any table that a header most resembles; undefined where it resembles none. */
export function resemblanceOf(header: string, tables: readonly TableDefinition[]): Resemblance | undefined {
  if (nameKey(header) === "") return undefined;
  const candidates = tables.flatMap((definition) => nearestIn(header, definition) ?? []);
  const [nearest] = candidates.sort((a, b) => a.far - b.far);
  if (!nearest) return undefined;
  const having = tables.filter(({ columns }) =>
    Object.values(columns).some(({ title }) => title === nearest.title),
  );
  return { title: nearest.title, tables: having.map(({ title }) => title) };
}
