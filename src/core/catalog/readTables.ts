import type { Snapshot } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { bindSameRows, bindTable, hasTable, type BoundTable } from "../schema/bind";
import type { DecimalSign } from "../schema/numberText";
import { readRecords, settleDecimalSign, type HoldsOf, type Records } from "../schema/readRecords";
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
  /** The decimal sign that text numbers of the workbook use, where they settle it. */
  readonly decimalSign: DecimalSign | undefined;
}

/** Reports a table that nothing can be billed without. */
export function reportMissingTable(definition: TableDefinition, settings: Settings, report: Report): void {
  const words = { table: definition.title, synonyms: definition.synonyms.slice(0, 3).join(", ") };
  report(makeIssue("MISSING_TABLE", { at: settings.at, words }));
}

/** Finds and reads every input table but Usage, which travels as columns (metering). */
export function readCatalogTables(snapshot: Snapshot, settings: Settings, report: Report): CatalogTables {
  const bind = <C extends Columns>(definition: TableDefinition<C>) =>
    bindTable(definition, snapshot, mappingFor(definition, settings), report);
  const isThere = (definition: TableDefinition) =>
    hasTable(definition, snapshot, mappingFor(definition, settings));
  const contracts = bind(contractsTable);
  if (!contracts && !isThere(contractsTable)) reportMissingTable(contractsTable, settings, report);
  const isOneSheet = !isThere(pricesTable);
  const priceMapping = mappingFor(pricesTable, settings);
  const prices = !isOneSheet
    ? bind(pricesTable)
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
  const present = Object.values(bound).filter((table) => table !== undefined) as unknown as BoundTable[];
  const decimalSign = settleDecimalSign(present);
  const read = <C extends Columns>(table: BoundTable<C> | undefined, holdsOf: HoldsOf<C>): ReadTable<C> => ({
    bound: table,
    ...(table ? readRecords(table, decimalSign, holdsOf, report) : { good: [], bad: [] }),
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
    decimalSign,
  };
}
