/** Where a range begins and how large it is. */
export interface Extent {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Asks for the extent of a range; `extentOf` reads it after the next round trip. */
export function loadExtent(range: Excel.Range): Excel.Range {
  return range.load("rowIndex,columnIndex,rowCount,columnCount");
}

/** The extent of a range that was asked for; nothing at A1 for a range that is not there. */
export function extentOf(range: Excel.Range): Extent {
  if (range.isNullObject) return { row: 0, column: 0, rows: 0, columns: 0 };
  return {
    row: range.rowIndex,
    column: range.columnIndex,
    rows: range.rowCount,
    columns: range.columnCount,
  };
}

/** Rows and columns from A1 to the end of an extent. */
export function endOf({ row, column, rows, columns }: Extent): { rows: number; columns: number } {
  return { rows: row + rows, columns: column + columns };
}
