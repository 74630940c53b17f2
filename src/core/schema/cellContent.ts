import { parseIsoDay } from "../calendar/day";
import { CellKind } from "../grid/grid";
import type { CellView } from "./viewCell";

/** What a cell says, whatever its kind: 10 and "10" are equal, and so are a date and its ISO text. */
export type Content = number | string;

export function contentOfText(text: string): Content {
  const trimmed = text.trim();
  const number = Number(trimmed);
  if (trimmed !== "" && String(number) === trimmed) return number;
  return parseIsoDay(trimmed) ?? trimmed;
}

/** The same of a cell as it is viewed. */
export function contentOf({ kind, number, text }: CellView): Content {
  switch (kind) {
    case CellKind.blank:
      return "";
    case CellKind.text:
      return contentOfText(text);
    case CellKind.error:
      return text;
    case CellKind.boolean:
      return number === 1 ? "TRUE" : "FALSE";
    default:
      return number;
  }
}
