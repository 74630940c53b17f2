import { nameKey } from "../../base/name";
import { parseTerms } from "../../calendar/terms";
import type { Day } from "../../calendar/day";
import type { Invoice } from "../../invoicing/invoice";
import type { InvoiceWords, Validity } from "./words/invoiceWords";

/** Not sent yet: it can still change, and nobody is to pay it. */
export function isUnissued({ status }: Invoice): boolean {
  return status === "draft" || status === "in_review";
}

function validityOf(invoice: Invoice): Validity {
  if (isUnissued(invoice)) return "draft";
  return invoice.status === "void" ? "void" : "valid";
}

/** What the document is: Invoice, Credit note, Draft invoice, Void credit note. */
export function titleOf(invoice: Invoice, { titles }: InvoiceWords): string {
  return titles[invoice.type][validityOf(invoice)];
}

/** What a reader must know before anything else; empty for a document that stands. */
export function validityNote(invoice: Invoice, { sentences }: InvoiceWords): string {
  return { draft: sentences.draft, void: sentences.cancelled, valid: "" }[validityOf(invoice)];
}

/** "SLA, PRICE_CORRECTION" as "service level not met, price correction". */
function reasonInWords(reasonCode: string, { reasonCodes }: InvoiceWords): string {
  const codes = reasonCode.split(",").map((code) => code.trim());
  const inWords = (code: string) => reasonCodes.get(nameKey(code)) ?? code.replaceAll("_", " ").toLowerCase();
  return codes
    .filter((code) => code !== "")
    .map(inWords)
    .join(", ");
}

/** What a credit note corrects and why, in one sentence; empty for an invoice. */
export function creditSentence(invoice: Invoice, correctsDate: Day | undefined, words: InvoiceWords): string {
  const { type, number, corrects, reasonCode } = invoice;
  if (type !== "credit_note") return "";
  const title = titleOf(invoice, words);
  const name = isUnissued(invoice) ? title : `${title} ${number}`;
  const of = correctsDate === undefined || corrects === "" ? "" : words.notation.day(correctsDate);
  return words.sentences.credit(name, corrects, of, reasonInWords(reasonCode, words));
}

/** Whether somebody has to pay it, now or once it is issued. */
export function asksForPayment({ total, status }: Invoice): boolean {
  return total.greaterThan(0) && status !== "void";
}

/** What the amount at the end is; a draft's is not due. */
export function dueWords(invoice: Invoice, { due }: InvoiceWords): string {
  if (invoice.status === "void") return due.cancelled;
  const isCredit = invoice.total.lessThan(0);
  if (isUnissued(invoice)) return isCredit ? due.draftCredited : due.draftDue;
  return isCredit ? due.credited : due.due;
}

/** The offer of an early payment, empty where the terms make none. */
function discountOffer({ termsText, invoiceDate }: Invoice, { sentences, notation }: InvoiceWords): string {
  const steps = parseTerms(termsText)?.discounts ?? [];
  return steps
    .map(
      ({ days, rate }) => ` ${sentences.discount(notation.day(invoiceDate + days), notation.percent(rate))}`,
    )
    .join("");
}

/** When and how to pay, in a plain sentence or two. */
export function paymentSentence(invoice: Invoice, words: InvoiceWords): string {
  const { total, number, dueDate, invoiceDate, termsText, corrects, status } = invoice;
  const { sentences, notation } = words;
  if (status === "void") return sentences.noPayment;
  if (total.isZero()) return sentences.nothingToPay;
  if (!asksForPayment(invoice))
    return isUnissued(invoice) ? sentences.creditedOnceIssued(corrects) : sentences.credited(corrects);
  const when =
    dueDate === invoiceDate ? sentences.onReceipt : sentences.dueBy(notation.day(dueDate), termsText);
  if (isUnissued(invoice)) return sentences.onceIssued(when);
  return sentences.pay(when, number) + discountOffer(invoice, words);
}
