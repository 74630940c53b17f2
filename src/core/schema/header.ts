import { nameKey } from "../base/name";
import { CellKind } from "../grid/grid";
import type { Area } from "./areas";
import type { Mapping } from "./mapping";
import type { TableDefinition } from "./table";
import { viewCell } from "./viewCell";

/** How far down a header row is looked for. */
export const HEADER_ROWS = 20;

/** A column that means a field of which another one is read; `isEqual` where nothing says which of them counts. */
export interface Rival {
  readonly field: string;
  readonly column: number;
  readonly text: string;
  readonly isEqual: boolean;
}

/** What one row says as a header. */
export interface Header {
  readonly row: number;
  readonly columnOf: ReadonlyMap<string, number>;
  readonly others: ReadonlyMap<number, string>;
  readonly rivals: readonly Rival[];
}

/** What a header means; where two mean one field, the user's choice goes before its title, the title before a synonym. */
export interface Meaning {
  readonly field: string;
  readonly rank: 0 | 1 | 2;
}

export function meanings(definition: TableDefinition, mapping: Mapping): Map<string, Meaning> {
  const keys = new Map<string, Meaning>();
  const fields = Object.entries(definition.columns);
  // Titles first: a synonym of one field never takes the title of another.
  for (const [field, column] of fields) keys.set(nameKey(column.title), { field, rank: 1 });
  for (const [field, column] of fields) {
    for (const synonym of column.synonyms) {
      if (!keys.has(nameKey(synonym))) keys.set(nameKey(synonym), { field, rank: 2 });
    }
  }
  for (const [title, header] of mapping) {
    const field = fields.find(([, column]) => nameKey(column.title) === title)?.[0];
    if (field === undefined) continue;
    if (header !== "") keys.set(nameKey(header), { field, rank: 0 });
    else for (const [key, meaning] of keys) if (meaning.field === field) keys.delete(key);
  }
  return keys;
}

export function readHeader(area: Area, row: number, keys: ReadonlyMap<string, Meaning>): Header {
  const columnOf = new Map<string, number>();
  const rankOf = new Map<string, number>();
  const others = new Map<number, string>();
  const rivals: Rival[] = [];
  const known: { column: number; text: string; meaning: Meaning }[] = [];
  for (let column = area.firstColumn; column <= area.lastColumn; column++) {
    const cell = viewCell(area.grid, row, column);
    if (cell.kind !== CellKind.text) continue;
    const text = cell.text.trim();
    const meaning = keys.get(nameKey(text));
    if (meaning) known.push({ column, text, meaning });
    else if (text !== "") others.set(column, text);
  }
  known.sort((a, b) => a.meaning.rank - b.meaning.rank);
  for (const { column, text, meaning } of known) {
    const { field, rank } = meaning;
    if (!columnOf.has(field)) {
      columnOf.set(field, column);
      rankOf.set(field, rank);
      continue;
    }
    others.set(column, text);
    rivals.push({ field, column, text, isEqual: rankOf.get(field) === rank });
  }
  return { row, columnOf, others, rivals };
}

export function findHeader(area: Area, keys: ReadonlyMap<string, Meaning>): Header {
  const last = area.hasOwnHeader ? area.firstRow : Math.min(area.firstRow + HEADER_ROWS - 1, area.lastRow);
  let best = readHeader(area, area.firstRow, keys);
  for (let row = area.firstRow + 1; row <= last; row++) {
    const header = readHeader(area, row, keys);
    if (header.columnOf.size > best.columnOf.size) best = header;
  }
  return best;
}
