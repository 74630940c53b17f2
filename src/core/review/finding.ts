import { shortened } from "../base/shortened";
import { cellAddress, type CellRef } from "../grid/grid";

/** What a code of verify is about: a document, the whole workbook, or worth knowing and no failure. */
export type FindingScope = "document" | "book" | "note";

/** Every code that verify and the acts say, with what it means. Codes are public: retire one, never reuse it. */
export const reviewCodes = {
  CELL_CHANGED: { scope: "document", help: "a cell of the document is not what was sealed, or computed" },
  FORMULA_OVERWRITTEN: {
    scope: "document",
    help: "an amount has no formula, or not the one that was written",
  },
  LINE_ADDED: { scope: "document", help: "a line that was neither sealed nor computed" },
  LINE_MISSING: { scope: "document", help: "a line that was sealed, or computed, is gone" },
  INPUT_CHANGED: { scope: "document", help: "an input that decided the document has changed" },
  INPUT_MISSING: { scope: "document", help: "an input that decided the document is gone" },
  SEAL_BROKEN: { scope: "document", help: "the seal, or a row of Seals, is not what was written" },
  STATE_NOT_LOGGED: { scope: "document", help: "a status, number, name or time that no act wrote" },
  DOCUMENT_MISSING: { scope: "document", help: "a document that was numbered is gone" },
  DUPLICATE_NUMBER: { scope: "document", help: "a number on several documents" },
  PAID_DIFFERS: { scope: "document", help: "Paid is not what payments explain" },
  SHEET_DIFFERS: {
    scope: "document",
    help: "the printed invoice shows another figure or text than the document",
  },
  INPUT_ADDED: { scope: "note", help: "late usage, a new price: it came after the document" },
  IDENTITY_CHANGED: { scope: "note", help: "a name, address, bank or order number has changed since" },
  ACCEPTED: { scope: "note", help: "somebody accepted that inputs have changed" },
  REDACTED: { scope: "note", help: "personal cells were taken out of this copy and are not checked" },
  LOG_ALTERED: { scope: "book", help: "a row of Run log or Approvals is not what was written" },
  LOG_MISSING: { scope: "book", help: "a row of Run log or Approvals is gone" },
  LOG_REORDERED: { scope: "book", help: "rows of Run log or Approvals stand in another order" },
  LOG_FORKED: { scope: "book", help: "two rows follow one: copies were worked on and merged" },
  LOG_TRUNCATED: { scope: "book", help: "the last rows are gone, or the noted head is not in the chain" },
  USAGE_FILE_CHANGED: { scope: "book", help: "a file of usage has another content than was billed" },
  USAGE_FILE_ABSENT: {
    scope: "note",
    help: "a file of usage is not at hand: what was billed of it is not computed again",
  },
  PERIOD_CHANGED: { scope: "book", help: "the usage of a closed period is not what was closed" },
} as const satisfies Record<string, { readonly scope: FindingScope; readonly help: string }>;
export type ReviewCode = keyof typeof reviewCodes;

/** One difference, with the cell where it can be seen. */
export interface ReviewFinding {
  readonly code: ReviewCode;
  readonly invoice: string;
  readonly sheet: string;
  readonly cell: string;
  readonly table: string;
  readonly key: string;
  readonly column: string;
  readonly expected: string;
  readonly found: string;
  readonly message: string;
  /** It fails nothing here, although its code can. */
  readonly isNote?: true;
}

type FindingDetails = Partial<Omit<ReviewFinding, "code" | "sheet" | "cell" | "message" | "isNote">> & {
  /** Undefined for what is nowhere any more: then the sheet is the table's. */
  readonly at?: CellRef | undefined;
  /** Said instead of the code's own words. */
  readonly message?: string;
};

/** As much of a value as a sentence bears. */
const LONGEST = 120;
const short = (text: string): string => shortened(text, LONGEST);

/** A finding of a code; what it does not say is empty. */
export function reviewFinding(code: ReviewCode, details: FindingDetails): ReviewFinding {
  const { invoice = "", at, table = "", key = "", column = "", expected = "", found = "" } = details;
  const where = [table, key, column].filter((part) => part !== "").join(" · ");
  const values =
    expected === "" && found === ""
      ? ""
      : `: expected ${short(expected) || "nothing"}, found ${short(found) || "nothing"}`;
  return {
    code,
    invoice,
    sheet: at?.sheet ?? table,
    cell: at ? cellAddress(at) : "",
    table,
    key,
    column,
    expected,
    found,
    message: details.message ?? `${reviewCodes[code].help}${where === "" ? "" : ` (${where})`}${values}`,
  };
}

/** Whether a finding fails what it is about. */
export function isFailure({ code, isNote }: ReviewFinding): boolean {
  return isNote !== true && reviewCodes[code].scope !== "note";
}
