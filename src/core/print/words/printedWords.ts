import type { LanguageCode, Notation } from "../../calendar/notation";

/** All texts of a printed document in one language. */
export interface PrintedWords extends Notation {
  /** As in HTML. */
  readonly code: LanguageCode;
  readonly invoice: string;
  readonly creditNote: string;
  readonly draft: string;
  readonly draftNote: string;
  readonly billTo: string;
  readonly number: string;
  readonly date: string;
  readonly dueDate: string;
  readonly period: string;
  readonly corrects: string;
  readonly poNumber: string;
  readonly reference: string;
  readonly customerId: string;
  readonly contract: string;
  readonly terms: string;
  readonly taxId: string;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly amount: string;
  readonly subtotal: string;
  readonly taxOn: (name: string, base: string) => string;
  readonly total: string;
  readonly payment: string;
  readonly account: string;
  readonly purpose: string;
  readonly scan: string;
  readonly link: string;
  readonly page: (page: number, of: number) => string;
}
