import type { Column } from "./column";

/* oxlint-disable-next-line typescript/no-explicit-any -- the one place where columns of all types meet */
export type Columns = Readonly<Record<string, Column<any>>>;

/** The one definition of a table: reading, writing, the template, mapping and the reference derive from it. */
export interface TableDefinition<C extends Columns = Columns> {
  readonly title: string;
  /** Other names of its sheet or Excel table. */
  readonly synonyms: readonly string[];
  readonly help: string;
  /** Two tables share a name: a sheet of it is this one only with, or only without, a column of this header. */
  readonly toldBy?: { readonly with: string } | { readonly without: string };
  readonly columns: C;
  /** Rows for the starter workbook, as they would be typed, by column key. */
  readonly examples: readonly Partial<Readonly<Record<keyof C, string | number>>>[];
}

type ValueOf<C> =
  C extends Column<infer T> ? (C extends { readonly required: true } ? T : T | undefined) : never;

/** A row as read: required columns are there, others may be undefined. */
export type RecordOf<C extends Columns> = { readonly [Key in keyof C]: ValueOf<C[Key]> } & {
  /** 0-based row in the sheet. */
  readonly row: number;
};

export function defineTable<const C extends Columns>(definition: TableDefinition<C>): TableDefinition<C> {
  return definition;
}
