import type { Day } from "../../calendar/day";
import type { Decimal } from "../../money/decimal";
import type { Ledger } from "../ledger";

/** What moves a balance: each raises or lowers what is owed. */
export type FlowType = "invoice" | "credit" | "payment" | "refund" | "discount" | "write_off";

/** Something that changed what a customer owes, on its day, applied or not. */
export interface Flow {
  readonly day: Day;
  readonly type: FlowType;
  readonly customerId: string;
  readonly customerName: string;
  readonly currency: string;
  readonly document: string;
  readonly reference: string;
  /** Above 0 where more is owed by it. */
  readonly change: Decimal;
}

/** Everything that changed what is owed up to the day of a ledger, in the order of days. */
export function flowsOf({ documents, payments, movements }: Ledger): Flow[] {
  const ofDocuments = documents.map(
    ({ date: day, isCredit, customerId, customerName, currency, number, corrects, total, record }): Flow => ({
      day,
      type: isCredit ? "credit" : "invoice",
      customerId,
      customerName,
      currency,
      document: number,
      reference: corrects ?? record.poNumber ?? "",
      change: total,
    }),
  );
  const ofPayments = payments.map(({ receipt, customerId, customerName, currency }): Flow => ({
    day: receipt.date,
    type: receipt.amount.isNegative() ? "refund" : "payment",
    customerId,
    customerName,
    currency,
    document: receipt.paymentId,
    reference: receipt.reference === "" ? receipt.invoiceNumbers.join("; ") : receipt.reference,
    change: receipt.amount.negated(),
  }));
  const letOff = movements.flatMap(({ kind, day, document, amount }): Flow[] => {
    if (kind !== "discount" && kind !== "write_off") return [];
    const { customerId, customerName, currency, number } = document;
    return [
      {
        day,
        type: kind,
        customerId,
        customerName,
        currency,
        document: number,
        reference: "",
        change: amount.negated(),
      },
    ];
  });
  const rank: Readonly<Record<FlowType, number>> = {
    invoice: 0,
    credit: 1,
    payment: 2,
    refund: 3,
    discount: 4,
    write_off: 5,
  };
  return [...ofDocuments, ...ofPayments, ...letOff].sort(
    (a, b) => a.day - b.day || rank[a.type] - rank[b.type],
  );
}
