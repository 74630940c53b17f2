import type { Month, Span } from "../../year/day";
import type { Contract, SimulatedYear } from "../../year/simulatedYear";
import type { Charge } from "../charge";
import { digitsOf, type Fraction } from "../fraction";

/** An amount that a run bills of a contract: of a price, or of a rule over prices. */
export interface Item {
  readonly kind:
    | "price"
    | "credit"
    | "discount"
    | "maximum"
    | "overage"
    | "commitment"
    | "retention"
    | "deposit"
    | "sold"
    | "grant";
  /** Of what a price bills, and of what is taken from it. */
  readonly product: string;
  readonly priceId: string;
  readonly taxCode: string;
  readonly days: Span;
  readonly amount: Fraction;
  /** Of days that an earlier run was for. */
  readonly isLate: boolean;
  readonly ruleId: string;
}

/** An item of a run that is over. */
export interface Billed extends Item {
  readonly run: Month;
}

/** A run as far as it is reckoned. */
export interface Statement {
  /** All that is owed by the run, from which amounts of single days are told. */
  readonly charges: readonly Charge[];
  /** What the customer owes over all contracts on the invoice of this one. */
  readonly pooled: Fraction;
  /** What all contracts of the year bill so far, with the run itself. */
  readonly ofAll: readonly Billed[];
  readonly contract: Contract;
  readonly year: SimulatedYear;
  readonly run: Month;
  /** What the rules before this one made of this run. */
  readonly items: readonly Item[];
  /** What all runs before billed. */
  readonly before: readonly Billed[];
}

/** A rule over prices: what it adds to a run. */
export type Rule = (statement: Statement) => Item[];

export const roundedIn = ({ contract, year }: Statement, exact: Fraction): Fraction =>
  exact.rounded(digitsOf(contract.currency), year.rounding);

/** What prices bill and what was taken off it since; a service credit is no line of a fee or of usage. */
export const isOfPrices = ({ kind }: Item): boolean =>
  kind === "price" || kind === "discount" || kind === "maximum";
