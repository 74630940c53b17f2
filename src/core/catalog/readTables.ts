import { nameKey } from "../base/name";
import { cellAddress, type Grid, type Snapshot } from "../grid/grid";
import { makeIssue, type Issue, type Report, unheard } from "../issues/issue";
import {
  asInput,
  notUnderstood,
  bindSameRows,
  bindTable,
  hasTable,
  type BindOptions,
  type BoundTable,
} from "../schema/bind";
import { titleKey } from "../schema/sheetNames";
import { readRecords, type HoldsOf } from "../schema/readRecords";
import type { Columns, TableDefinition } from "../schema/table";
import { adjustmentsTable } from "./adjustments.table";
import { contractsTable } from "./contracts.table";
import { customersTable } from "./customers.table";
import { metersTable } from "./meters.table";
import { dependents } from "./dependents";
import { holdsOfPriceRow, withParty, type PriceParty, type PricesBound } from "./priceParty";
import { pricesTable } from "./prices.table";
import { headersOf } from "./everydayHeaders";
import { anyTable } from "../schema/boundTable";
import { spreadMergedCells } from "../schema/mergedCells";
import { sheetThatFits } from "../schema/sheetThatFits";
import { mappingFor } from "../settings/mapping";
import type { Settings } from "../settings/settings";
import type { ReadTable } from "./readTable";
import { taxCodesTable } from "./taxCodes.table";
import { tellingUnknown } from "./unknownParties";
import { unitsTable } from "./units.table";
import { readTermTables, type TermTables } from "./terms/termTables";
import { tiersTable } from "./tiers.table";

export interface CatalogTables {
  readonly contracts: ReadTable<(typeof contractsTable)["columns"]>;
  readonly prices: ReadTable<(typeof pricesTable)["columns"]>;
  /** Prices are in the Contracts rows: one sheet with both. */
  readonly isOneSheet: boolean;
  readonly tiers: ReadTable<(typeof tiersTable)["columns"]>;
  readonly customers: ReadTable<(typeof customersTable)["columns"]>;
  readonly taxCodes: ReadTable<(typeof taxCodesTable)["columns"]>;
  readonly meters: ReadTable<(typeof metersTable)["columns"]>;
  readonly adjustments: ReadTable<(typeof adjustmentsTable)["columns"]>;
  readonly units: ReadTable<(typeof unitsTable)["columns"]>;
  /** What is agreed beside contracts and prices. */
  readonly terms: TermTables;
  /** The table of adjustments is named as one of credits. */
  readonly areCredits: boolean;
  /** The contracts that use a price row: the one it names, or all on its plan. */
  readonly usersOfPrice: (row: PriceParty) => readonly string[];
  /** A table that is there, of settings too, could not be bound: what depends on it is not known. */
  readonly isBroken: boolean;
}

/** Reports a table that nothing can be billed without, with the one of `grids` under another name that has its columns. */
export function reportMissingTable(
  definition: TableDefinition,
  grids: readonly Grid[],
  settings: Settings,
  report: Report,
): void {
  const fits = sheetThatFits(definition, grids, mappingFor(definition, settings));
  const but = fits?.lacks.map((title) => ` but “${title}”`).join("") ?? "";
  const hint = fits === undefined ? "" : `; the sheet “${fits.sheet}” has its columns${but}`;
  const words = { table: definition.title, synonyms: definition.synonyms.slice(0, 3).join(", "), hint };
  const lacks = { table: definition.title, fields: [] };
  report(makeIssue("MISSING_TABLE", { at: settings.at, words, lacks }));
}

type ContractsBound = BoundTable<(typeof contractsTable)["columns"]>;

const customerHeaders = new Set(["Customer ID", ...headersOf("customerId").synonyms].map(nameKey));

