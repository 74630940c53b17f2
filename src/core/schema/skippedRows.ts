import { CellKind } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { Decimal, zero } from "../money/decimal";
import { formatFigure } from "../money/format";
import { refOf, type BoundTable } from "./boundTable";
import type { Column } from "./column";
import { contextOf } from "./readRecords";
import { isTotal, saysTotal } from "./totalWords";
import { isBlankCell, viewCell } from "./viewCell";

const figureKinds = new Set(["decimal", "money", "fraction", "percent", "integer"]);
/** Figures that nobody adds up. */
const neverAdded = /price|size|rate/i;

interface KeyColumn {
  readonly index: number;
  readonly isName: boolean;
  /** By the dictionary of the column: whether a text can be in a row of totals. */
  readonly fits: (boolean | undefined)[];
}

/** Columns without which a row is no row of the table: ids, and what must be there and is no figure. */
function keyColumns(bound: BoundTable): KeyColumn[] {
  const keys: KeyColumn[] = [];
  for (const [field, index] of bound.columnOf) {
    const { kind, required } = bound.definition.columns[field]!;
    const isKey = kind === "id" || (required && !figureKinds.has(kind)) || field === "customerName";
    // One column may be read for two fields, and says no more for that.
    if (!isKey || keys.some((key) => key.index === index)) continue;
    keys.push({ index, isName: field === "customerName", fits: [] });
  }
  // The column with the fewest texts tells most rows apart at once; ids of events are hardly ever looked at.
  const textsOf = ({ index }: KeyColumn): number => bound.grid.columns[index]?.texts.length ?? 0;
  return keys.sort((left, right) => textsOf(left) - textsOf(right));
}

/** Whether a cell is blank or says total, so that it may be one of a row of totals. */
function fitsTotal(bound: BoundTable, { index, fits }: KeyColumn, row: number, isOnly: boolean): boolean {
  const cells = bound.grid.columns[index];
  const kind = cells?.kinds[row] ?? CellKind.blank;
  if (kind === CellKind.blank) return true;
  if (kind !== CellKind.text) return false;
  const text = cells!.values[row]!;
  return (fits[text] ??= judge(cells!.texts[text]!, isOnly));
}

function judge(text: string, isOnly: boolean): boolean {
  // Where one column alone tells rows apart, "Total calls" may well be the name of a row.
  return text.trim() === "" || (isOnly ? isTotal(text) : saysTotal(text));
}

/** So many words that stand alone in a row are a remark; an id has fewer. */
const REMARK_WORDS = 3;

/** Whether a text is all that a row holds, and reads like a remark: “3 active contracts”, “Prepared by Dana”. */
function isNote(bound: BoundTable, row: number): boolean {
  const texts: string[] = [];
  for (let column = bound.firstColumn; column <= bound.lastColumn && texts.length < 2; column++) {
    const cell = viewCell(bound.grid, row, column);
    if (isBlankCell(cell)) continue;
    if (cell.kind !== CellKind.text) return false;
    texts.push(cell.text.trim());
  }
  return texts.length === 1 && texts[0]!.split(/\s+/).length >= REMARK_WORDS;
}

interface RowsWithoutKeys {
  readonly rows: number[];
  /** Those of the rows that name one thing beside “Total”: K1, Total. They are totals where they are a sum. */
  readonly parts: Set<number>;
  readonly notes: number[];
}

/** Rows in which no key says what the row is about, and rows that hold a remark and nothing else. */
function rowsWithoutKeys(bound: BoundTable): RowsWithoutKeys {
  const keys = keyColumns(bound);
  const rows: number[] = [];
  const parts = new Set<number>();
  const notes: number[] = [];
  if (keys.length === 0) return { rows, parts, notes };
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    let only: KeyColumn | undefined;
    let speaking = 0;
    for (const key of keys) {
      if (fitsTotal(bound, key, row, keys.length === 1)) continue;
      only = key;
      if (++speaking > 1) break;
    }
    if (speaking > 1) continue;
    const isBesideTotal =
      only !== undefined && keys.some(({ index }) => isTotal(viewCell(bound.grid, row, index).text));
    const hasBlank = () => keys.some(({ index }) => isBlankCell(viewCell(bound.grid, row, index)));
    // Beside “Total” a name is no name: 3 accounts. An id is that of the rows which may be summed up.
    if (!only || (isBesideTotal && only.isName)) rows.push(row);
    else if (isBesideTotal && hasBlank()) {
      rows.push(row);
      parts.add(row);
    } else if (isNote(bound, row)) notes.push(row);
  }
  return { rows, parts, notes };
}

