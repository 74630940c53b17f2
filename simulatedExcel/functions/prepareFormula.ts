import { isRange, type Argument, type Cell, type CellError, type Range } from "./cell";
import { convertCell, isShown, type Blanks, type Conversion, type Sent } from "./convert";
import type { FunctionDescription, Parameter } from "./metadata";

/** A call that goes to the function. */
export interface Call {
  readonly description: FunctionDescription;
  readonly values: readonly Sent[];
}

/** What Excel makes of a formula: calls and errors that it shows without one, once or for each cell of a shape. */
export interface Formula {
  /** The formula is lifted: each element gives one cell. */
  readonly isLifted: boolean;
  readonly elements: readonly (readonly (Call | CellError)[])[];
}

/** Turns the arguments of a formula into calls; throws where Excel would refuse the formula. */
export function prepareFormula(
  description: FunctionDescription | undefined,
  id: string,
  args: readonly Argument[],
  blanks: Blanks,
): Formula {
  if (!description) return { isLifted: false, elements: [[{ error: "#NAME?" }]] };
  if (description.streams) throw new Error(`${id} streams its results, which this host does not simulate.`);
  checkCount(description, args);
  for (const argument of args) if (isRange(argument)) checkRectangle(id, argument);
  const lifted = args.filter((argument, argumentIndex): argument is Range =>
    isLiftedOver(argument, parameterAt(description, argumentIndex)),
  );
  const rows = Math.max(1, ...lifted.map((range) => range.length));
  const columns = Math.max(1, ...lifted.map((range) => range[0]!.length));
  const elements = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const atCell = args.map((argument, argumentIndex) =>
        isLiftedOver(argument, parameterAt(description, argumentIndex))
          ? cellAt(argument, row, column)
          : argument,
      );
      return prepareCall(description, atCell, blanks);
    }),
  );
  return { isLifted: lifted.length > 0, elements };
}

/** The last parameter takes all further arguments if it repeats. */
function parameterAt({ parameters }: FunctionDescription, argumentIndex: number): Parameter {
  return parameters[Math.min(argumentIndex, parameters.length - 1)]!;
}

function checkCount({ id, parameters }: FunctionDescription, args: readonly Argument[]): void {
  const least = parameters.filter(({ optional, repeating }) => !optional && !repeating).length;
  const most = parameters.at(-1)?.repeating ? Infinity : parameters.length;
  if (args.length >= least && args.length <= most) return;
  const needs = least === most ? String(least) : `${String(least)} to ${String(most)}`;
  const fault = args.length < least ? "too few" : "too many";
  throw new Error(
    `Excel refuses the formula: ${fault} arguments for ${id}, which takes ${needs} and got ${String(args.length)}.`,
  );
}

function checkRectangle(id: string, range: Range): void {
  const width = range[0]?.length ?? 0;
  if (width > 0 && range.every((row) => row.length === width)) return;
  throw new Error(`An argument of ${id} is not a rectangle of cells.`);
}

/** A range of several cells in a place for one value: Excel calls the function for each of them. */
function isLiftedOver(argument: Argument, parameter: Parameter): argument is Range {
  if (!isRange(argument) || parameter.dimensionality === "matrix") return false;
  return argument.length > 1 || argument[0]!.length > 1;
}

/** A single row or column serves all rows or columns; beyond a range there is #N/A. */
function cellAt(range: Range, row: number, column: number): Cell {
  const cells = range.length === 1 ? range[0]! : range[row];
  const cell = cells && (cells.length === 1 ? cells[0] : cells[column]);
  return cell === undefined ? { error: "#N/A" } : cell;
}

function prepareCall(
  description: FunctionDescription,
  args: readonly Argument[],
  blanks: Blanks,
): Call | CellError {
  const conversion: Conversion = { ...description, blanks };
  const values: Sent[] = [];
  for (const [argumentIndex, parameter] of description.parameters.entries()) {
    const given = parameter.repeating ? args.slice(argumentIndex) : [args[argumentIndex]];
    const sent: Sent[] = [];
    for (const argument of given) {
      const value = convertArgument(argument, parameter, conversion);
      if (isShown(value)) return value.shows;
      sent.push(value);
    }
    values.push(parameter.repeating ? sent : sent[0]!);
  }
  return { description, values };
}

function convertArgument(
  argument: Argument,
  { type, dimensionality }: Parameter,
  conversion: Conversion,
): Sent | { shows: CellError } {
  if (argument === undefined) return null;
  if (dimensionality !== "matrix") {
    return convertCell(isRange(argument) ? argument[0]![0]! : argument, type, conversion);
  }
  const rows: Sent[][] = [];
  for (const cells of isRange(argument) ? argument : [[argument]]) {
    const row: Sent[] = [];
    for (const cell of cells) {
      const value = convertCell(cell, type, conversion);
      if (isShown(value)) return value;
      row.push(value);
    }
    rows.push(row);
  }
  return rows;
}
