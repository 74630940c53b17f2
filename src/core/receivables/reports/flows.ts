import type { Day } from "../../calendar/day";
import { groupBy } from "../../base/groupBy";
import { sum, type Decimal } from "../../money/decimal";
import type { Payment, Receipt } from "../book";
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

/** What of a payment is one customer's. */
interface Part {
  readonly customerId: string;
  readonly customerName: string;
  readonly amount: Decimal;
}

/** What of payments went against documents of other customers than theirs, by payment and customer. */
function paidForOthers({ payments, movements }: Ledger): ReadonlyMap<Receipt, readonly Part[]> {
  const ownerOf = new Map(payments.map(({ receipt, customerId }) => [receipt, customerId]));
  const others = movements.flatMap(({ source, kind, document, amount }) =>
    source.type === "payment" && kind === "cash" && ownerOf.get(source.receipt) !== document.customerId
      ? [{ receipt: source.receipt, document, amount }]
      : [],
  );
  return new Map(
    [...groupBy(others, ({ receipt }) => receipt)].map(([receipt, group]) => [
      receipt,
      [...groupBy(group, ({ document }) => document.customerId).values()].map((own): Part => ({
        customerId: own[0].document.customerId,
        customerName: own[0].document.customerName,
        amount: sum(own.map(({ amount }) => amount)),
      })),
    ]),
  );
}

/** Payments by whose they are: one over several customers has a part for each, and its rest for its payer. */
function partsOf(payment: Payment, others: readonly Part[]): readonly Part[] {
  const { receipt, customerId, customerName } = payment;
  const parts = others.filter(({ amount }) => !amount.isZero());
  const rest = receipt.amount.minus(sum(parts.map(({ amount }) => amount)));
  return rest.isZero() && parts.length > 0 ? parts : [...parts, { customerId, customerName, amount: rest }];
}

/** Everything that changed what is owed up to the day of a ledger, in the order of days. */
export function flowsOf(ledger: Ledger): Flow[] {
  const { documents, payments, movements } = ledger;
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
  const paid = paidForOthers(ledger);
  const ofPayments = payments.flatMap((payment) => {
    const { receipt, currency } = payment;
    return partsOf(payment, paid.get(receipt) ?? []).map(({ customerId, customerName, amount }): Flow => ({
      day: receipt.date,
      type: receipt.amount.isNegative() ? "refund" : "payment",
      customerId,
      customerName,
      currency,
      document: receipt.paymentId,
      reference: receipt.reference === "" ? receipt.invoiceNumbers.join("; ") : receipt.reference,
      change: amount.negated(),
    }));
  });
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
