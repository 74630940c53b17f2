import type { CellRef } from "../../core/api";

/**
 * What the screens show, as plain data: the engine works beside the page (worker.ts) and hands these over. Amounts are
 * numbers with their currency; days are ISO text.
 */

export interface Money {
  readonly currency: string;
  readonly amount: number;
}

/** What decides a run; what is undefined has the default that the view names. */
export interface RunChoice {
  /** 2026-10, or two days with `..` between. */
  readonly period: string | undefined;
  readonly asOf: string | undefined;
  readonly giveNumbers: boolean;
  /** Formatted invoice sheets to write at most. */
  readonly sheetLimit: number;
}

/** A table's role in billing and what was found for it. */
export interface TableView {
  /** The table's title: Contracts, Prices, Usage and so on. */
  readonly role: string;
  readonly help: string;
  readonly isRequired: boolean;
  /** Undefined where no sheet was found. */
  readonly sheet: string | undefined;
  readonly rows: number;
  /** Of the columns that must be there, how many were found. */
  readonly columnsFound: number;
  readonly columnsNeeded: number;
  /** Titles of needed columns that the sheet lacks; empty where there is no sheet. */
  readonly missing: readonly string[];
  readonly header: CellRef | undefined;
}

export interface SheetsView {
  readonly tables: readonly TableView[];
  /** Sheet names of the workbook, for choosing one by hand. */
  readonly sheets: readonly string[];
  /** Periods with usage, latest first; `isBilled` when final documents cover it. */
  readonly periods: readonly { readonly id: string; readonly isBilled: boolean; readonly rows: number }[];
  /** The latest period with usage not yet billed; where all is billed, the latest. */
  readonly period: string | undefined;
  /** The last day of that period. */
  readonly asOf: string | undefined;
  /** No table is found without which nothing can be billed. */
  readonly isEmpty: boolean;
  /** Something stands in the workbook, whatever it is. */
  readonly hasCells: boolean;
  /** Why Check cannot be pressed, if so. */
  readonly obstacle: string | undefined;
}

/** One field of a table in the mapping panel. */
export interface FieldView {
  readonly field: string;
  readonly title: string;
  readonly help: string;
  readonly isRequired: boolean;
  /** The header that is read for it. */
  readonly header: string | undefined;
  /** How the first filled cell reads: what stands there and what it is taken for. */
  readonly sample: { readonly shown: string; readonly readAs: string; readonly at: CellRef } | undefined;
  readonly good: number;
  readonly bad: number;
  readonly firstBad: CellRef | undefined;
}

export interface MappingView {
  readonly role: string;
  readonly sheet: string;
  /** Headers of the sheet, in its order. */
  readonly headers: readonly string[];
  readonly fields: readonly FieldView[];
}

/** Header by field of one table, as chosen in the panel. */
export type MappingChoice = Readonly<Record<string, string>>;

export interface IssueView {
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly at: CellRef;
  readonly value: string;
  readonly message: string;
  readonly stake: Money | undefined;
  readonly holds: readonly string[];
}

export interface IssueGroup {
  readonly code: string;
  readonly severity: IssueView["severity"];
  readonly count: number;
  /** Money that waits, per currency; an invoice that waits for several of these issues counts once. */
  readonly stakes: readonly Money[];
  /** The first of them; `count` counts all, and the call `issues` gives the rest. */
  readonly issues: readonly IssueView[];
}

export interface HeldView {
  readonly contractId: string;
  readonly customer: string;
  readonly codes: readonly string[];
  /** The first cell that holds it. */
  readonly at: CellRef | undefined;
  /** What it would come to before tax, as far as it can be rated. */
  readonly amount: Money | undefined;
}

export interface ControlTotalView {
  readonly meter: string;
  readonly unit: string;
  /** Rows and quantity that were read. */
  readonly read: number;
  readonly readQuantity: number;
  /** What became of the rows: rated, rejected, duplicate, outside, filtered. */
  readonly fates: readonly { readonly fate: string; readonly rows: number; readonly quantity: number }[];
}

export interface CheckView {
  readonly period: string;
  readonly asOf: string;
  readonly controlTotals: readonly ControlTotalView[];
  /** Errors first, then warnings, then what is good to know. */
  readonly groups: readonly IssueGroup[];
  readonly held: readonly HeldView[];
  readonly errors: number;
  readonly warnings: number;
}

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

export interface PlannedSheetView {
  readonly sheet: string;
  readonly action: "new" | "replaced" | "removed" | "extended";
  /** Rows of data; all rows of a formatted invoice. */
  readonly rows: number;
}

export interface PreviewView {
  readonly period: string;
  readonly asOf: string;
  readonly totals: readonly {
    readonly currency: string;
    readonly invoices: number;
    readonly subtotal: number;
    readonly tax: number;
    readonly total: number;
  }[];
  readonly invoices: readonly InvoiceRowView[];
  readonly held: readonly HeldView[];
  /**
   * Per customer and currency, all documents of the period against those of the period before, with tax, largest
   * change first; `isHeld` where an invoice of the customer waits, so that the fall is none.
   */
  readonly changes: readonly {
    readonly customer: string;
    readonly currency: string;
    readonly before: number;
    readonly now: number;
    readonly customerId: string;
    readonly isHeld: boolean;
  }[];
  /** Exactly what will be written; empty when the workbook already shows it. */
  readonly writes: readonly PlannedSheetView[];
  /** Invoices for which no formatted sheet is written, since the choice asks for fewer. */
  readonly unformatted: number;
  readonly runId: string;
}

export interface LineView {
  readonly line: number;
  readonly product: string;
  readonly kind: string;
  readonly tier: string;
  readonly period: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
  readonly amount: Money;
}

export interface InvoiceView extends InvoiceRowView {
  readonly subtotal: number;
  readonly tax: number;
  readonly details: readonly LineView[];
}

export interface ExplanationView {
  readonly sentence: string;
  readonly tiers: readonly string[];
  readonly rounding: string;
  readonly price: CellRef | undefined;
  readonly rows: readonly { readonly at: CellRef; readonly quantity: string }[];
  readonly rowCount: number;
  /** What the workbook shows, where it differs from what its inputs give. */
  readonly differsFrom: string | undefined;
}

export interface FindingView {
  readonly key: string;
  readonly check: string;
  readonly code: string;
  readonly severity: IssueView["severity"];
  readonly customerId: string;
  readonly contractId: string;
  readonly invoiceNumber: string;
  readonly period: string;
  readonly meter: string;
  readonly expected: number;
  readonly found: number;
  readonly difference: Money;
  readonly cause: string;
  readonly source: CellRef | undefined;
  readonly status: string;
  readonly comment: string;
  /** Cells of status and comment in the Reconciliation sheet, where it has been written. */
  readonly statusCell: CellRef | undefined;
  readonly commentCell: CellRef | undefined;
}

export interface ReconcileView {
  /** Per currency: money not billed, billed too much, the net of both, and the share of what was expected. */
  readonly totals: readonly {
    readonly currency: string;
    readonly underBilled: number;
    readonly overBilled: number;
    readonly net: number;
    readonly rate: number | undefined;
  }[];
  /** Sums by code, largest first, for the chart. */
  readonly causes: readonly { readonly code: string; readonly count: number; readonly sum: Money }[];
  readonly findings: readonly FindingView[];
}

export interface SettingView {
  readonly name: string;
  readonly value: string;
  readonly help: string;
  readonly choices: readonly string[] | undefined;
  readonly isDefault: boolean;
}
