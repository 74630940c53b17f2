import { readDocumentation } from "../../scripts/functions/documentation";
import { isReference, parseCall, parseValue, type Range } from "../../scripts/functions/formula";
import type { Argument, Cell, FormulaCall, Shown } from "../../simulatedExcel";

/** A worked example of a function's page. */
export interface ExampleCall {
  /** The function whose page it is on. */
  readonly of: string;
  readonly formula: string;
  readonly call: FormulaCall;
  readonly result: Cell | Range;
}

/** The examples of all functions, which stand for themselves: none refers to cells. */
export const exampleCalls: readonly ExampleCall[] = readDocumentation().flatMap(({ id, examples }) =>
  examples.map(({ formula, result }) => ({
    of: id,
    formula,
    call: callOf(formula),
    result: parseValue(result),
  })),
);

function callOf(formula: string): FormulaCall {
  const { id, args } = parseCall(formula);
  return [
    id,
    ...args.map((argument): Argument => {
      if (isReference(argument)) throw new Error(`${formula} needs a sheet; an example stands for itself`);
      return argument;
    }),
  ];
}

/** An example names the kind of an error; its message is for the cell. */
export function withoutMessages(shown: Shown): Shown {
  if (Array.isArray(shown)) return shown.map((row) => row.map((cell) => withoutMessages(cell) as Cell));
  return typeof shown === "object" && shown ? { error: shown.error } : shown;
}
