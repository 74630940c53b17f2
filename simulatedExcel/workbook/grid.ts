import {
  isWholeColumns,
  isWholeRows,
  lastColumnOf,
  lastRowOf,
  MAX_COLUMNS,
  MAX_ROWS,
  type Area,
} from "./area";
import type { Cell } from "./cell";
import { plainStyle, restyle, type Style, type StylePatch } from "./style";

type Row = (Cell | undefined)[];

/** What rows and columns have of their own, by number. */
export interface Lines {
  /** Points. */
  readonly sizes: Map<number, number>;
  readonly hidden: Set<number>;
  readonly styles: Map<number, Style>;
}

/** The cells of a sheet with their rows and columns. Sparse: an empty plain cell is nowhere. */
export class Grid {
  readonly rows: Lines = { sizes: new Map(), hidden: new Set(), styles: new Map() };
  readonly columns: Lines = { sizes: new Map(), hidden: new Set(), styles: new Map() };
  private readonly cells: (Row | undefined)[] = [];

  at(row: number, column: number): Cell | undefined {
    return this.cells[row]?.[column];
  }

  styleAt(row: number, column: number): Style {
    return (
      this.at(row, column)?.style ??
      this.rows.styles.get(row) ??
      this.columns.styles.get(column) ??
      plainStyle
    );
  }

  put(row: number, column: number, cell: Cell | undefined): void {
    if (cell === undefined && this.cells[row]?.[column] === undefined) return;
    (this.cells[row] ??= [])[column] = cell;
  }

  /** Removes value, formula and link; the look stays. */
  empty(row: number, column: number): void {
    const cell = this.at(row, column);
    if (!cell) return;
    const { style } = cell;
    this.put(row, column, style === this.lineStyle(row, column) ? undefined : { value: "", style });
  }

  restyle(area: Area, patch: StylePatch): void {
    const changed = new Map<Style, Style>();
    const after = (style: Style): Style => {
      const known = changed.get(style) ?? restyle(style, patch);
      changed.set(style, known);
      return known;
    };
    if (isWholeColumns(area) || isWholeRows(area)) {
      const [lines, first, count] = isWholeColumns(area)
        ? [this.columns, area.column, area.columns]
        : [this.rows, area.row, area.rows];
      for (let line = first; line < first + count; line++) {
        lines.styles.set(line, after(lines.styles.get(line) ?? plainStyle));
      }
      for (const { row, column, cell } of [...this.cellsIn(area)]) {
        this.put(row, column, { ...cell, style: after(cell.style) });
      }
      return;
    }
    for (let row = area.row; row <= lastRowOf(area); row++) {
      for (let column = area.column; column <= lastColumnOf(area); column++) {
        const cell = this.at(row, column);
        const style = after(cell?.style ?? this.lineStyle(row, column));
        this.put(row, column, cell ? { ...cell, style } : { value: "", style });
      }
    }
  }

  restyleCell(row: number, column: number, patch: StylePatch): void {
    const cell = this.at(row, column);
    const style = restyle(cell?.style ?? this.lineStyle(row, column), patch);
    this.put(row, column, cell ? { ...cell, style } : { value: "", style });
  }

  /** The cells that are somewhere, row by row. */
  *cellsIn(area: Area): Generator<{ row: number; column: number; cell: Cell }> {
    const lastRow = Math.min(lastRowOf(area), this.cells.length - 1);
    for (let row = area.row; row <= lastRow; row++) {
      const cells = this.cells[row];
      if (!cells) continue;
      const lastColumn = Math.min(lastColumnOf(area), cells.length - 1);
      for (let column = area.column; column <= lastColumn; column++) {
        const cell = cells[column];
        if (cell) yield { row, column, cell };
      }
    }
  }

