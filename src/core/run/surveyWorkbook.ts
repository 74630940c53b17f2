import { contractsTable } from "../catalog/contracts.table";
import { pricesTable } from "../catalog/prices.table";
import { mappingFor } from "../settings/mapping";
import { settingsTable } from "../settings/settings.table";
import type { Period } from "../calendar/period";
import type { Snapshot } from "../grid/grid";
import { unheard } from "../issues/issue";
import { inputTables, tablesBesideBilling } from "../intake/inputTables";
import { invoiceLinesTable } from "../documents/invoiceLines.table";
import { invoicesTable } from "../documents/invoices.table";
import { namesParty, usageTable } from "../metering/usage.table";
import type { Mapping } from "../schema/bind";
import { tallyFields, type FieldTally } from "../schema/fieldTallies";
import { countRows, locateInSameRows, locateTable, type LocatedTable } from "../schema/locateTable";
import { withSplitHeaders } from "../schema/splitHeaders";
import type { TableDefinition } from "../schema/table";
import { monthToBill } from "./monthToBill";
import { readInputs, type WorkbookInputs } from "./prepareBook";
import { usageMonths, type UsageMonth } from "./usageMonths";

/** What was found for one table that a run reads. */
export interface TableSurvey {
  readonly definition: TableDefinition;
  /** Nothing can be billed without it. */
  readonly isRequired: boolean;
  readonly located: LocatedTable | undefined;
  readonly rows: number;
  /** Columns that must be there, and the titles of those that are not. */
  readonly needed: number;
  readonly missing: readonly string[];
}

/** What a run would find in a workbook, before anything is billed. */
export interface WorkbookSurvey {
  readonly inputs: WorkbookInputs;
  readonly tables: readonly TableSurvey[];
  readonly months: readonly UsageMonth[];
  /** The month that a run without a period bills. */
  readonly latest: Period | undefined;
}

const first: readonly TableDefinition[] = [contractsTable, pricesTable, usageTable];

/** Inputs of a bill in the order in which a person looks for them, then the documents of earlier runs. */
const tablesRead: readonly TableDefinition[] = [
  ...first,
  ...inputTables.filter((table) => !first.includes(table) && !tablesBesideBilling.includes(table)),
  ...[invoicesTable, invoiceLinesTable],
];

/**
 * Where a table is by a mapping, by default the one in Settings; prices without a sheet of their own are in the
 * rows of Contracts.
 */
export function findTable(
  definition: TableDefinition,
  snapshot: Snapshot,
  { settings }: Pick<WorkbookInputs, "settings">,
  mapping: Mapping = definition === settingsTable ? new Map() : mappingFor(definition, settings),
): LocatedTable | undefined {
  const located = locateTable(definition, snapshot, mapping);
  if (located || definition !== pricesTable) return located;
  const contracts = findTable(contractsTable, snapshot, { settings });
  return contracts && locateInSameRows(definition, contracts, snapshot, mapping);
}

/** How the fields of a table read. */
export function tallyTable(located: LocatedTable): FieldTally[] {
  return tallyFields(located);
}

function surveyTable(definition: TableDefinition, snapshot: Snapshot, inputs: WorkbookInputs): TableSurvey {
  const located = findTable(definition, snapshot, inputs);
  const titleOf = (field: string) => definition.columns[field]!.title;
  const required = Object.keys(definition.columns).filter((field) => definition.columns[field]!.required);
  const isUsage = definition === usageTable;
  const isPrices = definition === pricesTable;
  const missing = (located?.missing ?? required).map(titleOf);
  const isUnnamed =
    (isUsage && (!located || !namesParty(located.columnOf))) ||
    (isPrices && !(located && namesUser(located.columnOf)) && !inputs.tables.prices.bound);
  return {
    definition,
    isRequired:
      definition === contractsTable ||
      definition === pricesTable ||
      (isUsage && needsUsage(inputs) && !hasFiles(snapshot)),
    located,
    rows: located ? countRows(located) : 0,
    needed: required.length + (isUsage || isPrices ? 1 : 0),
    missing: isUnnamed ? [titleOf("contractId"), ...missing] : missing,
  };
}

/** Rows of Prices are for a contract or for a plan. */
function namesUser(columnOf: ReadonlyMap<string, number>): boolean {
  return columnOf.has("contractId") || columnOf.has("plan");
}

/** Whether Usage is needed: some price reads a meter, or prices are not known yet. */
function needsUsage({ catalog, readsMeters }: WorkbookInputs): boolean {
  return readsMeters || catalog.contracts.every(({ prices }) => prices.length === 0);
}

/** Usage can come in files alone. */
const hasFiles = ({ usageFiles = [] }: Snapshot): boolean => usageFiles.length > 0;

/** Looks through a workbook: which tables are where, and which months have usage. */
export function surveyWorkbook(snapshot: Snapshot): WorkbookSurvey {
  const inputs = readInputs(snapshot, unheard);
  const read = withSplitHeaders(snapshot);
  const tables = tablesRead.map((definition) => surveyTable(definition, read, inputs));
  const months = usageMonths(inputs);
  return { inputs, tables, months, latest: monthToBill(inputs, unheard, months) };
}
