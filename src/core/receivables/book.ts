import type { Day } from "../calendar/day";
import type { Terms } from "../calendar/terms";
import type { RateOn } from "../catalog/terms/agreements";
import type { RegisteredInvoice } from "../documents/register";
import type { DocumentRegister } from "../documents/register";
import type { CellRef, Snapshot } from "../grid/grid";
import type { Decimal } from "../money/decimal";
import type { BoundTable } from "../schema/bind";
import type { Settings } from "../settings/settings";
import type { NumberIndex } from "./numberIndex";
import type { Parties } from "./parties";
import type { ApplicationKind, ApplicationRecord, applicationsTable } from "./tables/applications.table";
import type { DisputeRecord } from "./tables/disputes.table";
import type { PromiseRecord } from "./tables/promises.table";
import type { ReminderLevelRecord } from "./tables/reminderLevels.table";

/** An issued document: what a customer owes, or is owed. */
export interface OpenDocument {
  readonly number: string;
  /** A credit note, or a document with a negative total. */
  readonly isCredit: boolean;
  readonly customerId: string;
  readonly customerName: string;
  readonly currency: string;
  readonly date: Day;
  readonly due: Day;
  /** Below 0 for a credit note. */
  readonly total: Decimal;
  /** The invoice a credit note corrects. */
  readonly corrects: string | undefined;
  readonly terms: Terms | undefined;
  readonly at: CellRef;
  readonly record: RegisteredInvoice;
}

/** A payment as the table has it; whose it is may depend on the documents that are known by then. */
export interface Receipt {
  readonly paymentId: string;
  readonly customerId: string | undefined;
  readonly date: Day;
  /** Below 0 for a refund or a returned payment. */
  readonly amount: Decimal;
  readonly currency: string | undefined;
  readonly reference: string;
  /** Numbers that decide it; empty where none is given. */
  readonly invoiceNumbers: readonly string[];
  readonly payer: string;
  readonly payerAccount: string;
  readonly at: CellRef;
  /** The empty cell of its id, which a run that writes fills. */
  readonly unnamedAt: CellRef | undefined;
}

/** A payment with whose it is, as far as that is known by a day. */
export interface Payment {
  readonly receipt: Receipt;
  /** Of one over several customers, whose the rest is that goes against nothing. */
  readonly customerId: string;
  readonly customerName: string;
  readonly currency: string;
  /** The customer whom the payer's name means; empty where it means nobody, or several. */
  readonly namedAs: string;
  /** A person named invoices of several customers in it: each gets what is paid of its own. */
  readonly isShared: boolean;
}

/** Whether a payment may go against a document: never across currencies, across customers only where a person said so. */
export function canPay(
  { customerId, currency, isShared }: Pick<Payment, "customerId" | "currency" | "isShared">,
  document: OpenDocument,
): boolean {
  return currency === document.currency && (isShared || customerId === document.customerId);
}

/** What a row of Applications takes from. */
export type Source =
  | { readonly type: "payment"; readonly receipt: Receipt }
  | { readonly type: "credit"; readonly document: OpenDocument };

/** A posted row of Applications whose parts were all found. */
export interface PostedRow {
  readonly record: ApplicationRecord;
  readonly applicationId: string;
  readonly kind: ApplicationKind;
  readonly source: Source;
  readonly document: OpenDocument;
  readonly amount: Decimal;
  /** From which day it counts: its own, or that of payment or invoice if later. */
  readonly day: Day;
  readonly reverses: PostedRow | undefined;
  readonly at: CellRef;
}

type ApplicationsBound = BoundTable<(typeof applicationsTable)["columns"]>;

/** Everything of a workbook that says who owes what, whatever the day. */
export interface ReceivablesBook {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly register: DocumentRegister;
  readonly parties: Parties;
  readonly documents: readonly OpenDocument[];
  readonly numbers: NumberIndex;
  readonly receipts: readonly Receipt[];
  readonly posted: readonly PostedRow[];
  /** Rows of Applications that stay as they are: posted ones, also those that do not count. */
  readonly kept: readonly ApplicationRecord[];
  readonly applicationsBound: ApplicationsBound | undefined;
  /** Sheet rows of Applications that could not be read and are kept. */
  readonly unreadable: readonly number[];
  readonly disputes: readonly DisputeRecord[];
  readonly promises: readonly PromiseRecord[];
  readonly levels: readonly ReminderLevelRecord[];
  /** Rates of Exchange rates, for reports. */
  readonly rateOn: RateOn;
  /** The last day in Invoices, Payments and Applications. */
  readonly lastDay: Day | undefined;
}

/** What says apart the sources of rows: a credit note and a payment may bear the same id. */
export function sourceKey(source: Source): string {
  return source.type === "payment"
    ? `payment ${source.receipt.paymentId}`
    : `credit ${source.document.number}`;
}

export const sourceDay = (source: Source): Day =>
  source.type === "payment" ? source.receipt.date : source.document.date;

export const sourceId = (source: Source): string =>
  source.type === "payment" ? source.receipt.paymentId : source.document.number;
