import { parseTerms } from "../../calendar/terms";
import { formatLongDay } from "../../calendar/longDate";
import { formatPercent } from "../../money/format";
import type { Invoice } from "../../invoicing/invoice";

/** Not sent yet: it can still change, and nobody is to pay it. */
export function isUnissued({ status }: Invoice): boolean {
  return status === "draft" || status === "in_review";
}

/** What the document is: Invoice, Credit note, Draft invoice, Void credit note. */
export function titleOf(invoice: Invoice): string {
  const kind = invoice.type === "credit_note" ? "credit note" : "invoice";
  const state = isUnissued(invoice) ? "Draft " : invoice.status === "void" ? "Void " : "";
  const title = state + kind;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** What a reader must know before anything else; empty for a document that stands. */
export function standingNote(invoice: Invoice): string {
  if (isUnissued(invoice)) return "For review, not issued yet";
  return invoice.status === "void" ? "This document has been cancelled" : "";
}

/** Whether somebody has to pay it, now or once it is issued. */
export function asksForPayment({ total, status }: Invoice): boolean {
  return total.greaterThan(0) && status !== "void";
}

/** What the amount at the end is. */
export function dueWords({ total, status }: Invoice): string {
  if (status === "void") return "Amount cancelled";
  return total.lessThan(0) ? "Amount credited" : "Amount due";
}

/** The offer of an early payment, empty where the terms make none. */
function discountOffer({ termsText, invoiceDate }: Invoice): string {
  const discount = parseTerms(termsText)?.discount;
  if (!discount) return "";
  return ` If you pay by ${formatLongDay(invoiceDate + discount.days)}, you may deduct ${formatPercent(discount.rate)}.`;
}

/** When and how to pay, in a plain sentence or two. */
export function paymentSentence(invoice: Invoice): string {
  const { total, number, dueDate, invoiceDate, termsText, corrects, status } = invoice;
  if (status === "void") return "This document has been cancelled; no payment is due.";
  if (total.isZero()) return "There is nothing to pay.";
  if (!asksForPayment(invoice)) {
    const against = corrects === "" ? "" : ` against invoice ${corrects}`;
    return `This amount is credited to your account${against}; there is nothing to pay.`;
  }
  const terms = termsText === "" ? "" : ` (${termsText})`;
  const when = dueDate === invoiceDate ? "on receipt" : `by ${formatLongDay(dueDate)}${terms}`;
  if (isUnissued(invoice)) return `No payment is due yet. Once issued, the amount is due ${when}.`;
  return `Please pay the amount due ${when} and quote ${number}.${discountOffer(invoice)}`;
}
