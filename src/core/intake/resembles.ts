import { editsBetween, wordsOf } from "../base/likeness";
import { nameKey } from "../base/name";
import { remembered } from "../base/remembered";
import type { TableDefinition } from "../schema/table";

/** The field that a header may be meant for, and the tables that have it. */
export interface Resemblance {
  readonly title: string;
  readonly tables: readonly string[];
}

interface Candidate {
  readonly title: string;
  /** Smaller is nearer. */
  readonly far: number;
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
  const slips = most === 0 ? Infinity : editsBetween(a, b, most);
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
