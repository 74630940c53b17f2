import { addAll } from "../base/manyValues";
import type { Day } from "../calendar/day";
import { contains, monthOf, type Period } from "../calendar/period";
import { billedServiceOf } from "../documents/billedService";
import { isWaitingCredit } from "../documents/documentKinds";
import type { InvoiceLineRecord } from "../documents/invoiceLines.table";
import type { InvoiceRecord } from "../documents/invoices.table";
import { billsRunOfContract } from "../documents/lineKinds";
import {
  isFinalStatus,
  registerContents,
  type DocumentRegister,
  type RegisteredInvoice,
  type RegisteredLine,
} from "../documents/register";
import type { CellRef } from "../grid/grid";
import { zero } from "../money/decimal";
import type { Settings } from "../settings/settings";
import type { Invoice, InvoiceLine } from "./invoice";

/** Whether a document belongs to the run: its days end in the run. */
export function endsIn(run: Period, invoice: RegisteredInvoice | undefined, line?: RegisteredLine): boolean {
  const end = invoice?.periodEnd ?? line?.period?.to ?? invoice?.invoiceDate;
  return end !== undefined && contains(run, end);
}

/**
 * Whether a document may say that the run was billed: an invoice, or a document of the run that came out below 0, as
 * when usage was taken back. What corrects an invoice, a credit or an extra charge, bills no period.
 */
function billsRun(invoice: RegisteredInvoice, run: Period): boolean {
  if (invoice.corrects !== undefined) return false;
  if (invoice.type !== "credit_note") return true;
  return (
    isOfRun(invoice, run) && invoice.lines.some((line) => line.kind !== undefined && billsRunOfContract(line))
  );
}

/** By what a document says whom it bills: a contract, or the account of a customer. */
export const coverKey = (contractId: string, customerId: string | undefined) =>
  contractId === "" ? `account ${customerId ?? ""}` : contractId;

/**
 * Where a document must end to say that a run was billed. Runs of their own may have billed the earlier months of a longer
 * one, of which the rest is open; a document that does not say which days it bills may bill all of them.
 */
const endOfRun = (run: Period, { lines }: RegisteredInvoice): Period =>
  lines.some(({ period }) => period) ? { from: Math.max(run.from, monthOf(run.to).from), to: run.to } : run;

/**
 * Contracts that a final invoice of the run bills already: nothing is billed again for them, unless the invoice is void
 * or credited in full.
 */
export function coveredContracts(
  register: DocumentRegister,
  run: Period,
  settings: Settings,
): ReadonlySet<string> {
  const covered = new Set<string>();
  const { isCancelled } = billedServiceOf(register, settings);
  for (const invoice of register.invoices) {
    if (!invoice.isFinal || isCancelled(invoice) || !billsRun(invoice, run)) continue;
    const end = endOfRun(run, invoice);
    if (invoice.contractId !== undefined && endsIn(end, invoice, invoice.lines[0]))
      covered.add(invoice.contractId);
    for (const line of invoice.lines) {
      const bills = line.contractId === "" ? line.kind !== "adjustment" : billsRunOfContract(line);
      if (bills && endsIn(end, invoice, line)) covered.add(coverKey(line.contractId, invoice.customerId));
    }
  }
  return covered;
}

/** Whether a document was written by a run of these days. */
export function isOfRun(
  { periodStart, periodEnd }: Pick<RegisteredInvoice, "periodStart" | "periodEnd">,
  run: Period,
): boolean {
  return periodStart === run.from && periodEnd === run.to;
}

/** The register as if some of its documents did not exist. */
export function registerWithout(
  register: DocumentRegister,
  isLeftOut: (invoice: RegisteredInvoice) => boolean,
): DocumentRegister {
  const leftOut = new Set(register.invoices.filter(isLeftOut).map(({ invoiceNumber }) => invoiceNumber));
  if (leftOut.size === 0) return register;
  const isKept = ({ invoiceNumber }: { readonly invoiceNumber: string }) => !leftOut.has(invoiceNumber);
  return {
    ...register,
    ...registerContents(register.invoices.filter(isKept), register.lines.filter(isKept)),
  };
}

/**
 * What had been billed before the run: its own documents, from when it ran last, are left out, but for what it corrects
 * of others.
 */
export const registerBefore = (register: DocumentRegister, run: Period): DocumentRegister =>
  registerWithout(register, (invoice) => isOfRun(invoice, run) && invoice.corrects === undefined);

/** The documents that end by a day. */
export function registerUntil(register: DocumentRegister, day: Day): DocumentRegister {
  const isUntil = ({ periodEnd, invoiceDate }: RegisteredInvoice) => (periodEnd ?? invoiceDate ?? day) <= day;
  const invoices = register.invoices.filter(isUntil);
  const numbers = new Set(invoices.map(({ invoiceNumber }) => invoiceNumber));
  const lines = register.lines.filter(({ invoiceNumber }) => numbers.has(invoiceNumber));
  return { ...register, ...registerContents(invoices, lines) };
}

