import { PackageError } from "../../readFailure";

/** A part that is not what it says; `label` begins the sentence and names the part to the user. */
export function damagedPart(label: string): PackageError {
  return new PackageError(
    "DAMAGED",
    `${label} is damaged; get a fresh copy of the workbook, or let Excel repair it and save it again.`,
  );
}

/** A part that stops before its end. */
export function cutOffPart(label: string): PackageError {
  return new PackageError(
    "TRUNCATED",
    `${label} is cut off before its end; download or copy the workbook again.`,
  );
}
