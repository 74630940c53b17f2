import { CellKind, type Grid } from "../grid/grid";
import { countLines } from "./invoiceSheet/text";
import type { CellStyle, PlannedCell, PlannedRow, PlannedSheet } from "./plan";

/** Characters: a longer text wraps, so that a register stays legible on one page's width. */
const WIDEST_TEXT = 60;
const AIR = 2;
/** Points, in Excel. */
const HIGHEST_ROW = 409;
/** The button that a table shows beside a title. */
const FILTER_BUTTON = 3;

const textOf = (cell: PlannedCell | null | undefined): string =>
  typeof cell?.value === "string" ? cell.value : "";

const isEmpty = (cell: PlannedCell | null | undefined): boolean =>
  cell?.value === undefined || cell.value === "";

function longestWord(title: string): number {
  return Math.max(...title.split(" ").map((word) => word.length));
}

/**
 * Columns that say nothing in any row, by position: they stay in the sheet, hidden, and come back with their first
 * value. Those that people type into stay, and so do all of a table without rows.
 */
export function emptyColumns(
  columns: readonly { readonly isTyped?: true }[],
  rows: readonly PlannedRow[],
): readonly number[] {
  if (rows.length === 0) return [];
  return columns.flatMap(({ isTyped }, index) =>
    isTyped !== true && rows.every((row) => isEmpty(row[index])) ? [index] : [],
  );
}

/** The columns of a sheet that its old contents had nothing in, and the planned ones have. */
export function revealedColumns({ widths, rows }: PlannedSheet, grid: Grid): readonly number[] {
  return widths.flatMap((_, index) => {
    const kinds = grid.columns[index]?.kinds.subarray(1) ?? [];
    const wasEmpty = kinds.every((kind) => kind === CellKind.blank);
    return wasEmpty && rows.slice(1).some((row) => !isEmpty(row[index])) ? [index] : [];
  });
}

/** The sheet with the columns named that its old contents had nothing in: hidden ones are to be shown again. */
export function revealingFilled(planned: PlannedSheet, grid: Grid | undefined): PlannedSheet {
  if (!grid) return planned;
  const revealed = revealedColumns(planned, grid);
  return revealed.length > 0 ? { ...planned, revealedColumns: revealed } : planned;
}

/** A column of texts is as wide as its longest text and its title need, and no wider than it is meant to be. */
export function fittedWidth(
  title: string,
  width: number,
  index: number,
  rows: readonly PlannedRow[],
): number {
  let longest = 0;
  for (const row of rows) {
    const cell = row[index];
    if (!cell) continue;
    // Figures and days keep the width they are meant to have.
    if (typeof cell.value !== "string") return width;
    longest = Math.max(longest, cell.value.length);
  }
  const ofTitle = longestWord(title) + FILTER_BUTTON;
  const ofTexts = longest === 0 ? width : longest + AIR;
  return Math.max(ofTitle, Math.min(width, WIDEST_TEXT, ofTexts));
}

/** Whether a column's cells are figures, which are at the right and their title with them. */
export function isOfFigures(index: number, rows: readonly PlannedRow[]): boolean {
  const first = rows.find((row) => row[index])?.[index];
  return (
    first !== undefined && first !== null && typeof first.value !== "string" && first.style?.align !== "left"
  );
}

/** Points of one line of a register, in Excel's own font. */
const LINE_HEIGHT = 15;
const FONT_SIZE = 11;
/** A row is no higher with more of them. */
const MOST_LINES = Math.ceil(HIGHEST_ROW / LINE_HEIGHT);

/** The cell in another style. Most have a value alone: written out, they take a third of the memory of a copy. */
function withStyle(cell: PlannedCell, style: CellStyle): PlannedCell {
  const { value, formula, link } = cell;
  if (formula !== undefined) return { ...cell, style };
  return link === undefined ? { value, style } : { value, style, link };
}

/** Rows whose long texts wrap, with what that takes: the height, and all their cells at the top. */
export class RowFit {
  readonly heights = new Map<number, number>();
  /** One pair of styles for each that they are made from, so that the writer meets few of them. */
  private readonly made = new Map<CellStyle | undefined, readonly [top: CellStyle, wrapped: CellStyle]>();

  /** Widths of columns; undefined for those whose texts do not wrap. */
  constructor(private readonly widths: readonly (number | undefined)[]) {}

  private stylesOf(style: CellStyle | undefined): readonly [top: CellStyle, wrapped: CellStyle] {
    const known = this.made.get(style);
    if (known) return known;
    const top: CellStyle = { ...style, vertical: "top" };
    const both = [top, { ...top, wrap: true }] as const;
    this.made.set(style, both);
    return both;
  }

  /** The columns in which a row has texts that do not fit on one line. */
  private longColumns(cells: PlannedRow): number[] {
    const long: number[] = [];
    for (let column = 0; column < cells.length; column++) {
      const width = this.widths[column];
      const text = textOf(cells[column]);
      if (width !== undefined && (text.length > width || text.includes("\n"))) long.push(column);
    }
    return long;
  }

  /** The cells of a row as they are written; one that fits stays as it is. */
  fitted(cells: PlannedRow, row: number): PlannedRow {
    const long = this.longColumns(cells);
    if (long.length === 0) return cells;
    const lines = long.map((column) =>
      countLines(textOf(cells[column]), this.widths[column]!, FONT_SIZE, MOST_LINES),
    );
    this.heights.set(row, Math.min(HIGHEST_ROW, Math.max(...lines) * LINE_HEIGHT));
    return cells.map((cell, column) => {
      if (!cell) return cell;
      const [top, wrapped] = this.stylesOf(cell.style);
      return withStyle(cell, long.includes(column) ? wrapped : top);
    });
  }
}
