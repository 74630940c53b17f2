import { Fault, type FaultKind } from "./fault";

/** A cell's content once wrappings are off; an error in a cell never gets this far. */
export type Plain = number | string | boolean | null;

/** Cells of a range by row, as Excel hands them over and takes them back. */
export type Cells = unknown[][];

const kinds: Readonly<Record<string, FaultKind>> = {
  "#N/A": "notAvailable",
  "#NUM!": "number",
  "#DIV/0!": "division",
};

/** Objects come for errors in cells and for values with more to them (a currency, a stock); both have a basic value. */
interface Wrapped {
  readonly type?: string;
  readonly code?: string;
  readonly basicType?: string;
  readonly basicValue?: Plain;
}

function unwrap(name: string, { type, code, basicType, basicValue }: Wrapped): Plain {
  const isError = type === "Error" || basicType === "Error" || code !== undefined;
  if (!isError && basicValue !== undefined) return basicValue;
  const shown = code ?? String(basicValue ?? "a value");
  const kind = kinds[shown] ?? "value";
  throw new Fault(kind, `${name}: the cell holds ${shown}, which cannot be used; mend that cell first.`);
}

/** The content of a single cell or value. */
export function plainValue(name: string, value: unknown): Plain {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return plainValue(name, singleCell(name, value));
  return typeof value === "object" ? unwrap(name, value) : (value as Plain);
}

/** The one cell of a range where a range of one cell is meant. */
function singleCell(name: string, range: readonly unknown[]): unknown {
  const rows = range.map((row) => (Array.isArray(row) ? (row as unknown[]) : [row]));
  if (rows.length === 1 && rows[0]!.length === 1) return rows[0]![0];
  throw new Fault("value", `${name}: this is a range of several cells; give a single cell or value.`);
}

/** Empty cells come as null, "" or blanks, and as left-out arguments. */
export function isBlank(value: Plain): value is null | string {
  return value === null || (typeof value === "string" && value.trim() === "");
}

/** A range as rows of cells; a single value is a range of one cell, a left-out one of none. */
export function cellsOf(value: unknown): Cells {
  if (Array.isArray(value)) return value as Cells;
  return value === null || value === undefined ? [] : [[value]];
}
