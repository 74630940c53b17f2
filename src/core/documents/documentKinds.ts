import { sum, zero, type Decimal } from "../money/decimal";
import type { Settings } from "../settings/settings";
import type { RegisteredInvoice } from "./register";

/** What a document bills before tax: its lines, else its subtotal, else its total less tax. */
export function netOf(document: RegisteredInvoice): Decimal {
  if (document.lines.length > 0) return sum(document.lines.map(({ amount }) => amount));
  return document.subtotal ?? document.total?.minus(document.tax ?? zero) ?? zero;
}

/** What a document without lines bills as prices have it: with its tax where they include that. */
export function wholeAsPriced(
  document: RegisteredInvoice,
  { pricesIncludeTax }: Pick<Settings, "pricesIncludeTax">,
): Decimal {
  const net = netOf(document);
  return pricesIncludeTax === "yes" ? (document.total ?? net.plus(document.tax ?? zero)) : net;
}

export const isNotVoid = ({ isVoid }: RegisteredInvoice) => !isVoid;

export const isInvoice = (document: RegisteredInvoice) =>
  isNotVoid(document) && document.type !== "credit_note";

export const isCreditNote = (document: RegisteredInvoice) =>
  isNotVoid(document) && document.type === "credit_note";

/** Sent to the customer: issued, in part or wholly paid, or of another system that names no status. */
export const isIssued = ({ status }: RegisteredInvoice) =>
  status === undefined || status === "issued" || status === "part_paid" || status === "paid";

/** A credit note that waits for an approval: made by hand, so of no run's days. It takes nothing back before it is issued. */
export const isWaitingCredit = (document: RegisteredInvoice) =>
  isCreditNote(document) &&
  document.status === "in_review" &&
  document.corrects !== undefined &&
  document.periodStart === undefined;
