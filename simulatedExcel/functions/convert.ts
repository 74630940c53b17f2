import { isError, type Cell, type CellError } from "./cell";

/** How a blank cell reaches a parameter of type any: platforms differ. */
export type Blanks = "" | 0 | null;

/** A value as the library receives it in a message. */
export type Sent = number | string | boolean | null | SentError | SentRichData | readonly Sent[];

interface SentError {
  readonly type: "CustomFunctionError";
  readonly code: string;
}

interface SentRichData {
  readonly value: string;
}

export interface Conversion {
  readonly blanks: Blanks;
  readonly takesErrors: boolean;
  readonly takesRichData: boolean;
}

/** What a cell becomes for a parameter of a type: a value to send, or the error that the formula shows without a call. */
export function convertCell(
  cell: Cell,
  type: string | undefined,
  conversion: Conversion,
): Sent | { shows: CellError } {
  if (isError(cell)) return convertError(cell, type, conversion);
  switch (type) {
    case "number":
      return converted(numberOf(cell));
    case "string":
      return textOfCell(cell);
    case "boolean":
      return converted(booleanOf(cell));
    default:
      return cell ?? conversion.blanks;
  }
}

export function isShown(value: Sent | { shows: CellError }): value is { shows: CellError } {
  return typeof value === "object" && value !== null && "shows" in value;
}

function convertError(
  { error }: CellError,
  type: string | undefined,
  { takesErrors, takesRichData }: Conversion,
): Sent | { shows: CellError } {
  const isTyped = type === "number" || type === "string" || type === "boolean";
  if (isTyped || !takesErrors) return { shows: { error } };
  const sent: SentError = { type: "CustomFunctionError", code: error };
  // With rich data allowed the library unpacks every object from the JSON text in its value.
  return takesRichData ? { value: JSON.stringify(sent) } : sent;
}

function converted(value: number | boolean | undefined): Sent | { shows: CellError } {
  return value ?? { shows: { error: "#VALUE!" } };
}

const NUMBER_TEXT = /^[+-]?(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?(e[+-]?\d+)?(%?)$/i;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY = 86_400_000;

/** As Excel reads text in a place for numbers: decimals, thousands separators, percent and ISO days; no currency. */
function numberOf(cell: number | string | boolean | null): number | undefined {
  if (typeof cell !== "string") return Number(cell);
  const text = cell.trim();
  if (ISO_DAY.test(text)) return serialOf(text);
  if (!/\d/.test(text) || !NUMBER_TEXT.test(text)) return undefined;
  const percent = text.endsWith("%");
  const number = Number(text.replace(/[,%]/g, ""));
  return percent ? number / 100 : number;
}

function serialOf(text: string): number | undefined {
  const serial = (Date.parse(text) - Date.UTC(1899, 11, 30)) / DAY;
  // Before March 1900 Excel's serials are off by one.
  return serial > 60 ? serial : undefined;
}

function textOfCell(cell: number | string | boolean | null): string {
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return typeof cell === "number" ? String(Number(cell.toPrecision(15))).toUpperCase() : (cell ?? "");
}

function booleanOf(cell: number | string | boolean | null): boolean | undefined {
  if (typeof cell !== "string") return Boolean(cell);
  const text = cell.trim().toUpperCase();
  return text === "TRUE" ? true : text === "FALSE" ? false : undefined;
}
