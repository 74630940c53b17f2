import { shortened } from "../../../core/api";
import { EncodingError } from "../../bytes/textPieces";
import { PackageError } from "../../readFailure";
import { XmlCutOffError, XmlError } from "../../xml/xmlError";

const CURE = "get a fresh copy of the workbook, or let Excel repair it and save it again";
const LONGEST_SHOWN = 40;

/** A part that is not what it says; `label` begins the sentence and names the part to the user. */
export function damagedPart(label: string, reason?: string): PackageError {
  const why = reason === undefined ? "" : ` (${reason})`;
  return new PackageError("DAMAGED", `${label} is damaged${why}; ${CURE}.`);
}

/** A cell, or a row, whose meaning Excel would not guess either. */
export function damagedCell(label: string, address: string, reason: string): PackageError {
  return new PackageError("DAMAGED", `${label} is damaged at ${address}: ${reason}; ${CURE}.`);
}

/** A sheet of a few cells that would take gigabytes. */
export function farApart(label: string, address: string): PackageError {
  return new PackageError(
    "UNSUPPORTED",
    `${label} has cells so far apart that it does not fit into memory; delete what stands far from its tables, such as ${address}, and save it again.`,
  );
}

/** A part that stops before its end. */
function cutOffPart(label: string): PackageError {
  return new PackageError(
    "TRUNCATED",
    `${label} is cut off before its end; download or copy the workbook again.`,
  );
}

/** What was thrown while a part was read, as a failure that names it. */
export function partError(error: unknown, label: string): unknown {
  if (error instanceof XmlCutOffError) return cutOffPart(label);
  if (error instanceof XmlError || error instanceof EncodingError) return damagedPart(label, error.message);
  return error;
}

/** What stands in a file, as a sentence shows it. */
export function shown(written: string): string {
  return `“${shortened(written, LONGEST_SHOWN)}”`;
}
