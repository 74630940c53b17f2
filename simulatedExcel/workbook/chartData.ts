import type { Area } from "./area";
import type { ChartSeries, SeriesSource } from "./chart";
import type { Sheet } from "./sheet";

export type SeriesBy = "Auto" | "Columns" | "Rows";

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";

/**
 * The series that Excel makes of cells: one a column (or a row), named by the first row where that holds texts; a first
 * column of texts is what stands below them.
 */
export function seriesOf(sheet: Sheet, area: Area, by: SeriesBy): ChartSeries[] {
  const isByRows = by === "Rows" || (by === "Auto" && area.columns > area.rows);
  const [lines, points] = isByRows ? [area.rows, area.columns] : [area.columns, area.rows];
  const value = (line: number, point: number): unknown => {
    const [row, column] = isByRows ? [line, point] : [point, line];
    return sheet.grid.at(area.row + row, area.column + column)?.value;
  };
  const source = (line: number, firstPoint: number): SeriesSource => {
    const count = points - firstPoint;
    const cells = isByRows
      ? { row: area.row + line, column: area.column + firstPoint, rows: 1, columns: count }
      : { row: area.row + firstPoint, column: area.column + line, rows: count, columns: 1 };
    return { sheet, tracked: sheet.track(cells) };
  };
  const lastLine = lines - 1;
  const firstPoint = points > 1 && isText(value(lastLine, 0)) ? 1 : 0;
  const firstLine = lines > 1 && isText(value(0, points - 1)) ? 1 : 0;
  return Array.from({ length: lines - firstLine }, (_, index) => {
    const line = firstLine + index;
    const name = firstPoint === 1 ? value(line, 0) : `Series${String(index + 1)}`;
    return {
      values: source(line, firstPoint),
      categories: firstLine === 1 ? source(0, firstPoint) : undefined,
      settings: new Map<string, unknown>([["Name", name]]),
    };
  });
}
