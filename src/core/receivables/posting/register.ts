import { zero, type Decimal } from "../../money/decimal";
import type { RegisteredInvoice } from "../../documents/register";
import type { OpenDocument } from "../book";
import type { Ledger } from "../ledger";

/** What of every document was put against it by posted rows, reversals included; nothing for one without any. */
export function postedOn({ movements }: Ledger): ReadonlyMap<OpenDocument, Decimal> {
  const posted = new Map<OpenDocument, Decimal>();
  const add = (document: OpenDocument, amount: Decimal) =>
    posted.set(document, (posted.get(document) ?? zero).plus(amount));
  for (const { row, document, source, amount } of movements) {
    if (!row) continue;
    add(document, amount);
    if (source.type === "credit") add(source.document, amount.negated());
  }
  return posted;
}

/**
 * Documents whose Paid, Balance or Status differ from what posted rows say, as they should be: Paid is the sum of the
 * rows of every kind, Balance the total less it. A document without any row stays as another system left it.
 */
export function changedDocuments(ledger: Ledger): ReadonlyMap<RegisteredInvoice, RegisteredInvoice> {
  const changed = new Map<RegisteredInvoice, RegisteredInvoice>();
  for (const [{ record, total }, paid] of postedOn(ledger)) {
    const balance = total.minus(paid);
    const status = paid.isZero() ? "issued" : balance.isZero() ? "paid" : "part_paid";
    const isSame =
      record.paid?.equals(paid) === true &&
      record.balance?.equals(balance) === true &&
      (record.status ?? "issued") === status;
    if (!isSame) changed.set(record, { ...record, paid: paid.plus(0), balance: balance.plus(0), status });
  }
  return changed;
}
