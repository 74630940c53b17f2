import type { Decimal } from "../../money/decimal";
import type { OpenDocument } from "../book";
import type { Payment } from "../book";
import type { ApplicationKind, Confidence, Treatment } from "../tables/applications.table";

/** `chosen` is no rule: a person said which documents. */
export type RuleName =
  | "given"
  | "chosen"
  | "reference"
  | "references"
  | "amount"
  | "account"
  | "combination"
  | "oldest";

/** Numbers of the documents that a person chose for payments, by Payment ID. */
export type ChosenDocuments = ReadonlyMap<string, readonly string[]>;

/** One part of a proposal: what goes against one document. */
export interface Share {
  readonly kind: ApplicationKind;
  /** The payment, or the credit note that is used up. */
  readonly sourceId: string;
  readonly document: OpenDocument;
  readonly amount: Decimal;
}

/** What a payment goes against, and how sure that is. */
export interface Match {
  readonly payment: Payment;
  readonly rule: RuleName;
  /** Undefined where a person chose. */
  readonly confidence: Confidence | undefined;
  /** Received less open. */
  readonly difference: Decimal;
  readonly treatment: Treatment;
  readonly shares: readonly Share[];
}

/** A payment that a person has to look at, with what it could go against. */
export interface Review {
  readonly payment: Payment;
  readonly amount: Decimal;
  readonly candidates: readonly string[];
}

/** What a rule says of a payment: a match, candidates for a person, or nothing: then the next rule is asked. */
export type Verdict =
  | { readonly kind: "match"; readonly match: Match }
  | { readonly kind: "review"; readonly candidates: readonly string[] }
  | undefined;
