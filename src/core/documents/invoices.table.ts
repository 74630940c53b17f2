import { headers } from "../catalog/synonyms";
import {
  choiceColumn,
  dayColumn,
  idColumn,
  momentColumn,
  moneyColumn,
  required,
  textColumn,
} from "../schema/column";
import { defineTable, type RecordOf } from "../schema/table";

/** Documents, ours or another system's. Without a status a document counts as issued. */
export const invoicesTable = defineTable({
  title: "Invoices",
  synonyms: ["Invoice register", "Invoice list", "Rechnungen"],
  help: "One row a document, written by a run; also read, so that what was billed is known.",
  columns: {
    invoiceNumber: required(
      idColumn({ title: "Invoice number", synonyms: headers.invoiceNumber, help: "the document's number" }),
    ),
    status: choiceColumn({
      title: "Status",
      synonyms: ["Invoice status", "State"],
      help: "Draft until it is approved or issued",
      choices: {
        draft: "Draft",
        in_review: "In review",
        approved: "Approved",
        issued: ["Issued", "Sent", "Open", "Posted", "Authorised"],
        part_paid: ["Part paid", "Partially paid"],
        paid: "Paid",
        void: ["Void", "Voided", "Cancelled", "Canceled"],
      },
    }),
    type: choiceColumn({
      title: "Type",
      synonyms: ["Document type"],
      help: "a credit note is a negative document",
      choices: { invoice: "Invoice", credit_note: ["Credit note", "Credit memo", "Credit"] },
    }),
    customerId: idColumn({ title: "Customer ID", synonyms: headers.customerId, help: "who is billed" }),
    customerName: textColumn({
      title: "Customer name",
      synonyms: headers.customerName,
      help: "the customer's name",
    }),
    contractId: idColumn({
      title: "Contract ID",
      synonyms: headers.contractId,
      help: "blank when there are several",
    }),
    periodStart: dayColumn({
      title: "Period start",
      synonyms: ["Service start", "From"],
      help: "first day billed by the run",
    }),
    periodEnd: dayColumn({
      title: "Period end",
      synonyms: ["Service end", "To", "Period"],
      help: "last day billed by the run",
    }),
    invoiceDate: dayColumn({
      title: "Invoice date",
      synonyms: headers.invoiceDate,
      help: "the date on the document",
    }),
    dueDate: dayColumn({ title: "Due date", synonyms: headers.dueDate, help: "by the payment terms" }),
    currency: textColumn({ title: "Currency", synonyms: headers.currency, help: "ISO 4217 code" }),
    subtotal: moneyColumn({ title: "Subtotal", synonyms: headers.amount, help: "sum of the lines" }),
    tax: moneyColumn({
      title: "Tax",
      synonyms: ["TaxAmount", "Tax amount", "TaxTotal", "VAT amount"],
      help: "by tax code on the rounded net",
    }),
    total: moneyColumn({
      title: "Total",
      synonyms: ["Gross", "Invoice total", "Total amount"],
      help: "subtotal and tax",
    }),
    paid: moneyColumn({
      title: "Paid",
      synonyms: ["InvoiceAmountPaid", "Amount paid"],
      help: "cash and credits applied",
    }),
    balance: moneyColumn({
      title: "Balance",
      synonyms: ["InvoiceAmountDue", "Open Amount", "Amount due"],
      help: "what is still to pay",
    }),
    corrects: idColumn({
      title: "Corrects",
      synonyms: ["Original invoice", "Credited invoice"],
      help: "the invoice a credit note corrects",
    }),
    reasonCode: textColumn({ title: "Reason code", synonyms: ["Reason"], help: "why it was credited" }),
    poNumber: idColumn({
      title: "PO number",
      synonyms: ["PO", "Purchase order"],
      help: "the customer's order number",
    }),
    preparedBy: textColumn({ title: "Prepared by", help: "who made it" }),
    approvedBy: textColumn({ title: "Approved by", help: "who approved it" }),
    approvedAt: momentColumn({ title: "Approved at", help: "when it was approved" }),
    runId: idColumn({ title: "Run ID", help: "the run that wrote it, as in Run log" }),
    seal: textColumn({ title: "Seal", help: "of the approval" }),
  },
  examples: [],
});
export type InvoiceRecord = RecordOf<(typeof invoicesTable)["columns"]>;
export type InvoiceStatus = NonNullable<InvoiceRecord["status"]>;