const noHolds = (): string[] => [];
/** Without a Contract ID in Contracts the customer's id is the contract's: then it names the contract of a price too. */
function withContractColumn(
  prices: PricesBound,
  contracts: ContractsBound | undefined,
  isOneSheet: boolean,
  snapshot: Snapshot,
  report: Report,
): PricesBound {
  const { columnOf, others } = prices;
  const contractColumn = contracts?.columnOf.get("contractId");
  if (columnOf.has("contractId") || contractColumn === undefined) return prices;
  const isCustomer = contractColumn === contracts!.columnOf.get("customerId");
  const named = [...others].find(([, header]) => isCustomer && customerHeaders.has(nameKey(header)))?.[0];
  const column = isOneSheet ? contractColumn : named;
  if (column === undefined) return prices;
  // Merged cells of the column were left as they are while nobody read it.
  const ofContracts = { ...anyTable(prices), columnOf: new Map([["contractId", column]]) };
  const { grid } = isOneSheet ? prices : spreadMergedCells(ofContracts, snapshot, report);
  return { ...prices, grid, columnOf: new Map([...columnOf, ["contractId", column]]) };
}

/** Without contracts and prices nothing is billed: what is missing in a sheet of their name is said in full. */
const needed: BindOptions = { ...asInput, needsTwoColumns: false };
const neededWhole: BindOptions = { ...needed, takesIncomplete: true };

/** Prices in the rows of Contracts; where these are not there and another sheet has them, it is that one that is missed. */
function bindOneSheet(
  contracts: ContractsBound,
  snapshot: Snapshot,
  grids: readonly Grid[],
  settings: Settings,
  report: Report,
): PricesBound | undefined {
  const mapping = mappingFor(pricesTable, settings);
  const issues: Issue[] = [];
  const bound = bindSameRows(pricesTable, anyTable(contracts), snapshot, mapping, (issue) => {
    issues.push(issue);
  });
  const days = new Set([contracts.columnOf.get("startDate"), contracts.columnOf.get("endDate")]);
  const elsewhere = bound ? undefined : sheetThatFits(pricesTable, grids, mapping);
  if (elsewhere && elsewhere.sheet !== contracts.grid.sheet)
    reportMissingTable(pricesTable, grids, settings, report);
  else issues.forEach(report);
  // The days of the contract are no days of a price, which would end with the row of one that renews itself.
  const own =
    bound && [...bound.columnOf].filter(([field, column]) => !isDayOfPrice(field) || !days.has(column));
  return own && { ...bound, columnOf: new Map(own) };
}

const isDayOfPrice = (field: string) => field === "effectiveFrom" || field === "effectiveTo";

/** The Prices table, or the rows of Contracts where there is none; undefined when its rows are for nobody. */
function bindPrices(
  contracts: ContractsBound | undefined,
  isOneSheet: boolean,
  snapshot: Snapshot,
  grids: readonly Grid[],
  settings: Settings,
  report: Report,
): PricesBound | undefined {
  const mapping = mappingFor(pricesTable, settings);
  const bound = !isOneSheet
    ? bindTable(pricesTable, snapshot, mapping, report, neededWhole)
    : contracts && bindOneSheet(contracts, snapshot, grids, settings, report);
  const prices = bound && withContractColumn(bound, contracts, isOneSheet, snapshot, report);
  if (!prices || prices.columnOf.has("contractId") || prices.columnOf.has("plan")) return prices;
  const { contractId, plan } = pricesTable.columns;
  const words = {
    table: pricesTable.title,
    columns: `“${contractId.title}” or “${plan.title}”`,
    right: `add it, or one headed ${contractId.synonyms.slice(0, 4).join(", ")}${notUnderstood(prices.others.values())}`,
  };
  const at = { sheet: prices.grid.sheet, row: prices.headerRow, column: prices.firstColumn };
  const lacks = { table: pricesTable.title, fields: ["contractId", "plan"] };
  report(makeIssue("MISSING_COLUMN", { at, words, lacks }));
  return undefined;
}

/** The name by which a table was found: that of an Excel table which the definition knows, else that of its sheet. */
function titleOf(bound: BoundTable, { tables }: Snapshot): string {
  const names = new Set([bound.definition.title, ...bound.definition.synonyms].map(titleKey));
  const table = tables.find(
    ({ sheet, firstRow, name }) =>
      sheet === bound.grid.sheet && firstRow === bound.headerRow && names.has(titleKey(name)),
  );
  return table?.name ?? bound.grid.sheet;
}

const CREDITS = /credit|gutschrift/i;

/** Where contracts and prices share cells, what is wrong with one is said once. */
function onceACell(report: Report): Report {
  const seen = new Set<string>();
  return (issue) => {
    const key = `${issue.code} ${cellAddress(issue.at)}`;
    if (seen.has(key)) return;
    seen.add(key);
    report(issue);
  };
}

