import { groupBy } from "../../base/groupBy";
import { nameKey } from "../../base/name";
import type { Settings } from "../../settings/settings";
import type { Report } from "../../issues/issue";
import type { CatalogTables } from "../readTables";
import type { Contract, Customer, Grant, Pool, Price } from "../records";
import { quantitiesOf } from "./quantities";
import { commitmentsOf } from "./commitments";
import { discountsOf } from "./discounts";
import { escalationsOf } from "./escalations";
import { checkParents } from "./families";
import { grantsOf } from "./grants";
import { projectsOf } from "./projects";

interface Agreeing {
  readonly tables: CatalogTables;
  readonly customers: ReadonlyMap<string, Customer>;
  readonly settings: Settings;
  readonly report: Report;
}

/** Contracts with what is agreed beside their prices, and what is agreed over several. */
export interface Agreed {
  readonly contracts: readonly Contract[];
  readonly pools: readonly Pool[];
  readonly grants: readonly Grant[];
}

/** Reads what is agreed beside prices, one rule after the other. */
export function agree(
  contracts: readonly Contract[],
  { tables, customers, settings, report }: Agreeing,
): Agreed {
  checkParents(tables.customers, customers, contracts, report);
  const context = { contracts, customers, settings, report };
  const discountsOfContract = discountsOf(tables.terms, context);
  const grants = grantsOf(tables.terms, context);
  const commitments = commitmentsOf(tables.terms, context);
  const poolsOf = groupBy(
    commitments.pools(contracts).flatMap((pool) => pool.contracts.map((contract) => ({ contract, pool }))),
    ({ contract }) => contract,
  );
  const projects = projectsOf(tables.terms, context);
  const measures = new Set(tables.terms.results.good.map(({ measure }) => nameKey(measure)));
  const measured = (price: Price): Price =>
    !price.isFixed && measures.has(nameKey(price.meter)) ? { ...price, isMeasured: true } : price;
  const withQuantities = quantitiesOf(tables.terms, context);
  const pricesOf = escalationsOf(tables.terms, context);
  const agreed = contracts.map((contract) => {
    const discounts = discountsOfContract(contract);
    const committed = commitments.of(contract);
    const pooled = (poolsOf.get(contract) ?? []).map(({ pool }) => pool.commitment);
    const drawn = grants.filter(({ contractIds }) => contractIds.has(contract.contractId));
    const unitGrants = drawn.filter(({ of }) => "units" in of);
    // Lines of units that cost nothing bill usage all the same.
    const money = drawn.filter((grant) => !unitGrants.includes(grant));
    const rows = [...discounts, ...committed, ...pooled, ...money].map(({ id }) => id);
    const ids = new Set(contract.agreed.notToExceed ? [...rows, contract.contractId] : rows);
    return {
      ...contract,
      prices: withQuantities(contract, pricesOf(contract)).map(measured),
      agreed: {
        discounts,
        commitments: committed,
        notToExceed: contract.agreed.notToExceed,
        renewal: contract.agreed.renewal,
        unitGrants,
        projects: projects(contract),
        retention: contract.agreed.retention,
        ids,
      },
    };
  });
  return { contracts: agreed, pools: commitments.pools(agreed), grants };
}
