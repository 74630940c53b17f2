import { makeIssue, type Report } from "../issues/issue";
import { cellOf } from "../schema/readRecords";
import type { Settings } from "../settings/settings";
import type { Contract } from "./records";
import type { CatalogTables } from "./readTables";

/**
 * Tells contracts that are billed in the default currency only because nobody names one, beside contracts that all name
 * another: two in EUR and one left blank is hardly meant to be in USD.
 */
export function reportAssumedCurrency(
  { contracts: { bound, good } }: CatalogTables,
  contracts: ReadonlyMap<string, Contract>,
  { currency, named }: Settings,
  report: Report,
): void {
  if (!bound?.columnOf.has("currency") || named?.has("currency")) return;
  const others = new Set(good.flatMap(({ contractId }) => contracts.get(contractId)?.currency ?? []));
  const blank = good.filter(({ contractId, currency: own }) => {
    const contract = contracts.get(contractId);
    return own === undefined && contract?.currency === currency && contract.customer.currency === undefined;
  });
  if (good.some(({ currency: own }) => own !== undefined && own.toUpperCase() === currency)) return;
  others.delete(currency);
  for (const { contractId, row } of others.size > 0 ? blank : []) {
    const words = { currency, others: [...others].join(", ") };
    report(makeIssue("CURRENCY_ASSUMED", { at: cellOf(bound, row, "currency"), value: contractId, words }));
  }
}
