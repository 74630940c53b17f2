import type { Grid } from "../../../../core/api";
import type { TextRecord } from "./recordScanner";

interface NamedSource {
  readonly name: string;
  /** SHA-256 of what it holds, as it was last read to the end. */
  readonly sha256: () => string;
}

/** A text file of rows that can be read as often as needed. */
export interface TextSource extends NamedSource {
  /** Its text from the first byte, in pieces; each is valid until the next one is asked for. */
  readonly open: () => AsyncIterable<Uint8Array>;
  /** Bytes of its text, as far as that is known. */
  readonly size: number;
  /** What they are at most, where `size` is an estimate. */
  readonly mostBytes?: number;
}

/** The texts of the cells of a row; null for an empty one. */
export type TableRow = readonly (string | null)[];

/** Rows that are columns already, such as those of a Parquet file or a table of a database. */
export interface TableSource extends NamedSource {
  readonly titles: readonly string[];
  readonly rowCount: number;
  /** Some rows, to see what the columns hold. */
  readonly head: () => Promise<readonly TableRow[]>;
  /** All rows, in batches and always in the same order. */
  readonly rows: () => AsyncIterable<readonly TableRow[]>;
}

/** Rows of usage that can be read as often as needed. */
export type UsageSource = TextSource | TableSource;

/** Whether usage is a text. */
export const isText = <Source extends UsageSource>(source: Source): source is Extract<Source, TextSource> =>
  "open" in source;

/** What is known of a source once its beginning was read. */
export interface Head {
  readonly source: UsageSource;
  /** Its titles and first rows. */
  readonly grid: Grid;
  readonly delimiter: string;
  /** Whether a point in a number is taken for its decimal sign. */
  readonly takesPoint: boolean;
  /** Rows that it is likely to have. */
  readonly rows: number;
  /** Gives all its records, titles first. */
  readonly read: (take: (record: TextRecord) => void) => Promise<void>;
  /** All its rows as they are. */
  readonly whole: () => Promise<Grid>;
}

/** Why a file that is another than when its reading began is refused. */
export const CHANGED = "It changed while it was read; start again.";

/** What a user's file does wrong; ends the reading. */
export class FileFault extends Error {
  constructor(
    readonly file: string,
    message: string,
  ) {
    super(message);
  }
}
