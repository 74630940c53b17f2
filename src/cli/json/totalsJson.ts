import type { currencyTotals } from "../../core/api";
import { numberJson } from "./numberJson";

/** Totals per currency as every `--json` shows them. */
export const totalsJson = (totals: ReturnType<typeof currencyTotals>) =>
  totals.map(({ currency, subtotal, tax, total }) => ({
    currency,
    subtotal: numberJson(subtotal),
    tax: numberJson(tax),
    total: numberJson(total),
  }));