/** Drafts of the run's own days: a new run replaces them. */
export function isReplaced(invoice: RegisteredInvoice, run: Period): boolean {
  return !invoice.isFinal && isOfRun(invoice, run);
}

/** The row of Invoices of a new document; review marks and the run are filled in when it is written. */
export function invoiceRecord(invoice: Invoice): Omit<InvoiceRecord, "row"> {
  const { number, customer, contractId, period, corrects, reasonCode, poNumber } = invoice;
  const { status, type, invoiceDate, dueDate, currency, subtotal, tax, total } = invoice;
  return {
    invoiceNumber: number,
    status,
    type,
    customerId: customer.customerId,
    customerName: customer.customerName,
    contractId: contractId || undefined,
    periodStart: period.from,
    periodEnd: period.to,
    invoiceDate,
    dueDate,
    currency,
    subtotal,
    tax,
    total,
    paid: zero,
    balance: total,
    corrects: corrects || undefined,
    reasonCode: reasonCode || undefined,
    poNumber: poNumber || undefined,
    preparedBy: undefined,
    approvedBy: undefined,
    approvedAt: undefined,
    runId: undefined,
    seal: undefined,
  };
}

/** The row of Invoice lines of a new document's line; `index` counts from 0. */
export function lineRecord(
  { period, item: _item, ...fields }: InvoiceLine,
  invoiceNumber: string,
  index: number,
): Omit<InvoiceLineRecord, "row"> {
  return { invoiceNumber, line: index + 1, periodStart: period.from, periodEnd: period.to, ...fields };
}

/** A line of a document as the register will have it. */
function registeredLine(
  line: InvoiceLine,
  index: number,
  invoice: InvoiceRecord & { readonly at: CellRef },
): RegisteredLine {
  const { at, row, invoiceNumber } = invoice;
  const record = { row, ...lineRecord(line, invoiceNumber, index) };
  const { contractId, period } = line;
  return { record, at, period, isFinal: true, invoice, ...record, contractId };
}

/** A new document as the register will have it. */
export function registered(invoice: Invoice, at: CellRef): RegisteredInvoice {
  const { row } = at;
  const record = { row, at, ...invoiceRecord(invoice) };
  const lines = invoice.lines.map((line, index) => registeredLine(line, index, record));
  return { isFinal: isFinalStatus(invoice.status), isVoid: false, lines, ...record };
}

/** Documents with other lines than they have, and others without any. */
export function withOtherLines(
  register: DocumentRegister,
  linesOf: ReadonlyMap<RegisteredInvoice, readonly InvoiceLine[]>,
  emptied: ReadonlySet<RegisteredInvoice>,
): DocumentRegister {
  const changed = new Set([...linesOf.keys(), ...emptied].map(({ invoiceNumber }) => invoiceNumber));
  const written: RegisteredLine[] = [];
  const invoices = register.invoices.map((invoice) => {
    const own = linesOf.get(invoice);
    if (!own) return emptied.has(invoice) ? { ...invoice, lines: [] } : invoice;
    const lines = own.map((line, index) => registeredLine(line, index, invoice));
    addAll(written, lines);
    return { ...invoice, lines };
  });
  const kept = register.lines.filter(({ invoiceNumber }) => !changed.has(invoiceNumber));
  return { ...register, ...registerContents(invoices, [...kept, ...written]) };
}

/** The documents that a run keeps, with some of its own, which count as final. */
export function registerWith(
  register: DocumentRegister,
  invoices: readonly Invoice[],
  run: Period,
  at: CellRef,
): DocumentRegister {
  const replaced = new Set(
    register.invoices.filter((invoice) => isReplaced(invoice, run)).map(({ invoiceNumber }) => invoiceNumber),
  );
  const isKept = ({ invoiceNumber }: { readonly invoiceNumber: string }) => !replaced.has(invoiceNumber);
  const added = invoices.map((invoice) => ({ ...registered(invoice, at), isFinal: true }));
  const lines = added.flatMap((invoice) => invoice.lines);
  return {
    ...register,
    ...registerContents(
      [...register.invoices.filter(isKept), ...added],
      [...register.lines.filter(isKept), ...lines],
    ),
  };
}

/** What the workbook will hold once the run is written: the documents that are kept and the new ones. */
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
    .flatMap((invoice) => invoice.lines.map((line) => ({ ...line, isFinal: !isWaitingCredit(invoice) })));
  return { ...register, ...registerContents(all, lines) };
}