function textsIn(bound: BoundTable, row: number): string[] {
  const texts: string[] = [];
  for (let column = bound.firstColumn; column <= bound.lastColumn; column++) {
    const { kind, text } = viewCell(bound.grid, row, column);
    if (kind === CellKind.text && text.trim() !== "") texts.push(text.trim());
  }
  return texts;
}

/** A second header line below the first: units in brackets, and a text wherever there would be a figure. */
function isUnitLine(bound: BoundTable, row: number): boolean {
  if (row !== bound.firstRow) return false;
  let filled = 0;
  for (const [field, index] of bound.columnOf) {
    const cell = viewCell(bound.grid, row, index);
    if (isBlankCell(cell)) continue;
    if (cell.kind !== CellKind.text) return false;
    const column = bound.definition.columns[field] as Column<unknown>;
    const isBracketed = /^[([].*[)\]]$/.test(cell.text.trim());
    const isValue = figureKinds.has(column.kind) || column.kind === "day" || column.kind === "moment";
    const says = isValue && column.parse(cell, contextOf(bound, column, index)).ok;
    if (says || (!isValue && !isBracketed)) return false;
    filled++;
  }
  return filled > 0;
}

/** Rows that say again what the header says, column for column: a page break repeats it. */
function repeatedHeaders(bound: BoundTable): number[] {
  const { grid, headerRow } = bound;
  const columns = [...new Set(bound.columnOf.values())];
  const headers = columns.map((column) => viewCell(grid, headerRow, column).text);
  const [first] = columns;
  if (first === undefined || columns.length < 2) return [];
  const { kinds, values, texts } = grid.columns[first]!;
  const rows: number[] = [];
  for (let row = bound.firstRow; row <= Math.min(bound.lastRow, kinds.length - 1); row++) {
    if (kinds[row] !== CellKind.text || texts[values[row]!] !== headers[0]) continue;
    if (columns.every((column, i) => viewCell(grid, row, column).text === headers[i])) rows.push(row);
  }
  return rows;
}

interface FigureColumn {
  readonly index: number;
  readonly column: Column<Decimal>;
  readonly figureAt: (row: number) => Decimal | undefined;
  /** Whether something stands there that is no figure: what a total of it comes to is not known. */
  readonly isUnread: (row: number) => boolean;
}

function figureColumns(bound: BoundTable): FigureColumn[] {
  return [...bound.columnOf].flatMap(([field, index]) => {
    const column = bound.definition.columns[field] as Column<Decimal>;
    const isAdded = column.kind === "money" || column.kind === "decimal";
    if (!isAdded || neverAdded.test(column.title)) return [];
    const context = contextOf(bound, column, index);
    const figureAt = (row: number) => {
      const cell = viewCell(bound.grid, row, index);
      if (isBlankCell(cell) || cell.kind === CellKind.error) return undefined;
      // A time is added up as the share of a day that it is.
      if (cell.kind === CellKind.time) return new Decimal(Math.round(cell.number * 86_400));
      const parsed = column.parse(cell, context);
      return parsed.ok ? parsed.value : undefined;
    };
    const isUnread = (row: number) =>
      !isBlankCell(viewCell(bound.grid, row, index)) && figureAt(row) === undefined;
    return [{ index, column, figureAt, isUnread }];
  });
}

/** Sums of a column up to each row that may be one of totals. */
class RunningSum {
  private sum = zero;
  private rows = 0;
  /** Sums at which a total stood, with the number of rows above it. */
  private readonly closed = new Map([[zero.toString(), 0]]);
  private lastClosed = zero;
  /** A figure above could not be read. */
  isInDoubt = false;

  add(figure: Decimal | undefined): void {
    if (!figure) return;
    this.sum = this.sum.plus(figure);
    this.rows++;
  }

  /** How many rows above a figure it is the sum of, from the first or from below any total; 0 for none. */
  closes(figure: Decimal): number {
    const above = this.closed.get(this.sum.minus(figure).toString());
    return above === undefined ? 0 : this.rows - above;
  }

