import type { Group } from "../../base/groupBy";
import type { Contract } from "../../catalog/records";
import type { BilledService } from "../../documents/billedService";
import type { Report } from "../../issues/issue";
import { one, zero } from "../../money/decimal";
import type { RatedItem } from "../../rating/ratedItem";
import type { AssignedAdjustment } from "../adjustments";
import type { InvoiceLine, TaxGroup } from "../invoice";
import type { DraftingRun } from "../makeDraft";

/** What one contract brings to the run's documents. */
export interface ContractCharges {
  readonly contract: Contract;
  readonly items: readonly RatedItem[];
  readonly adjustments: readonly AssignedAdjustment[];
  /** Usage rows were read for it, whatever their quantity. */
  readonly hasUsage: boolean;
  /** A document of the run bills it already: only corrections are new. */
  readonly isCovered?: boolean;
}

export interface BuildInput extends DraftingRun {
  /** What final documents of earlier runs bill: what was withheld or deducted before is read from here. */
  readonly billed: BilledService;
  /** The same with the documents that the run has issued: grants of several contracts were drawn by these as well. */
  readonly standing: BilledService;
  readonly report: Report;
}

/** A document in the making. */
export interface Bill {
  readonly key: string;
  /** The contracts that it bills together. */
  readonly charges: Group<ContractCharges>;
  readonly currency: string;
  readonly lines: readonly InvoiceLine[];
  readonly taxes: readonly TaxGroup[];
}

/**
 * A rule over the documents of a run, in the order of their keys: it adds lines to some of them, working on what the rules
 * before it left.
 */
export type DocumentStep = (bills: readonly Bill[], input: BuildInput) => readonly Bill[];

/** A rule that looks at each document alone: the lines that it adds. */
export const addingLines =
  (linesOf: (bill: Bill, input: BuildInput) => readonly InvoiceLine[]): DocumentStep =>
  (bills, input) =>
    bills.map((bill) => ({ ...bill, lines: [...bill.lines, ...linesOf(bill, input)] }));

/** What a rule says of a line that it adds. */
type RuleLine = Pick<
  InvoiceLine,
  | "contractId"
  | "priceId"
  | "product"
  | "description"
  | "kind"
  | "period"
  | "amount"
  | "taxCode"
  | "explanation"
>;

/** A line of one amount that no price was rated for; its tax follows from its code. */
export const ruleLine = (line: RuleLine): InvoiceLine => ({
  ...line,
  tier: "",
  quantity: one,
  unit: "",
  unitPrice: line.amount,
  flatFee: zero,
  taxRate: zero,
  sourceRows: 0,
  item: undefined,
});

/** The adjustments that stand on the contract's own document: those that correct an invoice have one for themselves. */
export const contractAdjustments = ({ adjustments }: ContractCharges): AssignedAdjustment[] =>
  adjustments.filter(({ correction }) => correction === undefined);
