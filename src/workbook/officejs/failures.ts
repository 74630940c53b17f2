import { faultDetails } from "../port/faultDetails";
import type { PortFailure, PortFailureCode } from "../port/port";

/** Ends a piece of work with a failure that is known already. */
export class Stop extends Error {
  constructor(readonly failure: PortFailure) {
    super(failure.code);
  }
}

/** The name of a sheet is taken by what is no worksheet; those are not listed among the sheets. */
export function sheetNameTaken(sheet: string): PortFailure {
  return {
    code: "NAME_TAKEN",
    message: `A chart sheet or other sheet that holds no cells has the name “${sheet}”; rename it and try again.`,
  };
}

interface Meaning {
  readonly code: PortFailureCode;
  readonly message: string;
}

const busy = "Excel is busy or did not answer in time; wait a moment and try again.";
const gone = "A sheet, table or cell that was there is gone or has another name; check the sheets again.";
const wrong = "Excel does not take what it was given; copy the details and send them to us.";
const unknown: Meaning = {
  code: "UNKNOWN",
  message: "Excel could not do this; try again, and copy the details if it keeps failing.",
};

/** What each error code of Office.js means for the person at the screen, and what to do. */
const meanings: Readonly<Record<string, Meaning>> = {
  AccessDenied: {
    code: "PROTECTED_SHEET",
    message: "A sheet is protected against changes; unprotect it (Review > Unprotect Sheet) and try again.",
  },
  InvalidOperationInCellEditMode: {
    code: "EDITING",
    message: "A cell is being edited; press Enter or Esc in the sheet and try again.",
  },
  HostRestartNeeded: { code: "UNKNOWN", message: "Excel must be closed and opened again before this works." },
  InactiveWorkbook: {
    code: "EDITING",
    message: "Another workbook or dialog is in front; bring this workbook to the front and try again.",
  },
  FilteredRangeConflict: {
    code: "FILTERED",
    message: "A filter hides rows that are to be written; clear the filter (Data > Clear) and try again.",
  },
  MergedRangeConflict: {
    code: "MERGED",
    message: "Merged cells are in the way of what is to be written; unmerge them and try again.",
  },
  RangeExceedsLimit: {
    code: "TOO_LARGE",
    message: "This is more than a sheet can hold; bill a shorter period.",
  },
  RequestPayloadSizeLimitExceeded: {
    code: "TOO_LARGE",
    message: "This is more than Excel takes at once; bill fewer contracts or a shorter period.",
  },
  ResponsePayloadSizeLimitExceeded: {
    code: "TOO_LARGE",
    message: "A sheet holds more than Excel hands over at once; shorten very long texts in it.",
  },
  ItemNotFound: { code: "MISSING", message: gone },
  InvalidReference: { code: "MISSING", message: gone },
  InvalidBinding: { code: "MISSING", message: gone },
  ItemAlreadyExists: {
    code: "NAME_TAKEN",
    message: "A sheet or table of the same name is there already; rename it and try again.",
  },
  InsertDeleteConflict: {
    code: "MERGED",
    message: "A table or merged cells are in the way of rows that are to be added; move them and try again.",
  },
  UnsupportedOperation: {
    code: "NOT_SUPPORTED",
    message: "This version of Excel cannot do that; update Excel.",
  },
  NotImplemented: { code: "NOT_SUPPORTED", message: "This version of Excel cannot do that; update Excel." },
  ApiNotFound: { code: "NOT_SUPPORTED", message: "This version of Excel cannot do that; update Excel." },
  UnsupportedSheet: {
    code: "NOT_SUPPORTED",
    message: "This kind of sheet cannot be read or written; use a worksheet.",
  },
  InvalidArgument: { code: "UNKNOWN", message: wrong },
  InvalidRequest: { code: "UNKNOWN", message: wrong },
  InvalidSelection: { code: "UNKNOWN", message: "Select a single cell and try again." },
  GeneralException: unknown,
  ActivityLimitReached: { code: "UNKNOWN", message: busy },
  Timeout: { code: "UNKNOWN", message: busy },
  RequestAborted: { code: "UNKNOWN", message: busy },
  ServiceNotAvailable: { code: "UNKNOWN", message: busy },
  Conflict: { code: "UNKNOWN", message: "Somebody else changed the same cells at this moment; try again." },
  Unauthenticated: { code: "READ_ONLY", message: "Excel asks for a sign-in; sign in and try again." },
  AccessedReadOnly: {
    code: "READ_ONLY",
    message: "The workbook is open for reading only; save a copy and open that.",
  },
};

interface OfficeError {
  readonly code?: string;
  readonly debugInfo?: { readonly errorLocation?: string; readonly statement?: string };
}

/** An error of the library as a failure; its own message is never shown, since it can quote cells and is English only. */
export function failureOf(reason: unknown): PortFailure {
  if (reason instanceof Stop) return reason.failure;
  const { code = "", debugInfo } = reason as OfficeError;
  const details = [code || faultDetails(reason), debugInfo?.errorLocation, debugInfo?.statement]
    .filter((part) => part !== undefined && part !== "")
    .join("; ");
  return { ...(meanings[code] ?? unknown), details };
}

/** Codes that have a sentence of their own. */
export const knownOfficeCodes = Object.keys(meanings);
