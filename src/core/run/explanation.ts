import type { CellRef } from "../grid/grid";

export interface LineExplanation {
  readonly line: number;
  readonly product: string;
  readonly amount: string;
  /** The plain sentence of the line. */
  readonly sentence: string;
  /** The price row it applies. */
  readonly price: CellRef | undefined;
  readonly tiers: readonly string[];
  readonly rounding: string;
  /** Cells of the usage quantities behind it, the first of them; `rowCount` counts all. */
  readonly rows: readonly { readonly at: CellRef; readonly quantity: string }[];
  readonly rowCount: number;
  /** The amount of the line that a credit takes back; undefined for what was billed. */
  readonly credits: CellRef | undefined;
  /** What the workbook shows, where it differs from what its inputs give. */
  readonly differsFrom: string | undefined;
}

export interface InvoiceExplanation {
  readonly number: string;
  readonly currency: string;
  readonly total: string;
  readonly lines: readonly LineExplanation[];
}
