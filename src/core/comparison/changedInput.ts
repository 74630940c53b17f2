import type { Period } from "../calendar/period";
import type { ChangedCell } from "./changedCell";

/** What of a document decides which inputs it depends on. */
export interface DocumentScope {
  readonly contractIds: ReadonlySet<string>;
  readonly customerId: string;
  /** The days of its run and of its lines. */
  readonly days: readonly Period[];
  /** Its numbers in both books, and those of the invoices it corrects. */
  readonly numbers: ReadonlySet<string>;
}

/** A changed cell of an input table with the documents that depend on it. */
export interface ChangedInput {
  readonly cell: ChangedCell;
  readonly table: string;
  readonly field: string;
  /** The key of its row, as people name it. */
  readonly row: string;
  readonly touches: (document: DocumentScope) => boolean;
}
