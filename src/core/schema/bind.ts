import { nameKey } from "../base/name";
import { CellKind, type CellRef, type Grid, type Snapshot } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import type { CellView } from "./column";
import type { Columns, TableDefinition } from "./table";

/** How far down a header row is looked for. */
export const HEADER_ROWS = 20;

/** A table found in a workbook: which column of which sheet holds each of its fields. */
export interface BoundTable<C extends Columns = Columns> {
  readonly definition: TableDefinition<C>;
  readonly grid: Grid;
  readonly headerRow: number;
  /** First and last row of data, 0-based; last < first when there are none. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Sheet column by field. */
  readonly columnOf: ReadonlyMap<keyof C & string, number>;
  /** Headers that belong to no field, by sheet column: properties of usage, notes of the user. */
  readonly others: ReadonlyMap<number, string>;
}

/**
 * Headers chosen by the user, from Settings: field title by nameKey -> header, "" for a field that is not to be read;
 * the sheet under SHEET_KEY.
 */
export type Mapping = ReadonlyMap<string, string>;

/** The key under which a mapping names the sheet or Excel table itself. No field may have this title. */
export const SHEET_KEY = "sheet";

export function viewCell(grid: Grid, row: number, column: number): CellView {
  const cells = grid.columns[column];
  if (!cells || row >= cells.kinds.length) return { kind: CellKind.blank, number: 0, text: "" };
  const kind = cells.kinds[row] as CellKind;
  const number = cells.values[row]!;
  const text = kind === CellKind.text || kind === CellKind.error ? cells.texts[number]! : "";
  return { kind, number, text };
}

/** nameKey without a plural s, for titles of tables. */
export function titleKey(text: string): string {
  return nameKey(text).replace(/s$/, "");
}

/** Where a table may stand. */
export interface Area {
  readonly grid: Grid;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** An Excel table says itself where its header is: in its first row. */
  readonly hasOwnHeader: boolean;
}

/** The Excel tables, then the sheets, of one of these names. */
function areasNamed(names: ReadonlySet<string>, snapshot: Snapshot): Area[] {
  const tables = snapshot.tables.flatMap((table) => {
    const grid = snapshot.grids.find(({ sheet }) => sheet === table.sheet);
    return grid && names.has(titleKey(table.name)) ? [{ ...table, grid, hasOwnHeader: true }] : [];
  });
  const sheets = snapshot.grids
    .filter((grid) => names.has(titleKey(grid.sheet)) && grid.rowCount > 0)
    .filter((grid) => !tables.some((table) => table.grid === grid))
    .map((grid) => wholeSheet(grid));
  return [...tables, ...sheets];
}

/** What the user has chosen, as long as it is there, else whatever has one of the definition's names. */
export function areasOf(definition: TableDefinition, snapshot: Snapshot, mapping: Mapping): Area[] {
  const choice = mapping.get(SHEET_KEY);
  const chosen = choice === undefined ? [] : areasNamed(new Set([titleKey(choice)]), snapshot);
  if (chosen.length > 0) return chosen.slice(0, 1);
  return areasNamed(new Set([definition.title, ...definition.synonyms].map(titleKey)), snapshot);
}

export function wholeSheet(grid: Grid): Area {
  const lastColumn = grid.columns.length - 1;
  return { grid, firstRow: 0, lastRow: grid.rowCount - 1, firstColumn: 0, lastColumn, hasOwnHeader: false };
}

/** What one row says as a header. */
export interface Header {
  readonly row: number;
  readonly columnOf: ReadonlyMap<string, number>;
  readonly others: ReadonlyMap<number, string>;
  readonly twice: readonly { column: number; text: string; field: string }[];
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
  const others = new Map<number, string>();
  const twice: { column: number; text: string; field: string }[] = [];
  const known: { column: number; text: string; meaning: Meaning }[] = [];
  for (let column = area.firstColumn; column <= area.lastColumn; column++) {
    const cell = viewCell(area.grid, row, column);
    if (cell.kind !== CellKind.text) continue;
    const text = cell.text.trim();
    const meaning = keys.of(text);
    if (meaning) known.push({ column, text, meaning });
    else others.set(column, text);
  }
  known.sort((a, b) => a.meaning.rank - b.meaning.rank);
  const chosen = new Set(known.flatMap(({ meaning }) => (meaning.rank === 0 ? [meaning.field] : [])));
  for (const { column, text, meaning } of known) {
    const { field, rank } = meaning;
    if (!columnOf.has(field)) {
      columnOf.set(field, column);
      continue;
    }
    others.set(column, text);
    // What the user has chosen needs no warning about what else there is.
    if (rank === 0 || !chosen.has(field)) twice.push({ column, text, field });
  }
  for (const [field, other] of keys.elseFields) {
    const column = columnOf.get(other);
    if (!columnOf.has(field) && column !== undefined) columnOf.set(field, column);
  }
  return { row, columnOf, others, twice };
}

