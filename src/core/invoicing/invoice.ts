import type { Day } from "../calendar/day";
import type { Period } from "../calendar/period";
import type { Customer } from "../catalog/records";
import type { InvoiceStatus } from "../documents/invoices.table";
import type { LineKind } from "../documents/invoiceLines.table";
import type { Decimal } from "../money/decimal";
import type { RatedItem } from "../rating/ratedItem";
import type { OneTax } from "./severalTaxes";

/** A line as written; quantity × unit price + flat fee is its amount to within one minor unit. */
export interface InvoiceLine {
  readonly contractId: string;
  readonly priceId: string;
  readonly product: string;
  readonly description: string;
  readonly kind: LineKind;
  readonly tier: string;
  readonly period: Period;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly unitPrice: Decimal;
  readonly flatFee: Decimal;
  /** Rounded to the currency's minor unit. */
  readonly amount: Decimal;
  readonly taxCode: string;
  readonly taxRate: Decimal;
  readonly sourceRows: number;
  readonly explanation: string;
  /** What it was rated from; undefined for adjustments. */
  readonly item: RatedItem | undefined;
}

/** Tax of one code and rate on an invoice's rounded net. */
export interface TaxGroup {
  readonly taxCode: string;
  readonly name: string;
  readonly rate: Decimal;
  readonly net: Decimal;
  readonly tax: Decimal;
  /** What a credit takes beyond net × rate, so that the credits of an invoice take all of its tax and no more. */
  readonly rest?: Decimal;
  /** Where the code stands for several taxes, each of them; they add up to the tax. */
  readonly several?: readonly OneTax[];
  readonly exemptionReason: string;
}

export interface Invoice {
  /** Final number, or while there is none the key. */
  readonly number: string;
  /** DRAFT-, contract, period and currency: by it a later run finds the draft. */
  readonly key: string;
  readonly status: InvoiceStatus;
  readonly type: "invoice" | "credit_note";
  readonly customer: Customer;
  /** Empty when the invoice bills several contracts. */
  readonly contractId: string;
  /** The days of the run; each line has its own. */
  readonly period: Period;
  readonly invoiceDate: Day;
  readonly dueDate: Day;
  readonly termsText: string;
  readonly currency: string;
  readonly lines: readonly InvoiceLine[];
  readonly taxes: readonly TaxGroup[];
  readonly subtotal: Decimal;
  readonly tax: Decimal;
  readonly total: Decimal;
  /** The invoice that a credit note corrects, and why. */
  readonly corrects: string;
  readonly reasonCode: string;
  readonly poNumber: string;
}
