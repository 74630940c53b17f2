import { cutText } from "../xlsx/cellText";
import { Decimal, type CellRef, type PlannedCell, type PlannedRow } from "../../core/api";

/** What a cell takes in Office.js: "" clears it, and null would leave last month's figure in it. */
export type CellInput = string | number | boolean;

/** Text that Excel would read as something else: a formula, a number, a date, TRUE, an error, or with a mark of its own. */
const LITERAL = /^[A-Za-z][A-Za-z _]*$/;
const MONTHS = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
/** In the languages that people have Excel in, too. */
const BOOLEANS =
  /^(?:true|false|wahr|falsch|vrai|faux|verdadero|falso|vero|verdadeiro|waar|onwaar|sant|falskt)$/i;

/** Text as it must be handed to Excel so that it stays this text: the apostrophe says so and is not part of it. Excel refuses what is longer than a cell. */
export function asText(text: string): string {
  const isPlain = text === "" || (LITERAL.test(text) && !MONTHS.test(text) && !BOOLEANS.test(text));
  return cutText(isPlain ? text : `'${text}`);
}

export function inputOf(value: PlannedCell["value"]): CellInput {
  if (value instanceof Decimal) return value.toNumber();
  return typeof value === "string" ? asText(value) : value;
}

/** A planned cell as what is typed into it. */
export function cellInput(cell: PlannedCell | null | undefined): CellInput {
  if (!cell) return "";
  return cell.formula === undefined ? inputOf(cell.value) : `=${cell.formula}`;
}

/** Rows of one width, as they are typed. */
export function rowInputs(rows: readonly PlannedRow[], width: number): CellInput[][] {
  return rows.map((row) => Array.from({ length: width }, (_, column) => cellInput(row[column])));
}

/** The stored result alone, for sheets whose formulas are set once the sheets they name are there. */
export function withoutFormula(cell: PlannedCell | null): PlannedCell | null {
  if (cell?.formula === undefined) return cell;
  const { formula, ...rest } = cell;
  return rest;
}

/** 'Invoice lines'!A5, as a link within the workbook names it. */
export function quotedAddress({ sheet }: Pick<CellRef, "sheet">, address: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${address}`;
}

/** What a cell of a range shows in `formulas` and `values`, as it must be typed to stand there again. */
export function retyped(formula: unknown, value: unknown): CellInput {
  if (typeof formula !== "string") return formula as CellInput;
  const isFormula = formula.startsWith("=") && formula !== value;
  return isFormula ? formula : asText(formula);
}
