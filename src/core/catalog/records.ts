import type { Day } from "../calendar/day";
import type { ProjectTerms } from "./terms/projectTerms";
import type { Period } from "../calendar/period";
import type { Frequency } from "../calendar/cycle";
import type { Terms } from "../calendar/terms";
import type { CellRef } from "../grid/grid";
import type { Decimal } from "../money/decimal";
import type { EventAllowance } from "../pricing/allowance";
import type { ChargeTerms } from "../pricing/charge";
import type { QuantityTerms } from "../pricing/quantityTerms";
import type { AdjustmentRecord } from "./adjustments.table";
import type { CustomerRecord } from "./customers.table";
import type { Condition } from "./conditions";
import type { TaxCodeRecord } from "./taxCodes.table";
import type { Commitment, Discount, QuantityLevel, RateOn, Renewal } from "./terms/agreements";

/** A customer as billed: the Customers row, or what the Contracts row says where there is no such table. */
export interface Customer extends Partial<CustomerRecord> {
  readonly customerId: string;
  readonly customerName: string;
}

/** One price of a contract for a run of days, with all defaults resolved. */
export interface Price extends ChargeTerms {
  readonly priceId: string;
  readonly contractId: string;
  readonly product: string;
  readonly description: string;
  /** The meter it prices; not read where the price is fixed. */
  readonly meter: string;
  readonly unit: string;
  /** Contracted quantity: priced in place of a meter. */
  readonly quantity: Decimal | undefined;
  /** Changes of the contracted quantity, in order of their days. */
  readonly levels?: readonly QuantityLevel[];
  /** Owed without a meter: a flat fee or a contracted quantity. */
  readonly isFixed: boolean;
  readonly timing: "advance" | "arrears";
  readonly isProrated: boolean;
  readonly perEvent: boolean;
  /** The unit of its amounts, where that is no currency: they are converted once an invoice. */
  readonly pricedIn?: string;
  /** The most that it bills in a contract year, in all, or of single events in a billing period; else that is `maximum`. */
  readonly cap?: {
    readonly amount: Decimal;
    readonly period: "billing_period" | "contract_year" | "contract";
  };
  /** Charged once and in full by the run that holds its first day: a setup fee. */
  readonly isOnce: boolean;
  /** For how many units the unit price was written; the unit price here is that of one. */
  readonly pricePer: Decimal;
  /** The days it applies to, within the contract. */
  readonly service: Period;
  readonly taxCode: string;
  readonly revenueAccount: string;
  readonly at: CellRef;
  /** How the metered quantity becomes the priced one; absent: as it is. */
  readonly conversion?: QuantityTerms;
  /** The included quantity is that of every day. */
  readonly includesDaily?: boolean;
  /** What is free of events that are each priced alone. */
  readonly allowance?: EventAllowance;
  /** Unused included units move on. */
  readonly rollover?: Rollover;
  /** What it bills is in Results or Placements, not in Usage. */
  readonly isMeasured?: boolean;
  /** What is given back of a placement that ends within so many days, from the fewest on. */
  readonly refundScale?: readonly RefundStep[];
  /** A milestone or result without its evidence waits. */
  readonly needsEvidence?: boolean;
  /** The product whose bill a service credit takes a share of. */
  readonly ofProduct?: string;
  /** Which usage rows of its meter it takes, where several prices share them. */
  readonly conditions?: readonly Condition[];
}

/** The share of its fee that is given back of a placement that ended within so many days. */
export interface RefundStep {
  readonly days: number;
  readonly share: Decimal;
}

/** For how many periods unused included units move on, and how many of them at most. */
export interface Rollover {
  readonly periods: number;
  readonly maximum: Decimal | undefined;
}

/** A minimum commitment and the days that count towards it. */
export interface CommitmentTerm {
  readonly amount: Decimal;
  readonly service: Period;
}

