import { groupBy } from "../base/groupBy";
import { compareText } from "../base/name";
import { sum, zero, type Decimal } from "../money/decimal";
import type { OldAndNew, WhatIfAnswer, WhatIfCustomer, WhatIfLine } from "./answer";
import { inOrder, type BilledNet, type PriceInPeriod } from "./billedNet";

/** What other terms change of a price of a contract in a period. */
export interface PriceDifference extends PriceInPeriod {
  /** Its key where lines name no price. */
  readonly byProduct: string;
  readonly difference: Decimal;
}

const oldAndNew = (currency: string, old: Decimal, difference: Decimal): OldAndNew => ({
  currency,
  old,
  new: old.plus(difference),
  difference,
});

function line(net: PriceInPeriod, old: Decimal, difference: Decimal): WhatIfLine {
  const { contractId, customerId, priceId, product, period, currency } = net;
  return { contractId, customerId, priceId, product, period, ...oldAndNew(currency, old, difference) };
}

/** Every billed price with what changes of it, and what was not billed before. */
function linesOf(nets: readonly BilledNet[], changed: readonly PriceDifference[]): WhatIfLine[] {
  const known = new Set(nets.map(({ key }) => key));
  const keyOf = ({ key, byProduct }: PriceDifference) => (known.has(key) ? key : byProduct);
  const changes = groupBy(changed, keyOf);
  const added = changed.filter((change) => !known.has(keyOf(change)));
  const lines = nets.map((net) => {
    const ofPrice = changes.get(net.key);
    return line(net, net.old, ofPrice ? sum(ofPrice.map(({ difference }) => difference)) : zero);
  });
  if (added.length === 0) return lines;
  return [...lines, ...added.map((change) => line(change, zero, change.difference))].sort(inOrder);
}

function addedUp<Row extends OldAndNew>(rows: readonly Row[]): Pick<OldAndNew, "old" | "difference"> {
  return { old: sum(rows.map(({ old }) => old)), difference: sum(rows.map((row) => row.difference)) };
}

function customersOf(lines: readonly WhatIfLine[]): WhatIfCustomer[] {
  const groups = groupBy(lines, ({ customerId, currency }) => JSON.stringify([customerId, currency]));
  return [...groups.values()]
    .map((group): WhatIfCustomer => {
      const { customerId, currency } = group[0];
      const { old, difference } = addedUp(group);
      return { customerId, ...oldAndNew(currency, old, difference) };
    })
    .sort((a, b) => compareText(a.customerId, b.customerId) || compareText(a.currency, b.currency));
}

function totalsOf(customers: readonly WhatIfCustomer[]): WhatIfAnswer["totals"] {
  const groups = [...groupBy(customers, ({ currency }) => currency)].sort(([a], [b]) => compareText(a, b));
  return groups.map(([currency, group]) => {
    const { old, difference } = addedUp(group);
    const count = (test: (amount: Decimal) => boolean) => group.filter((row) => test(row.difference)).length;
    return {
      ...oldAndNew(currency, old, difference),
      winners: count((amount) => amount.lessThan(0)),
      losers: count((amount) => amount.greaterThan(0)),
    };
  });
}

/** Lines, customers and totals: 100.00 today, and 12.00 less by other terms, is 88.00. */
export function answerOf(
  nets: readonly BilledNet[],
  changed: readonly PriceDifference[],
): Pick<WhatIfAnswer, "lines" | "customers" | "totals"> {
  const lines = linesOf(nets, changed);
  const customers = customersOf(lines);
  return { lines, customers, totals: totalsOf(customers) };
}
