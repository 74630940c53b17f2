import type { CellRef } from "../grid/grid";

/** A document that is not written, and one cell to be mended for it. */
export interface LeftOut {
  readonly invoiceNumber: string;
  readonly code: string;
  /** What lacks or is wrong, as table and column: Customers.Tax ID, Settings.Company IBAN. */
  readonly field: string;
  readonly at: CellRef;
  readonly message: string;
}
