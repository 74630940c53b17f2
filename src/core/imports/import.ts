import type { CellRef, Grid, Snapshot } from "../grid/grid";
import type { Issue } from "../issues/issue";
import type { Finding } from "../reconciliation/finding";
import type { WritePlan } from "../sheets/plan";

/** A file as it was read: its text without a byte order mark, and as rows where it is a table. */
export interface ImportFile {
  readonly name: string;
  readonly text: string;
  readonly grid: Grid | undefined;
  /** The table that the user names for its rows. */
  readonly table: string | undefined;
}

export interface ImportInput {
  readonly snapshot: Snapshot;
  readonly file: ImportFile;
}

/** What a file brings. */
export interface Imported {
  /** Rows of the file. */
  readonly rows: number;
  readonly added: readonly { readonly table: string; readonly rows: number }[];
  /** What is not brought in, counted by why. */
  readonly leftOut: readonly { readonly reason: string; readonly rows: number; readonly at?: CellRef }[];
  readonly findings: readonly Finding[];
  readonly issues: readonly Issue[];
  /** Rows to add; nothing else of the workbook changes. */
  readonly plan: WritePlan;
}

export type ImportResult =
  | { readonly ok: true; readonly imported: Imported }
  /** In one sentence: a file that cannot be understood, or rows that cannot be added. */
  | { readonly ok: false; readonly reason: string };

/** One kind of file that brings rows. A new one is its file in `sources` and its line in registry.ts. */
export interface Import {
  /** What `import --from` calls it; never changes. */
  readonly id: string;
  readonly title: string;
  /** What it brings, one sentence. */
  readonly help: string;
  readonly read: (input: ImportInput) => ImportResult;
}

export const nothingAdded: WritePlan = { sheets: [], removedSheets: [], appended: [], edits: [] };

/** Plans of several tables as one. */
export function joinPlans(plans: readonly WritePlan[]): WritePlan {
  return {
    sheets: plans.flatMap(({ sheets }) => sheets),
    removedSheets: [],
    appended: plans.flatMap(({ appended }) => appended),
    edits: plans.flatMap(({ edits = [] }) => edits),
  };
}

export const refused = (reason: string): ImportResult => ({ ok: false, reason });
