import type { Day } from "../calendar/day";
import { contains, monthOf, type Period } from "../calendar/period";
import { buildCatalog } from "../catalog/buildCatalog";
import { mappingFor } from "../settings/mapping";
import { readSettings } from "../settings/readSettings";
import type { Settings } from "../settings/settings";
import { isMetered, readsMeter } from "../catalog/readsUsage";
import { readCatalogTables, reportMissingTable, type CatalogTables } from "../catalog/readTables";
import type { Catalog } from "../catalog/records";
import type { Grid, Snapshot } from "../grid/grid";
import type { Issue, Report } from "../issues/issue";
import { readRegister, type DocumentRegister, type RegisteredInvoice } from "../documents/register";
import { registerWithout } from "../invoicing/registerChanges";
import { bindUsage, type UsageTable } from "../metering/bindUsage";
import { findDuplicates } from "../metering/findDuplicates";
import { findRepeats, type RepeatedRows } from "../metering/findRepeats";
import { findSummaries, reportSummaries } from "../metering/findSummaries";
import { headersOfPrices } from "../metering/headersOfPrices";
import { readMeters, type Meters } from "../metering/meters";
import { reportAbsentFiles } from "./absentUsage";
import { listedFiles, type AbsentFile } from "../metering/usageFiles";
import { readUsage, type DependsOn } from "../metering/readUsage";
import { usageTable } from "../metering/usage.table";
import { indexUsage } from "../metering/usageIndex";
import { viewCell } from "../schema/bind";
import { usagePeriodsOf } from "../rating/billingPeriods";
import type { MeteredUsage } from "../rating/ratingContext";
import { findNotRead } from "../intake/findNotRead";
import { isOutputSheet } from "../intake/outputSheets";
import type { StackedTable } from "../intake/headersWithin";
import { areElsewhere, asProposal, reportStacked, tablesApart } from "../intake/stackedTables";
import { tablesInUse } from "../intake/tablesInUse";
import { unseenIssue, unseenRowsOf, type UnseenRows } from "../intake/unseenRows";
import type { NotRead } from "../intake/notRead";
import { monthToBill } from "./monthToBill";
import type { RunOptions } from "./options";
import { changedPeriods, type ChangedPeriod } from "./review/closing/changedPeriods";

/** What a workbook agrees on: enough to say what its rows of usage are for. */
export interface Agreements {
  readonly settings: Settings;
  readonly tables: CatalogTables;
  readonly catalog: Catalog;
  readonly usageBound: UsageTable | undefined;
  readonly meters: Meters;
  /** Tables that are not read, since their sheet is read for another one. */
  readonly stacked: readonly StackedTable[];
}

/** Everything of a workbook but the rows of Usage: the same for every run. */
export interface WorkbookInputs extends Agreements {
  readonly contractIndex: ReadonlyMap<string, number>;
  readonly register: DocumentRegister;
  /** Columns and sheets that nothing reads; reported as well. */
  readonly notRead: readonly NotRead[];
  /** Rows that are hidden or struck out: what they put at stake is known once they are rated. */
  readonly unseen: readonly UnseenRows[];
  /** Some price reads a meter. */
  readonly readsMeters: boolean;
  /** A table that every invoice depends on cannot be used: all are held. */
  readonly isBroken: boolean;
}

/** Everything of a workbook, read, resolved and checked: what a run, a check and an explanation start from. */
export interface PreparedBook extends WorkbookInputs {
  readonly metered: MeteredUsage | undefined;
  /** Rows of Usage that occur twice, by contract: what they add to the bill is known once it is rated. */
  readonly repeats: readonly RepeatedRows[];
  /** Files that the workbook names as part of its usage, and whose rows are not here. */
  readonly absentFiles: readonly AbsentFile[];
  /** Closed periods whose usage is not what was closed; none where nobody can tell. */
  readonly changedPeriods: readonly ChangedPeriod[];
  readonly period: Period;
  readonly asOf: Day;
  /** The document without which the register is: it is explained, and drew what those before it had left. */
  readonly explained: RegisteredInvoice | undefined;
}

/** All headers of Usage, as they are written and by their titles. */
function usageHeaders(usage: UsageTable | undefined): string[] {
  return (usage?.parts ?? []).flatMap(({ bound }) => [
    ...bound.others.values(),
    ...[...bound.columnOf].flatMap(([field, column]) => [
      bound.definition.columns[field].title,
      viewCell(bound.grid, bound.headerRow, column).text,
    ]),
  ]);
}

