/** The errors that a cell can show here; the ones of the grid itself (#SPILL!, #CALC!) have no place in a call. */
export type ErrorText = "#VALUE!" | "#N/A" | "#NUM!" | "#DIV/0!" | "#NULL!" | "#REF!" | "#NAME?";

export interface CellError {
  readonly error: ErrorText;
  readonly message?: string;
}

/** A cell as Excel shows it; null is a blank cell. */
export type Cell = number | string | boolean | null | CellError;

/** A range or an array constant, row by row. */
export type Range = readonly (readonly Cell[])[];

/** One argument of a formula: a value or single cell, a range or array constant, or undefined where it is left out. */
export type Argument = Cell | Range | undefined;

/** What the formula shows: one cell, or the rows of a spill. A 1 x 1 result counts as one cell. */
export type Shown = Cell | Cell[][];

export function isRange(argument: Argument): argument is Range {
  return Array.isArray(argument);
}

export function isError(cell: Cell): cell is CellError {
  return typeof cell === "object" && cell !== null;
}
