import { Decimal, type Day } from "../../core/api";
import { isBlank, plainValue, type Cells } from "./cell";
import { Fault, type FaultKind } from "./fault";
import { readOptionalMoment } from "./read";

/** What a cell of a result holds. */
export type Shown = number | string | boolean | CustomFunctions.Error;

const codeOf: Readonly<Record<FaultKind, () => CustomFunctions.ErrorCode>> = {
  value: () => CustomFunctions.ErrorCode.invalidValue,
  notAvailable: () => CustomFunctions.ErrorCode.notAvailable,
  number: () => CustomFunctions.ErrorCode.invalidNumber,
  division: () => CustomFunctions.ErrorCode.divisionByZero,
};

/** The one place where a fault becomes the error that Excel shows. */
function toExcelError(reason: unknown, position = ""): CustomFunctions.Error {
  if (reason instanceof Fault)
    return new CustomFunctions.Error(codeOf[reason.kind](), `${reason.message}${position}`);
  const text = reason instanceof Error ? reason.message : String(reason);
  return new CustomFunctions.Error(codeOf.value(), `Ratebook could not calculate this: ${text}${position}`);
}

/** Runs the body of a function; whatever goes wrong in it is one of Excel's errors with its reason. */
export function answer<Result>(body: () => Result): Result {
  try {
    return body();
  } catch (reason) {
    // oxlint-disable-next-line typescript/only-throw-error -- Excel's error class is no Error, and is what it wants.
    throw toExcelError(reason);
  }
}

/** A decimal as the nearest double that a cell can hold. */
export function cellNumber(value: Decimal): number {
  const number = value.toNumber();
  if (!Number.isFinite(number))
    throw new Fault("number", `${value.toPrecision(3)} is more than a cell can hold.`);
  // Excel shows a minus sign before a zero that has one.
  return number === 0 ? 0 : number;
}

function shown(value: Decimal | number | string | boolean): Shown {
  return value instanceof Decimal ? cellNumber(value) : value;
}

type ElementFunction = (value: unknown) => Decimal | number | string | boolean;

/** The result for one element; blank stays blank. */
function shownFor(name: string, raw: unknown, calculate: ElementFunction): Shown {
  return isBlank(plainValue(name, raw)) ? "" : shown(calculate(raw));
}

/**
 * One result per element of an array argument, in its shape. `fast` may give a number's result at once, or NaN where
 * `calculate` must decide. Excel hands a single cell over as a range of one; called with a bare value, this answers by one.
 */
export function mapCells(
  name: string,
  cells: unknown,
  calculate: ElementFunction,
  fast: (value: number) => number = () => NaN,
): Cells {
  const one = (raw: unknown): Shown => {
    const number = typeof raw === "number" ? fast(raw) : NaN;
    return Number.isNaN(number) ? shownFor(name, raw, calculate) : number;
  };
  if (!Array.isArray(cells)) return one(cells) as unknown as Cells;
  const rows = cells as Cells;
  if (rows.length === 1 && rows[0]!.length === 1) return [[one(rows[0]![0])]];
  return rows.map((row, rowIndex) =>
    row.map((raw, columnIndex) => {
      try {
        return one(raw);
      } catch (reason) {
        // A fault within a range is told in its own cell only.
        return toExcelError(reason, positionText(rowIndex, columnIndex, row.length));
      }
    }),
  );
}

/** The same for dates: also a blank that arrives as 0 stays blank. */
export function mapDays(name: string, cells: unknown, calculate: (day: Day) => string | number): Cells {
  return mapCells(name, cells, (raw) => {
    const moment = readOptionalMoment(name, raw);
    return moment ? calculate(moment.day) : "";
  });
}

function positionText(row: number, column: number, columns: number): string {
  const inRow = ` (row ${String(row + 1)}`;
  return columns > 1 ? `${inRow}, column ${String(column + 1)})` : `${inRow})`;
}

/** Most rows that a function lets spill; Excel on the web stalls on more. */
const MOST_ROWS = 20_000;

/** A spill with its header row; decimals become the numbers of cells. */
export function spill(
  header: readonly string[],
  rows: readonly (readonly (Decimal | number | string)[])[],
): Cells {
  if (rows.length > MOST_ROWS)
    throw new Fault(
      "value",
      `The result has ${String(rows.length)} rows; at most ${String(MOST_ROWS)} are shown.`,
    );
  return [[...header], ...rows.map((row) => row.map(shown))];
}

/** A spill of one column without a header. */
export function spillColumn(values: readonly (Decimal | string)[]): Cells {
  return values.map((value) => [shown(value)]);
}
