import type { Grid } from "../../core/api";

/** Why a file cannot be read as rows, in one sentence for the user. */
export interface DataFailure {
  readonly code: string;
  readonly message: string;
}

export type DataReading =
  | { readonly ok: true; readonly grid: Grid }
  | { readonly ok: false; readonly failure: DataFailure };

/** A kind of file that brings rows of a table: all that the rest needs to know of it. */
export interface DataFormat {
  readonly id: string;
  /** As a sentence names it. */
  readonly title: string;
  /** What the names of its files end in, such as `csv`: for choosing files of a folder and in dialogs. It decides nothing else. */
  readonly endings: readonly string[];
  /** Whether its rows can be billed where they are, read piece by piece: records of fields between delimiters can. */
  readonly isStreamed: boolean;
  /** Whether a file is one of its kind, by its first bytes; formats are asked in the order of the registry. */
  readonly detects: (bytes: Uint8Array) => boolean;
  /** Reads a file as a grid that bears its name. What can be wrong with a user's file is a failure, never thrown. */
  readonly read: (bytes: Uint8Array, name: string) => DataReading;
  /** The table whose rows it always brings; undefined where its headers say that. */
  readonly table: string | undefined;
}
