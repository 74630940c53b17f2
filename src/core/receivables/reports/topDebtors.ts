import { groupBy } from "../../base/groupBy";
import { compareText } from "../../base/name";
import { sum, type Decimal } from "../../money/decimal";
import type { AgingReport } from "./aging";

const MOST_DEBTORS = 10;

export interface Debtor {
  readonly customerId: string;
  readonly customerName: string;
  readonly currency: string;
  readonly total: Decimal;
  readonly pastDue: Decimal;
}

/** The ten who owe most in each currency, largest first. */
export function topDebtorsOf({ customers }: AgingReport): Debtor[] {
  const byCurrency = groupBy(customers, ({ currency }) => currency);
  return [...byCurrency.values()].flatMap((group) =>
    group
      .filter(({ total }) => total.greaterThan(0))
      .sort((a, b) => b.total.comparedTo(a.total) || compareText(a.customerId, b.customerId))
      .slice(0, MOST_DEBTORS)
      .map(({ customerId, customerName, currency, total, bands }) => ({
        customerId,
        customerName,
        currency,
        total,
        pastDue: sum(bands.slice(1)),
      })),
  );
}
