import { fates, type BillingRun } from "../../core/api";
import { numberJson } from "./numberJson";

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The columns of Control totals in camelCase: meter, unit, rowsRead, …, quantityRead, … */
export function controlTotalsJson({ controlTotals }: BillingRun) {
  const tallies = ["read", ...fates] as const;
  return controlTotals.map((total) => ({
    meter: total.meter,
    unit: total.unit,
    ...Object.fromEntries(tallies.map((tally) => [`rows${capital(tally)}`, total[tally].rows])),
    ...Object.fromEntries(
      tallies.map((tally) => [`quantity${capital(tally)}`, numberJson(total[tally].quantity)]),
    ),
  }));
}
