import { shortened } from "../base/shortened";
import type { CellRef, Snapshot } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { areasNamed, areasOf, chosenArea, wholeSheet, type Area } from "./areas";
import { anyTable, type BoundTable } from "./boundTable";
import { findHeader, meanings, type Header } from "./header";
import type { Mapping } from "./mapping";
import { spreadMergedCells } from "./mergedCells";
import { reportRowsAbove } from "./rowsAbove";
import { withShownZeros } from "./paddedIds";
import { settleRivals } from "./rivals";
import { namesOf } from "./sheetNames";
import { reportSecondHeader } from "./secondHeader";
import { findSkippedRows } from "./skippedRows";
import type { Columns, TableDefinition } from "./table";

export type { BoundTable } from "./boundTable";
export { SHEET_KEY, type Mapping } from "./mapping";
export { viewCell } from "./viewCell";

/** How willingly a sheet is taken for a table. */
export interface BindOptions {
  /** A name alone is not enough: at least two columns must be understood. */
  readonly needsTwoColumns?: boolean;
  /** Where no sheet has the plain name, the only one with a date or word beside it is taken: Prices 2026. */
  readonly takesNameWithWord?: boolean;
  /** Where the only one that bears its name with a word beside it lacks columns, it is taken, so that they are named. */
  readonly takesIncomplete?: boolean;
  /**
   * A printed page may bear the name as well: three columns must be understood, or most of what a row names, before a
   * sheet is a table of which each row is one of many.
   */
  readonly isRegister?: boolean;
  /** Sheets of other tables: a word of their names makes none of them this one too, as Clients of “Contracts Clients”. */
  readonly taken?: ReadonlySet<string>;
}

/** Input tables are taken by what they hold, and by a name with a date or word beside it. */
export const asInput: BindOptions = { needsTwoColumns: true, takesNameWithWord: true };

/** A bare sheet whose header row is that of an Excel table ends where the table ends, above notes and totals. */
function withinTable(area: Area, header: Header, snapshot: Snapshot): number {
  const table = snapshot.tables.find(
    ({ sheet, firstRow }) => sheet === area.grid.sheet && firstRow === header.row,
  );
  return table ? Math.min(table.lastRow, area.lastRow) : area.lastRow;
}

/** The table that an area holds under a header, as it is there. */
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
    firstColumn: area.firstColumn,
    lastColumn: area.lastColumn,
    columnOf: header.columnOf,
    others: header.others,
    rivals: new Map(header.rivals.map(({ column, field }) => [column, field])),
    unsettled: new Map(),
    skipped: new Set(),
    mergedFigures: new Map(),
  };
}

/** Required fields of a definition for which a header has no column. */
export function missingFields(definition: TableDefinition, columnOf: ReadonlyMap<string, number>): string[] {
  const fields = Object.entries(definition.columns);
  return fields.flatMap(([field, { required }]) => (required && !columnOf.has(field) ? [field] : []));
}

/** So many headers that may be meant are named in a message. */
const MOST_NAMED = 8;

/** As much of a header as a sentence bears. */
const LONGEST_NAMED = 60;

/** A header as a part of one line, whatever a damaged file has for one. */
function headerInLine(header: string): string {
  return shortened(header.replace(/\s+/g, " ").trim(), LONGEST_NAMED);
}

/** "; not understood here: “Ref”", so that one of them may be renamed. */
export function notUnderstood(headers: Iterable<string>): string {
  const unread = [...headers].slice(0, MOST_NAMED).map((header) => `“${headerInLine(header)}”`);
  return unread.length === 0 ? "" : `; not understood here: ${unread.join(", ")}`;
}