  close(): void {
    const key = this.sum.toString();
    if (!this.closed.has(key)) this.closed.set(key, this.rows);
    this.lastClosed = this.sum;
  }

  /** What the rows come to: those since the last total, or all of them. */
  expected(isPart: boolean): Decimal {
    return isPart ? this.sum.minus(this.lastClosed) : this.sum;
  }
}

interface Total {
  readonly row: number;
  /** Figures that are not the sums of their rows. */
  readonly wrong: readonly {
    readonly column: FigureColumn;
    readonly found: Decimal;
    readonly sum: Decimal;
  }[];
}

/** Of rows without keys those that are totals; one without a word for it and with another figure is a row that lost its ids. */
function totalsAmong(bound: BoundTable, rows: readonly number[], parts: ReadonlySet<number>): Total[] {
  const candidates = new Set(rows);
  const figures = figureColumns(bound);
  const sums = figures.map(() => new RunningSum());
  const totals: Total[] = [];
  const last = rows.at(-1) ?? -1;
  for (let row = bound.firstRow; row <= last; row++) {
    const found = figures.map(({ figureAt }) => figureAt(row));
    const texts = candidates.has(row) ? textsIn(bound, row) : [];
    const isNamed = texts.some(saysTotal);
    const hasFigure = found.some((figure) => figure !== undefined);
    // A figure like that of the one row above it may just as well be a row that lost its ids.
    const closes = found.every((figure, i) => figure === undefined || sums[i]!.closes(figure) > 1);
    const isSum = found.every((figure, i) => figure === undefined || sums[i]!.closes(figure) > 0);
    const isTotalRow = parts.has(row) ? hasFigure && isSum : isNamed || (hasFigure && closes);
    if (candidates.has(row) && isTotalRow) {
      const isPart = texts.some((text) => /sub|zwischen|sous|tussen|parcial|parziale/i.test(text));
      const wrong = figures.flatMap((column, i) => {
        const figure = found[i];
        const sum = sums[i]!;
        if (figure === undefined || sum.isInDoubt) return [];
        if (sum.closes(figure) > 0 || figure.equals(sum.expected(false))) return [];
        return [{ column, found: figure, sum: sum.expected(isPart) }];
      });
      totals.push({ row, wrong });
      for (const sum of sums) sum.close();
    } else {
      for (const [i, sum] of sums.entries()) {
        sum.add(found[i]);
        sum.isInDoubt ||= figures[i]!.isUnread(row);
      }
    }
  }
  return totals;
}

/**
 * Rows of a table that are no data: totals, named in one issue and compared with the rows that they close, remarks, a
 * line of units below the header, and the header once more. Rows of nothing are left to those who read rows.
 */
export function findSkippedRows(bound: BoundTable, report: Report): ReadonlySet<number> {
  const { rows: found, parts, notes } = rowsWithoutKeys(bound);
  const rows = found.filter((row) => !isEmpty(bound, row));
  const units = isUnitLine(bound, bound.firstRow) ? [bound.firstRow] : [];
  const repeated = repeatedHeaders(bound);
  for (const row of notes) {
    const [value = ""] = textsIn(bound, row);
    report(makeIssue("NOTE_ROW", { at: refOf(bound, row, bound.firstColumn), value }));
  }
  if (rows.length === 0) return new Set([...units, ...repeated, ...notes]);
  const totals = totalsAmong(
    bound,
    rows.filter((row) => !units.includes(row)),
    parts,
  );
  for (const { row, wrong } of totals) {
    for (const { column, found, sum } of wrong) {
      const words = { column: column.column.title, sum: formatFigure(sum) };
      const at = refOf(bound, row, column.index);
      report(makeIssue("TOTAL_DIFFERS", { at, value: formatFigure(found), words }));
    }
  }
  if (totals.length > 0) {
    const value = totals.length === 1 ? "1 row" : `${String(totals.length)} rows`;
    const at = refOf(bound, totals[0]!.row, bound.firstColumn);
    report(makeIssue("TOTAL_ROW", { at, value }));
  }
  return new Set([...units, ...repeated, ...notes, ...totals.map(({ row }) => row)]);
}

/** Whether the understood columns hold nothing in a row. */
function isEmpty(bound: BoundTable, row: number): boolean {
  return [...bound.columnOf.values()].every((column) => isBlankCell(viewCell(bound.grid, row, column)));
}
