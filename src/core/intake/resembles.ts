import { nameKey } from "../base/name";
import { remembered } from "../base/remembered";
import type { TableDefinition } from "../schema/table";

/** The field that a header may be meant for, and the tables that have it. */
export interface Resemblance {
  readonly title: string;
  readonly tables: readonly string[];
}

/**
 * Letters to change, add or leave out to make one text of the other; more than `most` where it takes more. Every unread
 * header is compared with every name there is, so that a pair is given up as soon as it cannot be near.
 */
function distance(a: string, b: string, most: number): number {
  let start = 0;
  let [endA, endB] = [a.length, b.length];
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  if (Math.abs(endA - endB) > most) return most + 1;
  let above = Array.from({ length: endB - start + 1 }, (_, i) => i);
  for (let i = start; i < endA; i++) {
    const row = [i - start + 1];
    for (let j = start; j < endB; j++) {
      const at = j - start;
      const change = above[at]! + (a.charCodeAt(i) === b.charCodeAt(j) ? 0 : 1);
      row.push(Math.min(change, above[at + 1]! + 1, row[at]! + 1));
    }
    if (Math.min(...row) > most) return most + 1;
    above = row;
  }
  return above[endB - start]!;
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

/** A name that a header is compared with, taken apart. */
interface Name {
  readonly key: string;
  readonly words: readonly string[];
}

const nameOf = (text: string): Name => ({ key: nameKey(text), words: wordsOf(text) });

/** How near a header is to a name: equal, its words within the other's, or a slip of the finger. */
function farness(header: Name, name: Name): number | undefined {
  const [a, b] = [header.key, name.key];
  if (a === b) return 0;
  if (isWithin(header.words, name.words) || isWithin(name.words, header.words))
    return 1 + Math.abs(a.length - b.length) / 100;
  // One letter of four makes another word: Cost and Cust.
  const most = Math.min(2, Math.floor((Math.min(a.length, b.length) - 1) / 4));
  const slips = most === 0 ? Infinity : distance(a, b, most);
  return slips <= most ? 2 + slips : undefined;
}

/** The names of the fields of a table. */
const namesIn = remembered(({ columns }: TableDefinition) =>
  Object.values(columns).flatMap(({ title, synonyms }) =>
    [title, ...synonyms].map((name) => ({ title, name: nameOf(name) })),
  ),
);

const PER = /\s+(?:per|je|pro|par|each)\s|\//i;

/** The field of the name that is nearest to a header. */
function nearestOf(header: Name, tables: readonly TableDefinition[]): Candidate | undefined {
  if (header.key === "") return undefined;
  let nearest: Candidate | undefined;
  for (const table of tables) {
    for (const { title, name } of namesIn(table)) {
      const far = farness(header, name);
      if (far !== undefined && (!nearest || far < nearest.far)) nearest = { title, far };
    }
  }
  return nearest;
}

/** Finds the field of any of the tables that a header most resembles; undefined where it resembles none. */
export type Resembles = (header: string) => Resemblance | undefined;

export function resemblances(tables: readonly TableDefinition[]): Resembles {
  return (text) => {
    const whole = nearestOf(nameOf(text), tables);
    // What a figure is for stands behind it: the least of each shipment is the least.
    const nearest = whole ?? nearestOf(nameOf(text.split(PER, 1)[0]!), tables);
    if (!nearest) return undefined;
    const { title } = nearest;
    const having = tables.filter(({ columns }) =>
      Object.values(columns).some((column) => column.title === title),
    );
    return { title, tables: having.map((table) => table.title) };
  };
}
