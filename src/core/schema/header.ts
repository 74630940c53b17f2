import { nameKey } from "../base/name";
import { remembered } from "../base/remembered";
import { CellKind } from "../grid/grid";
import { HEADER_ROWS, type Area } from "./areas";
import { isStretchOfTime, measuredHeaders } from "./headerUnit";
import type { Mapping } from "./mapping";
import type { TableDefinition } from "./table";
import { viewCell } from "./viewCell";

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

/** What a header means; where two mean one field, the user's choice goes before its title, the title before a synonym, and that before a loose one. */
export interface Meaning {
  readonly field: string;
  readonly rank: 0 | 1 | 2 | 3;
  /** What it means where another column is surer of the field: Customer beside Cust ID is a name. */
  readonly otherwise?: string;
}

/** What headers mean, by nameKey; `of` also knows those that a column recognises by itself. */
export interface Meanings {
  readonly of: (header: string) => Meaning | undefined;
  /** Fields that are read from another's column where none is headed like them. */
  readonly elseFields: ReadonlyMap<string, string>;
  /** Whether a field is what one unit costs. */
  readonly isPrice: (field: string) => boolean;
}

export function meanings(definition: TableDefinition, mapping: Mapping): Meanings {
  return mapping.size === 0
    ? unmappedMeanings(definition)
    : newMeanings(definition, meaningsByKey(definition, mapping));
}

const unmappedMeanings = remembered((definition: TableDefinition) =>
  newMeanings(definition, meaningsOfTable(definition)),
);

/** Every table is looked for in the first rows of every sheet, more than once: so many texts are remembered. */
const TEXTS_KEPT = 2000;

function newMeanings(definition: TableDefinition, keys: ReadonlyMap<string, Meaning>): Meanings {
  const fields = Object.entries(definition.columns);
  const patterns = fields.filter(([, { isHeader }]) => isHeader !== undefined);
  const elseFields = new Map(
    fields.flatMap(([field, { elseField }]) =>
      elseField === undefined ? [] : [[field, elseField] as const],
    ),
  );
  const meaningOf = (header: string): Meaning | undefined => {
    const known = keys.get(nameKey(header));
    if (known && known.rank < 2) return known;
    // Its signs may say more than its letters: VAT % is a rate, and VAT a code.
    const found = patterns.find(([, { isHeader }]) => isHeader!(header));
    return found ? { field: found[0], rank: 2 } : (known ?? withUnit(definition, header, keys));
  };
  const asked = new Map<string, Meaning | undefined>();
  const of = (header: string): Meaning | undefined => {
    const before = asked.get(header);
    if (before !== undefined || asked.has(header)) return before;
    const meaning = meaningOf(header);
    if (asked.size >= TEXTS_KEPT) asked.clear();
    asked.set(header, meaning);
    return meaning;
  };
  const isPrice = (field: string) => definition.columns[field]?.takesPer === "unit";
  return { of, elseFields, isPrice };
}

/** What a header of figures means that names their unit or currency as well: Menge (kWh), Price in EUR, Rate per hour. */
function withUnit(
  { columns }: TableDefinition,
  header: string,
  keys: ReadonlyMap<string, Meaning>,
): Meaning | undefined {
  for (const { name, said, isPer } of measuredHeaders(header)) {
    const { field, rank } = keys.get(nameKey(name)) ?? {};
    if (field === undefined || rank === undefined) continue;
    const { kind, takesPer } = columns[field]!;
    if (kind !== "decimal" && kind !== "money") continue;
    // A fee per call is no fee, a price per call is a price; a price (min) is one for a minute or the least of all.
    const isLeast = takesPer !== undefined && nameKey(said) === "min";
    const takes = isPer ? takesPer === "unit" || (takesPer === "time" && isStretchOfTime(said)) : !isLeast;
    if (!takes) continue;
    // A price per month is a fee where another column has the price of a unit.
    const fee =
      takesPer === "unit" && isPer && isStretchOfTime(said)
        ? Object.entries(columns).find(([, other]) => other.takesPer === "time")?.[0]
        : undefined;
    return { field, rank: rank === 3 ? 3 : 2, ...(fee === undefined ? {} : { otherwise: fee }) };
  }
  return undefined;
}

/** What headers mean where nobody has chosen any. */
const meaningsOfTable = remembered(({ columns }: TableDefinition): ReadonlyMap<string, Meaning> => {
  const keys = new Map<string, Meaning>();
  const fields = Object.entries(columns);
  // Titles first: a synonym of one field never takes the title of another.
  for (const [field, column] of fields) keys.set(column.headers[0]!.key, { field, rank: 1 });
  for (const [field, column] of fields) {
    for (const { key, isLoose } of column.headers) {
      const rank = isLoose ? 3 : 2;
      const known = keys.get(key);
      if (!known || known.rank > rank) keys.set(key, { field, rank });
    }
  }
  for (const [field, { secondChoices }] of fields) {
    for (const header of secondChoices ?? []) {
      const first = keys.get(nameKey(header));
      if (first && first.field !== field) keys.set(nameKey(header), { ...first, otherwise: field });
    }
  }
  return keys;
});

function meaningsByKey(definition: TableDefinition, mapping: Mapping): ReadonlyMap<string, Meaning> {
  const keys = new Map(meaningsOfTable(definition));
  const fields = Object.entries(definition.columns);
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
  // Whoever can be something else waits for those who cannot, but for what a person chose and for titles.
  const turnOf = ({ rank, otherwise }: Meaning) => (rank >= 2 && otherwise !== undefined ? 4 : rank);
  known.sort((a, b) => turnOf(a.meaning) - turnOf(b.meaning));
  const sure = new Set<string>();
  for (const { column, text, meaning } of known) {
    const { field, rank, otherwise } = meaning;
    if (!columnOf.has(field)) {
      columnOf.set(field, column);
      rankOf.set(field, rank);
      if (otherwise === undefined) sure.add(field);
      continue;
    }
    if (otherwise !== undefined && sure.has(field) && !columnOf.has(otherwise)) {
      columnOf.set(otherwise, column);
      rankOf.set(otherwise, rank);
      continue;
    }
    others.set(column, text);
    const isLoose = rank === 3 && rankOf.get(field) !== 3;
    // A loose name beside a column that is sure says nothing against it; of two prices nobody says which is charged.
    if (isLoose && !(keys.isPrice(field) && rankOf.get(field) === 2)) continue;
    rivals.push({ field, column, text, isEqual: isLoose || rankOf.get(field) === rank });
  }
  const columnFor = (field: string): number | undefined => {
    const other = keys.elseFields.get(field);
    return columnOf.get(field) ?? (other === undefined ? undefined : columnFor(other));
  };
  for (const field of keys.elseFields.keys()) {
    const column = columnFor(field);
    if (column !== undefined) columnOf.set(field, column);
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
