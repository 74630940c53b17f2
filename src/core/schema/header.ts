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

/** What headers mean, by nameKey; `of` also knows those that a column recognises by itself. */
export interface Meanings {
  readonly of: (header: string) => Meaning | undefined;
  /** Fields that are read from another's column where none is headed like them. */
  readonly elseFields: ReadonlyMap<string, string>;
}

export function meanings(definition: TableDefinition, mapping: Mapping): Meanings {
  const keys = meaningsByKey(definition, mapping);
  const fields = Object.entries(definition.columns);
  const patterns = fields.filter(([, { isHeader }]) => isHeader !== undefined);
  const elseFields = new Map(
    fields.flatMap(([field, { elseField }]) =>
      elseField === undefined ? [] : [[field, elseField] as const],
    ),
  );
  const recognised = (header: string): Meaning | undefined => {
    const found = patterns.find(([, { isHeader }]) => isHeader!(header));
    return found && { field: found[0], rank: 2 };
  };
  return { of: (header) => keys.get(nameKey(header)) ?? recognised(header), elseFields };
}

function meaningsByKey(definition: TableDefinition, mapping: Mapping): Map<string, Meaning> {
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
    // One header chosen for two fields is the column of the one that the other falls back to.
    const { elseField } = definition.columns[field]!;
    const other = elseField === undefined ? undefined : definition.columns[elseField]!.title;
    const isShared = header !== "" && other !== undefined && mapping.get(nameKey(other)) === header;
    if (header !== "" && !isShared) keys.set(nameKey(header), { field, rank: 0 });
    else for (const [key, meaning] of keys) if (meaning.field === field) keys.delete(key);
  }
  return keys;
}

export function readHeader(area: Area, row: number, keys: Meanings): Header {
  const columnOf = new Map<string, number>();
  const rankOf = new Map<string, number>();
  const others = new Map<number, string>();
  const rivals: Rival[] = [];
  const known: { column: number; text: string; meaning: Meaning }[] = [];
  for (let column = area.firstColumn; column <= area.lastColumn; column++) {
    const cell = viewCell(area.grid, row, column);
    if (cell.kind !== CellKind.text) continue;
    const text = cell.text.trim();
    const meaning = keys.of(text);
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
  for (const [field, other] of keys.elseFields) {
    const column = columnOf.get(other);
    if (!columnOf.has(field) && column !== undefined) columnOf.set(field, column);
  }
  return { row, columnOf, others, rivals };
}

/** Whether a row below says the same as a header, column for column, as far as the header is understood. */
function isRepeatedBy({ columnOf }: Header, below: Header): boolean {
  return (
    columnOf.size >= 2 &&
    columnOf.size * 2 >= below.columnOf.size &&
    [...columnOf].every(([field, column]) => below.columnOf.get(field) === column)
  );
}

/** Whether figures or dates are between two rows under the columns of the first: rows of data, and no second line of a header. */
function hasDataBetween({ grid }: Area, { row, columnOf }: Header, below: Header): boolean {
  for (let between = row + 1; between < below.row; between++) {
    for (const column of columnOf.values()) {
      const { kind } = viewCell(grid, between, column);
      if (kind === CellKind.number || kind === CellKind.date || kind === CellKind.percent) return true;
    }
  }
  return false;
}

/**
 * The header row: the one of which most is understood. Where a page repeats it with better spelling, the first is the
 * header all the same, for the rows between are data and must not be lost.
 */
export function findHeader(area: Area, keys: Meanings): Header {
  const last = area.startsAtHeader ? area.firstRow : Math.min(area.firstRow + HEADER_ROWS - 1, area.lastRow);
  let best = readHeader(area, area.firstRow, keys);
  const headers = [best];
  for (let row = area.firstRow + 1; row <= last; row++) {
    const header = readHeader(area, row, keys);
    headers.push(header);
    if (header.columnOf.size > best.columnOf.size) best = header;
  }
  const isFirst = (header: Header) =>
    header.row < best.row && isRepeatedBy(header, best) && hasDataBetween(area, header, best);
  return headers.find(isFirst) ?? best;
}
