import { catalog } from "../../src/functions/catalog";
import { isReference, parseCall, type Argument, type Cell, type ErrorText } from "../functions/formula";
import { addressesOf } from "../functions/references";

/** What a function throws or returns in place of a value. */
class ExcelError {
  readonly error: ErrorText;

  constructor(code: ErrorText) {
    this.error = code;
  }
}

// Excel's own name for it, which the functions look up when they report a fault; here there is no Excel.
Object.assign(globalThis, {
  CustomFunctions: {
    Error: ExcelError,
    ErrorCode: {
      invalidValue: "#VALUE!",
      notAvailable: "#N/A",
      invalidNumber: "#NUM!",
      divisionByZero: "#DIV/0!",
    },
  },
});

type Calculate = (...args: readonly Argument[]) => unknown;

function cellOf(value: unknown): Cell {
  return value instanceof ExcelError ? { error: value.error } : (value as Cell);
}

function call(id: string, args: readonly Argument[]): unknown {
  const calculate = (catalog as unknown as Readonly<Record<string, Calculate>>)[id];
  if (!calculate) throw new Error(`there is no function ${id}`);
  try {
    return calculate(...args);
  } catch (reason) {
    if (reason instanceof ExcelError) return reason;
    throw reason;
  }
}

/** The cells that a formula of the add-in fills, row by row, out of the cells that it refers to. */
export function calculate(formula: string, valueAt: (address: string) => Cell): Cell[][] {
  const { id, args } = parseCall(formula);
  const values = args.map((argument): Argument => {
    if (!isReference(argument)) return argument;
    const rows = addressesOf(argument.reference).map((row) => row.map(valueAt));
    return rows.length === 1 && rows[0]!.length === 1 ? rows[0]![0] : rows;
  });
  const result = call(id, values);
  return Array.isArray(result) ? (result as unknown[][]).map((row) => row.map(cellOf)) : [[cellOf(result)]];
}