export function findHeader(area: Area, keys: Meanings): Header {
  const last = area.hasOwnHeader ? area.firstRow : Math.min(area.firstRow + HEADER_ROWS - 1, area.lastRow);
  let best = readHeader(area, area.firstRow, keys);
  for (let row = area.firstRow + 1; row <= last; row++) {
    const header = readHeader(area, row, keys);
    if (header.columnOf.size > best.columnOf.size) best = header;
  }
  return best;
}

/** A bare sheet whose header row is that of an Excel table ends where the table ends, above notes and totals. */
function withinTable(area: Area, header: Header, snapshot: Snapshot): number {
  const table = snapshot.tables.find(
    ({ sheet, firstRow }) => sheet === area.grid.sheet && firstRow === header.row,
  );
  return table ? Math.min(table.lastRow, area.lastRow) : area.lastRow;
}

/** The table that an area holds under a header. */
export function tableAt<C extends Columns>(
  definition: TableDefinition<C>,
  area: Area,
  header: Header,
  snapshot: Snapshot,
): BoundTable<C> {
  return {
    definition,
    grid: area.grid,
    headerRow: header.row,
    firstRow: header.row + 1,
    lastRow: withinTable(area, header, snapshot),
    columnOf: header.columnOf,
    others: header.others,
  };
}

/** Reads the header of an area for a definition and reports required columns that are not there. */
function bindArea<C extends Columns>(
  definition: TableDefinition<C>,
  area: Area,
  snapshot: Snapshot,
  mapping: Mapping,
  report: Report,
): BoundTable<C> | undefined {
  const header = findHeader(area, meanings(definition, mapping));
  const at = (column: number): CellRef => ({ sheet: area.grid.sheet, row: header.row, column });
  for (const { column, text, field } of header.twice) {
    const words = { column: definition.columns[field]!.title, used: String(header.columnOf.get(field)! + 1) };
    report(makeIssue("DUPLICATE_COLUMN", { at: at(column), value: text, words }));
  }
  let complete = true;
  for (const [field, column] of Object.entries(definition.columns)) {
    if (!column.required || header.columnOf.has(field)) continue;
    complete = false;
    const synonyms = column.synonyms.slice(0, 4).join(", ");
    const words = { table: definition.title, column: column.title, synonyms };
    report(makeIssue("MISSING_COLUMN", { at: at(area.firstColumn), words }));
  }
  return complete ? tableAt(definition, area, header, snapshot) : undefined;
}

/** Whether the workbook has an Excel table or a sheet of one of the definition's names, or the one that was chosen. */
export function hasTable(definition: TableDefinition, snapshot: Snapshot, mapping: Mapping): boolean {
  return areasOf(definition, snapshot, mapping).length > 0;
}

/**
 * Finds a table by its title or a synonym, its header row within the first 20 rows and its columns in any order.
 * Undefined when there is none or a required column is missing (an issue on the header row).
 */
export function bindTable<C extends Columns>(
  definition: TableDefinition<C>,
  snapshot: Snapshot,
  mapping: Mapping,
  report: Report,
): BoundTable<C> | undefined {
  const [area, ...more] = areasOf(definition, snapshot, mapping);
  if (!area) return undefined;
  for (const other of more) {
    const at = { sheet: other.grid.sheet, row: other.firstRow, column: other.firstColumn };
    const words = { table: definition.title, used: area.grid.sheet };
    report(makeIssue("SECOND_TABLE", { at, value: other.grid.sheet, words }));
  }
  return bindArea(definition, area, snapshot, mapping, report);
}

/** Binds a second definition to the rows of a table already found: the one-sheet layout of contracts and prices. */
export function bindSameRows<C extends Columns>(
  definition: TableDefinition<C>,
  bound: BoundTable,
  snapshot: Snapshot,
  mapping: Mapping,
  report: Report,
): BoundTable<C> | undefined {
  const { grid, headerRow, lastRow } = bound;
  const area: Area = { ...wholeSheet(grid), firstRow: headerRow, lastRow, hasOwnHeader: true };
  return bindArea(definition, area, snapshot, mapping, report);
}
