import { knownValue } from "../../base/knownValue";
import { cellAddress } from "../../grid/grid";
import { Column } from "./columns";
import { sizes, styles } from "./styles";
import { heightOfLines, splitLines, wrapText } from "./text";
import type { CellStyle, PlannedCell } from "../plan";

/** The first and the last column of an area. */
export type Span = readonly [number, number];

export const FULL_WIDTH: Span = [Column.description, Column.amount];

/** Cells by column. */
export type Cells = Readonly<Record<number, PlannedCell | undefined>>;

const RULE_HEIGHT = 1;
/** Points, in Excel. */
const HIGHEST_ROW = 409;
/** A page breaks between rows only: a row that is much higher would leave a page half empty. */
const MOST_LINES = 20;
const HIGHEST_GAP = 200;

function rowOf(cells: Cells): (PlannedCell | null)[] {
  // Keys that are whole numbers come in their order.
  const last = Number(Object.keys(cells).at(-1) ?? -1);
  // Of its size at once: pushed to, it would get room for many more cells than it has.
  const row = new Array<PlannedCell | null>(last + 1);
  for (let column = 0; column <= last; column++) row[column] = cells[column] ?? null;
  return row;
}

/** Cells of one style all along a span, the first with a value. */
export function bandOf([first, last]: Span, style: CellStyle, value = ""): Cells {
  const cells: Record<number, PlannedCell> = {};
  for (let column = first; column <= last; column++)
    cells[column] = { value: column === first ? value : "", style };
  return cells;
}

/** Collects the rows of a sheet from top to bottom, each with its height, so that formulas know where things are. */
export class SheetBuilder {
  readonly rows: (PlannedCell | null)[][] = [];
  readonly heights = new Map<number, number>();
  readonly merges: string[] = [];
  /** Rows that stay on one page with the row below them. */
  readonly kept = new Set<number>();

  constructor(readonly widths: readonly number[]) {}

  /** Returns the row's 0-based number. */
  add(cells: Cells, height: number): number {
    const row = this.rows.length;
    this.rows.push(rowOf(cells));
    this.heights.set(row, Math.min(height, HIGHEST_ROW));
    return row;
  }

  gap(height: number): void {
    this.heights.set(this.rows.length, height);
    this.rows.push([]);
  }

  /** A light grey line: a cell's own border would be black. */
  rule(span: Span): void {
    this.add(bandOf(span, styles.rule), RULE_HEIGHT);
  }

  /** All rows from one to the last so far stay on one page. */
  keepFrom(first: number): void {
    for (let row = first; row < this.rows.length - 1; row++) this.kept.add(row);
  }

  merge(row: number, [first, last]: Span): void {
    this.mergeArea([row, row], [first, last]);
  }

  /** A cell in a row that stands already. */
  put(row: number, column: number, cell: PlannedCell): void {
    this.rows[row]![column] = cell;
  }

  /** A text in one column from a row to the last; rows are added where these are not high enough for it. */
  putDown(firstRow: number, column: number, text: string, style: CellStyle): void {
    let missing = this.heightOf(text, [column, column], style);
    for (let row = firstRow; row < this.rows.length; row++) missing -= knownValue(this.heights, row);
    for (; missing > 0; missing -= HIGHEST_GAP) this.gap(Math.min(missing, HIGHEST_GAP));
    this.put(firstRow, column, { value: text, style });
    this.mergeArea([firstRow, this.rows.length - 1], [column, column]);
  }

  private mergeArea([top, bottom]: Span, [left, right]: Span): void {
    if (top === bottom && left === right) return;
    const first = cellAddress({ row: top, column: left });
    this.merges.push(`${first}:${cellAddress({ row: bottom, column: right })}`);
  }

  widthOf([first, last]: Span): number {
    return this.widths.slice(first, last + 1).reduce((total, width) => total + width, 0);
  }

  /** The lines of a text in a span. */
  wrapped(text: string, span: Span, { size = sizes.text }: CellStyle): string[] {
    return wrapText(text, this.widthOf(span), size);
  }

  heightOf(text: string, span: Span, style: CellStyle): number {
    return heightOfLines(this.wrapped(text, span, style).length, style.size ?? sizes.text);
  }

  /** A text that wraps within a span, one row a paragraph; a very long one is cut between lines. */
  paragraphs(text: string, span: Span, style: CellStyle, spaceBelow = 0): void {
    for (const paragraph of splitLines(text)) {
      const lines = this.wrapped(paragraph, span, style);
      for (let first = 0; first < lines.length; first += MOST_LINES) {
        const piece = lines.slice(first, first + MOST_LINES);
        const height = heightOfLines(piece.length, style.size ?? sizes.text);
        this.merge(this.add({ [span[0]]: { value: piece.join("").trimEnd(), style } }, height), span);
      }
    }
    const last = this.rows.length - 1;
    this.heights.set(last, knownValue(this.heights, last) + spaceBelow);
  }
}
