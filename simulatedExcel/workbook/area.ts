/** Rows and columns of a sheet, from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export const wholeSheet: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

export function cellAt(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 };
}

export function lastRowOf(area: Area): number {
  return area.row + area.rows - 1;
}

export function lastColumnOf(area: Area): number {
  return area.column + area.columns - 1;
}

export function isInsideSheet({ row, column, rows, columns }: Area): boolean {
  const whole = [row, column, rows, columns].every((number) => Number.isInteger(number));
  return (
    whole &&
    row >= 0 &&
    column >= 0 &&
    rows >= 1 &&
    columns >= 1 &&
    row + rows <= MAX_ROWS &&
    column + columns <= MAX_COLUMNS
  );
}

export function isWholeColumns(area: Area): boolean {
  return area.rows === MAX_ROWS;
}

export function isWholeRows(area: Area): boolean {
  return area.columns === MAX_COLUMNS;
}

export function isUnbounded(area: Area): boolean {
  return isWholeColumns(area) || isWholeRows(area);
}

export function holds(outer: Area, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    lastRowOf(inner) <= lastRowOf(outer) &&
    lastColumnOf(inner) <= lastColumnOf(outer)
  );
}

export function holdsCell(area: Area, row: number, column: number): boolean {
  return holds(area, cellAt(row, column));
}

export function intersection(one: Area, other: Area): Area | undefined {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(lastRowOf(one), lastRowOf(other)) - row + 1;
  const columns = Math.min(lastColumnOf(one), lastColumnOf(other)) - column + 1;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

export function overlap(one: Area, other: Area): boolean {
  return intersection(one, other) !== undefined;
}

export function bounding(one: Area, other: Area): Area {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return {
    row,
    column,
    rows: Math.max(lastRowOf(one), lastRowOf(other)) - row + 1,
    columns: Math.max(lastColumnOf(one), lastColumnOf(other)) - column + 1,
  };
}
