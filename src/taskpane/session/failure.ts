import type { CellRef } from "../../core/api";
import { faultDetails } from "../../workbook/port/faultDetails";

/** Why a question to the engine has no answer; each has its own way out. */
export type SessionFailureCode =
  /** Asked before a workbook was opened, or before the invoices were previewed. */
  | "NOT_READY"
  /** No usage names a period and none was chosen. */
  | "NO_PERIOD"
  /** A period that was closed is not billed. */
  | "PERIOD_CLOSED"
  /** A usage file that cannot be taken, or one that is needed and not at hand. */
  | "USAGE_FILE"
  /** A period or a date that was typed is none. */
  | "BAD_PERIOD"
  | "BAD_DATE"
  /** A setting or a mapping that cannot be saved as it was chosen. */
  | "BAD_VALUE"
  /** A name that is to be written is taken by something else. */
  | "NAME_TAKEN"
  /** There is no such table, invoice or line, or its inputs no longer give it. */
  | "MISSING"
  | "CANCELLED"
  | "UNKNOWN";

/** A failure as plain data: as it crosses from the worker. */
export interface FailureData {
  readonly code: SessionFailureCode;
  /** What, where and what to do next, in one or two sentences. */
  readonly message: string;
  /** The cell that it is about. */
  readonly at?: CellRef;
  /** For "Copy details": names of calls, never what stands in cells. */
  readonly details?: string;
}

/** An expected failure: what a person asked for cannot be answered. Anything else that is thrown is a bug. */
export class SessionFailure extends Error {
  override readonly name = "SessionFailure";
  readonly code: SessionFailureCode;
  readonly at: CellRef | undefined;
  readonly details: string | undefined;

  constructor({ code, message, at, details }: FailureData) {
    super(message);
    this.code = code;
    this.at = at;
    this.details = details;
  }
}

/** Whatever was thrown as data; a bug becomes UNKNOWN with the places in the program that it came from. */
export function failureData(error: unknown, call: string): FailureData {
  if (error instanceof SessionFailure) {
    const { code, message, at, details } = error;
    return { code, message, ...(at && { at }), ...(details !== undefined && { details }) };
  }
  return {
    code: "UNKNOWN",
    message:
      "Ratebook could not do this because of a fault of its own; copy the details if it keeps failing.",
    details: `${call}: ${faultDetails(error)}`,
  };
}
