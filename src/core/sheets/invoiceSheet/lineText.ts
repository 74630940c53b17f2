import type { Period } from "../../calendar/period";
import type { InvoiceLine } from "../../invoicing/invoice";
import { lineReason } from "./lineReason";
import { proratedItem } from "./proration";
import { tierName } from "./tierName";
import type { DocumentWords } from "../../words/documentWords";

/** What is sold, and which tier or step of its price. */
export function lineTitle(line: InvoiceLine, { kinds, ...words }: DocumentWords): string {
  const { description, product, kind, item } = line;
  // The name of what is agreed beside a price says what it is: “Seats: discount 10 %”.
  const isNamed = item?.term !== undefined && description !== item.price?.description;
  const step = tierName(line, { kinds, ...words }) || (isNamed ? "" : (kinds[kind] ?? ""));
  const name = description === "" ? product : description;
  return step === "" ? name : `${name}, ${step}`;
}

/** Days that the document's service period does not say, and those that a price was cut to. */
function daysOfLine(line: InvoiceLine, service: Period | undefined, words: DocumentWords): string {
  if (line.item?.late) return "";
  const { period } = line;
  const isSame = service !== undefined && period.from === service.from && period.to === service.to;
  return isSame && !proratedItem(line) ? "" : words.notation.span(period);
}

/**
 * What is below a line: when it was served, where that is not the document's service period, and how its amount
 * comes about, where its figures do not tell. "18 to 31 Oct 2026: 22.13 = 14/31 of 49.00"; often nothing.
 */
export function lineDetail(
  line: InvoiceLine,
  service: Period | undefined,
  currency: string,
  words: DocumentWords,
): string {
  const days = daysOfLine(line, service, words);
  const reason = lineReason(line, currency, words);
  const text = days !== "" && reason !== "" ? `${days}: ${reason}` : days + reason;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
