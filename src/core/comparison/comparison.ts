import type { Period } from "../calendar/period";
import type { Decimal } from "../money/decimal";
import type { ChangedCell } from "./changedCell";
import type { EffectId } from "./effects";

/** What one cause makes of a document's Total, B less A. */
export interface DocumentEffect {
  readonly effect: EffectId;
  readonly amount: Decimal;
  /** In half a sentence. */
  readonly cause: string;
}

/** A document that is another in B than in A; its effects add up to the difference of its totals. */
export interface DocumentDifference {
  readonly customerId: string;
  readonly contractId: string;
  readonly period: Period | undefined;
  /** Its number in each book; empty where the book has none like it. */
  readonly invoiceA: string;
  readonly invoiceB: string;
  readonly currency: string;
  readonly totalA: Decimal;
  readonly totalB: Decimal;
  readonly difference: Decimal;
  readonly effects: readonly DocumentEffect[];
  /** Input cells that it depends on and that say something else. */
  readonly cells: readonly ChangedCell[];
}

/** Two billed workbooks side by side. */
export interface Comparison {
  /** In the order of customer, contract and period; equal ones are left out. */
  readonly documents: readonly DocumentDifference[];
  readonly effects: readonly { readonly currency: string; readonly effect: EffectId; readonly amount: Decimal }[];
  /** Of all documents, equal ones too. */
  readonly totals: readonly {
    readonly currency: string;
    readonly totalA: Decimal;
    readonly totalB: Decimal;
    readonly difference: Decimal;
  }[];
  /** Numbers that were given twice. */
  readonly numbers: readonly string[];
}
