import type { LeftOut } from "../../documents/leftOut";
import { cellAddress, type CellRef } from "../../grid/grid";

/** Why a document is left out of an export. Codes are public: a code may be retired, never given a new meaning. */
export const leftOutCodes = {
  NO_MAPPING: "Accounts has no row, or an empty cell, for something that the other system must be told.",
  AMBIGUOUS_MAPPING: "Two rows of Accounts map the same, so which of them counts is not known.",
  FIELD_MISSING: "Something that the file must say is empty, in the workbook or in Settings.",
  FIELD_TOO_LONG: "An identifier is longer than the other system takes; identifiers are never cut.",
  NOT_REPRESENTABLE:
    "The file cannot say it: another currency, a character or a form of number that it does not have.",
  DOES_NOT_ADD_UP:
    "The lines do not come to the subtotal, the taxes not to the tax, or these two not to the total.",
  TOO_MANY_LINES: "The document has more rows than one document may have there.",
} as const;
export type LeftOutCode = keyof typeof leftOutCodes;

/** Something that keeps a document out of a file, with the cell where it is put right. */
export interface Fault {
  readonly code: LeftOutCode;
  /** What lacks or does not fit, by table or sheet and column: Customers.Tax ID, Settings.Company IBAN. */
  readonly field: string;
  readonly at: CellRef;
  /** What is wrong and what would be right, one sentence. */
  readonly message: string;
}

/** Two rows that map the same are one fault, however many of their cells are needed. */
const cellOrRow = ({ code, field, at }: Fault) =>
  code === "AMBIGUOUS_MAPPING" ? String(at.row) : `${field} ${cellAddress(at)}`;

/** What keeps a document out, a fault once: a cell that ten lines need is one. */
export function leftOutOf(invoiceNumber: string, faults: readonly Fault[]): LeftOut[] {
  const known = new Set<string>();
  return faults.flatMap((fault) => {
    const key = [fault.code, fault.at.sheet, cellOrRow(fault)].join(" ");
    if (known.has(key)) return [];
    known.add(key);
    return [{ invoiceNumber, ...fault }];
  });
}
