import { nameKey } from "../base/name";
import { meanings } from "../schema/header";
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

/** How near a header is to a name: equal, one within the other, or a slip of the finger. */
function farness(header: string, name: string): number | undefined {
  if (header === name) return 0;
  const [short, long] = header.length < name.length ? [header, name] : [name, header];
  if (short.length >= 4 && long.includes(short)) return 1 + (long.length - short.length) / long.length;
  const most = Math.min(2, Math.floor(short.length / 4));
  const slips = most === 0 ? Infinity : distance(header, name, most);
  return slips <= most ? 2 + slips : undefined;
}

function nearestIn(key: string, definition: TableDefinition): Candidate | undefined {
  let nearest: Candidate | undefined;
  for (const [name, { field }] of meanings(definition, new Map()).byKey) {
    const far = farness(key, name);
    if (far === undefined || (nearest && nearest.far <= far)) continue;
    nearest = { title: definition.columns[field]!.title, far };
  }
  return nearest;
}

/** The field of any table that a header most resembles; undefined where it resembles none. */
export function resemblanceOf(header: string, tables: readonly TableDefinition[]): Resemblance | undefined {
  const key = nameKey(header);
  if (key === "") return undefined;
  const candidates = tables.flatMap((definition) => nearestIn(key, definition) ?? []);
  const [nearest] = candidates.sort((a, b) => a.far - b.far);
  if (!nearest) return undefined;
  const having = tables.filter(({ columns }) =>
    Object.values(columns).some(({ title }) => title === nearest.title),
  );
  return { title: nearest.title, tables: having.map(({ title }) => title) };
}
