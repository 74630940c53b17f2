/** Why a file cannot be taken as a workbook. */
export type PackageFailureCode =
  | "NOT_A_WORKBOOK"
  | "ENCRYPTED"
  | "OLD_XLS"
  | "TRUNCATED"
  | "DAMAGED"
  | "UNSAFE_ZIP"
  | "UNSUPPORTED"
  | "CHANGED";

/** One sentence for the user: what is wrong and what to do. */
export interface PackageFailure {
  readonly code: PackageFailureCode;
  readonly message: string;
}

/** Carries a failure out of the middle of a file; `openPackage` turns it into a value. */
export class PackageError extends Error {
  constructor(
    readonly code: PackageFailureCode,
    message: string,
  ) {
    // Names of parts and sheets are the file's own, and may hold anything.
    super(message.replace(/\p{Cc}+/gu, "\ufffd"));
    this.name = "PackageError";
  }

  get failure(): PackageFailure {
    return { code: this.code, message: this.message };
  }
}
