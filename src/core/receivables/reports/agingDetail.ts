import { compareText } from "../../base/name";
import { groupBy } from "../../base/groupBy";
import type { Day } from "../../calendar/day";
import { Decimal, sum, zero } from "../../money/decimal";
import { agingBands, agingBucket, type AgingBands } from "../../payments/aging";
import type { OpenDocument } from "../book";
import type { Ledger } from "../ledger";
import type { DisputeRecord } from "../tables/disputes.table";

export const detailTypes = { invoice: "Invoice", credit: "Credit note", payment: "Payment" } as const;
export type DetailType = keyof typeof detailTypes;

/** Something open at a day: what is owed is positive, credits and money not applied are negative. */
export interface OpenItemRow {
  readonly customerId: string;
  readonly customerName: string;
  readonly currency: string;
  readonly document: string;
  readonly type: DetailType;
  readonly date: Day;
  /** Undefined but for invoices, as are days and band. */
  readonly dueDate: Day | undefined;
  readonly days: number | undefined;
  readonly band: string | undefined;
  readonly amount: Decimal;
  readonly open: Decimal;
  readonly disputed: Decimal;
}

export type AgingBasis = "due" | "invoice";

/** What of an invoice is in dispute at a day: as much as the log says, at most what is open. */
export function disputedOf(open: Decimal, disputes: readonly DisputeRecord[] = [], asOf: Day): Decimal {
  const running = disputes.filter(({ opened, closed = Infinity }) => opened <= asOf && asOf < closed);
  return running.reduce((total, { amount }) => Decimal.min(open, total.plus(amount ?? open)), zero);
}

/** Disputes by the number of the document they are about. */
export function disputesByNumber({
  disputes,
  numbers,
}: Ledger["book"]): ReadonlyMap<string, readonly DisputeRecord[]> {
  return groupBy(disputes, ({ invoiceNumber }) => numbers.find(invoiceNumber) ?? invoiceNumber);
}

export function bandsOf({ settings }: Ledger["book"]): AgingBands {
  return agingBands(settings.agingLimits);
}

function documentRow(
  document: OpenDocument,
  ledger: Ledger,
  disputes: readonly DisputeRecord[] | undefined,
  basis: AgingBasis,
  bands: AgingBands,
): OpenItemRow {
  const { number, isCredit, date, due, total, customerId, customerName, currency } = document;
  const open = ledger.openOf(document);
  const shared = { customerId, customerName, currency, document: number, date, amount: total, open };
  if (isCredit)
    return {
      ...shared,
      type: "credit",
      dueDate: undefined,
      days: undefined,
      band: undefined,
      disputed: zero,
    };
  const days = ledger.asOf - (basis === "due" ? due : date);
  return {
    ...shared,
    type: "invoice",
    dueDate: due,
    days,
    band: agingBucket(days, bands),
    disputed: disputedOf(open, disputes, ledger.asOf),
  };
}

/** Everything that is open, by currency, customer, date and number. */
export function agingDetail(ledger: Ledger, basis: AgingBasis): OpenItemRow[] {
  const bands = bandsOf(ledger.book);
  const disputes = disputesByNumber(ledger.book);
  const documents = ledger.documents
    .filter((document) => !ledger.openOf(document).isZero())
    .map((document) => documentRow(document, ledger, disputes.get(document.number), basis, bands));
  const payments = ledger.payments.flatMap(
    ({ receipt, customerId, customerName, currency }): OpenItemRow[] => {
      const left = ledger.leftOf(receipt);
      if (left.isZero()) return [];
      return [
        {
          customerId,
          customerName,
          currency,
          document: receipt.paymentId,
          type: "payment",
          date: receipt.date,
          dueDate: undefined,
          days: undefined,
          band: undefined,
          amount: receipt.amount.negated(),
          open: left.negated(),
          disputed: zero,
        },
      ];
    },
  );
  return [...documents, ...payments].sort(
    (a, b) =>
      compareText(a.currency, b.currency) ||
      compareText(a.customerId, b.customerId) ||
      a.date - b.date ||
      compareText(a.document, b.document),
  );
}

/** What the rows of a type come to. */
export function openOfType(rows: readonly OpenItemRow[], type: DetailType): Decimal {
  return sum(rows.filter((row) => row.type === type).map(({ open }) => open));
}