/** How other tables are found: a sheet that is one of these is none of them by a word of its name. */
const besidesThose = (...tables: readonly ({ readonly grid: Grid } | undefined)[]): BindOptions => ({
  ...asInput,
  taken: new Set(tables.flatMap((table) => table?.grid.sheet ?? [])),
});

/** The records of a table; none of one that is not there. */
function readBound<C extends Columns>(
  bound: BoundTable<C> | undefined,
  holdsOf: HoldsOf<C>,
  report: Report,
): ReadTable<C> {
  return { bound, ...(bound ? readRecords(bound, holdsOf, report) : { good: [], bad: [] }) };
}

/** Finds tables of a workbook; whether one that is there could not be bound is known once all have been sought. */
function tableFinder(snapshot: Snapshot, settings: Settings, report: Report) {
  let isBroken = settings.isInDoubt === true;
  const isThere = (definition: TableDefinition, options = asInput) =>
    hasTable(definition, snapshot, mappingFor(definition, settings), options);
  const bind = <C extends Columns>(definition: TableDefinition<C>, options = asInput) => {
    const bound = bindTable(definition, snapshot, mappingFor(definition, settings), report, options);
    if (!bound && isThere(definition, options)) isBroken = true;
    return bound;
  };
  return { isThere, bind, isBroken: () => isBroken };
}

/**
 * Finds and reads every input table but Usage, which travels as columns (metering). `grids` are the sheets that may be
 * proposed for a table that is missing.
 */
export function readCatalogTables(
  snapshot: Snapshot,
  settings: Settings,
  report: Report,
  grids: readonly Grid[] = snapshot.grids,
): CatalogTables {
  const { isThere, bind, isBroken } = tableFinder(snapshot, settings, report);
  const contracts = bind(contractsTable, neededWhole);
  if (!contracts && !isThere(contractsTable, neededWhole))
    reportMissingTable(contractsTable, grids, settings, report);
  const isIncomplete = !isThere(pricesTable, needed) && isThere(pricesTable, neededWhole);
  const isOneSheet =
    !isThere(pricesTable, needed) &&
    !(isIncomplete && !bindPrices(contracts, true, snapshot, grids, settings, unheard));
  const prices = bindPrices(contracts, isOneSheet, snapshot, grids, settings, report);
  const besides = besidesThose(contracts, prices);
  const bound = {
    contracts,
    prices,
    tiers: bind(tiersTable, besides),
    customers: bind(customersTable, besides),
    taxCodes: bind(taxCodesTable, besides),
    meters: bind(metersTable, besides),
    adjustments: bind(adjustmentsTable, besides),
    units: bind(unitsTable, besides),
  };
  const reportRow = isOneSheet ? onceACell(report) : report;
  const read = <C extends Columns>(table: BoundTable<C> | undefined, holdsOf: HoldsOf<C>, to = report) =>
    readBound(table, holdsOf, to);
  const contractsRead = read(
    bound.contracts,
    ({ contractId }) => (contractId === undefined ? [] : [contractId]),
    reportRow,
  );
  const { ofPrice, ofCustomer, ofParty } = dependents(contractsRead);
  const customers = read(bound.customers, ofCustomer);
  const ofKnown = tellingUnknown(contractsRead, customers, report);
  const holdsOfPrice = holdsOfPriceRow(bound.prices, ofPrice);
  return {
    contracts: contractsRead,
    prices: withParty(ofKnown(read(bound.prices, holdsOfPrice, reportRow)), holdsOfPrice, report),
    isOneSheet,
    tiers: read(bound.tiers, noHolds),
    customers,
    taxCodes: read(bound.taxCodes, noHolds),
    meters: read(bound.meters, noHolds),
    adjustments: ofKnown(read(bound.adjustments, ofParty)),
    units: read(bound.units, noHolds),
    terms: readTermTables(
      (definition, holdsOf) => ofKnown(read(bind(definition, besides), holdsOf)),
      ofParty,
    ),
    areCredits: bound.adjustments !== undefined && CREDITS.test(titleOf(bound.adjustments, snapshot)),
    usersOfPrice: ofPrice,
    isBroken: isBroken() || (!prices && !isOneSheet),
  };
}
