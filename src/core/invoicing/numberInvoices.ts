import type { Settings } from "../settings/settings";
import type { DocumentRegister } from "../documents/register";
import type { Invoice } from "./invoice";
import { DocumentNumbers, numberOrder } from "./numbering";

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
  const numbers = new DocumentNumbers(settings, used);
  const numberOf = new Map(
    drafts
      .filter(isDue)
      .sort(numberOrder)
      .map((draft) => [draft, numbers.take(draft.type, draft.invoiceDate)]),
  );
  return drafts.map((draft) => {
    const number = numberOf.get(draft);
    return number === undefined ? draft : { ...draft, number, status: "issued" };
  });
}
