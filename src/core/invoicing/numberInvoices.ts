import type { Settings } from "../settings/settings";
import type { DocumentRegister } from "../documents/register";
import type { Invoice } from "./invoice";
import { NumberSequence } from "./numbering";

/** Gives drafts their final numbers, in the order they come, and the status Issued. */
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
  return drafts.map((draft) => ({
    ...draft,
    number: sequences[draft.type].take(draft.invoiceDate),
    status: "issued",
  }));
}
