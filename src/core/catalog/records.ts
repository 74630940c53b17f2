import type { Period } from "../calendar/period";
import type { Frequency } from "../calendar/cycle";
import type { Terms } from "../calendar/terms";
import type { CellRef } from "../grid/grid";
import type { Decimal } from "../money/decimal";
import type { ChargeTerms } from "../pricing/charge";
import type { AdjustmentRecord } from "./adjustments.table";
import type { CustomerRecord } from "./customers.table";
import type { TaxCodeRecord } from "./taxCodes.table";

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
  /** Owed without a meter: a flat fee or a contracted quantity. */
  readonly isFixed: boolean;
  readonly timing: "advance" | "arrears";
  readonly isProrated: boolean;
  readonly perEvent: boolean;
  /** The days it applies to, within the contract. */
  readonly service: Period;
  readonly taxCode: string;
  readonly revenueAccount: string;
  readonly at: CellRef;
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
  readonly commitment: Decimal | undefined;
  readonly commitmentPeriod: "billing_period" | "contract_year";
  readonly poNumber: string;
  readonly isSuspended: boolean;
  readonly prices: readonly Price[];
  /** A price row of it could not be used; it has been reported and holds the contract. */
  readonly hasBrokenPrice: boolean;
  readonly at: CellRef;
}

/** Every rate of a tax code, by date. */
export type TaxRates = readonly TaxCodeRecord[];

/** A correction or extra charge, tied to its cell. */
export interface Adjustment extends AdjustmentRecord {
  /** The cell of its amount. */
  readonly at: CellRef;
  /** The cell of its reason code; the amount's where the table has no such column. */
  readonly reasonAt: CellRef;
}

/** All that is known before usage: parsed, resolved and checked across tables. */
export interface Catalog {
  readonly customers: ReadonlyMap<string, Customer>;
  readonly contracts: readonly Contract[];
  /** Contracts whose row could not be read: their usage is known, but nothing of them can be billed. */
  readonly unreadable: ReadonlySet<string>;
  readonly taxCodes: ReadonlyMap<string, TaxRates>;
  readonly adjustments: readonly Adjustment[];
}
