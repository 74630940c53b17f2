import type { ReadTable } from "../readTable";
import type { HoldsOf } from "../../schema/readRecords";
import type { Columns, TableDefinition } from "../../schema/table";
import { commitmentsTable } from "./commitments.table";
import { discountsTable } from "./discounts.table";
import { escalationsTable } from "./escalations.table";
import { exchangeRatesTable } from "./exchangeRates.table";
import { grantsTable } from "./grants.table";
import { indicesTable } from "./indices.table";
import { milestonesTable } from "./milestones.table";
import { placementsTable } from "./placements.table";
import { progressTable } from "./progress.table";
import { quantitiesTable } from "./quantities.table";
import { resultsTable } from "./results.table";

/** What is agreed beside contracts and prices, in the order in which people fill it; every table is optional. */
export const termTables = [
  discountsTable,
  commitmentsTable,
  grantsTable,
  quantitiesTable,
  escalationsTable,
  indicesTable,
  exchangeRatesTable,
  milestonesTable,
  progressTable,
  resultsTable,
  placementsTable,
] as const;

/** The tables of terms with their rows. */
export interface TermTables {
  readonly discounts: ReadTable<(typeof discountsTable)["columns"]>;
  readonly commitments: ReadTable<(typeof commitmentsTable)["columns"]>;
  readonly grants: ReadTable<(typeof grantsTable)["columns"]>;
  readonly quantities: ReadTable<(typeof quantitiesTable)["columns"]>;
  readonly escalations: ReadTable<(typeof escalationsTable)["columns"]>;
  readonly indices: ReadTable<(typeof indicesTable)["columns"]>;
  readonly exchangeRates: ReadTable<(typeof exchangeRatesTable)["columns"]>;
  readonly milestones: ReadTable<(typeof milestonesTable)["columns"]>;
  readonly progress: ReadTable<(typeof progressTable)["columns"]>;
  readonly results: ReadTable<(typeof resultsTable)["columns"]>;
  readonly placements: ReadTable<(typeof placementsTable)["columns"]>;
}

/** Whom a row is for, as far as it can be read. */
interface Party {
  readonly contractId?: string | undefined;
  readonly customerId?: string | undefined;
  readonly plan?: string | undefined;
}

/** Reads a table; a row with a fault holds the contracts that it is for. */
type ReadOne = <C extends Columns>(definition: TableDefinition<C>, holdsOf: HoldsOf<C>) => ReadTable<C>;

/** Reads the tables of terms; `contractsOf` says which contracts wait for a row of a party. */
export function readTermTables(read: ReadOne, contractsOf: (party: Party) => readonly string[]): TermTables {
  const nobody = () => [];
  return {
    discounts: read(discountsTable, contractsOf),
    commitments: read(commitmentsTable, contractsOf),
    grants: read(grantsTable, contractsOf),
    quantities: read(quantitiesTable, contractsOf),
    escalations: read(escalationsTable, contractsOf),
    indices: read(indicesTable, nobody),
    exchangeRates: read(exchangeRatesTable, nobody),
    milestones: read(milestonesTable, contractsOf),
    progress: read(progressTable, contractsOf),
    results: read(resultsTable, contractsOf),
    placements: read(placementsTable, contractsOf),
  };
}