function readBookMeters(
  tables: CatalogTables,
  catalog: Catalog,
  usage: UsageTable | undefined,
  report: Report,
): Meters {
  const holdsOf = (meterKey: string) =>
    catalog.contracts
      .filter(({ prices }) => prices.some((price) => readsMeter(price, meterKey)))
      .map(({ contractId }) => contractId);
  return readMeters(tables.meters, usageHeaders(usage), holdsOf, headersOfPrices(catalog), report);
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

/** Contracts that are billed by usage: without Usage nothing of theirs can be told, the others go on. */
function meteredContracts({ contracts }: Catalog): string[] {
  return contracts.filter(isMetered).map(({ contractId }) => contractId);
}

/** Sheets that no run has written: one of these is never what was meant by a table that is missing. */
const ofTheUser = ({ grids }: Snapshot) => grids.filter((grid) => !isOutputSheet(grid));

/** Usage, and what is said where it is missing or cannot be read: that holds the contracts billed by it. */
function readBookUsage(
  snapshot: Snapshot,
  settings: Settings,
  catalog: Catalog,
  proposed: readonly Grid[],
  report: Report,
): UsageTable | undefined {
  const metered = meteredContracts(catalog);
  const holding: Report = (issue) =>
    report(issue.severity === "error" ? { ...issue, holds: [...issue.holds, ...metered] } : issue);
  const { table, isBroken } = bindUsage(
    snapshot,
    mappingFor(usageTable, settings),
    holding,
    metered.length > 0,
  );
  const isInFiles = listedFiles(snapshot).length > 0;
  if (!table && !isBroken && metered.length > 0 && !isInFiles)
    reportMissingTable(usageTable, proposed, settings, holding);
  return table;
}

const whyBroken = new Set([
  "MISSING_COLUMN",
  "AMBIGUOUS_COLUMN",
  "AMBIGUOUS_SHEET",
  "SECOND_TABLE",
  "SECOND_HEADER",
]);

/** Reads settings, contracts, prices and meters alone: neither rows of usage nor documents. */
export function readAgreements(book: Snapshot, report: Report): Agreements {
  const given = readSettings(book, report);
  const { stacked, snapshot } = tablesApart(book, given);
  const settings = areElsewhere(stacked, given) ? { ...given, isInDoubt: true } : given;
  const proposed = [...ofTheUser(snapshot), ...stacked.map(asProposal)];
  const tables = readCatalogTables(snapshot, settings, report, proposed);
  const catalog = buildCatalog(tables, settings, report);
  const known = [tables.contracts, tables.prices, tables.customers].map(({ bound }) => bound?.grid.sheet);
  const unused = proposed.filter(({ sheet }) => !known.includes(sheet));
  const usageBound = readBookUsage(snapshot, settings, catalog, unused, report);
  const meters = readBookMeters(tables, catalog, usageBound, report);
  return { settings, tables, catalog, usageBound, meters, stacked };
}

/** Reads and resolves every table but the rows of Usage. */
export function readInputs(snapshot: Snapshot, tell: Report): WorkbookInputs {
  const broken = new Set<string>();
  let missing = "";
  const report: Report = (issue) => {
    if (issue.code === "MISSING_TABLE") missing += issue.message;
    if (whyBroken.has(issue.code))
      for (const sheet of [issue.at.sheet, ...(issue.besides ?? [])]) broken.add(sheet);
    tell(issue);
  };
  const agreements = readAgreements(snapshot, report);
  const { settings, tables, catalog, usageBound, meters, stacked } = agreements;
  const contractIndex = new Map(catalog.contracts.map(({ contractId }, index) => [contractId, index]));
  const readsMeters = catalog.contracts.some(isMetered);
  const register = readRegister(snapshot, settings, report);
  const isBroken = tables.isBroken || !tables.contracts.bound || !tables.prices.bound;
  const used = { settings, tables, usage: usageBound, meters, register };
  const book = { ...used, snapshot, broken };
  const inUse = tablesInUse(book);
  const ofStacked = reportStacked(stacked, missing, settings, report);
  const notRead = [...ofStacked, ...findNotRead(book, inUse, report)];
  return {
    ...agreements,
    contractIndex,
    register,
    notRead,
    unseen: inUse.flatMap(({ bound }) => unseenRowsOf(bound)),
    readsMeters,
    isBroken,
  };
}

/** The period of a run for which none is given: that of the usage, and where nothing can be told of it the month of as-of. */
function periodOfBook(inputs: WorkbookInputs, { asOf }: RunOptions, report: Report): Period | undefined {
  let isInDoubt = false;
  const month = monthToBill(inputs, (issue) => {
    isInDoubt = true;
    report(issue);
  });
  return month ?? (asOf === undefined || isInDoubt ? undefined : monthOf(asOf));
}

export interface Preparation {
  readonly inputs: WorkbookInputs;
  readonly book: PreparedBook | undefined;
}

interface UsageRows extends Pick<WorkbookInputs, "notRead"> {
  readonly metered: MeteredUsage | undefined;
  readonly repeats: readonly RepeatedRows[];
}

/** A sheet that sums up others, as one that is not read. */
function unreadSummary({ code, at }: Issue): NotRead[] {
  const { title } = usageTable;
  return code === "SHEET_NOT_READ"
    ? [{ kind: "sheet", at, header: "", table: title, resembles: "", isWarning: true }]
    : [];
}

/** Rows of Usage in the light of a run: a row holds the contract whose bill of the period depends on it. */
function readRows(inputs: WorkbookInputs, dependsOn: DependsOn, report: Report): UsageRows {
  const { usageBound: table, catalog, meters, tables, notRead } = inputs;
  if (!table) return { metered: undefined, repeats: [], notRead };
  const areContractsKnown = tables.contracts.bound !== undefined;
  const usage = readUsage({ table, catalog, meters, areContractsKnown, dependsOn, report });
  findDuplicates(usage, dependsOn, report);
  const summaries = findSummaries(usage, dependsOn);
  const copied = new Set<string>();
  const repeats = findRepeats(usage, dependsOn, (issue) => {
    copied.add(issue.at.sheet);
    report(issue);
  });
  reportSummaries(summaries, copied, report);
  return {
    metered: {
      usage,
      index: indexUsage(usage, catalog.contracts.length),
      afterClose: new Set(),
      absentDays: [],
    },
    repeats,
    notRead: [...notRead, ...summaries.flatMap(unreadSummary)],
  };
}

/** Usage with the rows that came after their period was closed, where somebody can tell by the hash of what was closed. */
function withAfterClose(
  metered: MeteredUsage | undefined,
  { catalog }: WorkbookInputs,
  snapshot: Snapshot,
  { review }: RunOptions,
): Pick<PreparedBook, "metered" | "changedPeriods"> {
  if (!review) return { metered, changedPeriods: [] };
  const changed = changedPeriods({ metered, catalog, sha256: review.sha256 }, snapshot);
  const afterClose = new Set(changed.flatMap(({ later = [] }) => later));
  return { metered: metered && { ...metered, afterClose }, changedPeriods: changed };
}

/** Usage of which some is in files that are not here. */
const withAbsent = (metered: MeteredUsage, absent: readonly AbsentFile[]): MeteredUsage => ({
  ...metered,
  absentDays: absent.map(({ days }) => days),
});

/**
 * Reads a whole workbook for a run. Where neither the options nor the usage say which period to bill there is no book:
 * then what can be said of the rows has been said.
 */
export function prepareBook(snapshot: Snapshot, options: RunOptions, report: Report): Preparation {
  return preparedFrom(readInputs(snapshot, report), snapshot, options, report);
}

/** Prepares a book of inputs that were read before, for another run. */
export function preparedFrom(
  inputs: WorkbookInputs,
  snapshot: Snapshot,
  options: RunOptions,
  report: Report,
): Preparation {
  const period = options.period ?? periodOfBook(inputs, options, report);
  if (!period) {
    readRows(inputs, (contract) => [inputs.catalog.contracts[contract]!.contractId], report);
    for (const unseen of inputs.unseen) report(unseenIssue(unseen, undefined));
    return { inputs, book: undefined };
  }
  const read = readRows(inputs, dependsOnRun(inputs.catalog, period), report);
  const absent = reportAbsentFiles(snapshot, report);
  const isExplained = ({ invoiceNumber }: RegisteredInvoice) => invoiceNumber === options.withoutInvoice;
  const book: PreparedBook = {
    ...inputs,
    ...read,
    ...withAfterClose(read.metered && withAbsent(read.metered, absent), inputs, snapshot, options),
    absentFiles: absent,
    register: registerWithout(inputs.register, isExplained),
    period,
    asOf: options.asOf ?? period.to,
    explained: inputs.register.invoices.find(isExplained),
  };
  return { inputs, book };
}
