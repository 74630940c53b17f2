import type { BillingRun, Decimal } from "../core/api";

interface CurrencyTotal {
  readonly currency: string;
  readonly subtotal: Decimal;
  readonly tax: Decimal;
  readonly total: Decimal;
}

/** Totals of the run's documents per currency, in order of the codes: 100.00 and −20.00 in EUR are EUR 80.00. */
export function currencyTotals({ invoices }: BillingRun): CurrencyTotal[] {
  const totals = new Map<string, CurrencyTotal>();
  for (const { currency, subtotal, tax, total } of invoices) {
    const before = totals.get(currency);
    totals.set(
      currency,
      before
        ? {
            currency,
            subtotal: before.subtotal.plus(subtotal),
            tax: before.tax.plus(tax),
            total: before.total.plus(total),
          }
        : { currency, subtotal, tax, total },
    );
  }
  return [...totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
