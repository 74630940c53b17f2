import { CellKind } from "../grid/grid";
import { Decimal, zero } from "../money/decimal";
import type { BoundTable } from "./boundTable";
import type { Column } from "./column";
import { contextOf } from "./readRecords";
import { labelsOther, saysTotal } from "./totalWords";
import { usedColumnsOf } from "./usedColumns";
import { isBlankAt, isBlankCell, viewCell } from "./viewCell";

/** Figures that nobody adds up. */
const neverAdded = /price|size|rate/i;

/** The texts of a row, from left to right. */
export function textsIn(bound: BoundTable, row: number): string[] {
  const texts: string[] = [];
  for (const column of usedColumnsOf(bound)) {
    const { kind, text } = viewCell(bound.grid, row, column);
    if (kind === CellKind.text && text.trim() !== "") texts.push(text.trim());
  }
  return texts;
}

/** Whether a row begins with a word for what its figures are beside data and totals. */
export function isLabelOfOther(bound: BoundTable, row: number): boolean {
  for (const column of usedColumnsOf(bound)) {
    const cell = viewCell(bound.grid, row, column);
    if (!isBlankCell(cell)) return cell.kind === CellKind.text && labelsOther(cell.text);
  }
  return false;
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
    const isUnread = (row: number) => !isBlankAt(bound.grid, row, index) && figureAt(row) === undefined;
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

  /** Whether a figure is what all rows come to. */
  isOfAll(figure: Decimal): boolean {
    return figure.equals(this.sum);
  }

  /** What the rows come to that a figure is most likely of: those since the last total, or all of them. */
  meantBy(figure: Decimal): Decimal {
    const part = this.sum.minus(this.lastClosed);
    const isPart = figure.minus(part).abs().lessThan(figure.minus(this.sum).abs());
    return isPart && !part.isZero() ? part : this.sum;
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

/** Rows that may be totals. */
interface RowsOfTotals {
  readonly rows: readonly number[];
  /** Those that name one thing beside “Total”. */
  readonly parts: ReadonlySet<number>;
  /** Those whose figure is no sum by what they say. */
  readonly others: ReadonlySet<number>;
  /** Rows that are no data and no total either. */
  readonly noData: ReadonlySet<number>;
}

/** Of rows without keys those that are totals; one without a word for it and with another figure is a row that lost its ids. */
export function totalsAmong(bound: BoundTable, { rows, parts, others, noData }: RowsOfTotals): Total[] {
  const candidates = new Set(rows);
  const figures = figureColumns(bound);
  const sums = figures.map(() => new RunningSum());
  const totals: Total[] = [];
  const last = rows.at(-1) ?? -1;
  for (let row = bound.firstRow; row <= last; row++) {
    if (noData.has(row)) continue;
    const found = figures.map(({ figureAt }) => figureAt(row));
    const texts = candidates.has(row) ? textsIn(bound, row) : [];
    // An average is compared with nothing, and a balance brought forward is a sum of these rows or of others.
    const isOther = others.has(row);
    const isNamed = isOther || texts.some(saysTotal);
    const hasFigure = found.some((figure) => figure !== undefined);
    // A figure like that of the one row above it may just as well be a row that lost its ids.
    const closes = found.every((figure, i) => figure === undefined || sums[i]!.closes(figure) > 1);
    const isSum = found.every((figure, i) => figure === undefined || sums[i]!.closes(figure) > 0);
    const isTotalRow = parts.has(row) ? hasFigure && isSum : isNamed || (hasFigure && closes);
    if (candidates.has(row) && isTotalRow) {
      const wrong = figures.flatMap((column, i) => {
        const figure = found[i];
        const sum = sums[i]!;
        if (figure === undefined || sum.isInDoubt || isOther) return [];
        if (sum.closes(figure) > 0 || sum.isOfAll(figure)) return [];
        return [{ column, found: figure, sum: sum.meantBy(figure) }];
      });
      totals.push({ row, wrong });
      if (!isOther || (hasFigure && isSum)) for (const sum of sums) sum.close();
    } else {
      for (const [i, sum] of sums.entries()) {
        sum.add(found[i]);
        sum.isInDoubt ||= figures[i]!.isUnread(row);
      }
    }
  }
  return totals;
}
