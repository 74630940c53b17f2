import { invoicesTable } from "../../../documents/invoices.table";
import { isIssued } from "../../../documents/documentKinds";
import { zero } from "../../../money/decimal";
import { cellOf } from "../../../schema/readRecords";
import { reviewFinding, type ReviewFinding } from "../../finding";
import type { DocumentCheck, VerifyContext } from "../check";

/** Whether payments came in since the last act on payments, so that Paid may not show them yet. */
function lagsBehind({ logs }: VerifyContext, payments: number): boolean {
  const last = logs.runLog.filter(({ texts }) => texts.get("action") === "payments").at(-1);
  return Number(last?.texts.get("rowsIn") ?? "0") < payments;
}

/** A finding that fails nothing. */
function asNote(finding: ReviewFinding): ReviewFinding {
  return { ...finding, isNote: true };
}

/** Paid beside what payments explain; in a workbook that keeps none it is worth knowing and no more. */
export const paid: DocumentCheck = (document, context) => {
  const { invoiceNumber: invoice, paid: stored = zero } = document;
  if (document.isVoid || !isIssued(document)) return [];
  const ledger = context.ledger();
  const owed = ledger?.documents.find(({ record }) => record.row === document.row);
  const applied = owed && ledger ? owed.total.minus(ledger.openOf(owed)) : zero;
  if (stored.equals(applied)) return [];
  const bound = context.register.invoicesBound;
  const finding = reviewFinding("PAID_DIFFERS", {
    invoice,
    table: invoicesTable.title,
    key: invoice,
    column: invoicesTable.columns.paid.title,
    expected: applied.toFixed(),
    found: stored.toFixed(),
    at: bound ? cellOf(bound, document.row, "paid") : document.at,
  });
  const isBehind =
    ledger !== undefined &&
    stored.abs().lessThan(applied.abs()) &&
    lagsBehind(context, ledger.payments.length);
  return [!ledger || isBehind ? asNote(finding) : finding];
};
