import { formatDay } from "../calendar/day";
import { CellKind } from "../grid/grid";
import { Decimal } from "../money/decimal";
import { formatFigure } from "../money/format";
import type { BoundTable } from "./boundTable";
import { shownText, type Column } from "./column";
import type { Moment } from "./momentCell";
import { boundColumns, isBlankRow, type BoundColumn } from "./readRecords";
import { isBlankCell, viewCell } from "./viewCell";

/** How a field of a table reads, over all rows of the table. */
export interface FieldTally {
  readonly field: string;
  readonly column: Column<unknown>;
  /** Sheet column; undefined where none was found. */
  readonly index: number | undefined;
  /** The first filled cell: what is there and what it is taken for. */
  readonly sample: { readonly row: number; readonly shown: string; readonly readAs: string } | undefined;
  /** Cells that can be read. */
  readonly good: number;
  /** Cells that cannot, and blanks where every row must have a value. */
  readonly bad: number;
  readonly firstBadRow: number | undefined;
}

function momentText({ day, time }: Moment): string {
  const minutes = Math.round(time * 1440);
  if (minutes === 0) return formatDay(day);
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${formatDay(day)} ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** A value that was read, as a person checks it: 2026-10-31, 1,234.5, 12 %. */
function readText(column: Column<unknown>, value: unknown): string {
  switch (column.kind) {
    case "day":
      return formatDay(value as number);
    case "moment":
      return momentText(value as Moment);
    case "choice":
      return column.labels?.get(String(value)) ?? String(value);
    case "percent":
    case "fraction":
      return `${formatFigure((value as Decimal).times(100))} %`;
    default:
      return value instanceof Decimal ? formatFigure(value) : String(value);
  }
}

interface Counts {
  good: number;
  bad: number;
  firstBadRow: number | undefined;
  sample: FieldTally["sample"];
}

/** What each text of a column's dictionary comes to, so that a text that many rows have is read once. */
type Known = ("good" | "bad" | "blank" | undefined)[];

/** Reads one column from top to bottom; `isBlankRow` is asked only where a value is missing. */
function tallyColumn(
  bound: BoundTable,
  { column, index, context }: BoundColumn,
  isBlank: (row: number) => boolean,
): Counts {
  const counts: Counts = { good: 0, bad: 0, firstBadRow: undefined, sample: undefined };
  if (index === undefined) return counts;
  const cells = bound.grid.columns[index];
  const known: Known = [];
  const read = (row: number): Known[number] => {
    const cell = viewCell(bound.grid, row, index);
    if (isBlankCell(cell)) return "blank";
    const parsed = cell.kind === CellKind.error ? undefined : column.parse(cell, context);
    const isGood = parsed?.ok === true;
    counts.sample ??= {
      row,
      shown: shownText(cell),
      readAs: isGood ? readText(column, parsed.value) : "",
    };
    return isGood ? "good" : "bad";
  };
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    if (bound.skipped.has(row)) continue;
    const isText = cells?.kinds[row] === CellKind.text;
    const result = isText ? (known[cells.values[row]!] ??= read(row)) : read(row);
    if (result === "good") counts.good++;
    else if (result === "bad" || (column.required && !isBlank(row))) {
      counts.bad++;
      counts.firstBadRow ??= row;
    }
  }
  return counts;
}

/** Tries every cell of every field, as reading the table would, and reports nothing. */
export function tallyFields(bound: BoundTable): FieldTally[] {
  const columns = boundColumns(bound);
  const isBlank = (row: number) => isBlankRow(bound, columns, row);
  return columns.map((boundColumn) => {
    const { field, column, index } = boundColumn;
    return { field, column, index, ...tallyColumn(bound, boundColumn, isBlank) };
  });
}
