import { decodeText } from "../../src/workbook/xml/xmlText";
import { callsAddIn } from "../functions/storedFormula";

/** What a cell shows: a number, or the text of a text, a boolean or an error. Undefined where nothing is stored. */
export type CellValue = number | string | undefined;

export interface FormulaCell {
  readonly address: string;
  /** Empty for the cells below the first of a shared formula. */
  readonly formula: string;
  readonly value: CellValue;
}

/** An opening cell tag, its formula, and the value that was stored with it; namespace prefixes are let pass. */
const FORMULA_CELL =
  /(<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f(?:\s[^>]*?)?(?:\/>|>([^<]*)<\/(?:\w+:)?f>))\s*(?:<(?:\w+:)?v(?:\s[^>]*)?(?:\/>|>([^<]*)<\/(?:\w+:)?v>))?/g;

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
}

function valueOf(type: string | undefined, text: string | undefined): CellValue {
  if (text === undefined || (text === "" && type !== "str")) return undefined;
  if (type === "b") return text === "1" ? "TRUE" : "FALSE";
  return type === undefined || type === "n" ? Number(text) : decodeText(text);
}

/** The cells of a worksheet that hold a formula, in the order of the sheet. */
export function formulaCells(sheetXml: string): FormulaCell[] {
  return [...sheetXml.matchAll(FORMULA_CELL)].map(([, , attributes = "", formula = "", stored]) => ({
    address: attribute(attributes, "r") ?? "?",
    formula: decodeText(formula),
    value: valueOf(attribute(attributes, "t"), stored),
  }));
}

const FORMULA = /<(?:\w+:)?f(?:\s[^>]*?)?(?:\/>|>[^<]*<\/(?:\w+:)?f>)/;

/**
 * The worksheet with its formulas but without their values, so that whoever opens it must calculate. A function of an
 * add-in cannot be calculated elsewhere: its value stays, and its formula goes.
 */
export function withoutStoredValues(sheetXml: string): string {
  return sheetXml.replace(FORMULA_CELL, (cell: string, withoutValue: string, _attributes, formula = "") =>
    callsAddIn(formula as string) ? cell.replace(FORMULA, "") : withoutValue,
  );
}