export interface Contract {
  readonly contractId: string;
  readonly customer: Customer;
  /** First and last day of service; an open end is LAST_DAY. */
  readonly service: Period;
  readonly currency: string;
  readonly frequency: Frequency;
  readonly anchorDay: number;
  readonly terms: Terms;
  readonly termsText: string;
  readonly taxCode: string;
  /** What is owed at least, by the days it is agreed for; free days are not among them. */
  readonly commitments: readonly CommitmentTerm[];
  readonly commitmentPeriod: "billing_period" | "contract_year";
  readonly poNumber: string;
  /** The plans that it is on, by nameKey, with their days. */
  readonly plans: readonly { readonly plan: string; readonly service: Period }[];
  /** What is agreed beside its prices. */
  readonly agreed: AgreedTerms;
  readonly isSuspended: boolean;
  readonly prices: readonly Price[];
  /** A price row of it could not be used; it has been reported and holds the contract. */
  readonly hasBrokenPrice: boolean;
  readonly at: CellRef;
}

/** What is agreed for a contract beside its prices. */
export interface AgreedTerms {
  readonly discounts: readonly Discount[];
  /** In the order in which they take usage. */
  readonly commitments: readonly Commitment[];
  /** The most that the contract bills in its life. */
  readonly notToExceed: Decimal | undefined;
  /** Units of its products that cost nothing, in the order in which they are drawn. */
  readonly unitGrants: readonly Grant[];
  /** When it ends, and what then; undefined where nothing is said about it. */
  readonly renewal: Renewal | undefined;
  /** Ids of the rows that lines of the contract bear under Price ID; such a line bills no day of a price. */
  readonly ids: ReadonlySet<string>;
  /** Milestones, progress and results. */
  readonly projects: ProjectTerms;
  /** What is kept back until a day. */
  readonly retention: Retention | undefined;
}

/** A fraction of what is billed that is kept back, and the day that releases it. */
interface Retention {
  readonly percent: Decimal;
  readonly release: Day | undefined;
}

/** Money or units that a customer has ahead. */
export interface Grant {
  readonly id: string;
  readonly customer: Customer;
  readonly currency: string;
  /** The contracts that draw from it. */
  readonly contractIds: ReadonlySet<string>;
  /** Money, or units of a product (nameKey). */
  readonly of: { readonly amount: Decimal } | { readonly units: Decimal; readonly product: string };
  /** The days on which it is open. */
  readonly days: Period;
  readonly warnBelow: Decimal | undefined;
  /** What a paid one is sold for, and on whose document. */
  readonly sale:
    | { readonly price: Decimal; readonly taxCode: string; readonly carrier: Contract }
    | undefined;
  readonly at: CellRef;
}

/** A promise over all contracts of a customer and of those under it. */
export interface Pool {
  readonly commitment: Commitment;
  readonly contracts: readonly Contract[];
  /** Whose document bears it: the customer's first contract, else the customer's account. */
  readonly carrier: Contract;
}

/** Every rate of a tax code, by date. */
export type TaxRates = readonly TaxCodeRecord[];

/** A correction or extra charge, tied to its cell. */
export interface Adjustment extends AdjustmentRecord {
  /** It is in a table whose name says that it holds credits. */
  readonly isAmongCredits: boolean;
  /** The cell of its amount. */
  readonly at: CellRef;
  /** The cell of its reason code; the amount's where the table has no such column. */
  readonly reasonAt: CellRef;
}

/** All that is known before usage: parsed, resolved and checked across tables. */
export interface Catalog {
  readonly customers: ReadonlyMap<string, Customer>;
  readonly contracts: readonly Contract[];
  readonly contractById: ReadonlyMap<string, Contract>;
  readonly contractsOfCustomer: ReadonlyMap<string, readonly Contract[]>;
  /** Contracts whose row could not be read: their usage is known, but nothing of them can be billed. */
  readonly unreadable: ReadonlySet<string>;
  /** Customers with a contract that cannot be read: theirs may be the usage that no other contract takes. */
  readonly customersInDoubt: ReadonlySet<string>;
  readonly taxCodes: ReadonlyMap<string, TaxRates>;
  readonly adjustments: readonly Adjustment[];
  /** Commitments over several contracts. */
  readonly pools: readonly Pool[];
  readonly rateOn: RateOn;
  /** Money and units that customers have ahead, in the order in which they are drawn. */
  readonly grants: readonly Grant[];
}
