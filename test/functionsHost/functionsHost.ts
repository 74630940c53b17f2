import { join } from "node:path";
import type { Argument, Cell, Shown } from "./functions/cell";
import type { Blanks } from "./functions/convert";
import { prepareFormula, type Call, type Formula } from "./functions/formula";
import { readMetadata } from "./functions/metadata";
import { shownOf, type Result } from "./functions/result";
import { Runtime } from "./functions/runtime";

export type { Argument, Cell, CellError, Shown } from "./functions/cell";

const DIST = join(__dirname, "../../dist");
const TIMEOUT_MILLIS = 20_000;

/** A formula: the id of the function and its arguments. */
export type FormulaCall = readonly [id: string, ...args: Argument[]];

export interface FunctionsHost {
  /** Calls =BILLING.<id>(...args) as a formula would. Rejects where Excel refuses the formula. */
  call(id: string, ...args: Argument[]): Promise<Shown>;
  /** Many formulas in one message, as Excel sends on recalculation. */
  callMany(calls: readonly FormulaCall[]): Promise<Shown[]>;
  /** Ids that the bundle has associated. */
  readonly associated: readonly string[];
  /** Ids that the metadata names. */
  readonly described: readonly string[];
  /** The files of library and bundle, in the order in which they ran. */
  readonly ran: readonly string[];
  /** Uncaught errors of the page, and what was asked of the host that it does not simulate; empty if all is well. */
  readonly faults: readonly string[];
  /** What the bundle and the library wrote to the console, each line behind its level. */
  readonly logged: readonly string[];
  close(): void;
}

export interface HostOptions {
  /** Path of the metadata; default dist/functions.json. */
  readonly metadata?: string;
  /** Path of the bundle; default dist/functions.js. */
  readonly script?: string;
  /** How blank cells arrive where the parameter takes anything; default "". */
  readonly blanks?: Blanks;
  /** How long a call may take. */
  readonly timeoutMillis?: number;
}

/** Opens Excel with an add-in that has these functions. */
export async function openFunctionsHost(options: HostOptions = {}): Promise<FunctionsHost> {
  const { blanks = "", timeoutMillis = TIMEOUT_MILLIS } = options;
  const metadata = readMetadata(options.metadata ?? join(DIST, "functions.json"));
  const runtime = await Runtime.open(options.script ?? join(DIST, "functions.js"), timeoutMillis);

  async function callMany(calls: readonly FormulaCall[]): Promise<Shown[]> {
    const formulas = calls.map(([id, ...args]) => prepareFormula(metadata.get(id), id, args, blanks));
    const wanted = formulas.flatMap(({ elements }) => elements.flat()).filter(isCall);
    const results = await runtime.invoke(wanted);
    const resultOf = new Map(wanted.map((call, index) => [call, results[index]!]));
    return formulas.map((formula) => showFormula(formula, resultOf));
  }

  return {
    call: async (id, ...args) => (await callMany([[id, ...args]]))[0]!,
    callMany,
    associated: runtime.associated,
    described: [...metadata.keys()],
    ran: runtime.ran,
    faults: runtime.faults,
    logged: runtime.logged,
    close: () => runtime.close(),
  };
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