/** Reports all columns that miss, in one sentence, with the headers that could be meant by them. */
export function reportMissingColumns(
  definition: TableDefinition,
  fields: readonly string[],
  at: CellRef,
  report: Report,
  others: Iterable<string> = [],
): void {
  const columns = fields.map((field) => `“${definition.columns[field]!.title}”`).join(" and no column ");
  const [first] = fields;
  const { synonyms, title, choices, kind, help } = definition.columns[first!]!;
  const isOne = fields.length === 1;
  const idSays = kind === "id" && isOne ? `; its cells hold ${help}` : "";
  const says = choices ? `; its cells say one of ${choices.slice(0, MOST_NAMED).join(", ")}` : idSays;
  const right = isOne
    ? `add it, or one headed ${synonyms.slice(0, 4).join(", ") || title}`
    : `add them (${title} may also be headed ${synonyms.slice(0, 4).join(", ") || title})`;
  const words = { table: definition.title, columns, right: `${right}${says}${notUnderstood(others)}` };
  report(makeIssue("MISSING_COLUMN", { at, words, lacks: { table: definition.title, fields } }));
}

/**
 * Reads the header of an area for a definition and reports what it does not find; fields that it cannot settle are left
 * to the caller (`unsettled`). `known` columns are read for another definition.
 */
export function bindArea<C extends Columns>(
  definition: TableDefinition<C>,
  area: Area,
  snapshot: Snapshot,
  mapping: Mapping,
  report: Report,
  known: ReadonlySet<number> = new Set(),
): BoundTable<C> | undefined {
  const keys = meanings(definition, mapping);
  const header = findHeader(area, keys);
  const missing = missingFields(definition, header.columnOf);
  if (missing.length > 0) {
    const { sheet, file } = area.grid;
    const line = file ? { line: file.lines[header.row] ?? header.row + 1 } : {};
    reportMissingColumns(
      definition,
      missing,
      { sheet, row: header.row, column: area.firstColumn, ...line },
      report,
      [...header.others].flatMap(([column, text]) => (known.has(column) ? [] : [text])),
    );
    return undefined;
  }
  const found = tableAt(definition, area, header, snapshot);
  if (reportSecondHeader(anyTable(found), area, keys, report)) return undefined;
  reportRowsAbove(anyTable(found), area.firstRow, report);
  const merged = withShownZeros(spreadMergedCells(anyTable(found), snapshot, report));
  const settled = settleRivals(merged, header.rivals);
  const bound = { ...settled, skipped: findSkippedRows(settled, report) };
  return bound as unknown as BoundTable<C>;
}

/** The table, unless two columns could be one field of it: that is reported. */
function withoutDoubt<C extends Columns>(
  bound: BoundTable<C> | undefined,
  report: Report,
): BoundTable<C> | undefined {
  for (const issue of bound?.unsettled.values() ?? []) report(issue);
  return bound && bound.unsettled.size > 0 ? undefined : bound;
}

/** How many columns of an area a definition understands. */
export function understoodColumns(definition: TableDefinition, area: Area, mapping: Mapping): number {
  return findHeader(area, meanings(definition, mapping)).columnOf.size;
}

function looksLikeRegister(definition: TableDefinition, area: Area, mapping: Mapping): boolean {
  const { columnOf, others } = findHeader(area, meanings(definition, mapping));
  const understood = new Set(columnOf.values()).size;
  return understood >= 3 || understood > others.size;
}

/** Areas that a table may be read from: those of its names, or the one that bears its name with a word beside it. */
function candidates(
  definition: TableDefinition,
  snapshot: Snapshot,
  mapping: Mapping,
  options: BindOptions,
): { readonly areas: readonly Area[]; readonly isAmbiguous: boolean } {
  const chosen = chosenArea(snapshot, mapping);
  if (chosen) return { areas: [chosen], isAmbiguous: false };
  const plain = areasOf(definition, snapshot, mapping).filter(
    (area) =>
      (options.needsTwoColumns !== true || understoodColumns(definition, area, mapping) >= 2) &&
      (options.isRegister !== true || looksLikeRegister(definition, area, mapping)),
  );
  if (plain.length > 0 || options.takesNameWithWord !== true) return { areas: plain, isAmbiguous: false };
  const beside = areasNamed(namesOf(definition), snapshot, ["beside"]).filter(
    (area) =>
      options.taken?.has(area.grid.sheet) !== true && understoodColumns(definition, area, mapping) >= 2,
  );
  const complete = beside.filter((area) => {
    const { columnOf } = findHeader(area, meanings(definition, mapping));
    return missingFields(definition, columnOf).length === 0;
  });
  if (complete.length === 0 && options.takesIncomplete === true && beside.length === 1)
    return { areas: beside, isAmbiguous: false };
  return { areas: complete, isAmbiguous: complete.length > 1 };
}

