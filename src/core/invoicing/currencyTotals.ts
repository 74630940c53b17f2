import { compareText } from "../base/name";
import { groupBy } from "../base/groupBy";
import { sum, type Decimal } from "../money/decimal";
import type { Invoice } from "./invoice";

/** What documents of one currency come to. */
export interface CurrencyTotal {
  readonly currency: string;
  readonly invoices: number;
  readonly subtotal: Decimal;
  readonly tax: Decimal;
  readonly total: Decimal;
}

/** Totals of documents per currency, in order of the codes: 100.00 and −20.00 in EUR are EUR 80.00. */
export function currencyTotals(
  documents: readonly Pick<Invoice, "currency" | "subtotal" | "tax" | "total">[],
): CurrencyTotal[] {
  const totals = [...groupBy(documents, ({ currency }) => currency)].map(([currency, group]) => ({
    currency,
    invoices: group.length,
    subtotal: sum(group.map(({ subtotal }) => subtotal)),
    tax: sum(group.map(({ tax }) => tax)),
    total: sum(group.map(({ total }) => total)),
  }));
  return totals.sort((a, b) => compareText(a.currency, b.currency));
}
