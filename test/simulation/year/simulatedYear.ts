import type { ContractTerms, PriceTerms } from "./terms";

/** A year of billing as plain data: what a book says, and in which run a row of usage becomes known. */

export type Frequency = "Monthly" | "Quarterly" | "Semiannual" | "Annual" | "One-time";
export type Model =
  | "flat"
  | "per_unit"
  | "graduated"
  | "volume"
  | "package"
  | "stairstep"
  | "percentage"
  | "graduated_percentage"
  | "dynamic"
  | "capacity"
  | "milestone"
  | "percent_complete"
  | "service_credit";
export type Aggregation =
  | "Sum"
  | "Count"
  | "Max"
  | "Latest"
  | "Unique"
  | "Average"
  | "Weighted sum"
  | "Held"
  | "Register";

/** Decimals as text, days as ISO text, months as 2026-01: a year is printed as it can be typed again. */
export interface Tier {
  /** Absent: no limit. */
  readonly upTo?: string;
  readonly unitPrice: string;
  readonly flatFee: string;
  /** The unit price is for a started block of so many. */
  readonly blockSize?: string;
  /** The most that the tier costs, fee included. */
  readonly maximum?: string;
  /** Of a capacity: the peaks of meters that the step covers; absent: all. */
  readonly limits?: Readonly<Record<string, string>>;
}

export interface Price extends PriceTerms {
  readonly id: string;
  readonly product: string;
  /** The rows of usage that it reads; absent: those of its product. */
  readonly meter?: string;
  readonly model: Model;
  readonly unitPrice?: string;
  readonly flatFee?: string;
  readonly tiers?: readonly Tier[];
  readonly packageSize?: string;
  readonly included?: string;
  /** In percent. */
  readonly discount?: string;
  readonly minimum?: string;
  readonly maximum?: string;
  /** Contracted: the price is a fixed fee then. */
  readonly quantity?: string;
  readonly timing?: "Advance" | "Arrears";
  readonly proration?: "None";
  readonly ratePer?: "Event";
  readonly zeroUsage?: "No charge";
  readonly negative?: "Mirror" | "Zero";
  readonly aggregation?: Aggregation;
  readonly from?: string;
  readonly to?: string;
  readonly taxCode?: string;
}

export interface UsageRow {
  /** Of its meter. */
  readonly product: string;
  readonly date: string;
  /** Of the day, as 09:30. */
  readonly time?: string;
  readonly quantity: string;
  readonly eventId: string;
  /** What a meter of Unique counts. */
  readonly user?: string;
  /** Money of the row, which a dynamic price charges. */
  readonly amount?: string;
  /** Of a key that is held. */
  readonly state?: "Active" | "Inactive";
  /** Of a register: a reading that nobody made. */
  readonly read?: "Estimated";
  /** Further columns, by which conditions choose. */
  readonly columns?: Readonly<Record<string, string>>;
  /** The month of the run before which the row arrives, if it is not that of its date. */
  readonly arrives?: string;
}

export interface Contract extends ContractTerms {
  readonly id: string;
  readonly start: string;
  readonly end?: string;
  readonly anchor: number;
  readonly frequency: Frequency;
  readonly currency: string;
  readonly commitment?: { readonly amount: string; readonly period: "Billing period" | "Contract year" };
  readonly taxCode?: string;
  readonly prices: readonly Price[];
  readonly usage: readonly UsageRow[];
}

export interface TaxCode {
  readonly code: string;
  readonly rate: string;
  readonly from?: string;
  readonly to?: string;
}

export interface SimulatedYear {
  readonly firstRun: string;
  readonly runs: number;
  readonly ahead: boolean;
  readonly basis: "actual" | "30/360";
  /** Ties go to the even digit; absent: away from zero. */
  readonly rounding?: "half_even";
  /** An invoice is summed exactly and rounded once; absent: every price is rounded. */
  readonly lineRounding?: "invoice";
  /** Tax is rounded line by line; absent: once per code. */
  readonly taxRounding?: "line";
  /** All contracts are of one customer, or of children of one, and share invoices; absent: each has invoices of its own. */
  readonly grouping?: "customer" | "parent";
  /** All amounts are agreed with their tax. */
  readonly pricesIncludeTax?: true;
  /** Invoices are due in two instalments. */
  readonly instalments?: true;
  /** Totals of a currency are multiples of this: `{ currency: "CHF", unit: "0.05" }`. */
  readonly cash?: { readonly currency: string; readonly unit: string };
  readonly taxCodes: readonly TaxCode[];
  readonly contracts: readonly Contract[];
}

/** Flat fees and contracted quantities are due whatever is used. */
export const isFixed = ({ model, quantity }: Price): boolean => model === "flat" || quantity !== undefined;

/** What is billed as it is reached, whatever the days. */
export const isProject = ({ model }: Price): boolean => model === "milestone" || model === "percent_complete";
