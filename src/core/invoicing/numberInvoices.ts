import { compareText } from "../base/name";
import type { Settings } from "../settings/settings";
import type { DocumentRegister } from "../documents/register";
import type { Invoice } from "./invoice";
import { NumberSequence } from "./numbering";

/** The order in which documents get their numbers: by date, contract and currency. */
const byDate = (a: Invoice, b: Invoice) =>
  a.invoiceDate - b.invoiceDate ||
  compareText(a.contractId, b.contractId) ||
  compareText(a.currency, b.currency);

/** Gives drafts their final numbers and the status Issued; they stay in the order in which they come. */
export function numberInvoices(
  drafts: readonly Invoice[],
  register: DocumentRegister,
  settings: Settings,
): Invoice[] {
  const used = register.invoices.filter(({ isFinal }) => isFinal).map(({ invoiceNumber }) => invoiceNumber);
  const sequences = {
    invoice: new NumberSequence(settings.invoiceNumberPattern, settings.nextNumber, used),
    credit_note: new NumberSequence(settings.creditNoteNumberPattern, 1, used),
  };
  const numberOf = new Map(
    [...drafts].sort(byDate).map((draft) => [draft, sequences[draft.type].take(draft.invoiceDate)]),
  );
  return drafts.map((draft) => ({ ...draft, number: numberOf.get(draft) ?? draft.number, status: "issued" }));
}
