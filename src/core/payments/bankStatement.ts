import type { Day } from "../calendar/day";
import type { Decimal } from "../money/decimal";

/** What a statement says was on the account; below zero is overdrawn. */
export interface BankBalance {
  readonly amount: Decimal;
  readonly currency: string;
  readonly day: Day | undefined;
}

/** One payment of an entry: a batch has several, every other entry one. */
export interface BankTransaction {
  /** Signed as that of the entry and in its currency; undefined where the file does not say it. */
  readonly amount: Decimal | undefined;
  readonly bankId: string | undefined;
  /** What the payer's system calls it. */
  readonly endToEndIds: readonly string[];
  /** References in a form that both sides agreed on, such as that of an ISO 11649 creditor. */
  readonly structured: readonly string[];
  /** Free text for the receiver, and every other text. */
  readonly unstructured: readonly string[];
  /** What the bank says of the amount: what was instructed, the rate, charges, why it went back. */
  readonly notes: readonly string[];
  /** It takes back a payment that came in earlier. */
  readonly isReturn: boolean;
  readonly payer: string | undefined;
  readonly payerAccount: string | undefined;
}

/** A booked movement of an account, whatever the format of its file. */
export interface BankEntry {
  /** Of the file, 1-based. */
  readonly line: number;
  /** When it was booked; the value date where the file does not say. */
  readonly day: Day;
  readonly valueDay: Day | undefined;
  /** Money in is above zero, money out below. */
  readonly amount: Decimal;
  /** Empty where the file names none. */
  readonly currency: string;
  /** The id by which the bank tells it from all others. */
  readonly bankId: string | undefined;
  /** It takes an earlier movement back. */
  readonly isReversal: boolean;
  /** The bank's code for the kind of movement. */
  readonly method: string | undefined;
  readonly transactions: readonly [BankTransaction, ...BankTransaction[]];
}

/** An entry that cannot be read: why, and what is there. */
export interface BankEntryFault {
  readonly line: number;
  readonly reason: string;
  readonly value: string;
}

export interface BankStatement {
  readonly line: number;
  readonly id: string;
  readonly account: string;
  readonly currency: string;
  readonly opening: BankBalance | undefined;
  readonly closing: BankBalance | undefined;
  readonly entries: readonly BankEntry[];
  readonly faults: readonly BankEntryFault[];
  /** Lines of entries that the bank has not booked yet. */
  readonly pending: readonly number[];
}

export interface BankFile {
  readonly name: string;
  /** The id of its format. */
  readonly format: string;
  readonly statements: readonly BankStatement[];
}
