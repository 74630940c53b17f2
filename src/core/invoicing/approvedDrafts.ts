import { hasDraftKey } from "../documents/draftKey";
import type { Period } from "../calendar/period";
import { registerContents, type DocumentRegister, type RegisteredInvoice } from "../documents/register";
import type { Invoice } from "./invoice";
import { isOfRun } from "./registerChanges";
import { saysTheSame } from "./sameDocument";

/** Documents of a run that were approved while they were drafts: they have no number yet. */
export function approvedDrafts({ invoices }: DocumentRegister, run: Period): RegisteredInvoice[] {
  return invoices.filter(
    (invoice) => invoice.status === "approved" && hasDraftKey(invoice) && isOfRun(invoice, run),
  );
}

/** The register with some documents open again, as the drafts that they were: a run may write them anew. */
export function reopened(
  register: DocumentRegister,
  documents: readonly RegisteredInvoice[],
): DocumentRegister {
  const open = new Set(documents.map(({ invoiceNumber }) => invoiceNumber));
  const asDraft = <T extends { readonly invoiceNumber: string; readonly isFinal: boolean }>(entry: T): T =>
    open.has(entry.invoiceNumber) ? { ...entry, isFinal: false } : entry;
  const invoices = register.invoices.map((invoice) =>
    open.has(invoice.invoiceNumber)
      ? { ...invoice, isFinal: false, lines: invoice.lines.map(asDraft) }
      : invoice,
  );
  return { ...register, ...registerContents(invoices, register.lines.map(asDraft)) };
}

/** The draft that says what an approved document says, line by line. */
export function draftOf(approved: RegisteredInvoice, drafts: readonly Invoice[]): Invoice | undefined {
  return drafts.find((draft) => draft.key === approved.invoiceNumber && saysTheSame(draft, approved));
}

/** Drafts that were approved keep the dates that they were approved with. */
export function withApprovedDates(
  drafts: readonly Invoice[],
  approved: readonly RegisteredInvoice[],
): Invoice[] {
  const byKey = new Map(approved.map((invoice) => [invoice.invoiceNumber, invoice]));
  return drafts.map((draft) => {
    const { invoiceDate = draft.invoiceDate, dueDate = draft.dueDate } = byKey.get(draft.key) ?? draft;
    return { ...draft, invoiceDate, dueDate };
  });
}
