import { faultDetails } from "../../workbook/port/faultDetails";

/** The last thing that went wrong, for Diagnostics. */
export interface LastError {
  /** As it was told, and so perhaps with what stands in cells; empty where nothing was told. */
  readonly message: string;
  /** Codes and places in the program, never what stands in cells: this may be copied. */
  readonly details: string;
}

let last: LastError | undefined;
export const lastError = (): LastError | undefined => last;

/** Keeps the kind and the places of an error. */
export function recordError(error: unknown): string {
  const details = faultDetails(error);
  last = { message: "", details };
  return details;
}

interface ToldFailure {
  readonly code: string;
  readonly message: string;
  readonly details?: string;
}

/** Keeps what the message bar said. A step that somebody cancelled is no error. */
export function recordFailure({ code, message, details }: ToldFailure): void {
  if (code === "CANCELLED") return;
  last = { message, details: details === undefined ? code : `${code}\n${details}` };
}
