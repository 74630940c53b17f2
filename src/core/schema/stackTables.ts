import { nameKey } from "../base/name";
import { CellKind, type CellRef, type Grid, type GridColumn } from "../grid/grid";
import { TextDictionary } from "../grid/textDictionary";
import { refOf, type BoundTable } from "./boundTable";
import type { Columns } from "./table";

/** One of the tables that make up a table: its rows there. */
export interface TablePart<C extends Columns = Columns> {
  readonly bound: BoundTable<C>;
  /** First and last row in the grid of the whole. */
  readonly firstRow: number;
  readonly lastRow: number;
}

/** A table that is made of one or more, each with a sheet or file of its own. */
export interface StackedTable<C extends Columns = Columns> extends BoundTable<C> {
  readonly parts: readonly TablePart<C>[];
}

/** Where a column of the whole is in each part. */
interface StackedColumn {
  readonly title: string;
  readonly indexes: readonly (number | undefined)[];
}

function copyColumn({ indexes }: StackedColumn, parts: readonly TablePart[], rowCount: number): GridColumn {
  const kinds = new Uint8Array(rowCount);
  const values = new Float64Array(rowCount);
  const dictionary = new TextDictionary();
  for (const [part, { bound, firstRow }] of parts.entries()) {
    const column = bound.grid.columns[indexes[part] ?? -1];
    if (!column) continue;
    const indexOf = Array.from(column.texts, (text) => dictionary.indexOf(text));
    const end = Math.min(bound.lastRow + 1, column.kinds.length);
    for (let row = bound.firstRow; row < end; row++) {
      const kind = column.kinds[row]!;
      const isText = kind === CellKind.text || kind === CellKind.error;
      kinds[firstRow + row - bound.firstRow] = kind;
      const value = column.values[row]!;
      values[firstRow + row - bound.firstRow] = isText ? indexOf[value]! : value;
    }
  }
  return { kinds, values, texts: dictionary.texts };
}

function stackedColumns(tables: readonly BoundTable[]): {
  readonly columns: StackedColumn[];
  readonly columnOf: ReadonlyMap<string, number>;
  readonly others: ReadonlyMap<number, string>;
} {
  const columns: StackedColumn[] = [];
  const columnOf = new Map<string, number>();
  const others = new Map<number, string>();
  for (const field of Object.keys(tables[0]!.definition.columns)) {
    const indexes = tables.map((bound) => bound.columnOf.get(field));
    if (indexes.every((index) => index === undefined)) continue;
    columnOf.set(field, columns.push({ title: field, indexes }) - 1);
  }
  const titles = new Map<string, string>();
  for (const { others: otherTitles } of tables) {
    for (const title of otherTitles.values())
      if (!titles.has(nameKey(title))) titles.set(nameKey(title), title);
  }
  for (const [key, title] of titles) {
    const indexes = tables.map(
      (bound) => [...bound.others].find(([, otherTitle]) => nameKey(otherTitle) === key)?.[0],
    );
    others.set(columns.push({ title, indexes }) - 1, title);
  }
  return { columns, columnOf, others };
}

function partsOf<C extends Columns>(tables: readonly BoundTable<C>[]): TablePart<C>[] {
  let next = 0;
  return tables.map((bound) => {
    const firstRow = next;
    next += Math.max(0, bound.lastRow - bound.firstRow + 1);
    return { bound, firstRow, lastRow: next - 1 };
  });
}

/** The part that a row belongs to; rows are mostly asked for in their order. */
export function partAt<C extends Columns>(parts: readonly TablePart<C>[], row: number): TablePart<C> {
  return parts.find(({ lastRow }) => row <= lastRow) ?? parts.at(-1)!;
}

/** Rows of a part as rows of the whole. */
function* lifted<T>(parts: readonly TablePart[], rowsOf: (bound: BoundTable) => Iterable<[number, T]>) {
  for (const { bound, firstRow } of parts) {
    for (const [row, value] of rowsOf(bound)) yield [row - bound.firstRow + firstRow, value] as const;
  }
}

/**
 * Tables of one definition as one: rows below one another, columns by field and by header. A single table stays as it
 * is, so that a million rows are not copied; cells keep their place in their own sheet or file (`origin`).
 */
export function stackTables<C extends Columns>(tables: readonly BoundTable<C>[]): StackedTable<C> {
  const [only] = tables;
  if (tables.length === 1 && only) {
    return { ...only, parts: [{ bound: only, firstRow: only.firstRow, lastRow: only.lastRow }] };
  }
  const general = tables as unknown as readonly BoundTable[];
  const parts = partsOf(general);
  const rowCount = (parts.at(-1)?.lastRow ?? -1) + 1;
  const { columns, columnOf, others } = stackedColumns(general);
  const grid: Grid = {
    sheet: general[0]!.grid.sheet,
    rowCount,
    columns: columns.map((column) => copyColumn(column, parts, rowCount)),
  };
  const origin = (row: number, column: number): CellRef => {
    const part = partAt(parts, row);
    const index = columns[column]?.indexes[parts.indexOf(part)] ?? part.bound.firstColumn;
    return refOf(part.bound, row - part.firstRow + part.bound.firstRow, index);
  };
  const whole: StackedTable = {
    definition: general[0]!.definition,
    grid,
    headerRow: -1,
    firstRow: 0,
    lastRow: rowCount - 1,
    firstColumn: 0,
    lastColumn: columns.length - 1,
    columnOf,
    others,
    rivals: new Map(),
    unsettled: new Map(),
    skipped: new Set(
      [...lifted(parts, ({ skipped }) => [...skipped].map((row) => [row, true]))].map(([row]) => row),
    ),
    mergedFigures: new Map(lifted(parts, ({ mergedFigures }) => mergedFigures)),
    origin,
    parts,
  };
  return whole as unknown as StackedTable<C>;
}
