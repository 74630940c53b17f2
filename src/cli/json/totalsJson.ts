import type { currencyTotals } from "../../core/api";
import { numberJson } from "./numberJson";

/** Totals per currency as every `--json` shows them. */
export const totalsJson = (totals: readonly Omit<ReturnType<typeof currencyTotals>[number], "invoices">[]) =>
  totals.map(({ currency, subtotal, tax, total }) => ({
    currency,
    subtotal: numberJson(subtotal),
    tax: numberJson(tax),
    total: numberJson(total),
  }));
