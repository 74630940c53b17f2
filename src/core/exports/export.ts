import type { Snapshot } from "../grid/grid";

/** A file that an export makes; `path` is below the folder that the user names, with `/` between folders. */
export interface ExportFile {
  readonly path: string;
  readonly text: string;
  /** Rows of data, without headers. */
  readonly rows: number;
}

export interface ExportInput {
  readonly snapshot: Snapshot;
  /** Run ID of this export, part of the names of its files. */
  readonly runId: string;
}

/** One kind of file for another system. A new one is its file in this folder and its line in registry.ts. */
export interface Export {
  /** What `export --to` calls it; never changes. */
  readonly id: string;
  readonly title: string;
  /** What it holds and for whom, one sentence. */
  readonly help: string;
  /** Of its files, without a dot. */
  readonly extension: string;
  readonly render: (input: ExportInput) => readonly ExportFile[];
}

export function defineExport<const E extends Export>(definition: E): E {
  return definition;
}
