import type { BankFile, BankTableOptions } from "../../../core/api";
import type { DataFailure } from "../dataFormat";

export type BankReading =
  | { readonly ok: true; readonly file: BankFile }
  | { readonly ok: false; readonly failure: DataFailure };

/** A kind of file in which a bank says what was booked: all that the rest needs to know of it. */
export interface BankFormat {
  readonly id: string;
  /** As a sentence names it. */
  readonly title: string;
  /** Which files are of it, for the reference. */
  readonly help: string;
  /** Whether a file is one of its kind, by its beginning; formats are asked in the order of the registry. */
  readonly detects: (bytes: Uint8Array) => boolean;
  /**
   * Reads a file as statements. What keeps all of it from being read is a failure, an entry that cannot be read a fault
   * of its statement; nothing is thrown. The options are for files that do not say of themselves what is where.
   */
  readonly read: (bytes: Uint8Array, name: string, options: BankTableOptions) => BankReading;
  /** Whether nothing but a bank writes it; text with separators can be anything. */
  readonly isOnlyOfBanks: boolean;
}

export function refusedFile(code: string, message: string): BankReading {
  return { ok: false, failure: { code, message } };
}
