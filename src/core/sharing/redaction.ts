import type { MergedArea } from "../grid/grid";
import type { CardInCell } from "./scanCells";

/** What becomes of a cell in a copy: it stays, it says something else, or it is not there. */
export type RedactedCell =
  | { readonly kind: "kept"; readonly keepsFormula: boolean }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "dropped" };

/** A sheet of which something goes into a copy. */
export interface RedactedSheet {
  /** Its name in the workbook, and in the copy. */
  readonly sheet: string;
  readonly name: string;
  readonly cellAt: (row: number, column: number) => RedactedCell;
  readonly merges: readonly MergedArea[];
}

/** Cells of a column that are other than they were. */
export interface RedactedColumn {
  readonly table: string;
  readonly column: string;
  readonly cells: number;
}

/** A workbook as it may be given away: tables and columns that are understood, without what is a person's. */
export interface Redaction {
  readonly sheets: readonly RedactedSheet[];
  readonly columns: readonly RedactedColumn[];
  /** Sheets, and columns as "Usage: Note", that are not in the copy. */
  readonly dropped: readonly string[];
  readonly cards: readonly CardInCell[];
  /** A text of the workbook as the copy may hold it. */
  readonly text: (text: string) => string;
}
