import { formatDay } from "../../calendar/day";
import { monthOf } from "../../calendar/period";
import { formatMoney } from "../../money/format";
import { zero } from "../../money/decimal";
import type { Payment } from "../../receivables/book";
import type { Ledger } from "../../receivables/ledger";
import type { Check } from "../check";
import { daysOfDocument } from "../checkedPeriods";
import { finding, type Finding } from "../finding";

/** Invoices of which only a part was paid. */
function shortPayments({ documents, openOf }: Ledger): Finding[] {
  return documents.flatMap((document): Finding[] => {
    const open = openOf(document);
    const paid = document.total.minus(open);
    if (document.isCredit || !open.greaterThan(0) || !paid.greaterThan(0)) return [];
    const { customerId, currency, number, total, record, date } = document;
    const money = (amount: typeof total) => `${currency} ${formatMoney(amount, currency)}`;
    return [
      finding({
        code: "SHORT_PAYMENT",
        customerId,
        contractId: record.contractId ?? "",
        invoiceNumber: number,
        period: daysOfDocument(record) ?? monthOf(date),
        expected: total,
        found: paid,
        currency,
        cause: `${money(paid)} of ${money(total)} was paid; ${money(open)} is open`,
        source: document.at,
      }),
    ];
  });
}

/** What makes two payments one paid twice: customer, amount, currency and the document named. */
function likeness({ numbers }: Ledger["book"], { receipt, customerId, currency }: Payment): string {
  const named =
    receipt.invoiceNumbers.length > 0
      ? receipt.invoiceNumbers.map((number) => numbers.find(number) ?? number)
      : numbers.namedIn(receipt.reference);
  return [customerId, currency, receipt.amount.toFixed(), ...[...named].sort()].join("|");
}

/** Money that went against nothing, told apart from what was paid twice. */
function unappliedPayments(ledger: Ledger): Finding[] {
  const { book, payments, leftOf } = ledger;
  const applied = new Map<string, Payment>();
  for (const payment of payments) {
    const isApplied = !leftOf(payment.receipt).equals(payment.receipt.amount);
    if (isApplied) applied.set(likeness(book, payment), payment);
  }
  return payments.flatMap((payment): Finding[] => {
    const { receipt, customerId, currency } = payment;
    const left = leftOf(receipt);
    if (!left.greaterThan(0)) return [];
    const twin =
      left.equals(receipt.amount) && customerId !== "" ? applied.get(likeness(book, payment)) : undefined;
    const money = `${currency} ${formatMoney(left, currency)}`;
    const cause = twin
      ? `payment ${receipt.paymentId} of ${money} on ${formatDay(receipt.date)} equals ${twin.receipt.paymentId}, which is applied`
      : `${money} of payment ${receipt.paymentId} of ${formatDay(receipt.date)} is not applied`;
    return [
      finding({
        code: twin ? "DUPLICATE_PAYMENT" : "UNAPPLIED_CASH",
        customerId,
        // The payment is what tells two findings of a customer apart.
        invoiceNumber: receipt.paymentId,
        period: monthOf(receipt.date),
        expected: zero,
        found: left,
        currency,
        cause,
        source: receipt.at,
      }),
    ];
  });
}

/** Invoice to cash: paid short, not applied, paid twice. */
export const cash: Check = ({ ledger }) =>
  ledger ? [...shortPayments(ledger), ...unappliedPayments(ledger)] : [];
