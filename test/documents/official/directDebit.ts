import type { Group } from "../../../src/core/eInvoice/semantic";

/**
 * CII says the mandate and the creditor of a direct debit in other elements than its account; as terms they are together.
 * Where any of the three is there, every payment has the group.
 */
export function withDirectDebit(invoice: Group): Group {
  const parts = (["BT-89", "BT-90"] as const).flatMap((id) => {
    const terms = invoice.terms.get(id);
    return terms ? [[id, terms] as const] : [];
  });
  const payments = invoice.groups.get("BG-16");
  if (!payments) return invoice;
  const withParts = (payment: Group): Group => {
    const known = payment.groups.get("BG-19")?.[0];
    const debit: Group = {
      terms: new Map([...(known?.terms ?? []), ...parts]),
      groups: known?.groups ?? new Map(),
    };
    const debits = debit.terms.size > 0 ? [debit] : [];
    return { ...payment, groups: new Map([...payment.groups, ["BG-19", debits]]) };
  };
  return { ...invoice, groups: new Map([...invoice.groups, ["BG-16", payments.map(withParts)]]) };
}
