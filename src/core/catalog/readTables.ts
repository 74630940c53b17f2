import type { Snapshot } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { asInput, bindSameRows, bindTable, hasTable, type BoundTable } from "../schema/bind";
import { readRecords, type HoldsOf, type Records } from "../schema/readRecords";
import type { Columns, TableDefinition } from "../schema/table";
import { adjustmentsTable } from "./adjustments.table";
import { contractsTable } from "./contracts.table";
import { customersTable } from "./customers.table";
import { metersTable } from "./meters.table";
import { pricesTable } from "./prices.table";
import { mappingFor } from "../settings/mapping";
import type { Settings } from "../settings/settings";
import { taxCodesTable } from "./taxCodes.table";
import { tiersTable } from "./tiers.table";

/** A table of the workbook with its rows read; `bound` is undefined when the workbook has no such table. */
export interface ReadTable<C extends Columns> extends Records<C> {
  readonly bound: BoundTable<C> | undefined;
}

export interface CatalogTables {
  readonly contracts: ReadTable<(typeof contractsTable)["columns"]>;
  readonly prices: ReadTable<(typeof pricesTable)["columns"]>;
  /** Prices stand in the Contracts rows: one sheet with both. */
  readonly isOneSheet: boolean;
  readonly tiers: ReadTable<(typeof tiersTable)["columns"]>;
  readonly customers: ReadTable<(typeof customersTable)["columns"]>;
  readonly taxCodes: ReadTable<(typeof taxCodesTable)["columns"]>;
  readonly meters: ReadTable<(typeof metersTable)["columns"]>;
  readonly adjustments: ReadTable<(typeof adjustmentsTable)["columns"]>;
  /** A table that is there could not be bound: what depends on it is not known. */
  readonly isBroken: boolean;
}

/** Reports a table that nothing can be billed without. */
export function reportMissingTable(definition: TableDefinition, settings: Settings, report: Report): void {
  const words = { table: definition.title, synonyms: definition.synonyms.slice(0, 3).join(", ") };
  report(makeIssue("MISSING_TABLE", { at: settings.at, words }));
}

/** Finds and reads every input table but Usage, which travels as columns (metering). */
export function readCatalogTables(snapshot: Snapshot, settings: Settings, report: Report): CatalogTables {
  // Without contracts and prices nothing is billed: what is missing in a sheet of their name is said in full.
  const needed = { ...asInput, needsTwoColumns: false };
  let isBroken = false;
  const isThere = (definition: TableDefinition, options = asInput) =>
    hasTable(definition, snapshot, mappingFor(definition, settings), options);
  const bind = <C extends Columns>(definition: TableDefinition<C>, options = asInput) => {
    const bound = bindTable(definition, snapshot, mappingFor(definition, settings), report, options);
    if (!bound && isThere(definition, options)) isBroken = true;
    return bound;
  };
  const contracts = bind(contractsTable, needed);
  if (!contracts && !isThere(contractsTable, needed)) reportMissingTable(contractsTable, settings, report);
  const isOneSheet = !isThere(pricesTable, needed);
  const priceMapping = mappingFor(pricesTable, settings);
  const prices = !isOneSheet
    ? bind(pricesTable, needed)
    : contracts &&
      bindSameRows(pricesTable, contracts as unknown as BoundTable, snapshot, priceMapping, report);
  const bound = {
    contracts,
    prices,
    tiers: bind(tiersTable),
    customers: bind(customersTable),
    taxCodes: bind(taxCodesTable),
    meters: bind(metersTable),
    adjustments: bind(adjustmentsTable),
  };
  const read = <C extends Columns>(table: BoundTable<C> | undefined, holdsOf: HoldsOf<C>): ReadTable<C> => ({
    bound: table,
    ...(table ? readRecords(table, holdsOf, report) : { good: [], bad: [] }),
  });
  const contractOf = (fields: { readonly contractId?: string | undefined }): string[] =>
    fields.contractId === undefined ? [] : [fields.contractId];
  const none = (): string[] => [];
  return {
    contracts: read(bound.contracts, contractOf),
    prices: read(bound.prices, contractOf),
    isOneSheet,
    tiers: read(bound.tiers, none),
    customers: read(bound.customers, none),
    taxCodes: read(bound.taxCodes, none),
    meters: read(bound.meters, none),
    adjustments: read(bound.adjustments, contractOf),
    isBroken,
  };
}
