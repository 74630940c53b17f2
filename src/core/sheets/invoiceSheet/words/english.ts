import { formatLongDay, formatLongPeriod } from "../../../calendar/longDate";
import { notations } from "../../../calendar/notation";
import { formatPercent } from "../../../money/format";
import type { InvoiceWords } from "./invoiceWords";

/** The printed invoice in English. */
export const english: InvoiceWords = {
  notation: {
    ...notations.en,
    span: (period) => (period.from === period.to ? formatLongDay(period.from) : formatLongPeriod(period)),
    percent: formatPercent,
  },
  titles: {
    invoice: { draft: "Draft invoice", valid: "Invoice", void: "Void invoice" },
    credit_note: { draft: "Draft credit note", valid: "Credit note", void: "Void credit note" },
  },
  labels: {
    taxId: "Tax ID",
    billTo: "Bill to",
    draftReference: "Draft reference",
    number: { invoice: "Invoice number", credit_note: "Credit note number" },
    date: { invoice: "Invoice date", credit_note: "Credit note date" },
    dueDate: "Due date",
    corrects: "Corrects invoice",
    servicePeriod: "Service period",
    paymentTerms: "Payment terms",
    poNumber: "PO number",
    buyerReference: "Buyer reference",
    customerId: "Customer ID",
    contract: "Contract",
    otherLines: "Other",
    description: "Description",
    quantity: "Quantity",
    unit: "Unit",
    unitPrice: "Unit price",
    amount: "Amount",
    packages: "packages",
    subtotal: "Subtotal",
    taxBase: "on",
    total: "Total",
    payment: "Payment",
    terms: "Terms and conditions",
    page: "Page &P of &N",
  },
  due: {
    due: "Amount due",
    credited: "Amount credited",
    draftDue: "To pay once issued",
    draftCredited: "To credit once issued",
    cancelled: "Amount cancelled",
  },
  sentences: {
    draft: "DRAFT for review: not issued, no payment is due",
    cancelled: "This document has been cancelled",
    credit: (title, invoice, of, reason) =>
      `${title}${invoice && ` for invoice ${invoice}`}${of && ` of ${of}`}${reason && `: ${reason}`}`,
    nothingToPay: "There is nothing to pay.",
    noPayment: "This document has been cancelled; no payment is due.",
    credited: (invoice) =>
      `This amount is credited to your account${invoice && ` against invoice ${invoice}`}; there is nothing to pay.`,
    creditedOnceIssued: (invoice) =>
      `Once issued, this amount is credited to your account${invoice && ` against invoice ${invoice}`}.`,
    dueBy: (day, terms) => `by ${day}${terms && ` (${terms})`}`,
    onReceipt: "on receipt",
    pay: (when, number) => `Please pay the amount due ${when} and quote ${number}.`,
    onceIssued: (when) => `No payment is due yet. Once issued, the amount is to be paid ${when}.`,
    discount: (day, percent) => `If you pay by ${day}, you may deduct ${percent}.`,
  },
  reasons: {
    share: ({ numerator, denominator }, full) => `${String(numerator)}/${String(denominator)} of ${full}`,
    includes: (fee) => `including a fee of ${fee}`,
    packagesOf: (quantity, size) => `${quantity} in packages of ${size}`,
    included: (quantity, of) => `${quantity} of ${of} included, free of charge`,
    free: "free of charge",
    discount: (percent, of) => `${percent} of ${of}`,
    minimum: (from, to) => `raised from ${from} to the minimum of ${to}`,
    maximum: (from, to) => `reduced from ${from} to the maximum of ${to}`,
    perEvent: { minimum: "minimum of every single event", maximum: "maximum of every single event" },
    commitment: (owed, billed) => `${owed} agreed less ${billed} charged`,
    late: (span) => `late usage of ${span}`,
    lateRest: (all, billed) => `${all} for all of it less ${billed} billed before`,
  },
  tier: ({ lower, upper, isClosed }) => {
    if (lower === "") return `tier up to ${upper}`;
    if (upper === "") return `tier over ${lower}`;
    return isClosed ? `tier ${lower} to ${upper}` : `tier over ${lower} up to ${upper}`;
  },
  kinds: { included: "included", minimum: "minimum", maximum: "maximum", discount: "discount" },
  reasonCodes: new Map([
    ["goodwill", "goodwill"],
    ["sla", "service level not met"],
    ["service", "fault of the service"],
    ["settlement", "settlement agreed"],
    ["discount", "discount granted afterwards"],
    ["usage", "corrected usage"],
    ["price", "corrected price"],
    ["priceerror", "corrected price"],
    ["quantity", "corrected quantity"],
    ["tax", "corrected tax"],
    ["duplicate", "billed twice"],
    ["other", "other reason"],
    ["rebill", "cancelled and billed again"],
  ]),
};
