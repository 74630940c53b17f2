import type { RegisteredInvoice } from "../documents/register";
import type { Snapshot } from "../grid/grid";
import type { Issue } from "../issues/issue";
import type { Moment } from "../schema/momentCell";
import type { WritePlan } from "../sheets/plan";
import type { ExportDocument } from "./documents/exportDocument";
import type { ExportSource } from "./documents/exportSource";
import type { Value } from "./documents/field";
import type { Encoding } from "./text/encoding";

/** What a file is made of; the ring outside makes its bytes. */
export type FileContent =
  | { readonly kind: "text"; readonly text: string; readonly encoding: Encoding }
  | { readonly kind: "zip"; readonly members: readonly { readonly name: string; readonly text: string }[] }
  /** The user's template with a plan carried out. */
  | { readonly kind: "template"; readonly plan: WritePlan }
  /** The workbook itself with cells and native formulas alone. */
  | { readonly kind: "plain workbook" };

/** A file that an export makes; `path` is below the folder that the user names, with `/` between folders. */
export interface ExportFile {
  readonly path: string;
  readonly content: FileContent;
  /** Rows of data, without headers. */
  readonly rows: number;
  /** The documents in it. */
  readonly documents: readonly ExportDocument[];
}

/** A document that goes into a file, with its rows as texts. */
export interface WrittenDocument {
  readonly document: ExportDocument;
  readonly rows: readonly (readonly string[])[];
}

/** What the files of an export are made from. */
export interface FilesInput {
  readonly written: readonly WrittenDocument[];
  readonly source: ExportSource;
  /** Run ID of this export, part of the names of its files. */
  readonly runId: string;
  readonly when: Moment;
  /** UTF-8 files begin with a byte order mark. */
  readonly hasBom: boolean;
  /** The user's blank file of the other system. */
  readonly template: Snapshot | undefined;
}

/** What an export of whole tables is made from. */
export interface WholeInput {
  readonly snapshot: Snapshot;
  readonly runId: string;
  /** The documents that are asked for; undefined: all. */
  readonly chosen: ReadonlySet<RegisteredInvoice> | undefined;
  readonly hasBom: boolean;
  readonly isRaw: boolean;
}

interface AnyExport {
  /** What `export --to` calls it; never changes. */
  readonly id: string;
  readonly title: string;
  /** What it holds and for whom, one sentence. */
  readonly help: string;
  /** Of its files, without a dot. */
  readonly extension: string;
}

/** Documents for another system: each goes to it once, or is left out with the reason. */
export interface DocumentExport extends AnyExport {
  readonly kind: "documents";
  readonly encoding: Encoding;
  /** The user's blank file of the other system can be given, or must be. */
  readonly template?: { readonly when: "possible" | "needed"; readonly labels: readonly string[] };
  /** The only currency that the file can say. */
  readonly currency?: (source: ExportSource) => string;
  readonly mostRows?: number;
  /** What must be there besides the fields of rows: a setting in the head of a file. */
  readonly needs?: (document: ExportDocument) => readonly Value[];
  /** The rows of a document; a field with a fault leaves it out. */
  readonly rows: (document: ExportDocument) => readonly (readonly Value[])[];
  /** What is worth knowing about a document that is written. */
  readonly remarks?: (document: ExportDocument) => readonly Issue[];
  readonly files: (input: FilesInput) => readonly ExportFile[];
}

/** The workbook's tables as they are; nothing of it is logged. */
export interface WholeExport extends AnyExport {
  readonly kind: "whole";
  /** It is made from the workbook's file, which a task pane does not have. */
  readonly needsFile?: true;
  readonly files: (input: WholeInput) => readonly ExportFile[];
}

/** One kind of file for another system. A new one is its file in `targets` and its line in registry.ts. */
export type Export = DocumentExport | WholeExport;

export const defineDocumentExport = (definition: Omit<DocumentExport, "kind">): DocumentExport => ({
  kind: "documents",
  ...definition,
});

export const defineWholeExport = (definition: Omit<WholeExport, "kind">): WholeExport => ({
  kind: "whole",
  ...definition,
});
