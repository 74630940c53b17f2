import { cellAddress, CellKind, type Snapshot, type TableArea } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import type { BoundTable } from "../schema/boundTable";
import { isValueKind } from "../schema/column";
import { meanings } from "../schema/header";
import { labelsSummary } from "../schema/totalWords";
import { usedColumns } from "../schema/usedColumns";
import { isBlankAt, numberKinds, viewCell } from "../schema/viewCell";
import { mappingFor } from "../settings/mapping";
import type { NotRead, ReadBook, TableInUse } from "./notRead";

/** Rows and columns, 0-based and inclusive. */
type Place = Pick<TableArea, "firstRow" | "lastRow" | "firstColumn" | "lastColumn">;

const isWithin = (place: Place, row: number, column: number): boolean =>
  row >= place.firstRow && row <= place.lastRow && column >= place.firstColumn && column <= place.lastColumn;

/** The Excel table that a table is read from; undefined for a sheet as a whole. */
const excelTableOf = ({ grid, headerRow, firstColumn }: BoundTable, { tables }: Snapshot) =>
  tables.find(
    (table) =>
      table.sheet === grid.sheet && table.firstRow === headerRow && table.firstColumn === firstColumn,
  );

/** Columns of a table that say what a row is about, and those of its figures and days. */
function columnsOf({ definition, columnOf }: BoundTable) {
  const keys: number[] = [];
  const values: number[] = [];
  for (const [field, index] of columnOf) {
    const { kind, required } = definition.columns[field]!;
    if (isValueKind(kind)) values.push(index);
    else if (kind === "id" || required) keys.push(index);
  }
  return { keys, values };
}

/** Rows that stand in the columns of a table and say what a row of it says: a thing, and a figure or a day. */
function rowsOutside(bound: BoundTable, taken: readonly Place[]): number[] {
  const { grid } = bound;
  const { keys, values } = columnsOf(bound);
  const says = (row: number) =>
    keys.some(
      (column) => !isBlankAt(grid, row, column) && !labelsSummary(viewCell(grid, row, column).text),
    ) && values.some((column) => numberKinds.has(viewCell(grid, row, column).kind));
  const rows: number[] = [];
  for (let row = 0; row < grid.rowCount; row++)
    if (!taken.some((place) => isWithin(place, row, bound.firstColumn)) && says(row)) rows.push(row);
  return rows;
}

/** Columns right beside a table, each with a header and something of weight below it. */
function columnsBeside(bound: BoundTable, taken: readonly Place[]): number[] {
  const { grid, headerRow, lastRow, lastColumn } = bound;
  const columns: number[] = [];
  for (let column = lastColumn + 1; column < grid.columns.length; column++) {
    const header = viewCell(grid, headerRow, column);
    if (header.kind !== CellKind.text || taken.some((place) => isWithin(place, headerRow, column))) break;
    const kinds = grid.columns[column]!.kinds.subarray(headerRow + 1, lastRow + 1);
    if (kinds.some((kind) => numberKinds.has(kind))) columns.push(column);
  }
  return columns;
}

/** "A5:D7": all that some rows and columns take up. */
function rangeOf({ firstRow, lastRow, firstColumn, lastColumn }: Place): string {
  const from = cellAddress({ row: firstRow, column: firstColumn });
  const to = cellAddress({ row: lastRow, column: lastColumn });
  return from === to ? from : `${from}:${to}`;
}

/** Stretches of rows without a gap between them. */
function stretchesOf(rows: readonly number[]): { readonly firstRow: number; readonly lastRow: number }[] {
  const starts = rows.filter((row, index) => rows[index - 1] !== row - 1);
  const ends = rows.filter((row, index) => rows[index + 1] !== row + 1);
  return starts.map((firstRow, index) => ({ firstRow, lastRow: ends[index]! }));
}

/** Other Excel tables of the sheet whose first row says what a table of this kind says. */
function tablesBeside(bound: BoundTable, book: ReadBook, read: readonly Place[]): TableArea[] {
  const { of: fieldOf } = meanings(bound.definition, mappingFor(bound.definition, book.settings));
  const headersOf = ({ firstRow, firstColumn, lastColumn }: TableArea) =>
    usedColumns(bound.grid).filter(
      (column) =>
        column >= firstColumn &&
        column <= lastColumn &&
        fieldOf(viewCell(bound.grid, firstRow, column).text) !== undefined,
    );
  return book.snapshot.tables.filter(
    (table) =>
      table.sheet === bound.grid.sheet &&
      !read.some((place) => isWithin(place, table.firstRow, table.firstColumn)) &&
      headersOf(table).length >= LEAST_HEADERS,
  );
}
const LEAST_HEADERS = 3;

/**
 * Names what stands around an Excel table as if it were of it, and is not read: rows that a program wrote below it without
 * making it larger, columns beside it, a second table with its headers.
 */
export function findOutsideTables(book: ReadBook, inUse: readonly TableInUse[], report: Report): NotRead[] {
  const bounds = inUse.map(({ bound }) => bound);
  return bounds.flatMap((bound) => {
    const own = excelTableOf(bound, book.snapshot);
    if (!own) return [];
    const ofSheet = ({ grid }: BoundTable) => grid.sheet === bound.grid.sheet;
    const read: Place[] = bounds
      .filter(ofSheet)
      .map((other) => excelTableOf(other, book.snapshot) ?? { ...other, firstRow: other.headerRow });
    const others = tablesBeside(bound, book, read);
    const taken = [...read, ...others];
    const { firstColumn, lastColumn, headerRow, lastRow } = bound;
    const rows = stretchesOf(rowsOutside(bound, taken)).map((stretch) => ({
      ...stretch,
      firstColumn,
      lastColumn,
    }));
    const columns = columnsBeside(bound, taken).map((column) => ({
      firstRow: headerRow,
      lastRow,
      firstColumn: column,
      lastColumn: column,
    }));
    return [...others, ...rows, ...columns].map((place): NotRead => {
      const at = { sheet: bound.grid.sheet, row: place.firstRow, column: place.firstColumn };
      const table = bound.definition.title;
      report(makeIssue("OUTSIDE_TABLE", { at, value: rangeOf(place), words: { table, name: own.name } }));
      return { kind: "sheet", at, header: "", table, resembles: "", isWarning: true };
    });
  });
}
