import type { Cell } from "../functions/formula";
import type { Format } from "./formats";

interface Titled {
  readonly header: string;
  readonly format: Format | undefined;
}

/** What one types. */
export interface Inputs extends Titled {
  readonly kind: "inputs";
  readonly values: readonly Cell[];
}

/** One formula of the add-in, whose results go down the column. */
export interface Spill extends Titled {
  readonly kind: "spill";
  readonly formula: string;
}

/** A formula of the add-in in every row. */
export interface Each extends Titled {
  readonly kind: "each";
  readonly formula: string;
}

/** One formula of the add-in that fills a table and brings its header. */
export interface Table {
  readonly kind: "table";
  readonly formula: string;
  readonly formats: readonly (Format | undefined)[];
}

/** A formula without the add-in in every row; its results are those of a column, or given. */
export interface Plain extends Titled {
  readonly kind: "plain";
  readonly formulas: string | readonly string[];
  readonly gives: string | readonly Cell[];
}

/** Says of every row whether the columns of each pair agree. */
export interface Check {
  readonly kind: "check";
  readonly pairs: readonly (readonly [found: string, expected: string])[];
}

export type Column = Inputs | Spill | Each | Table | Plain | Check;

/** One idea: columns side by side, in the order A, B, C and so on. */
export interface Block {
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly Column[];
  /** How many rows it has; by default as many as its longest column of inputs. */
  readonly rows?: number;
}

export function input(header: string, values: readonly Cell[], format?: Format): Inputs {
  return { kind: "inputs", header, values, format };
}

export function spill(header: string, formula: string, format?: Format): Spill {
  return { kind: "spill", header, formula, format };
}

export function each(header: string, formula: string, format?: Format): Each {
  return { kind: "each", header, formula, format };
}

export function table(formula: string, ...formats: (Format | undefined)[]): Table {
  return { kind: "table", formula, formats };
}

/** What a column of the add-in gives, without it: one formula for all rows, or one for each. */
export function plain(
  gives: string,
  formulas: string | readonly string[],
  format?: Format,
  header = "Plain Excel",
): Plain {
  return { kind: "plain", header, formulas, gives, format };
}

/** A step on the way to what a plain formula gives. */
export function step(header: string, formulas: string, gives: readonly Cell[], format?: Format): Plain {
  return { kind: "plain", header, formulas, gives, format };
}

/** Compares columns; by their letters, such as "CD" for C with D. */
export function check(...pairs: string[]): Check {
  return { kind: "check", pairs: pairs.map(([found, expected]) => [found!, expected!]) };
}

/** What one expects where Excel has no formula for it. */
export function wanted(values: readonly Cell[], format?: Format, header = "Expected"): Inputs {
  return { kind: "inputs", header, values, format };
}
