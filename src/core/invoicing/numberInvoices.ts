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

/** Which drafts get a number, and which numbers were given before although no document bears them any more. */
export interface Numbering {
  readonly isDue: (draft: Invoice) => boolean;
  readonly given: readonly string[];
}

/** Gives drafts their final numbers and the status Issued; all stay in the order in which they come. */
export function numberInvoices(
  drafts: readonly Invoice[],
  register: DocumentRegister,
  settings: Settings,
  { isDue, given }: Numbering,
): Invoice[] {
  const finals = register.invoices.filter(({ isFinal }) => isFinal);
  const used = [...finals.map(({ invoiceNumber }) => invoiceNumber), ...given];
  const sequences = {
    invoice: new NumberSequence(settings.invoiceNumberPattern, settings.nextNumber, used),
    credit_note: new NumberSequence(settings.creditNoteNumberPattern, 1, used),
  };
  const numberOf = new Map(
    drafts
      .filter(isDue)
      .sort(byDate)
      .map((draft) => [draft, sequences[draft.type].take(draft.invoiceDate)]),
  );
  return drafts.map((draft) => {
    const number = numberOf.get(draft);
    return number === undefined ? draft : { ...draft, number, status: "issued" };
  });
}
