import type { Settings } from "../../settings/settings";
import type { Report } from "../../issues/issue";
import type { Contract, Customer } from "../records";
import { discountsOf, type Discount } from "./discounts";
import type { TermTables } from "./termTables";

/** What is agreed for a contract beside its prices. */
export interface AgreedTerms {
  readonly discounts: readonly Discount[];
  /** Ids of the rows that lines of the contract bear under Price ID; such a line bills no day of a price. */
  readonly ids: ReadonlySet<string>;
}

export const nothingAgreed: AgreedTerms = { discounts: [], ids: new Set() };

interface Agreeing {
  readonly tables: TermTables;
  readonly customers: ReadonlyMap<string, Customer>;
  readonly settings: Settings;
  readonly report: Report;
}

/** Contracts with what is agreed beside their prices, one rule after the other. */
export function agreedContracts(
  contracts: readonly Contract[],
  { tables, customers, report }: Agreeing,
): readonly Contract[] {
  const context = { contracts, customerIds: new Set(customers.keys()), report };
  const discountsOfContract = discountsOf(tables, context);
  return contracts.map((contract) => {
    const discounts = discountsOfContract(contract);
    const ids = new Set(discounts.map(({ id }) => id));
    return { ...contract, agreed: { discounts, ids } };
  });
}