  /** The smallest area around what is there; undefined for nothing. */
  usedArea(within: Area, valuesOnly: boolean): Area | undefined {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const { row, column, cell } of this.cellsIn(within)) {
      if (cell.value === "" && cell.formula === undefined && (valuesOnly || cell.style === plainStyle))
        continue;
      top = Math.min(top, row);
      bottom = row;
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
    if (bottom < 0) return undefined;
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  isEmpty(area: Area): boolean {
    for (const { cell } of this.cellsIn(area)) {
      if (cell.value !== "" || cell.formula !== undefined) return false;
    }
    return true;
  }

  /** Makes room: what is at the area or below it moves down. */
  insertRows(area: Area): void {
    if (isWholeRows(area)) {
      if (this.cells.length > area.row) {
        this.cells.splice(area.row, 0, ...new Array<undefined>(area.rows).fill(undefined));
      }
      moveLines(this.rows, area.row, area.rows);
      return;
    }
    for (let row = this.cells.length - 1; row >= area.row; row--) this.moveRow(row, row + area.rows, area);
  }

  deleteRows(area: Area): void {
    if (isWholeRows(area)) {
      this.cells.splice(area.row, area.rows);
      moveLines(this.rows, area.row, -area.rows);
      return;
    }
    const last = this.cells.length - 1;
    for (let row = area.row; row <= lastRowOf(area); row++) this.clearRow(row, area);
    for (let row = lastRowOf(area) + 1; row <= last; row++) this.moveRow(row, row - area.rows, area);
  }

  insertColumns(area: Area): void {
    this.changeRows(area, (cells) => {
      if (cells.length > area.column) {
        cells.splice(area.column, 0, ...new Array<undefined>(area.columns).fill(undefined));
      }
    });
    if (isWholeColumns(area)) moveLines(this.columns, area.column, area.columns);
  }

  deleteColumns(area: Area): void {
    this.changeRows(area, (cells) => void cells.splice(area.column, area.columns));
    if (isWholeColumns(area)) moveLines(this.columns, area.column, -area.columns);
  }

  /** Whether something would be pushed off the sheet. */
  isFullAtEnd(area: Area, axis: "row" | "column"): boolean {
    const end =
      axis === "row"
        ? { ...area, row: MAX_ROWS - area.rows }
        : { ...area, column: MAX_COLUMNS - area.columns };
    return !this.isEmpty(end);
  }

  private lineStyle(row: number, column: number): Style {
    return this.rows.styles.get(row) ?? this.columns.styles.get(column) ?? plainStyle;
  }

  private moveRow(from: number, to: number, area: Area): void {
    const cells = this.cells[from];
    for (let column = area.column; column <= lastColumnOf(area); column++) {
      if (cells?.[column] === undefined && this.cells[to]?.[column] === undefined) continue;
      this.put(to, column, cells?.[column]);
      this.put(from, column, undefined);
    }
  }

  private clearRow(row: number, area: Area): void {
    for (let column = area.column; column <= lastColumnOf(area); column++) this.put(row, column, undefined);
  }

  private changeRows(area: Area, change: (cells: Row) => void): void {
    const last = Math.min(lastRowOf(area), this.cells.length - 1);
    for (let row = area.row; row <= last; row++) {
      const cells = this.cells[row];
      if (cells) change(cells);
    }
  }
}

function moveLines(lines: Lines, at: number, by: number): void {
  const moved = (line: number): number | undefined => {
    if (line < at) return line;
    return by < 0 && line < at - by ? undefined : line + by;
  };
  moveKeys(lines.sizes, moved);
  moveKeys(lines.styles, moved);
  const hidden = [...lines.hidden].map(moved).filter((line) => line !== undefined);
  lines.hidden.clear();
  for (const line of hidden) lines.hidden.add(line);
}

function moveKeys<T>(map: Map<number, T>, moved: (line: number) => number | undefined): void {
  const entries = [...map];
  map.clear();
  for (const [line, value] of entries) {
    const after = moved(line);
    if (after !== undefined) map.set(after, value);
  }
}
