import type { Style } from "./style";

export interface CellError {
  readonly error: string;
}

/** What a cell holds; "" is nothing. */
export type CellValue = string | number | boolean | CellError;

export interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}

export interface Cell {
  readonly value: CellValue;
  /** With its leading `=`. */
  readonly formula?: string;
  readonly style: Style;
  readonly link?: Hyperlink;
}

const errors = ["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"];

export function errorOf(text: string): CellError | undefined {
  const known = errors.find((error) => error === text.toUpperCase());
  return known === undefined ? undefined : { error: known };
}

export function isError(value: CellValue): value is CellError {
  return typeof value === "object";
}

/** As Range.values shows it. */
export function shownValue(value: CellValue): string | number | boolean {
  return isError(value) ? value.error : value;
}

/** Excel's name of the kind of value. */
export function valueType(value: CellValue): string {
  if (value === "") return "Empty";
  if (isError(value)) return "Error";
  if (typeof value === "number") return "Double";
  return typeof value === "boolean" ? "Boolean" : "String";
}
