import { hasDraftKey } from "../../documents/draftKey";
import type { RegisteredInvoice } from "../../documents/register";
import { DocumentNumbers, numberOrder } from "../../invoicing/numbering";
import type { Settings } from "../../settings/settings";

type Numbered = Pick<RegisteredInvoice, "invoiceDate" | "contractId" | "currency" | "type">;

const isCredit = ({ type }: Numbered): number => (type === "credit_note" ? 1 : 0);

/** The order in which a log lists them: invoices and credit notes have patterns of their own. */
export const inNumberOrder = (a: Numbered, b: Numbered): number =>
  isCredit(a) - isCredit(b) || numberOrder(a, b);

/** Final numbers for drafts, by document; `used` are all that were ever given. */
export function finalNumbers(
  documents: readonly RegisteredInvoice[],
  used: readonly string[],
  settings: Settings,
): ReadonlyMap<RegisteredInvoice, string> {
  const numbers = new DocumentNumbers(settings, used);
  const drafts = documents.filter(hasDraftKey).sort(numberOrder);
  return new Map(
    drafts.map((draft) => [draft, numbers.take(draft.type ?? "invoice", draft.invoiceDate ?? 0)]),
  );
}

/** The number of a void draft, so that its key is free for the next one: "…-VOID", "…-VOID-2". */
export function freedKey({ invoiceNumber }: RegisteredInvoice, used: readonly string[]): string {
  const taken = new Set(used);
  const first = `${invoiceNumber}-VOID`;
  let free = first;
  for (let count = 2; taken.has(free); count++) free = `${first}-${String(count)}`;
  return free;
}

/** A document under another number, in its row and on all its lines. */
export function renamed(document: RegisteredInvoice, invoiceNumber: string): RegisteredInvoice {
  if (document.invoiceNumber === invoiceNumber) return document;
  return {
    ...document,
    invoiceNumber,
    lines: document.lines.map((line) => ({
      ...line,
      invoiceNumber,
      record: { ...line.record, invoiceNumber },
    })),
  };
}
