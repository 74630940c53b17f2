import {
  applicationsTable,
  cashTotals,
  formatDay,
  type ApplicationRow,
  type Decimal,
  type PaymentsRun,
} from "../../core/api";
import { numberJson } from "./numberJson";

const amountJson = (value: Decimal | undefined) => (value === undefined ? null : numberJson(value));

const label = (field: "status" | "kind" | "confidence" | "treatment", id: string | undefined): string =>
  id === undefined ? "" : (applicationsTable.columns[field].labels?.get(id) ?? id);

/** A row of Applications with its columns in camelCase. */
function applicationJson(row: ApplicationRow) {
  return {
    applicationId: row.applicationId ?? "",
    status: label("status", row.status),
    paymentId: row.paymentId,
    customerId: row.customerId ?? "",
    invoiceNumber: row.invoiceNumber,
    date: formatDay(row.date),
    kind: label("kind", row.kind),
    amount: numberJson(row.amount),
    currency: row.currency ?? "",
    rule: row.rule ?? "",
    confidence: label("confidence", row.confidence),
    difference: amountJson(row.difference),
    treatment: label("treatment", row.treatment),
    candidates: row.candidates ?? "",
    reasonCode: row.reasonCode ?? "",
    reverses: row.reverses ?? "",
    postedBy: row.postedBy ?? "",
    runId: row.runId ?? "",
  };
}

/** What payments came to: each with what of it is applied, what is proposed, what was posted now. */
export function paymentsJson({ ledger, proposals, applications }: PaymentsRun) {
  return {
    payments: ledger.payments.map(({ receipt, customerId, currency }) => {
      const left = ledger.leftOf(receipt);
      return {
        paymentId: receipt.paymentId,
        customerId,
        date: formatDay(receipt.date),
        currency,
        received: numberJson(receipt.amount),
        applied: numberJson(receipt.amount.minus(left)),
        unapplied: numberJson(left),
      };
    }),
    proposals: proposals.map(applicationJson),
    applications: applications.map(applicationJson),
    totals: cashTotals(ledger).map(({ currency, received, applied, unapplied, discount, writtenOff }) => ({
      currency,
      received: numberJson(received),
      applied: numberJson(applied),
      unapplied: numberJson(unapplied),
      discount: numberJson(discount),
      writtenOff: numberJson(writtenOff),
    })),
  };
}
