import type { Catalog } from "../catalog/records";
import type { Settings } from "../settings/settings";
import { isDeposit } from "./deposit";

/** What decides whether a document is more than its prices. */
export interface RuledBook {
  readonly catalog: Pick<Catalog, "contractById" | "grants" | "pools" | "adjustments">;
  readonly settings: Pick<Settings, "pricesIncludeTax" | "cashRounding">;
}

/**
 * Contracts whose documents bear more than what their own prices come to: retention, deposits, grants of money, promises of
 * several contracts, tax inside the price, totals paid in cash. Their documents can only be reckoned as a whole.
 */
export function ruledContracts({ catalog, settings }: RuledBook): (contractId: string) => boolean {
  if (settings.pricesIncludeTax === "yes" || settings.cashRounding !== "") return () => true;
  const ruled = new Set([
    ...catalog.grants.flatMap(({ contractIds, of, sale }) => [
      ...("amount" in of ? contractIds : []),
      ...(sale ? [sale.carrier.contractId] : []),
    ]),
    ...catalog.pools.flatMap(({ contracts }) => contracts.map(({ contractId }) => contractId)),
    ...catalog.adjustments.filter(isDeposit).flatMap(({ contractId }) => contractId ?? []),
  ]);
  return (contractId) =>
    ruled.has(contractId) || catalog.contractById.get(contractId)?.agreed.retention !== undefined;
}
