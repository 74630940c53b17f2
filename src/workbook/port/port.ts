import type { CellEdit, CellRef, SheetFormula, Snapshot, WritePlan } from "../../core/api";

export type { CellEdit } from "../../core/api";

/** Reasons for which a workbook does not do what it is asked; each has its own way out. */
export type PortFailureCode =
  /** Somebody is typing in a cell. */
  | "EDITING"
  | "PROTECTED_SHEET"
  | "PROTECTED_WORKBOOK"
  | "FILTERED"
  | "MERGED"
  | "HIDDEN"
  /** A sheet that is to be removed holds what undo could not bring back. */
  | "OTHER_CONTENT"
  | "READ_ONLY"
  /** A sheet, table or cell that was there is gone or has another name. */
  | "MISSING"
  /** A name that is to be written is taken by something else. */
  | "NAME_TAKEN"
  /** The workbook changed since it was read. */
  | "CHANGED"
  /** Somebody edited what is to be undone. */
  | "EDITED_SINCE"
  | "TOO_LARGE"
  | "CANCELLED"
  | "NOT_SUPPORTED"
  | "UNREADABLE"
  | "UNKNOWN";

/** An expected failure, as a value that a person can act on. */
export interface PortFailure {
  readonly code: PortFailureCode;
  /** What, where and what to do next, in one or two sentences. */
  readonly message: string;
  /** The cell or sheet that it is about. */
  readonly at?: CellRef;
  /** For "Copy details": codes and names of calls, never what stands in cells. */
  readonly details?: string;
  /** Sheets that a failed write could not put back; empty or absent when the workbook is what it was. */
  readonly left?: readonly string[];
}

export type PortResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: PortFailure };

/** What is being done, told in the reader's language: `name` is that of a sheet or file; all of the workbook where absent. */
export type Activity =
  | { readonly kind: "reading" | "writing"; readonly name?: string }
  | { readonly kind: "writingInvoices" | "comparing" | "readingBack" };

/** How far a long piece of work is. */
export interface Progress {
  readonly activity: Activity;
  /** 0 to 1. */
  readonly share: number;
}

/** What goes along with a long piece of work. */
export interface Work {
  readonly onProgress?: (progress: Progress) => void;
  /** Asked between steps; once true, the work ends with CANCELLED and the workbook is what it was. */
  readonly isCancelled?: () => boolean;
}

/** What a write did, so that it can be taken back. Only the adapter that made it can read it. */
export interface WriteReceipt {
  readonly sheets: readonly { readonly name: string; readonly action: "created" | "changed" | "removed" }[];
}

/** Formulas by the cells that have one. */
export type SheetFormulas = ReadonlyMap<string, SheetFormula>;

/**
 * The workbook that a person has open: in Excel, in Google Sheets, or a file in a browser. Every call is whole or not at all; expected
 * failures are values.
 */
export interface WorkbookPort {
  readonly host: "excel" | "file" | "google";
  /** The workbook's name as people know it. */
  name(): string;
  /** Everything that stands in the workbook, as values. */
  read(work?: Work): Promise<PortResult<Snapshot>>;
  /**
   * Carries out a plan, or leaves the workbook as it was. `before` is what the plan was made from: when the workbook
   * has changed since, nothing is written and the failure is CHANGED.
   */
  apply(plan: WritePlan, before: Snapshot, work?: Work): Promise<PortResult<WriteReceipt>>;
  /** Puts the workbook back to what it was before a write; refuses with EDITED_SINCE when that would lose edits. */
  undo(receipt: WriteReceipt, work?: Work): Promise<PortResult<void>>;
  /** The workbook as a file, as it stands now. */
  file(): Promise<PortResult<Uint8Array>>;
  /** The formulas of a sheet by "row,column"; undefined where they cannot be told. */
  formulas(sheet: string): Promise<PortResult<SheetFormulas | undefined>>;
  /** Writes single cells of sheets that exist. */
  edit(edits: readonly CellEdit[]): Promise<PortResult<void>>;
  /** Shows and selects cells of one sheet; the first is made active. */
  reveal(cells: readonly CellRef[]): Promise<PortResult<void>>;
  /** Puts a formula into the active cell and says which it was. */
  insertFormula(formula: string): Promise<PortResult<CellRef>>;
  /** The active cell. */
  activeCell(): Promise<PortResult<CellRef>>;
  /** Calls back when a person edits a sheet here; not for edits of co-authors or of this add-in. */
  onEdit(listener: (sheet: string) => void): () => void;
}
