import { groupBy } from "../../base/groupBy";
import { nameKey } from "../../base/name";
import { once } from "../../base/once";
import type { ReadTable } from "../../catalog/readTable";
import type { CatalogTables } from "../../catalog/readTables";
import type { Catalog } from "../../catalog/records";
import { parentsOf } from "../../catalog/terms/families";
import type { TermTables } from "../../catalog/terms/termTables";
import type { BoundTable } from "../../schema/bind";
import type { Columns } from "../../schema/table";

/** A row of an input table, whether all of it could be read or not. */
export interface InputRow<C extends Columns> {
  readonly bound: BoundTable;
  readonly row: number;
  readonly fields: Partial<ReadTable<C>["good"][number]>;
  /** All of it could be read. */
  readonly isRead: boolean;
}

/** All rows of a table, those with a fault too, from the top. */
function rowsOf<C extends Columns>({ bound, good, bad }: ReadTable<C>): InputRow<C>[] {
  if (!bound) return [];
  const table = bound as unknown as BoundTable;
  const read = good.map((fields) => ({ bound: table, row: fields.row, fields, isRead: true }));
  return [...read, ...bad.map(({ row, fields }) => ({ bound: table, row, fields, isRead: false }))].sort(
    (a, b) => a.row - b.row,
  );
}

/** Finds rows by a key. */
type Found<C extends Columns> = (key: string) => readonly InputRow<C>[];
type ColumnsOf<T> = T extends ReadTable<infer C> ? C : never;

/** Rows by the keys that each has, from the top; a table is gone through once, when the first row is asked for. */
function rowsBy<C extends Columns>(
  table: ReadTable<C>,
  keysOf: (fields: InputRow<C>["fields"]) => readonly (string | undefined)[],
): Found<C> {
  const groups = once(() => {
    const keyed = rowsOf(table).flatMap((row) => keysOf(row.fields).map((key) => ({ key, row })));
    return new Map(
      [...groupBy(keyed, ({ key }) => key)].map(([key, group]) => [key, group.map(({ row }) => row)]),
    );
  });
  return (key) => groups().get(key) ?? [];
}

/** Whom a row of terms is for: one of these. */
interface Party {
  readonly contractId?: string | undefined;
  readonly customerId?: string | undefined;
  readonly plan?: string | undefined;
}

/** A table of terms whose rows are for contracts. */
export type PartyTable = Exclude<keyof TermTables, "indices" | "exchangeRates">;

/** Rows of input tables by what they belong to: three thousand documents are sealed without going through all rows for each. */
export interface InputRows {
  readonly contracts: Found<ColumnsOf<CatalogTables["contracts"]>>;
  readonly customers: Found<ColumnsOf<CatalogTables["customers"]>>;
  /** By contract, those of its plans too. */
  readonly prices: Found<ColumnsOf<CatalogTables["prices"]>>;
  /** By the id of the price. */
  readonly tiers: Found<ColumnsOf<CatalogTables["tiers"]>>;
  readonly taxCodes: Found<ColumnsOf<CatalogTables["taxCodes"]>>;
  /** By nameKey. */
  readonly meters: Found<ColumnsOf<CatalogTables["meters"]>>;
  readonly adjustmentsOfContract: Found<ColumnsOf<CatalogTables["adjustments"]>>;
  /** Adjustments that name no contract. */
  readonly adjustmentsOfCustomer: Found<ColumnsOf<CatalogTables["adjustments"]>>;
  /** Rows of terms by contract, those of its plans, its customer and the customers above it too. */
  readonly terms: { readonly [Name in PartyTable]: Found<ColumnsOf<TermTables[Name]>> };
  /** By the nameKey of the index. */
  readonly indices: Found<ColumnsOf<TermTables["indices"]>>;
  /** By the unit that is converted, in capitals. */
  readonly exchangeRates: Found<ColumnsOf<TermTables["exchangeRates"]>>;
}

/** Contracts by customer; `withFamily`: by the customers above theirs as well. */
function contractsBy({ contracts, customers }: Catalog, withFamily: boolean): ReadonlyMap<string, string[]> {
  const pairs = contracts.flatMap(({ contractId, customer: { customerId } }) =>
    [customerId, ...(withFamily ? parentsOf(customerId, customers) : [])].map((id) => ({ id, contractId })),
  );
  const groups = groupBy(pairs, ({ id }) => id);
  return new Map([...groups].map(([id, group]) => [id, group.map(({ contractId }) => contractId)]));
}

/** Looks rows of input tables up. */
export function inputRows(tables: CatalogTables, catalog: Catalog): InputRows {
  const customersContracts = once(() => contractsBy(catalog, false));
  const family = once(() => contractsBy(catalog, true));
  const usersOf =
    (ofCustomer: () => ReadonlyMap<string, readonly string[]>) =>
    (party: Party): readonly string[] =>
      party.contractId === undefined && party.customerId !== undefined
        ? (ofCustomer().get(party.customerId) ?? [])
        : tables.usersOfPrice(party);
  const { terms } = tables;
  const ofParty = <C extends Columns>(table: ReadTable<C>, ofCustomer = customersContracts) =>
    rowsBy(table, (fields) => usersOf(ofCustomer)(fields as Party));
  return {
    contracts: rowsBy(tables.contracts, ({ contractId }) => [contractId]),
    customers: rowsBy(tables.customers, ({ customerId }) => [customerId]),
    prices: rowsBy(tables.prices, tables.usersOfPrice),
    tiers: rowsBy(tables.tiers, ({ priceId }) => [priceId]),
    taxCodes: rowsBy(tables.taxCodes, ({ taxCode = "" }) => [taxCode]),
    meters: rowsBy(tables.meters, ({ meter = "" }) => [nameKey(meter)]),
    adjustmentsOfContract: rowsBy(tables.adjustments, ({ contractId }) => [contractId]),
    adjustmentsOfCustomer: rowsBy(tables.adjustments, ({ contractId, customerId }) =>
      contractId === undefined ? [customerId] : [],
    ),
    terms: {
      discounts: ofParty(terms.discounts),
      commitments: ofParty(terms.commitments, family),
      grants: ofParty(terms.grants, family),
      quantities: ofParty(terms.quantities),
      escalations: ofParty(terms.escalations),
      milestones: ofParty(terms.milestones),
      progress: ofParty(terms.progress),
      results: ofParty(terms.results),
      placements: ofParty(terms.placements),
    },
    indices: rowsBy(terms.indices, ({ index = "" }) => [nameKey(index)]),
    exchangeRates: rowsBy(terms.exchangeRates, ({ from = "" }) => [from.trim().toUpperCase()]),
  };
}
