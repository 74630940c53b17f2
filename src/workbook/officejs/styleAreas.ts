import { widthOfRows, type CellStyle, type PlannedRow } from "../../core/api";

/** Cells of one style that form a rectangle, so that it is set by one call. */
export interface StyleArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly style: CellStyle;
  /** Number formats of the cells, one column, where they differ; the style then names none. */
  readonly formats?: readonly string[];
}

/** What Excel calls the number format of a cell that has none. */
const NO_FORMAT = "General";

const plain: CellStyle = {};

/** Cells down a column of which all have one look, whatever their number formats. */
function areaOf(rows: readonly PlannedRow[], column: number, first: number, end: number): StyleArea[] {
  const styles = rows.slice(first, end).map((row) => row[column]?.style ?? plain);
  const formats = styles.map(({ format }) => format ?? NO_FORMAT);
  const { format: _format, ...look } = styles[0] ?? plain;
  const area = { row: first, column, rows: end - first, columns: 1 };
  if (formats.some((format) => format !== formats[0])) return [{ ...area, style: look, formats }];
  return styles[0] === undefined || Object.keys(styles[0]).length === 0
    ? []
    : [{ ...area, style: styles[0] }];
}

/**
 * Runs of equal look down one column; looks are compared by content, since equal ones need not be one object. Number
 * formats may differ within one: quantities have as many decimals as each needs.
 */
function runsOf(
  rows: readonly PlannedRow[],
  column: number,
  lookOf: (style: CellStyle) => string,
): StyleArea[] {
  const runs: StyleArea[] = [];
  let first = 0;
  for (let row = 1; row <= rows.length; row++) {
    const before = rows[first]?.[column]?.style ?? plain;
    const style = rows[row]?.[column]?.style ?? plain;
    if (row < rows.length && (style === before || lookOf(style) === lookOf(before))) continue;
    runs.push(...areaOf(rows, column, first, row));
    first = row;
  }
  return runs;
}

/** A text of each style, made once. */
function keyed(textOf: (style: CellStyle) => string): (style: CellStyle) => string {
  const keys = new Map<CellStyle, string>();
  return (style) => {
    const key = keys.get(style) ?? textOf(style);
    keys.set(style, key);
    return key;
  };
}

/** The styles of a block as few rectangles: runs down each column, joined with equal ones to their left. */
export function styleAreas(rows: readonly PlannedRow[]): StyleArea[] {
  const keyOf = keyed((style) => JSON.stringify(style));
  const lookOf = keyed(({ format: _format, ...look }) => JSON.stringify(look));
  const width = widthOfRows(rows);
  const areas: StyleArea[] = [];
  let open = new Map<string, number>();
  for (let column = 0; column < width; column++) {
    const next = new Map<string, number>();
    for (const run of runsOf(rows, column, lookOf)) {
      if (run.formats) {
        areas.push(run);
        continue;
      }
      const key = `${String(run.row)}|${String(run.rows)}|${keyOf(run.style)}`;
      const left = open.get(key);
      if (left === undefined) next.set(key, areas.push(run) - 1);
      else {
        areas[left] = { ...areas[left]!, columns: areas[left]!.columns + 1 };
        next.set(key, left);
      }
    }
    open = next;
  }
  return areas;
}
