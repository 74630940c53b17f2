import type { Cell } from "./cell";

/** Cells of the formula's own sheet, without dollar signs. */
export interface Reference {
  readonly reference: string;
}

/** A call of a function, its arguments as they are written; undefined where one is left out. */
export interface WrittenCall {
  readonly id: string;
  readonly args: readonly (Cell | Reference | undefined)[];
}

const CALL = /^=[A-Z][A-Z0-9]*\.([A-Z][A-Z0-9_]*)\((.*)\)$/s;
const ARGUMENT = /\s*("(?:[^"]|"")*"|[^,"]*)\s*(,|$)/y;
const REFERENCE = /^\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/;
const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?$/;

/** Reads a formula that is one call of a function in a namespace, over values and references; undefined if it is none. */
export function readCall(formula: string): WrittenCall | undefined {
  const [, id, inside] = CALL.exec(formula) ?? [];
  if (id === undefined || inside === undefined) return undefined;
  const args: WrittenCall["args"][number][] = [];
  ARGUMENT.lastIndex = 0;
  for (let hasMore = true; hasMore;) {
    const [, text, end] = ARGUMENT.exec(inside) ?? [];
    if (text === undefined) throw notRead(formula);
    args.push(argumentOf(text.trim(), formula));
    hasMore = end === ",";
  }
  return { id, args };
}

function argumentOf(text: string, formula: string): Cell | Reference | undefined {
  if (text === "") return undefined;
  if (text.startsWith('"')) return text.slice(1, -1).replaceAll('""', '"');
  if (text === "TRUE" || text === "FALSE") return text === "TRUE";
  if (REFERENCE.test(text)) return { reference: text.replaceAll("$", "") };
  if (NUMBER.test(text)) return Number(text);
  throw notRead(formula);
}

const notRead = (formula: string): Error =>
  new Error(`the simulated Excel does not calculate “${formula}”: it knows values and references only`);
