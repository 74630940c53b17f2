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

/** The style of each cell down a column; undefined where it may be any. */
type ColumnStyles = readonly (CellStyle | undefined)[];

/** Cells down a column of which all have one look, whatever their number formats. */
function areaOf(styles: ColumnStyles, column: number, first: number, end: number): StyleArea[] {
  const own = styles.slice(first, end).map((style) => style ?? plain);
  const formats = own.map(({ format }) => format ?? NO_FORMAT);
  const { format: _format, ...look } = own[0] ?? plain;
  const area = { row: first, column, rows: end - first, columns: 1 };
  if (formats.some((format) => format !== formats[0])) return [{ ...area, style: look, formats }];
  return own[0] === undefined || Object.keys(own[0]).length === 0 ? [] : [{ ...area, style: own[0] }];
}

/**
 * Runs of equal look down one column; looks are compared by content, since equal ones need not be one object. Number
 * formats may differ within one: quantities have as many decimals as each needs.
 */
function runsOf(styles: ColumnStyles, column: number, lookOf: (style: CellStyle) => string): StyleArea[] {
  const runs: StyleArea[] = [];
  let first = 0;
  for (let row = 1; row <= styles.length; row++) {
    const before = styles[first] ?? plain;
    const style = styles[row] ?? plain;
    if (row < styles.length && (style === before || lookOf(style) === lookOf(before))) continue;
    runs.push(...areaOf(styles, column, first, row));
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

/** What the rows of a table have in common where only some of them need it. */
interface Even {
  readonly vertical?: "top";
  readonly wrap?: true;
}

/**
 * The styles down a column of a table: in a row of one line it is not to be seen whether its texts wrap and are at the top,
 * and an empty cell shows none, so that they can be those of the other rows, and thousands of calls are a few.
 */
function evenStyles(styles: ColumnStyles, firstRow: number, { vertical, wrap }: Even): ColumnStyles {
  const evened = new Map<CellStyle, CellStyle>();
  const evenOf = (style: CellStyle) => {
    const known = evened.get(style) ?? { ...style, ...(vertical && { vertical }), ...(wrap && { wrap }) };
    evened.set(style, known);
    return known;
  };
  let last = evenOf(styles.slice(firstRow).find((style) => style !== undefined) ?? plain);
  return styles.map((style, row) => {
    if (row < firstRow) return style;
    if (style !== undefined) last = evenOf(style);
    return last;
  });
}

/** Styles by column; those of rows from `tableRow` on are made even. */
function columnStyles(rows: readonly PlannedRow[], tableRow: number): ColumnStyles[] {
  const columns = Array.from({ length: widthOfRows(rows) }, (_, column) =>
    rows.map((row): CellStyle | undefined => (row[column] ? (row[column].style ?? plain) : undefined)),
  );
  if (tableRow >= rows.length) return columns;
  const isTop = columns.some((styles) =>
    styles.some((style, row) => row >= tableRow && style?.vertical === "top"),
  );
  return columns.map((styles) => {
    const isWrapped = styles.some((style, row) => row >= tableRow && style?.wrap === true);
    return evenStyles(styles, tableRow, {
      ...(isTop && { vertical: "top" }),
      ...(isWrapped && { wrap: true }),
    });
  });
}

/**
 * The styles of a block as few rectangles: runs down each column, joined with equal ones to their left. From `tableRow` on
 * the rows are those of a table, which look alike but for what can be seen.
 */
export function styleAreas(rows: readonly PlannedRow[], tableRow = Infinity): StyleArea[] {
  const keyOf = keyed((style) => JSON.stringify(style));
  const lookOf = keyed(({ format: _format, ...look }) => JSON.stringify(look));
  const areas: StyleArea[] = [];
  let open = new Map<string, number>();
  for (const [column, styles] of columnStyles(rows, tableRow).entries()) {
    const next = new Map<string, number>();
    for (const run of runsOf(styles, column, lookOf)) {
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
