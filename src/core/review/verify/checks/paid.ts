import { invoicesTable } from "../../../documents/invoices.table";
import { isIssued } from "../../../documents/documentKinds";
import { zero } from "../../../money/decimal";
import { cellOf } from "../../../schema/readRecords";
import { reviewFinding } from "../../finding";
import type { DocumentCheck } from "../check";

/** Paid beside what payments explain; in a workbook that keeps none it is worth knowing and no more. */
export const paid: DocumentCheck = (document, context) => {
  const { invoiceNumber: invoice, paid: stored = zero } = document;
  if (document.isVoid || !isIssued(document)) return [];
  const ledger = context.ledger();
  const owed = ledger?.documents.find(({ record }) => record.row === document.row);
  const posted = (owed && context.posted().get(owed)) ?? zero;
  const applied = owed && ledger ? owed.total.minus(ledger.openOf(owed)) : zero;
  // What names its invoice counts as applied before anybody posts it; Paid shows it once it is posted.
  if (stored.equals(posted) || stored.equals(applied)) return [];
  const bound = context.register.invoicesBound;
  const finding = reviewFinding("PAID_DIFFERS", {
    invoice,
    table: invoicesTable.title,
    key: invoice,
    column: invoicesTable.columns.paid.title,
    expected: posted.toFixed(),
    found: stored.toFixed(),
    at: bound ? cellOf(bound, document.row, "paid") : document.at,
  });
  return [ledger ? finding : { ...finding, isNote: true }];
};
