import type { Cell, CellError, ErrorText, Shown } from "./cell";

/** The most text a cell holds. */
const LONGEST_TEXT = 32_767;

/** A result as the library hands it over: id of the invocation, done or failed, value or message, code of the failure. */
export type Result = readonly [id: number, done: boolean, value: unknown, code?: number];

/** Codes of failures; all others (thrown 2, rejected 3, NaN or an Error returned 0) show as #VALUE!. */
const ERROR_OF_CODE: Readonly<Record<number, ErrorText>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
};

/** Codes that a CustomFunctions.Error has: only with these the text is a message of the function. */
const MESSAGE_CODES = [1, 7];

/** #REF! and #NAME? are errors a function may be given, not ones it may give. */
const GIVEN_ERRORS: readonly string[] = ["#VALUE!", "#N/A", "#NUM!", "#DIV/0!", "#NULL!"];

/** What a formula shows for a result. */
export function shownOf([, done, value, code = 0]: Result): Shown {
  if (!done) return failureOf(value, code);
  if (!Array.isArray(value)) return cellOf(value);
  const rows = value as unknown[];
  if (!isMatrix(rows)) return { error: "#VALUE!" };
  const cells = rows.map((row) => row.map(cellOf));
  return cells.length === 1 && cells[0]!.length === 1 ? cells[0]![0]! : cells;
}

function failureOf(value: unknown, code: number): CellError {
  const error = ERROR_OF_CODE[code] ?? "#VALUE!";
  return errorOf(error, MESSAGE_CODES.includes(code) ? value : undefined);
}

function isMatrix(rows: readonly unknown[]): rows is unknown[][] {
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  return width > 0 && rows.every((row) => Array.isArray(row) && row.length === width);
}

function cellOf(value: unknown): Cell {
  switch (typeof value) {
    case "number":
    case "boolean":
      return value;
    case "string":
      return value.length > LONGEST_TEXT ? { error: "#VALUE!" } : value;
    default:
      // Excel has no empty result: null shows as 0, in a spill as well.
      return value === null || value === undefined ? 0 : objectOf(value);
  }
}

/** A CustomFunctions.Error or a data type, as its toJSON writes it. */
interface RichValue {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly basicValue?: unknown;
  readonly message?: unknown;
}

function objectOf({ type, text, basicValue, message }: RichValue): Cell {
  if (type === "Entity" && typeof text === "string") return text;
  if (type === "Error") return errorOf(basicValue, message);
  const isPlain = ["number", "string", "boolean"].includes(typeof basicValue);
  return typeof type === "string" && isPlain ? cellOf(basicValue) : { error: "#VALUE!" };
}

/** A message shows with #VALUE! and #N/A only. */
function errorOf(error: unknown, message: unknown): CellError {
  const text = GIVEN_ERRORS.includes(error as string) ? (error as ErrorText) : "#VALUE!";
  const showsMessage = text === "#VALUE!" || text === "#N/A";
  return showsMessage && typeof message === "string" && message !== ""
    ? { error: text, message }
    : { error: text };
}
