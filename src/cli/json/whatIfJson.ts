import { formatPeriod, type OldAndNew, type WhatIfAnswer } from "../../core/api";
import { numberJson } from "./numberJson";

const figures = ({ currency, old, new: then, difference }: OldAndNew) => ({
  currency,
  old: numberJson(old),
  new: numberJson(then),
  difference: numberJson(difference),
});

/** The one JSON object of `whatif`. */
export function whatIfJson({ periods, lines, customers, totals }: WhatIfAnswer) {
  return {
    periods: periods.map(formatPeriod),
    lines: lines.map(({ contractId, customerId, priceId, product, period, ...amounts }) => ({
      contractId,
      customerId,
      priceId,
      product,
      period: formatPeriod(period),
      ...figures(amounts),
    })),
    customers: customers.map(({ customerId, ...amounts }) => ({ customerId, ...figures(amounts) })),
    totals: totals.map(({ winners, losers, ...amounts }) => ({ ...figures(amounts), winners, losers })),
  };
}
