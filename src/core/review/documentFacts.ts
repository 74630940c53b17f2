import type { RegisteredInvoice } from "../documents/register";
import type { CellRef } from "../grid/grid";
import type { Invoice, InvoiceLine } from "../invoicing/invoice";
import type { ReviewFinding } from "./finding";

/** What the seal of a document says today. */
export interface SealFacts {
  /** There are rows of Seals and a seal. */
  readonly isSealed: boolean;
  /** In what the seal itself is broken. */
  readonly broken: readonly ReviewFinding[];
  /** Cells of the document that are not as they were sealed. */
  readonly document: readonly ReviewFinding[];
  /** Inputs that are not as they were sealed, also what came to them. */
  readonly inputs: readonly ReviewFinding[];
  /** Rows that came to the sealed ones. */
  readonly added: readonly CellRef[];
  /** An earlier Ratebook sealed it: rows that came to the sealed ones may have been there, and decided it. */
  readonly isEarlier: boolean;
  /** Personal cells of its rows of Seals were taken away. */
  readonly isRedacted: boolean;
}

/** The seal of a document that has none. */
export const unsealed: SealFacts = {
  isSealed: false,
  broken: [],
  document: [],
  inputs: [],
  added: [],
  isEarlier: false,
  isRedacted: false,
};

/** What a document is when it is computed again from today's inputs. */
export interface ComputedFacts {
  /** The document that the inputs give; undefined where none does, or no run made it. */
  readonly invoice: Invoice | undefined;
  /** What rules over documents make of its lines as they are written. */
  readonly rulesAround: () => readonly InvoiceLine[];
  readonly findings: readonly ReviewFinding[];
}

/** All that an act asks of a document; what takes long is found out when it is asked for. */
export interface DocumentFacts {
  readonly document: RegisteredInvoice;
  readonly seal: () => SealFacts;
  readonly computed: () => ComputedFacts;
  /** Who submitted it last; undefined where nobody did. */
  readonly submitter: string | undefined;
  readonly hasPayments: () => boolean;
  /** The closed period that it is in. */
  readonly closedPeriod: () => string | undefined;
  /** Its status was typed, and no act may go on from it. */
  readonly typed: () => ReviewFinding | undefined;
  /** Others bear its number. */
  readonly isNumberTaken: boolean;
}
