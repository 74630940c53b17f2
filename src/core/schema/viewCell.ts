import { CellKind, NO_RESULT, type Grid } from "../grid/grid";

/** One cell as a column reads it. */
export interface CellView {
  readonly kind: CellKind;
  /** The number of a number, date, time or percent cell, 0 or 1 of a boolean. */
  readonly number: number;
  /** The text of a text or error cell. */
  readonly text: string;
}

export function viewCell(grid: Grid, row: number, column: number): CellView {
  const cells = grid.columns[column];
  if (!cells || row >= cells.kinds.length) return { kind: CellKind.blank, number: 0, text: "" };
  const kind = cells.kinds[row] as CellKind;
  const number = cells.values[row]!;
  const text = kind === CellKind.text || kind === CellKind.error ? cells.texts.at(number)! : "";
  return { kind, number, text };
}

/** Kinds of cells that hold a number, whatever it is one of. */
export const numberKinds: ReadonlySet<number> = new Set([
  CellKind.number,
  CellKind.percent,
  CellKind.date,
  CellKind.time,
]);

/** Whether there is nothing in a cell, or blanks alone. */
export function isBlankCell({ kind, text }: CellView): boolean {
  return kind === CellKind.blank || (kind === CellKind.text && text.trim() === "");
}

/** The same by the cell's place, where there is nothing else to know of it. */
export function isBlankAt(grid: Grid, row: number, column: number): boolean {
  const cells = grid.columns[column];
  if (!cells || row >= cells.kinds.length) return true;
  const kind = cells.kinds[row];
  return (
    kind === CellKind.blank || (kind === CellKind.text && cells.texts.at(cells.values[row]!)!.trim() === "")
  );
}

/** Whether a text is an error that somebody pasted as one: #N/A, #DIV/0!, #WERT!. */
export const isErrorText = (text: string): boolean => /^\s*#\p{L}[\p{L}/0]{0,15}[!?]?\s*$/u.test(text);

/** What to do about a cell that is an error. */
export const cureOfError = (error: string): string =>
  error === NO_RESULT
    ? "the file holds no result of the formula, so open it in Excel, let it calculate and save it, or type the value"
    : "mend the formula or type the value";
