import { formatDay } from "../calendar/day";
import { formatPeriod } from "../calendar/period";
import type { Grid, Snapshot } from "../grid/grid";
import { revealingFilled } from "../sheets/columnFit";
import { invoiceSheets, staleInvoiceSheets } from "../sheets/invoiceSheet/invoiceSheets";
import type { OutputInput, WriteOptions } from "../sheets/outputInput";
import { sheetNamed, type OutputSheet } from "../sheets/outputSheet";
import { invoiceLinesTable } from "../documents/invoiceLines.table";
import { invoicesTable } from "../documents/invoices.table";
import { currencyTotals } from "../invoicing/currencyTotals";
import { Decimal, sum } from "../money/decimal";
import type { TableDefinition } from "../schema/table";
import { absentFiles, usageFileRows } from "../metering/usageFiles";
import { controlTotalsTable } from "../sheets/controlTotals.sheet";
import type { PlannedSheet, WritePlan } from "../sheets/plan";
import { reconciliationSheet } from "../sheets/reconciliation.sheet";
import { reconciliationTable } from "../sheets/reconciliation.table";
import { inNumberOrder } from "../review/acts/numbers";
import { givenText } from "../review/log/givenNumbers";
import { withAnchor } from "../review/log/logs";
import { billWrites, type BillReviewWrites } from "./review/billWrites";
import { checkTies, type PlannedFigures } from "../sheets/ties/ties";
import { registerRows } from "../sheets/registerRows";
import { outputSheets } from "../sheets/registry";
import { nextRunId, readRunLog } from "../sheets/runLog";
import { outputSheetName } from "../schema/outputSheet";
import { isUnchanged, sheetChange } from "../sheets/unchanged";
import { absentIn, absentUsageText } from "./absentUsage";
import type { BillingRun } from "./billingRun";
import type { PreparedBook } from "./prepareBook";

export interface PlannedRun {
  readonly plan: WritePlan;
  /** False when the workbook already shows all of it: then the plan is empty and no Run log row is added. */
  readonly hasChanges: boolean;
  readonly runId: string;
  /** Sheets of the user that bear the name of one of ours, which is written beside them. */
  readonly beside: readonly { readonly name: string; readonly instead: string }[];
  /** Documents of the run that have a formatted sheet once the plan is carried out. */
  readonly formatted: number;
}

/** The sheets whose cells decide figures, each once. */
export function inputGridsOf(book: PreparedBook, snapshot: Snapshot): Grid[] {
  const { contracts, prices, tiers, customers, taxCodes, meters, adjustments, terms } = book.tables;
  const tables = [
    contracts,
    prices,
    tiers,
    customers,
    taxCodes,
    meters,
    adjustments,
    ...Object.values<{ readonly bound: { readonly grid: Grid } | undefined }>({ ...terms }),
  ];
  const grids = tables.map(({ bound }) => bound?.grid);
  const settings = snapshot.grids.find(({ sheet }) => sheet === book.settings.at.sheet);
  return [...new Set([...grids, book.usageBound?.grid, settings].filter((grid) => grid !== undefined))];
}

function outputInput(run: BillingRun, snapshot: Snapshot, options: WriteOptions): OutputInput {
  const { register, settings, period } = run.book;
  const { invoices, reconciliation, controlTotals, issues } = run;
  const runLog = readRunLog(snapshot);
  const runId = nextRunId(runLog);
  return {
    snapshot,
    settings,
    period,
    register,
    invoices,
    reconciliation,
    controlTotals,
    issues,
    usageFiles: [
      ...absentFiles(snapshot).flatMap(({ rows }) => rows),
      ...usageFileRows(run.book.metered?.usage),
    ],
    inputGrids: inputGridsOf(run.book, snapshot),
    runLog,
    runId,
    asOf: run.book.asOf,
    catalog: run.book.catalog,
    after: run.after,
    registerRows: registerRows({ register, settings, period, invoices, runId, who: options.who }),
    options,
  };
}

/** Where our sheets go because somebody's bear their names. */
function besideOthers({ register, snapshot }: OutputInput): PlannedRun["beside"] {
  const bound = [register.invoicesBound, register.linesBound].map(
    (registerTable) => registerTable?.definition.title,
  );
  return outputSheets.flatMap(({ table }) => {
    const name = sheetNamed(snapshot, table.title)?.sheet;
    const instead = outputSheetName(table, snapshot);
    const isOurs = instead === table.title || (bound.includes(table.title) && !sheetNamed(snapshot, instead));
    return name === undefined || isOurs ? [] : [{ name, instead }];
  });
}

/** The planned sheet of a table, whether it changes the workbook or not. */
type PlannedTables = readonly (Pick<OutputSheet, "table" | "keepsRows"> & { readonly sheet: PlannedSheet })[];

function sheetOf(planned: PlannedTables, table: TableDefinition): PlannedSheet {
  const found = planned.find((output) => output.table === table);
  if (!found) throw new Error(`${table.title} is not planned`);
  return found.sheet;
}

