import type { Settings } from "../settings/settings";
import type { CellRef } from "../grid/grid";

/** What of a document is rounded once by the setting, and shared by lines: `price` is the amount of one price. */
export const roundedOnce = ({ lineRounding }: Pick<Settings, "lineRounding">, price: string): string =>
  lineRounding === "invoice"
    ? "the exact amounts of all prices are added and rounded once"
    : `${price} is rounded once`;

/** A usage row behind an amount, or the first of those of a day whose sum it is. */
export interface ExplainedRow {
  readonly at: CellRef;
  readonly quantity: string;
  /** How many rows of its file it stands for. */
  readonly count: number;
}

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
  readonly rows: readonly ExplainedRow[];
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
  /** What the workbook shows, where its inputs give another total now. */
  readonly differsFrom?: string;
  readonly lines: readonly LineExplanation[];
}
