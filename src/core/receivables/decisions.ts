import type { Day } from "../calendar/day";
import { Decimal, zero } from "../money/decimal";
import { canPay, type OpenDocument, type ReceivablesBook, type Source } from "./book";
import type { Payment } from "./book";
import type { Balances } from "./balances";

/** A payment that names its invoice, or a credit note that names what it corrects: decided without a row. */
export interface Decision {
  readonly day: Day;
  readonly kind: "cash" | "credit";
  readonly source: Source;
  readonly document: OpenDocument;
}

/** Decisions up to a day by date, credit notes before payments; credit notes never across customers or currencies. */
export function decisionsOf(
  { numbers }: Pick<ReceivablesBook, "numbers">,
  documents: readonly OpenDocument[],
  payments: readonly Payment[],
  asOf: Day,
): Decision[] {
  const byNumber = new Map(documents.map((document) => [document.number, document]));
  const named = (number: string): OpenDocument | undefined => byNumber.get(numbers.find(number) ?? "");
  const credits = documents.flatMap((credit): Decision[] => {
    const document = credit.corrects === undefined ? undefined : named(credit.corrects);
    if (!credit.isCredit || !document || document.isCredit) return [];
    if (!canPay({ ...credit, isShared: false }, document)) return [];
    const source: Source = { type: "credit", document: credit };
    return [{ day: Math.max(credit.date, document.date), kind: "credit", source, document }];
  });
  const cash = payments.flatMap((payment) => {
    const { receipt } = payment;
    return receipt.invoiceNumbers.flatMap((number): Decision[] => {
      const document = named(number);
      // Money in goes against invoices, money out against what was paid of them or against a credit note.
      if (!document || !canPay(payment, document) || (document.isCredit && !receipt.amount.isNegative()))
        return [];
      const source: Source = { type: "payment", receipt };
      return [{ day: Math.max(receipt.date, document.date), kind: "cash", source, document }];
    });
  });
  const sourceDay = ({ source }: Decision) =>
    source.type === "credit" ? source.document.date : source.receipt.date;
  return [...credits, ...cash]
    .filter(({ day }) => day <= asOf)
    .sort(
      (a, b) =>
        a.day - b.day || Number(a.kind === "cash") - Number(b.kind === "cash") || sourceDay(a) - sourceDay(b),
    );
}

/** What a decision moves on its day: as much as is left of it and open then; a refund reopens what was paid. */
export function decidedOn({ source, document }: Decision, balances: Balances): Decimal {
  const open = balances.openOf(document);
  if (source.type === "credit")
    return Decimal.max(zero, Decimal.min(balances.openOf(source.document).negated(), open));
  const left = balances.leftOf(source.receipt);
  if (!left.isNegative()) return Decimal.max(zero, Decimal.min(left, open));
  const most = document.isCredit ? open.negated() : document.total.minus(open);
  return Decimal.max(zero, Decimal.min(left.negated(), most)).negated();
}