/** All figures of a run as they would be written and reported, to be added up once more. */
function figuresOf(
  { invoices, controlTotals, book }: BillingRun,
  planned: PlannedTables,
  formatted: readonly PlannedSheet[],
): PlannedFigures {
  return {
    invoices: sheetOf(planned, invoicesTable),
    lines: sheetOf(planned, invoiceLinesTable),
    reconciliation: sheetOf(planned, reconciliationTable),
    controlTotals: sheetOf(planned, controlTotalsTable),
    numbers: invoices.map(({ number }) => number),
    formatted,
    reported: {
      totals: currencyTotals(invoices),
      lines: sum(invoices.map(({ lines }) => new Decimal(lines.length))).toNumber(),
      rowsRead: sum(controlTotals.map(({ read }) => new Decimal(read.rows))).toNumber(),
    },
    taxRounding: book.settings.taxRounding,
    isTaxInside: book.settings.pricesIncludeTax === "yes",
  };
}

/** The input with the seals of documents that the run numbered, and parameters that end with the head of Approvals. */
function withReview(input: OutputInput, { seals, lastHash }: BillReviewWrites): OutputInput {
  const { registerRows, options } = input;
  const invoices = registerRows.invoices.map((row) => {
    const seal = seals.get(row.fields.invoiceNumber);
    return seal === undefined ? row : { ...row, fields: { ...row.fields, seal } };
  });
  const parameters = lastHash === undefined ? options.parameters : withAnchor(options.parameters, lastHash);
  return { ...input, registerRows: { ...registerRows, invoices }, options: { ...options, parameters } };
}

const nothing: WritePlan = { sheets: [], removedSheets: [], appended: [] };

/**
 * What a run would write, as a value, once its figures were found to agree. Sheets that already show what is planned are
 * left alone; when all do, nothing is written, no number is spent and no Run log row is added.
 */
export function planWrites(run: BillingRun, snapshot: Snapshot, options: WriteOptions): PlannedRun {
  if (run.closedPeriod !== undefined)
    throw new Error(`${run.closedPeriod} is closed, and nothing of it is billed.`);
  const absent = absentIn(snapshot, run.book.period);
  if (absent)
    throw new Error(`${formatPeriod(run.book.period)} would be billed short: ${absentUsageText(absent)}.`);
  const drafted = outputInput(run, snapshot, options);
  const review = billWrites(run, drafted);
  const input = withReview(drafted, review);
  const planned = (isWritten: (written: OutputSheet["written"]) => boolean) =>
    outputSheets
      .filter((output) => isWritten(output.written) && output.isDue(input))
      .map(({ table, keepsRows, plan }) => ({ table, keepsRows, sheet: plan(input) }));
  const revealed = (sheet: PlannedSheet) => revealingFilled(sheet, sheetNamed(snapshot, sheet.name));
  const tables = planned((written) => written !== "after others");
  const all = invoiceSheets(input);
  checkTies(figuresOf(run, tables, all));
  const changed = tables
    .map(({ sheet, keepsRows }) => ({ sheet, change: sheetChange(sheet, snapshot, keepsRows === true) }))
    .filter(({ change }) => change !== "nothing");
  // Where no figure has changed, only formatted sheets that are missing are written.
  const formatted = changed.length > 0 ? all : all.filter(({ name }) => !sheetNamed(snapshot, name));
  const { runId } = input;
  const beside = besideOthers(input);
  if (changed.length + formatted.length === 0)
    return { plan: nothing, hasChanges: false, runId, beside, formatted: all.length };
  const plan = {
    sheets: [
      ...[
        ...changed.flatMap(({ sheet, change }) => (change === "all" ? [sheet] : [])),
        ...review.sheets,
        ...planned((written) => written === "after others").map(({ sheet }) => sheet),
      ].map(revealed),
      ...formatted,
    ],
    removedSheets: staleInvoiceSheets(input, all),
    appended: [
      ...changed.flatMap(({ change }) => (typeof change === "string" ? [] : [change])),
      ...review.appended,
    ],
    ...(review.edits.length > 0 ? { edits: review.edits } : {}),
  };
  return { plan, hasChanges: true, runId, beside, formatted: all.length };
}

/** What the report alone would write: the sheet Reconciliation, where it shows something else. */
export function planReconciliation(run: BillingRun, snapshot: Snapshot, options: WriteOptions): WritePlan {
  const sheet = reconciliationSheet.plan(outputInput(run, snapshot, options));
  const before = sheetNamed(snapshot, sheet.name);
  return isUnchanged(sheet, before) ? nothing : { ...nothing, sheets: [revealingFilled(sheet, before)] };
}

/** The parameters of a run that decide figures, as the Run log keeps them, with the numbers that it gave. */
export function parametersText({ book, invoices }: BillingRun, giveNumbers: boolean): string {
  const numbered = invoices.filter(({ status }) => status === "issued").sort(inNumberOrder);
  const numbers = numbered.map(({ number }) => number);
  return `as of ${formatDay(book.asOf)}; ${giveNumbers ? givenText(numbers) : "drafts"}`;
}
