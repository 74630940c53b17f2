import { groupBy } from "../base/groupBy";
import { nameKey } from "../base/name";
import type { PriceParty } from "./priceParty";
import type { contractsTable } from "./contracts.table";
import type { ReadTable } from "./readTable";

/** Which contracts wait for a row: the one it names, if it is one, or all that are on its plan or are its customer's. */
export function dependents(contracts: ReadTable<(typeof contractsTable)["columns"]>) {
  const rows = [...contracts.good, ...contracts.bad.map(({ fields }) => fields)].flatMap(
    ({ contractId, customerId, plan }) =>
      contractId === undefined ? [] : [{ contractId, customerId, plan }],
  );
  const ofPlan = groupBy(rows, ({ plan }) => plan !== undefined && nameKey(plan));
  const ofCustomer = groupBy(rows, ({ customerId }) => customerId);
  const ids = (found: readonly { readonly contractId: string }[] = []) => [
    ...new Set(found.map(({ contractId }) => contractId)),
  ];
  const known = new Set(rows.map(({ contractId }) => contractId));
  const ofContract = ({ contractId }: PriceParty) =>
    contractId !== undefined && known.has(contractId) ? [contractId] : [];
  const found = {
    ofContract,
    ofPrice: ({ contractId, plan }: PriceParty) =>
      contractId !== undefined || plan === undefined
        ? ofContract({ contractId })
        : ids(ofPlan.get(nameKey(plan))),
    ofCustomer: ({ customerId }: { readonly customerId?: string | undefined }) =>
      customerId === undefined ? [] : ids(ofCustomer.get(customerId)),
  };
  const ofParty = (party: PriceParty & { readonly customerId?: string | undefined }) => [
    ...found.ofPrice(party),
    ...found.ofCustomer(party),
  ];
  return { ...found, ofParty };
}
