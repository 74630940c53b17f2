import type { TableRow, TableSource } from "../csv/fold/usageSource";

/**
 * What a column holds, as far as statements ask: texts, exact figures, numbers that only their text shows exactly (floats,
 * very many decimals), days, or days with a time.
 */
export type SqlKind = "text" | "figure" | "number" | "day" | "moment";

export interface SqlColumn {
  readonly name: string;
  readonly kind: SqlKind;
}

/** Answers statements; one at a time. */
export interface SqlDatabase {
  /** Rows of an answer in batches, every cell as text; for answers of any length. */
  readonly each: (statement: string) => AsyncIterable<readonly TableRow[]>;
  /** The same at once, for short answers. */
  readonly all: (statement: string) => Promise<readonly TableRow[]>;
}

/** A table of usage that a database can add up. */
export interface SqlTable extends TableSource {
  readonly database: SqlDatabase;
  /** What stands behind FROM. */
  readonly relation: string;
  readonly columns: readonly SqlColumn[];
  /** An expression that numbers its rows from 0; undefined where they have no order. */
  readonly position: string | undefined;
}
