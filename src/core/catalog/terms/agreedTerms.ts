import { groupBy } from "../../base/groupBy";
import { nameKey } from "../../base/name";
import type { Settings } from "../../settings/settings";
import type { Day } from "../../calendar/day";
import type { Decimal } from "../../money/decimal";
import type { Report } from "../../issues/issue";
import type { CatalogTables } from "../readTables";
import type { Contract, Customer, Price } from "../records";
import { quantitiesOf } from "./quantities";
import type { Renewal } from "./renewal";
import { commitmentsOf, type Commitment, type Pool } from "./commitments";
import { discountsOf, type Discount } from "./discounts";
import { escalationsOf } from "./escalations";
import { checkParents } from "./families";
import { grantsOf, type Grant } from "./grants";
import { projectsOf } from "./projects";
import type { ProjectTerms } from "./projectTerms";

/** What is agreed for a contract beside its prices. */
export interface AgreedTerms {
  readonly discounts: readonly Discount[];
  /** In the order in which they take usage. */
  readonly commitments: readonly Commitment[];
  /** The most that the contract bills in its life. */
  readonly notToExceed: Decimal | undefined;
  /** Units of its products that cost nothing, in the order in which they are drawn. */
  readonly unitGrants: readonly Grant[];
  /** When it ends, and what then; undefined where nothing is said about it. */
  readonly renewal: Renewal | undefined;
  /** Ids of the rows that lines of the contract bear under Price ID; such a line bills no day of a price. */
  readonly ids: ReadonlySet<string>;
  /** Milestones, progress and results. */
  readonly projects: ProjectTerms;
  /** What is kept back until a day. */
  readonly retention: Retention | undefined;
}

/** A fraction of what is billed that is kept back, and the day that releases it. */
interface Retention {
  readonly percent: Decimal;
  readonly release: Day | undefined;
}

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
    const own = commitments.of(contract);
    const pooled = (poolsOf.get(contract) ?? []).map(({ pool }) => pool.commitment);
    const drawn = grants.filter(({ contractIds }) => contractIds.has(contract.contractId));
    const unitGrants = drawn.filter(({ of }) => "units" in of);
    // Lines of units that cost nothing bill usage all the same.
    const money = drawn.filter((grant) => !unitGrants.includes(grant));
    const rows = [...discounts, ...own, ...pooled, ...money].map(({ id }) => id);
    const ids = new Set(contract.agreed.notToExceed ? [...rows, contract.contractId] : rows);
    return {
      ...contract,
      prices: withQuantities(contract, pricesOf(contract)).map(measured),
      agreed: {
        discounts,
        commitments: own,
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
