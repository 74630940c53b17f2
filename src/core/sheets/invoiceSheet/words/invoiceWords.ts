import type { Notation as TextNotation } from "../../../calendar/notation";
import type { Period } from "../../../calendar/period";
import type { DayFraction } from "../../../calendar/proration";
import type { Decimal } from "../../../money/decimal";
import type { InvoiceLine } from "../../../invoicing/invoice";

/** Figures and dates within texts, as the language writes them. */
export interface Notation extends TextNotation {
  /** A period, or its only day. */
  readonly span: (period: Period) => string;
  readonly percent: (fraction: Decimal) => string;
}

/** What a document is, by type and by whether it stands. */
export type Titles = Readonly<Record<"invoice" | "credit_note", Readonly<Record<Validity, string>>>>;

/** A draft can still change, and a void document binds nobody. */
export type Validity = "draft" | "valid" | "void";

interface Labels {
  readonly taxId: string;
  readonly billTo: string;
  readonly draftReference: string;
  readonly number: Readonly<Record<"invoice" | "credit_note", string>>;
  readonly date: Readonly<Record<"invoice" | "credit_note", string>>;
  readonly dueDate: string;
  readonly corrects: string;
  readonly servicePeriod: string;
  readonly paymentTerms: string;
  readonly poNumber: string;
  readonly buyerReference: string;
  readonly customerId: string;
  readonly contract: string;
  readonly otherLines: string;
  readonly description: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
  /** The currency follows. */
  readonly amount: string;
  readonly packages: string;
  readonly subtotal: string;
  /** The amount that a tax was taken of follows. */
  readonly taxBase: string;
  readonly total: string;
  readonly payment: string;
  readonly terms: string;
  /** With Excel's codes for the number of the page and of all pages. */
  readonly page: string;
}

/** What the last amount is. */
type DueWords = Readonly<Record<"due" | "credited" | "draftDue" | "draftCredited" | "cancelled", string>>;

interface Sentences {
  /** In a band below the title. */
  readonly draft: string;
  readonly cancelled: string;
  /** "Credit note CN-1 for invoice INV-7 of 30 Sep 2026: goodwill"; what is not known is empty. */
  readonly credit: (title: string, invoice: string, of: string, reason: string) => string;
  readonly nothingToPay: string;
  readonly noPayment: string;
  readonly credited: (invoice: string) => string;
  readonly creditedOnceIssued: (invoice: string) => string;
  /** `terms` as typed, empty where there are none. */
  readonly dueBy: (day: string, terms: string) => string;
  readonly onReceipt: string;
  readonly pay: (when: string, number: string) => string;
  readonly onceIssued: (when: string) => string;
  readonly discount: (day: string, percent: string) => string;
}

/** How the amount of a line comes about, for a reader who has its figures beside it. */
interface Reasons {
  readonly share: (fraction: DayFraction, full: string) => string;
  readonly includes: (fee: string) => string;
  readonly packagesOf: (quantity: string, size: string) => string;
  readonly included: (quantity: string, of: string) => string;
  readonly free: string;
  readonly discount: (percent: string, of: string) => string;
  readonly minimum: (from: string, to: string) => string;
  readonly maximum: (from: string, to: string) => string;
  readonly perEvent: Readonly<Record<"minimum" | "maximum", string>>;
  readonly commitment: (owed: string, billed: string) => string;
  readonly late: (span: string) => string;
  readonly lateRest: (all: string, billed: string) => string;
}

/** The stretch of a tier as it is named to a customer. */
export interface TierBounds {
  readonly lower: string;
  readonly upper: string;
  /** Both bounds belong to it: 1,001 to 5,000. Else it begins above the lower one. */
  readonly isClosed: boolean;
}

/** All texts of the printed invoice in one language. */
export interface InvoiceWords {
  readonly notation: Notation;
  readonly titles: Titles;
  readonly labels: Labels;
  readonly due: DueWords;
  readonly sentences: Sentences;
  readonly reasons: Reasons;
  readonly tier: (bounds: TierBounds) => string;
  /** What a line adds to the description that all lines of its price share. */
  readonly kinds: Readonly<Partial<Record<InvoiceLine["kind"], string>>>;
  /** Reason codes of credits in words, by code in small letters; others are written out as they are. */
  readonly reasonCodes: ReadonlyMap<string, string>;
}
