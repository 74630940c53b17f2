import type { Period } from "../../calendar/period";
import { formatLongDay, formatLongPeriod } from "../../calendar/longDate";
import type { InvoiceLine } from "../../invoicing/invoice";
import type { LineKind } from "../../documents/invoiceLines.table";

/** What a line adds to the description that all lines of its price share. */
const kindWords: Readonly<Partial<Record<LineKind, string>>> = {
  included: "included",
  minimum: "minimum",
  maximum: "maximum",
  discount: "discount",
};

/** A period, or its only day. */
export function spanText(period: Period): string {
  return period.from === period.to ? formatLongDay(period.from) : formatLongPeriod(period);
}

/** What is sold, and which tier or step of its price. */
export function lineTitle({ description, product, tier, kind }: InvoiceLine): string {
  const step = tier === "" ? kindWords[kind] : `tier ${tier}`;
  const name = description === "" ? product : description;
  return step === undefined ? name : `${name}, ${step}`;
}

/** When it was served and how its amount comes about; nothing that the title or the explanation says already. */
export function lineDetail({ period, explanation, tier }: InvoiceLine): string {
  const span = spanText(period);
  const text = tier === "" ? explanation : explanation.replace(`tier ${tier}: `, "");
  if (text === "") return span;
  return text.includes(span) ? text.charAt(0).toUpperCase() + text.slice(1) : `${span}: ${text}`;
}
