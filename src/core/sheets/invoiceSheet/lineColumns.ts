import type { Span } from "./builder";
import { Column } from "./columns";
import type { FiguresOfLines } from "./figures";

/** Where the cells of a line are; a column that says nothing in any line is undefined. */
export interface LineColumns {
  readonly description: Span;
  readonly quantity: Span | undefined;
  readonly unit: Span | undefined;
  readonly unitPrice: Span | undefined;
}

/**
 * The columns of an invoice's line table. One with nothing in any line is left out, and the one before it takes its
 * width: a quantity without units is right before its price, and a credit note is description and amount.
 */
export function lineColumnsOf(lineFigures: FiguresOfLines): LineColumns {
  const figures = [...lineFigures.values()];
  const starts = [
    { column: Column.quantity, isShown: figures.some(({ quantity }) => quantity !== undefined) },
    { column: Column.unit, isShown: figures.some(({ unit }) => unit !== "") },
    { column: Column.unitPrice, isShown: figures.some(({ unitPrice }) => unitPrice !== undefined) },
  ].filter(({ isShown }) => isShown);
  const next = (column: number): number =>
    starts.find((start) => start.column > column)?.column ?? Column.amount;
  const spanOf = (column: number): Span | undefined =>
    starts.some((start) => start.column === column) ? [column, next(column) - 1] : undefined;
  const end = next(Column.description) - 1;
  return {
    // The gutter stays free before a figure.
    description: [Column.description, end === Column.gutter ? Column.description : end],
    quantity: spanOf(Column.quantity),
    unit: spanOf(Column.unit),
    unitPrice: spanOf(Column.unitPrice),
  };
}
