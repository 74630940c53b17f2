import ExcelJS from "exceljs";
import { readDocumentation } from "../../scripts/functions/documentation";
import {
  isReference,
  parseCall,
  type Argument,
  type Cell,
  type Range,
} from "../../scripts/functions/formula";
import { addressesOf } from "../../scripts/functions/references";
import { callsAddIn, shownFormula } from "../../scripts/functions/storedFormula";
import type { FormulaCall, Shown } from "../../simulatedExcel";
import { builtFunctions } from "../support/builtFunctions";

const FILE = "examples/functions.xlsx";

/** What a cell holds, with the formula that gives it. */
interface Stored {
  readonly value: Cell;
  readonly formula?: string;
  /** The cells that the formula fills. */
  readonly fills?: string;
}

/** A formula of the add-in where it is. */
interface Use {
  readonly cell: string;
  readonly formula: string;
  readonly call: FormulaCall;
  readonly stored: Range;
}

type Sheet = ReadonlyMap<string, Stored>;

function cellOf(value: unknown): Cell {
  // exceljs makes dates of numbers in a date format; a blank text counts as a blank.
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  return value === undefined || value === "" ? null : (value as Cell);
}

function storedIn({ value, result }: ExcelJS.Cell): Stored {
  if (typeof value !== "object" || value === null || !("formula" in value)) return { value: cellOf(value) };
  const { formula, ref } = value as ExcelJS.CellFormulaValue & { readonly ref?: string };
  // The result within the value is missing where it is 0 or FALSE.
  return { value: cellOf(result), formula, ...(ref === undefined ? {} : { fills: ref }) };
}

function readSheet(sheet: ExcelJS.Worksheet): Sheet {
  const cells = new Map<string, Stored>();
  sheet.eachRow((row) => row.eachCell((cell) => cells.set(cell.address, storedIn(cell))));
  return cells;
}

const valuesAt = (sheet: Sheet, reference: string): Cell[][] =>
  addressesOf(reference).map((row) => row.map((address) => sheet.get(address)?.value ?? null));

/** The call with its references replaced by what is in the cells. */
function callOf(formula: string, sheet: Sheet): FormulaCall {
  const { id, args } = parseCall(formula);
  const given = args.map((argument): Argument => {
    if (!isReference(argument)) return argument;
    const values = valuesAt(sheet, argument.reference);
    return argument.reference.includes(":") ? values : values[0]![0];
  });
  return [id, ...given];
}

function usesOn(name: string, sheet: Sheet): Use[] {
  return [...sheet].flatMap(([address, { formula: stored, fills = address }]) => {
    if (stored === undefined || !callsAddIn(stored)) return [];
    const formula = shownFormula(stored);
    return [
      { cell: `${name}!${address}`, formula, call: callOf(formula, sheet), stored: valuesAt(sheet, fills) },
    ];
  });
}

/** A result as it is read back from a file. */
function rowsOf(shown: Shown): Cell[][] {
  const rows = Array.isArray(shown) ? shown : [[shown]];
  return rows.map((row) =>
    row.map((cell) => (typeof cell === "object" && cell ? { error: cell.error } : cellOf(cell))),
  );
}

const functions = builtFunctions();
const sheets = new Map<string, Sheet>();
let uses: readonly Use[] = [];
let results: readonly Shown[] = [];

beforeAll(async () => {
  const workbook = await new ExcelJS.Workbook().xlsx.readFile(FILE);
  for (const sheet of workbook.worksheets) sheets.set(sheet.name, readSheet(sheet));
  uses = [...sheets].flatMap(([name, sheet]) => usesOn(name, sheet));
  results = await functions().callMany(uses.map(({ call }) => call));
});

describe("the example workbook of the functions", () => {
  it("uses every function", () => {
    const used = new Set(uses.map(({ call: [id] }) => id));
    expect([...used].sort()).toEqual(
      readDocumentation()
        .map(({ id }) => id)
        .sort(),
    );
  });

  it("stores what the functions answer for its cells", () => {
    const found = uses.map(({ cell, formula, stored }) => ({ cell, formula, cells: stored }));
    const expected = uses.map(({ cell, formula }, index) => ({
      cell,
      formula,
      cells: rowsOf(results[index]!),
    }));
    expect(found).toEqual(expected);
    expect(uses.length).toBeGreaterThan(80);
  });

  it("has every check at ok, and totals that count them", () => {
    for (const [name, sheet] of sheets) {
      if (name === "Read me") continue;
      const checks = [...sheet.values()].filter(({ formula }) => formula?.endsWith('"ok","differs")'));
      expect({ name, found: new Set(checks.map(({ value }) => value)) }).toEqual({
        name,
        found: new Set(["ok"]),
      });
      expect({ name, ok: sheet.get("B3")!.value, differ: sheet.get("C3")!.value }).toEqual({
        name,
        ok: checks.length,
        differ: 0,
      });
    }
  });

  it("has each result of the add-in beside a check", () => {
    const unchecked = uses.filter(({ cell }) => {
      const [name = "", address = ""] = cell.split("!");
      const row = /\d+/.exec(address)![0];
      const rows = [row, String(Number(row) + 1)];
      return ![...sheets.get(name)!].some(
        ([at, { formula }]) => formula?.endsWith('"ok","differs")') && rows.includes(/\d+/.exec(at)![0]),
      );
    });
    expect(unchecked).toEqual([]);
  });
});
