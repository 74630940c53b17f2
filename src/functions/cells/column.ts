import { type Decimal } from "../../core/api";
import { cellsOf, isBlank, plainValue } from "./cell";
import { datesIn, figuresIn } from "./conventions";
import { Fault } from "./fault";
import { readMomentOf, readNumber, type Domain, type Moment } from "./read";

/** The cells of a range in one line, a column from the top or a row from the left. */
export function readColumn(name: string, range: unknown): unknown[] {
  const rows = cellsOf(range);
  if (rows.length > 1 && rows.some((row) => row.length > 1))
    throw new Fault("value", `${name}: the range has several columns; give a single one.`);
  return rows.flat();
}

/** A column that may be left out: undefined where it is, or where one blank cell is given for it. */
export function readOptionalColumn(name: string, range: unknown): unknown[] | undefined {
  const cells = readColumn(name, range);
  const isLeftOut = cells.length === 0 || (cells.length === 1 && isBlank(plainValue(name, cells[0])));
  return isLeftOut ? undefined : cells;
}

/** All cells of a range, row by row. */
export function readAll(range: unknown): unknown[] {
  return cellsOf(range).flat();
}

/** The name of one cell of a column, for messages. */
export function nameOfRow(name: string, index: number): string {
  return `${name}, row ${String(index + 1)}`;
}

/** A column of numbers; blank rows are undefined. */
export function readNumbers(name: string, range: unknown, domain: Domain = {}): (Decimal | undefined)[] {
  const cells = readColumn(name, range);
  const context = figuresIn(cells);
  return cells.map((raw, index) => {
    const rowName = nameOfRow(name, index);
    return isBlank(plainValue(rowName, raw)) ? undefined : readNumber(rowName, raw, domain, context);
  });
}

/** A column of dates, each read when it is asked for; blank rows are undefined. */
export function readMoments(name: string, cells: readonly unknown[]): (row: number) => Moment | undefined {
  const context = datesIn(cells);
  return (row) => readMomentOf(nameOfRow(name, row), cells[row], context);
}

/** Refuses columns of different lengths that belong together row by row. */
export function sameLength(first: string, firstLength: number, second: string, secondLength: number): void {
  if (firstLength === secondLength) return;
  const lengths = `${String(firstLength)} and ${String(secondLength)} rows`;
  throw new Fault("value", `${first} and ${second} have ${lengths}; give ranges of the same size.`);
}
