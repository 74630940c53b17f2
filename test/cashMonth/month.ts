/** A month of a company that sends invoices, as plain data: what is open, and what its bank says came in. */
export interface CashMonth {
  readonly seed: string;
  readonly customers: readonly Customer[];
  readonly documents: readonly Document[];
  readonly entries: readonly BankLine[];
}

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly terms: string;
  /** The customer whom it belongs to. */
  readonly parent?: string;
  readonly iban: string;
}

/** Amounts are whole cents, days are serials: nothing here shares an arithmetic with the engine. */
export interface Document {
  readonly number: string;
  readonly customer: Customer;
  readonly day: number;
  readonly due: number;
  /** Below 0 for a credit note. */
  readonly cents: number;
  readonly purchaseOrder: string;
}

/** What a payment was really for: cents by document; nothing where it pays no document of the book. */
export type Truth = ReadonlyMap<string, number>;

/** A movement of the bank account, with what the person behind it meant. */
export interface BankLine {
  readonly day: number;
  /** Below 0 for money out, and for money in that is taken back. */
  readonly cents: number;
  readonly currency: string;
  readonly payer: string;
  readonly account: string;
  readonly text: string;
  readonly isReturn: boolean;
  /** The name of its case. */
  readonly kind: string;
  readonly truth: Truth;
}

/** Whether a line becomes a row of Payments. */
export const isPayment = ({ cents, isReturn }: BankLine): boolean => cents > 0 || isReturn;

export interface MonthSize {
  readonly customers: number;
  readonly invoices: number;
  readonly entries: number;
}

export const usualSize: MonthSize = { customers: 120, invoices: 400, entries: 300 };

/** 1 October 2026; invoices are of the three months before, and of this one. */
export const FIRST_DAY = 46_296;
export const DAYS = 31;
