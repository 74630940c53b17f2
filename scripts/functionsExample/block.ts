import type { Cell } from "../functions/formula";
import type { Format } from "./formats";

/** The blocks of a sheet as they are in the files of examples/functions; formulas as `fillIn` takes them. */
interface Titled {
  readonly header: string;
  readonly format?: Format;
}

/** What one types, or what one expects where Excel has no formula for it; a day or moment is ISO text. */
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
export interface PerRow extends Titled {
  readonly kind: "each";
  readonly formula: string;
}

/** One formula of the add-in that fills a table and brings its header. */
export interface Table {
  readonly kind: "table";
  readonly formula: string;
  readonly formats: readonly (Format | null)[];
}

/** A formula without the add-in in every row, or one for each; its results are those of a column, or given. */
export interface Plain {
  readonly kind: "plain";
  /** By default: Plain Excel. */
  readonly header?: string;
  readonly format?: Format;
  readonly formulas: string | readonly string[];
  readonly gives: string | readonly Cell[];
}

/** Says of every row whether the columns of each pair agree; a pair such as "CD" is column C and column D. */
export interface Check {
  readonly kind: "check";
  readonly pairs: readonly string[];
}

export type Column = Inputs | Spill | PerRow | Table | Plain | Check;

/** One idea: columns side by side, in the order A, B, C and so on. */
export interface Block {
  /** By which formulas of later blocks refer to it. */
  readonly name?: string;
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly Column[];
  /** How many rows it has; by default as many as its longest column of inputs. */
  readonly rows?: number;
}
