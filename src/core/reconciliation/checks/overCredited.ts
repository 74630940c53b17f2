import { groupBy } from "../../base/groupBy";
import { sum } from "../../money/decimal";
import { formatMoney } from "../../money/format";
import { isCreditNote, netOf } from "../../documents/documentKinds";
import { documentFields } from "../billedDocuments";
import { differ } from "../comparedSum";
import type { Check } from "../check";
import { finding, type Finding } from "../finding";

/** Credits beyond what the invoice was for. */
export const overCredited: Check = (context) => {
  const { invoices } = context.register;
  const invoicesOf = groupBy(invoices, ({ invoiceNumber }) => invoiceNumber);
  const notes = invoices.filter((invoice) => isCreditNote(invoice) && invoice.corrects !== undefined);
  return [...groupBy(notes, ({ corrects }) => corrects ?? "")].flatMap(([number, group]): Finding[] => {
    const original = invoicesOf.get(number)?.[0];
    // Another system may write the amounts of a credit note without their sign.
    const credited = sum(group.map((note) => netOf(note).abs()));
    if (!original || credited.lessThanOrEqualTo(netOf(original))) return [];
    const fields = documentFields(original, context);
    if (!differ(credited, netOf(original), fields, context)) return [];
    const cause = `${formatMoney(credited, fields.currency)} was credited of ${formatMoney(netOf(original), fields.currency)}`;
    return [finding({ ...fields, code: "OVER_CREDITED", expected: credited, found: netOf(original), cause })];
  });
};
