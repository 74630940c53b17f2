import { buildCatalog } from "../catalog/buildCatalog";
import type { CatalogTables } from "../catalog/readTables";
import type { Catalog, Contract } from "../catalog/records";
import { collectIssues } from "../issues/collectIssues";
import type { Issue } from "../issues/issue";
import type { AdjustmentStep } from "../pricing/charge";
import type { Settings } from "../settings/settings";

/** What contracts and prices would be. */
export interface OtherTerms {
  readonly catalog: Catalog;
  readonly settings: Settings;
  /** The tables of what is agreed beside prices, to tell whether they are those of today. */
  readonly agreements: CatalogTables["terms"];
}

/** Tables of terms as they would be. */
export interface TermTables {
  readonly tables: CatalogTables;
  readonly settings: Settings;
  /** What is done to the amount of a price, in another order than the policy's. */
  readonly order?: readonly AdjustmentStep[] | undefined;
}

function inOrder(contract: Contract, order: readonly AdjustmentStep[]): Contract {
  return { ...contract, prices: contract.prices.map((price) => ({ ...price, order })) };
}

function withOrder(catalog: Catalog, order: TermTables["order"]): Catalog {
  if (!order) return catalog;
  const contracts = catalog.contracts.map((each) => inOrder(each, order));
  const contractById = new Map(contracts.map((each) => [each.contractId, each]));
  const ordered = (contract: Contract) => contractById.get(contract.contractId) ?? contract;
  const pools = catalog.pools.map((pool) => ({
    ...pool,
    contracts: pool.contracts.map(ordered),
    carrier: ordered(pool.carrier),
  }));
  return { ...catalog, contracts, contractById, pools };
}

/** Contracts by other tables, and what is wrong with them. */
export function readOtherTerms({ tables, settings, order }: TermTables): {
  readonly terms: OtherTerms;
  readonly issues: readonly Issue[];
} {
  const { report, list } = collectIssues();
  const catalog = buildCatalog(tables, settings, report);
  return {
    terms: { settings, agreements: tables.terms, catalog: withOrder(catalog, order) },
    issues: list(),
  };
}