/** Whether the workbook has something that the table is read from, or that was meant to be. */
export function hasTable(
  definition: TableDefinition,
  snapshot: Snapshot,
  mapping: Mapping,
  options: BindOptions = {},
): boolean {
  return candidates(definition, snapshot, mapping, options).areas.length > 0;
}

/**
 * Finds a table by its title or a synonym, its header row within the first 20 rows and its columns in any order.
 * Undefined when there is none, or when it cannot be told which sheet or which of two columns it is: then it is
 * reported.
 */
export function bindTable<C extends Columns>(
  definition: TableDefinition<C>,
  snapshot: Snapshot,
  mapping: Mapping,
  report: Report,
  options: BindOptions = {},
): BoundTable<C> | undefined {
  const { areas, isAmbiguous } = candidates(definition, snapshot, mapping, options);
  const [area, ...more] = areas;
  if (!area) return undefined;
  const at = (found: Area): CellRef => ({
    sheet: found.grid.sheet,
    row: found.firstRow,
    column: found.firstColumn,
  });
  if (isAmbiguous) {
    const value = areas.map(({ grid }) => `“${grid.sheet}”`).join(" and ");
    const besides = more.map(({ grid }) => grid.sheet);
    report(
      makeIssue("AMBIGUOUS_SHEET", { at: at(area), value, words: { table: definition.title }, besides }),
    );
    return undefined;
  }
  // Those who name the sheets that are not read name the others of an input table.
  for (const other of options.takesNameWithWord === true ? [] : more) {
    const words = { table: definition.title, used: area.grid.sheet };
    report(makeIssue("SECOND_TABLE", { at: at(other), value: other.grid.sheet, words }));
  }
  return withoutDoubt(bindArea(definition, area, snapshot, mapping, report), report);
}

/** Without fields whose column the first table reads as something of another kind: a rate under VAT % is no tax code. */
function withoutOtherKinds<C extends Columns>(second: BoundTable<C>, first: BoundTable): BoundTable<C> {
  const kinds = new Map(
    [...first.columnOf].map(([field, column]) => [column, first.definition.columns[field]!.kind]),
  );
  const own = [...second.columnOf].filter(([field, column]) => {
    const kind = kinds.get(column);
    return kind === undefined || kind === second.definition.columns[field]!.kind;
  });
  return { ...second, columnOf: new Map(own) };
}

/** Binds a second definition to the rows of a table already found: the one-sheet layout of contracts and prices. */
export function bindSameRows<C extends Columns>(
  definition: TableDefinition<C>,
  bound: BoundTable,
  snapshot: Snapshot,
  mapping: Mapping,
  report: Report,
): BoundTable<C> | undefined {
  const { grid, headerRow, lastRow, firstColumn, lastColumn } = bound;
  const area: Area = {
    ...wholeSheet(grid),
    firstRow: headerRow,
    lastRow,
    firstColumn,
    lastColumn,
    startsAtHeader: true,
  };
  const said = new Set([
    "TOTAL_ROW",
    "TOTAL_DIFFERS",
    "NOTE_ROW",
    "ROW_ABOVE_HEADER",
    "MERGED_CELLS",
    "MERGED_FIGURE",
  ]);
  const bare = { ...snapshot, merges: [] };
  const reportHere: Report = (issue) => {
    // The first table has spoken of the rows that they share.
    if (!said.has(issue.code)) report(issue);
  };
  const found = bindArea(definition, area, bare, mapping, reportHere, new Set(bound.columnOf.values()));
  const second = withoutDoubt(found && withoutOtherKinds(found, bound), report);
  return second && { ...second, skipped: bound.skipped, mergedFigures: bound.mergedFigures };
}
