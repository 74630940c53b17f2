import type { Argument, Cell, Shown } from "./cell";
import type { Blanks } from "./convert";
import type { FunctionDescription } from "./metadata";
import { prepareFormula, type Call, type Formula } from "./prepareFormula";
import { shownOf, type Result } from "./result";
import type { FunctionRuntime } from "./runtime";

export type { Argument, Cell, CellError, Shown } from "./cell";

/** A formula: the id of the function and its arguments. */
export type FormulaCall = readonly [id: string, ...args: Argument[]];

/** Enters formulas that call functions of the add-in. */
export interface FunctionCaller {
  /** Calls a function by its id as a formula would. Rejects where Excel refuses the formula. */
  call(id: string, ...args: Argument[]): Promise<Shown>;
  /** Many formulas in one message, as Excel sends on recalculation. */
  callMany(calls: readonly FormulaCall[]): Promise<Shown[]>;
}

/** The add-in's functions as formulas see them. A blank cell arrives as "" where the parameter takes anything. */
export interface AddInFunctions extends FunctionCaller {
  /** The same with blank cells that arrive otherwise: platforms differ. */
  withBlanks(blanks: Blanks): FunctionCaller;
  /** Ids that the scripts of the page have associated. */
  readonly associated: readonly string[];
  /** Ids that the metadata names. */
  readonly described: readonly string[];
}

/** @param metadata the functions that Excel knows, by their ids */
export function newAddInFunctions(
  runtime: FunctionRuntime,
  metadata: ReadonlyMap<string, FunctionDescription>,
): AddInFunctions {
  const withBlanks = (blanks: Blanks): FunctionCaller => {
    const callMany = async (calls: readonly FormulaCall[]): Promise<Shown[]> => {
      const formulas = calls.map(([id, ...args]) => prepareFormula(metadata.get(id), id, args, blanks));
      const wanted = formulas.flatMap(({ elements }) => elements.flat()).filter(isCall);
      const results = await runtime.invoke(wanted);
      const resultOf = new Map(wanted.map((call, index) => [call, results[index]!]));
      return formulas.map((formula) => showFormula(formula, resultOf));
    };
    return { callMany, call: async (id, ...args) => (await callMany([[id, ...args]]))[0]! };
  };
  return {
    ...withBlanks(""),
    withBlanks,
    get associated() {
      return associatedIds();
    },
    described: [...metadata.keys()],
  };
}

/** The library keeps them in capitals. */
function associatedIds(): string[] {
  const { CustomFunctions: library } = globalThis as unknown as {
    readonly CustomFunctions?: { readonly _association: { readonly mappings: object } };
  };
  return Object.keys(library?._association.mappings ?? {});
}

function isCall(element: Formula["elements"][number][number]): element is Call {
  return "description" in element;
}

function showFormula({ isLifted, elements }: Formula, resultOf: ReadonlyMap<Call, Result>): Shown {
  const shown = elements.map((row) =>
    row.map((element) => (isCall(element) ? shownOf(resultOf.get(element)!) : element)),
  );
  return isLifted ? shown.map((row) => row.map(firstCell)) : shown[0]![0]!;
}

/** A lifted formula has one cell for each element: of a spill that is the first. */
function firstCell(shown: Shown): Cell {
  return Array.isArray(shown) ? shown[0]![0]! : shown;
}
