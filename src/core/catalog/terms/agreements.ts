import type { Day } from "../../calendar/day";
import type { CellRef } from "../../grid/grid";
import type { Decimal } from "../../money/decimal";
import type { Products } from "./products";

/** A discount on what prices bill, for some time. */
export interface Discount {
  readonly id: string;
  /** A fraction of what earlier discounts leave, or an amount once a billing period. */
  readonly of: { readonly percent: Decimal } | { readonly amount: Decimal };
  /** Whether it is for what a product bills from a day on. */
  readonly reaches: (product: string, day: Day) => boolean;
  /** Only in the first so many billing periods that it reaches. */
  readonly periods: number;
  /** What is left of an amount moves to the next invoice. */
  readonly carries: boolean;
  readonly at: CellRef;
}

/** What is promised to be used in a period, and what usage beyond it costs. */
export interface Commitment {
  readonly id: string;
  readonly products: Products;
  /** Money, or units of one product that are worth what its price makes of them. */
  readonly of: { readonly amount: Decimal } | { readonly quantity: Decimal };
  readonly period: "billing_period" | "contract_year" | "contract" | "day";
  /** What usage beyond it costs, as a multiple of its price. */
  readonly factor: Decimal;
  /** What is missing at the end of a period is billed. */
  readonly truesUp: boolean;
  readonly order: number;
  readonly at: CellRef;
}

/** When a contract ends, and whether it then goes on. */
export interface Renewal {
  readonly endDate: Day;
  readonly isAuto: boolean;
  /** Months. */
  readonly term: number;
  /** Days before the end. */
  readonly notice: number;
  readonly at: CellRef;
}

/** A contracted quantity from a day on. */
export interface QuantityLevel {
  readonly from: Day;
  readonly quantity: Decimal;
}

/** What one unit of a currency, or of a unit of its own, is worth in another on a day; undefined where nothing says so. */
export type RateOn = (from: string, to: string, day: Day) => Decimal | undefined;
