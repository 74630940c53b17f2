import { groupBy } from "../../base/groupBy";
import { compareText } from "../../base/name";
import { sum, zero, type Decimal } from "../../money/decimal";
import type { Ledger } from "../../receivables/ledger";
import { agingOf } from "../../receivables/reports/aging";
import { flowsOf } from "../../receivables/reports/flows";
import { cashTotals } from "./applyPayments";

/** What came in of a currency, and what is owed worked out twice: from all that moved it, and from what is open. */
export interface CashProof {
  readonly currency: string;
  readonly received: Decimal;
  readonly applied: Decimal;
  readonly unapplied: Decimal;
  /** Documents − money in + refunds − discounts − write-offs. */
  readonly receivable: Decimal;
  /** Bands − unapplied − credits. */
  readonly agingTotal: Decimal;
  /** Receivable − aging total: 0. */
  readonly gap: Decimal;
}

/** Invoices of 300.00, of which 100.00 is paid: a receivable of 200.00, as Aging has it, and a gap of 0. */
export function cashProofOf(ledger: Ledger): CashProof[] {
  const cash = new Map(cashTotals(ledger).map((total) => [total.currency, total]));
  const flows = groupBy(flowsOf(ledger), ({ currency }) => currency);
  const aging = new Map(agingOf(ledger).totals.map(({ currency, total }) => [currency, total]));
  const currencies = new Set([...cash.keys(), ...flows.keys(), ...aging.keys()]);
  return [...currencies].sort(compareText).map((currency) => {
    const receivable = sum((flows.get(currency) ?? []).map(({ change }) => change));
    const agingTotal = aging.get(currency) ?? zero;
    const { received = zero, applied = zero, unapplied = zero } = cash.get(currency) ?? {};
    return {
      currency,
      received,
      applied,
      unapplied,
      receivable,
      agingTotal,
      gap: receivable.minus(agingTotal),
    };
  });
}
