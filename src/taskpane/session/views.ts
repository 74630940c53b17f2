import type { CellRef } from "../../core/api";

/**
 * What several reports show, as plain data: the engine works beside the page and hands it over. Amounts are numbers
 * with their currency, days are ISO text. What one report alone shows stands in its own folder.
 */

export interface Money {
  readonly currency: string;
  readonly amount: number;
}

export type IssueSeverity = "error" | "warning" | "info";

/** What decides a run; what is undefined has the default that the sheets give. */
export interface RunChoice {
  /** 2026-10, or two days with `..` between. */
  readonly period: string | undefined;
  readonly asOf: string | undefined;
  readonly giveNumbers: boolean;
  /** Who bills, where somebody said so: a Policy lets not everybody give numbers. */
  readonly by?: string;
  /** Formatted invoice sheets to write at most. */
  readonly sheetLimit: number;
}

/** Header by field of one table, as a person maps its columns. */
export type MappingChoice = Readonly<Record<string, string>>;

/** An invoice that waits for errors to be mended. */
export interface HeldView {
  readonly contractId: string;
  readonly customer: string;
  readonly codes: readonly string[];
  /** The first cell that holds it. */
  readonly at: CellRef | undefined;
  /** What is wrong with that cell. */
  readonly cause: string | undefined;
  /** What it would come to before tax, as far as it can be rated. */
  readonly amount: Money | undefined;
}

/** A document as one row of a list. */
export interface InvoiceRowView {
  readonly number: string;
  readonly status: string;
  readonly type: "invoice" | "credit_note";
  readonly customerId: string;
  readonly customer: string;
  readonly contractId: string;
  readonly period: string;
  readonly dueDate: string;
  readonly total: Money;
  readonly lines: number;
  /** False for a document of a preview, which no sheet shows yet. */
  readonly isWritten: boolean;
}
