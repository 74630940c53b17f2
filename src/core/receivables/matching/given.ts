import { Decimal, zero } from "../../money/decimal";
import { canPay, sourceKey, type OpenDocument, type Source } from "../book";
import type { Ledger } from "../ledger";
import type { Payment } from "../book";
import type { Movement } from "../balances";
import { fitOf, type FitSettings, type Item } from "./fit";
import type { OpenBook } from "./openItems";
import type { Match, Share, Verdict } from "./proposal";
import { sharesOf } from "./shares";

/** What payments that name their invoice have moved already, by payment; what was taken back again is gone. */
export function decidedMovements({ movements }: Ledger): ReadonlyMap<string, readonly Movement[]> {
  const found = new Map<string, Movement[]>();
  for (const movement of movements) {
    if (movement.row || movement.kind !== "cash") continue;
    const key = sourceKey(movement.source);
    found.set(key, [...(found.get(key) ?? []), movement]);
  }
  return found;
}

const isOpen = (open: OpenBook, document: OpenDocument, amount: Share["amount"]): boolean =>
  open.of(document).of(document)?.open.greaterThanOrEqualTo(amount) === true;

/**
 * Money that went back against the documents that it names: it reopens what was paid of them until now, whatever day the
 * rows bear that paid them. 100.00 back against an invoice of 80.00 that is paid reopens 80.00.
 */
export function reopening(payment: Payment, documents: readonly OpenDocument[], { openOf }: Ledger): Verdict {
  const { receipt } = payment;
  let left = receipt.amount.negated();
  const shares = documents.flatMap((document): Share[] => {
    const amount = Decimal.min(left, document.total.minus(openOf(document)));
    if (!canPay(payment, document) || document.isCredit || !amount.greaterThan(0)) return [];
    left = left.minus(amount);
    return [{ kind: "cash", sourceId: receipt.paymentId, document, amount: amount.negated() }];
  });
  if (shares.length === 0) return { kind: "review", candidates: receipt.invoiceNumbers };
  const treatment = left.isZero() ? "exact" : "over";
  const difference = left.negated();
  return {
    kind: "match",
    match: { payment, rule: "given", confidence: "high", difference, treatment, shares },
  };
}

/** The row or rows of a payment that names its invoice: the cash as it is decided, and what became of the difference. */
export function given(
  payment: Payment,
  moved: readonly Movement[],
  open: OpenBook,
  settings: FitSettings,
): Verdict {
  const { receipt } = payment;
  if (moved.length === 0) return { kind: "review", candidates: receipt.invoiceNumbers };
  const cash = moved.map(({ document, amount }): Share => ({
    kind: "cash",
    sourceId: receipt.paymentId,
    document,
    amount,
  }));
  const items = moved.map(({ document, before }): Item => ({ document, open: before }));
  const fit = fitOf(items, receipt.amount, receipt.date, settings);
  const base = { payment, rule: "given", confidence: "high", difference: fit.difference } as const;
  const match = (rest: Pick<Match, "treatment" | "shares">): Verdict => ({
    kind: "match",
    match: { ...base, ...rest },
  });
  if (receipt.amount.isNegative()) {
    const difference = receipt.amount.minus(cash.reduce((all, { amount }) => all.plus(amount), zero));
    return {
      kind: "match",
      match: { ...base, difference, treatment: difference.isZero() ? "exact" : "over", shares: cash },
    };
  }
  const extras = sharesOf(payment, receipt.amount, items, fit, settings).filter(
    ({ kind }) => kind !== "cash",
  );
  const written = extras.find(({ amount }) => amount.isNegative());
  if (written) {
    const last = [...cash].reverse().find(({ document }) => document === written.document) ?? cash.at(-1)!;
    const shares = cash.map((share) =>
      share === last ? { ...share, amount: share.amount.minus(written.amount) } : share,
    );
    return match({ treatment: fit.treatment, shares: [...shares, { ...written, document: last.document }] });
  }
  // What others have paid since is not there to be written off.
  const isThere = extras.every(({ document, amount }) => isOpen(open, document, amount));
  if (isThere) return match({ treatment: fit.treatment, shares: [...cash, ...extras] });
  return match({ treatment: "short", shares: cash });
}

/** Whether a payment decides itself: it names invoices, and no row was posted for it. */
export function isDecided({ receipt }: Payment, ledger: Ledger): boolean {
  const source: Source = { type: "payment", receipt };
  return receipt.invoiceNumbers.length > 0 && !ledger.isPosted(source);
}
