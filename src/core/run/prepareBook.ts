import type { Day } from "../calendar/day";
import { contains, monthOf, type Period } from "../calendar/period";
import { nameKey } from "../base/name";
import { buildCatalog } from "../catalog/buildCatalog";
import { mappingFor } from "../settings/mapping";
import { readSettings } from "../settings/readSettings";
import type { Settings } from "../settings/settings";
import { readCatalogTables, reportMissingTable, type CatalogTables } from "../catalog/readTables";
import type { Catalog } from "../catalog/records";
import type { Snapshot } from "../grid/grid";
import { makeIssue, type Issue, type Report } from "../issues/issue";
import { readRegister, registerContents, type DocumentRegister } from "../documents/register";
import { findDuplicates } from "../metering/findDuplicates";
import { latestUsageDay } from "../metering/latestUsageDay";
import { readMeters, type Meters } from "../metering/meters";
import { readUsage, type DependsOn } from "../metering/readUsage";
import { namesParty, usageTable, type UsageColumns } from "../metering/usage.table";
import { indexUsage } from "../metering/usageIndex";
import { usagePeriodsOf } from "../rating/billingPeriods";
import type { MeteredUsage } from "../rating/rateParts";
import { bindTable, hasTable, type BoundTable } from "../schema/bind";
import { settleDecimalSign } from "../schema/readRecords";
import type { RunOptions } from "./options";

/** Everything of a workbook but the rows of Usage: the same for every run. */
export interface BookInputs {
  readonly settings: Settings;
  readonly tables: CatalogTables;
  readonly catalog: Catalog;
  readonly contractIndex: ReadonlyMap<string, number>;
  readonly register: DocumentRegister;
  readonly meters: Meters;
  readonly usageBound: BoundTable<UsageColumns> | undefined;
  /** Some price reads a meter. */
  readonly readsMeters: boolean;
  /** A table that every invoice depends on cannot be used: all are held. */
  readonly isBroken: boolean;
}

/** Everything of a workbook, read, resolved and checked: what a run, a check and an explanation start from. */
export interface Book extends BookInputs {
  readonly metered: MeteredUsage | undefined;
  readonly period: Period;
  readonly asOf: Day;
}

/** The Usage table; undefined when its rows name nobody. */
function bindUsage(
  snapshot: Snapshot,
  settings: Settings,
  report: Report,
): BoundTable<UsageColumns> | undefined {
  const bound = bindTable(usageTable, snapshot, mappingFor(usageTable, settings), report);
  if (!bound || namesParty(bound.columnOf)) return bound;
  const { contractId } = usageTable.columns;
  const words = {
    table: usageTable.title,
    column: contractId.title,
    synonyms: contractId.synonyms.slice(0, 4).join(", "),
  };
  report(
    makeIssue("MISSING_COLUMN", { at: { sheet: bound.grid.sheet, row: bound.headerRow, column: 0 }, words }),
  );
  return undefined;
}

function readBookMeters(
  tables: CatalogTables,
  catalog: Catalog,
  usage: BoundTable<UsageColumns> | undefined,
  report: Report,
): Meters {
  const headers = usage
    ? [
        ...usage.others.values(),
        ...[...usage.columnOf].flatMap(([field, column]) => [
          usage.definition.columns[field].title,
          headerText(usage, column),
        ]),
      ]
    : [];
  const holdsOf = (meterKey: string) =>
    catalog.contracts
      .filter(({ prices }) => prices.some(({ meter, isFixed }) => !isFixed && nameKey(meter) === meterKey))
      .map(({ contractId }) => contractId);
  return readMeters(tables.meters, headers, holdsOf, report);
}

function headerText(bound: BoundTable<UsageColumns>, column: number): string {
  const cells = bound.grid.columns[column]!;
  return cells.texts[cells.values[bound.headerRow]!] ?? "";
}

/** A usage row holds its contract when its day is billed by the run, or cannot be told. */
function dependsOnRun(catalog: Catalog, run: Period): DependsOn {
  const periods = catalog.contracts.map((contract) =>
    usagePeriodsOf(contract, run).map(({ service }) => service),
  );
  return (contract, day) => {
    const isBilled = day === undefined || periods[contract]!.some((service) => contains(service, day));
    return isBilled ? [catalog.contracts[contract]!.contractId] : [];
  };
}

/** Whether a table that is there could not be bound, so that nothing that needs it can be trusted. */
function isAnyTableBroken(tables: CatalogTables, usageIsBroken: boolean): boolean {
  const needed = [tables.contracts, tables.prices];
  return usageIsBroken || needed.some(({ bound }) => bound === undefined);
}

function withoutInvoice(register: DocumentRegister, number: string | undefined): DocumentRegister {
  if (number === undefined) return register;
  const isOther = ({ invoiceNumber }: { readonly invoiceNumber: string }) => invoiceNumber !== number;
  return {
    ...register,
    ...registerContents(register.invoices.filter(isOther), register.lines.filter(isOther)),
  };
}

/** Reads and resolves every table but the rows of Usage. */
export function readInputs(snapshot: Snapshot, report: Report): BookInputs {
  const settings = readSettings(snapshot, report);
  const tables = readCatalogTables(snapshot, settings, report);
  const catalog = buildCatalog(tables, settings, report);
  const contractIndex = new Map(catalog.contracts.map(({ contractId }, index) => [contractId, index]));
  const usageBound = bindUsage(snapshot, settings, report);
  const usageIsBroken = !usageBound && hasTable(usageTable, snapshot, mappingFor(usageTable, settings));
  const readsMeters = catalog.contracts.some(({ prices }) => prices.some(({ isFixed }) => !isFixed));
  if (!usageBound && !usageIsBroken && readsMeters) reportMissingTable(usageTable, settings, report);
  const register = readRegister(snapshot, settings, report);
  const meters = readBookMeters(tables, catalog, usageBound, report);
  const isBroken = isAnyTableBroken(tables, usageIsBroken || (!usageBound && readsMeters));
  return { settings, tables, catalog, contractIndex, register, meters, usageBound, readsMeters, isBroken };
}

/** Rows of Usage in the light of a run: a row holds the contract whose bill of the period depends on it. */
function readMetered(inputs: BookInputs, period: Period, report: Report): MeteredUsage | undefined {
  const { usageBound: bound, catalog, meters, tables } = inputs;
  if (!bound) return undefined;
  const dependsOn = dependsOnRun(catalog, period);
  const decimalSign = tables.decimalSign ?? settleDecimalSign([bound]);
  const usage = readUsage({ bound, catalog, meters, decimalSign, dependsOn, report });
  findDuplicates(usage, dependsOn, report);
  return { usage, index: indexUsage(usage, catalog.contracts.length) };
}

/** Reads a whole workbook for a run; undefined when neither the options nor the usage say which period to bill. */
export function prepareBook(snapshot: Snapshot, options: RunOptions, report: Report): Book | undefined {
  const inputs = readInputs(snapshot, report);
  const { usageBound } = inputs;
  const latest = options.period ? undefined : usageBound && latestUsageDay(usageBound);
  const period =
    options.period ?? (latest === undefined ? options.asOf && monthOf(options.asOf) : monthOf(latest));
  if (!period) return undefined;
  return {
    ...inputs,
    register: withoutInvoice(inputs.register, options.withoutInvoice),
    metered: readMetered(inputs, period, report),
    period,
    asOf: options.asOf ?? period.to,
  };
}

/** Issues with their reporter, in the order of the stages. */
export function collectIssues(): { readonly issues: Issue[]; readonly report: Report } {
  const issues: Issue[] = [];
  return { issues, report: (issue) => issues.push(issue) };
}
