import type { DataFailure } from "../dataFormat";
import type { ScanFault } from "./fold/recordScanner";

/** Why a file cannot be taken as CSV. */
export interface CsvFailure extends DataFailure {
  readonly code: "NOT_TEXT" | "UNTERMINATED_QUOTE" | "TOO_LARGE";
}

/** A fault of a text as a sentence. */
export function describeFault(fault: ScanFault): CsvFailure {
  switch (fault.kind) {
    case "unterminatedQuote":
      return {
        code: "UNTERMINATED_QUOTE",
        message: `The quote that opens on line ${String(fault.line)} is never closed; close it, or double it if it is part of the text.`,
      };
    case "longField":
      return {
        code: "TOO_LARGE",
        message: `Field ${String(fault.column)} on line ${String(fault.line)} is longer than the 32,767 characters of a cell; shorten it, or save the file without that column.`,
      };
    case "emptyRows":
      return {
        code: "TOO_LARGE",
        message: `More than 2,000,000 rows up to line ${String(fault.line)} are empty; take them out, or give the file that holds the rows.`,
      };
    case "longRecord":
      return {
        code: "TOO_LARGE",
        message: `The row that begins on line ${String(fault.line)} does not end within 32 MB; it is no table of usage, or a quote there is never closed.`,
      };
    case "tooLarge":
      return {
        code: "TOO_LARGE",
        message: `The file has ${String(fault.rows)} rows or more, with up to ${String(fault.columns)} columns, more cells than can be read; divide it, each part with its header line.`,
      };
  }
}
