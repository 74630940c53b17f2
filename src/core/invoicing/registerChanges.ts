import { contains, type Period } from "../calendar/period";
import type { RegisteredInvoice, RegisteredLine, DocumentRegister } from "../documents/register";
import { standing } from "../documents/register";
import type { CellRef } from "../grid/grid";
import type { Invoice } from "./invoice";

/** Whether a document belongs to the run: its days end in the run. */
export function endsIn(run: Period, invoice: RegisteredInvoice | undefined, line?: RegisteredLine): boolean {
  const end = invoice?.periodEnd ?? line?.period?.to ?? invoice?.invoiceDate;
  return end !== undefined && contains(run, end);
}

/** Contracts that a final invoice of the run bills already: nothing is billed again for them. */
export function coveredContracts(register: DocumentRegister, run: Period): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const invoice of register.invoices) {
    if (!invoice.isFinal || invoice.isVoid || invoice.type === "credit_note") continue;
    if (invoice.contractId !== undefined && endsIn(run, invoice, invoice.lines[0]))
      covered.add(invoice.contractId);
    for (const line of invoice.lines) {
      if (line.kind !== "adjustment" && endsIn(run, invoice, line)) covered.add(line.contractId);
    }
  }
  return covered;
}

/** What had been billed before the run: its own documents, from when it ran last, are left out. */
export function registerBefore(register: DocumentRegister, run: Period): DocumentRegister {
  const isOwn = (invoice: RegisteredInvoice) =>
    invoice.periodStart === run.from && invoice.periodEnd === run.to;
  const own = new Set(register.invoices.filter(isOwn).map(({ invoiceNumber }) => invoiceNumber));
  const isEarlier = ({ invoiceNumber }: { readonly invoiceNumber: string }) => !own.has(invoiceNumber);
  return { ...register, ...standing(register.invoices.filter(isEarlier), register.lines.filter(isEarlier)) };
}

/** Drafts of the run's own days: a new run replaces them. */
export function isReplaced(invoice: RegisteredInvoice, run: Period): boolean {
  return !invoice.isFinal && invoice.periodStart === run.from && invoice.periodEnd === run.to;
}

/** A new document as it will stand in the workbook. */
function registered(invoice: Invoice, at: CellRef): RegisteredInvoice {
  const {
    number: invoiceNumber,
    customer,
    contractId,
    period,
    invoiceDate,
    currency,
    status,
    type,
  } = invoice;
  const record = {
    row: at.row,
    invoiceNumber,
    status,
    type,
    customerId: customer.customerId,
    customerName: customer.customerName,
    contractId: contractId || undefined,
    periodStart: period.from,
    periodEnd: period.to,
    invoiceDate,
    dueDate: invoice.dueDate,
    currency,
    subtotal: invoice.subtotal,
    tax: invoice.tax,
    total: invoice.total,
    paid: undefined,
    balance: undefined,
    corrects: invoice.corrects || undefined,
    reasonCode: invoice.reasonCode || undefined,
    poNumber: invoice.poNumber || undefined,
    preparedBy: undefined,
    approvedBy: undefined,
    approvedAt: undefined,
    runId: undefined,
    seal: undefined,
  };
  const lines = invoice.lines.map((line, index): RegisteredLine => {
    const { period: days, item: _item, ...fields } = line;
    const own = {
      ...fields,
      row: at.row,
      invoiceNumber,
      line: index + 1,
      periodStart: days.from,
      periodEnd: days.to,
    };
    return { ...own, record: own, at, period: days, isFinal: true, invoice: record };
  });
  return { ...record, at, isFinal: status !== "draft", isVoid: false, lines };
}

/** What the workbook will hold once the run is written: the documents that stay and the new ones. */
export function registerAfter(
  register: DocumentRegister,
  invoices: readonly Invoice[],
  run: Period,
  at: CellRef,
): DocumentRegister {
  const kept = register.invoices.filter((invoice) => !isReplaced(invoice, run));
  const all = [...kept, ...invoices.map((invoice) => registered(invoice, at))];
  // Every line counts as billed here, whatever the status of its document: the report is about what is written.
  const lines = all
    .filter(({ isVoid }) => !isVoid)
    .flatMap((invoice) => invoice.lines.map((line) => ({ ...line, isFinal: true })));
  return { ...register, ...standing(all, lines) };
}
