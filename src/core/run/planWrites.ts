import { formatDay } from "../calendar/day";
import { groupBy } from "../base/groupBy";
import { formatPeriod } from "../calendar/period";
import { isSettingsSheet } from "../settings/settings.table";
import type { Grid, Snapshot } from "../grid/grid";
import { formatMoney } from "../money/format";
import type { Invoice } from "../invoicing/invoice";
import { isReplaced } from "../invoicing/registerChanges";
import { invoiceLinesTable } from "../documents/invoiceLines.table";
import type { RegisteredInvoice } from "../documents/register";
import { currencyCode } from "../money/currency";
import { sum, type Decimal } from "../money/decimal";
import type { Moment } from "../schema/column";
import { controlTotalsOutput } from "../sheets/controlTotalsSheet";
import { inputsHash } from "../sheets/inputsHash";
import { keptLineRow, linesOutput, newLineRow, type LineRow } from "../sheets/invoiceLinesSheet";
import { invoiceSheet, sheetNameOf } from "../sheets/invoiceSheet/invoiceSheet";
import { invoicesOutput, keptInvoiceRow, newInvoiceRow, type InvoiceRow } from "../sheets/invoicesSheet";
import { issuesOutput, sortIssues } from "../sheets/issuesSheet";
import { revealingFilled } from "../sheets/columnFit";
import { FIRST_ROW, isUnchanged, keptParts, tableSheet } from "../sheets/outputTable";
import type { PlannedImage, PlannedSheet, WritePlan } from "../sheets/plan";
import {
  bindReconciliation,
  oldRowOf,
  readNotes,
  reconciliationOutput,
  reportRows,
} from "../sheets/reconciliationSheet";
import { appendRun, nextRunId, readRunLog, runLogOutput, type RunLog, type Sha256 } from "../sheets/runLog";
import type { BillingRun } from "./billingRun";

export interface WriteOptions {
  readonly when: Moment;
  readonly who: string;
  readonly engineVersion: string;
  readonly sha256: Sha256;
  /** The options that decide figures, for the Run log. */
  readonly parameters: string;
  /** Formatted invoice sheets to write at most. */
  readonly sheetLimit: number;
  /** A picture file named in Settings, where the ring outside found one. */
  readonly logo?: Pick<PlannedImage, "bytes" | "type"> | undefined;
}

export interface PlannedRun {
  readonly plan: WritePlan;
  /** False when the workbook already shows all of it: then the plan is empty and no Run log row is added. */
  readonly hasChanges: boolean;
  readonly runId: string;
  /** Documents of the run that have a formatted sheet once the plan is carried out. */
  readonly formatted: number;
}

/** Documents and lines as they will stand: kept ones first, then the run's. */
interface RegisterRows {
  readonly invoices: readonly InvoiceRow[];
  readonly lines: readonly LineRow[];
  /** Row in the lines sheet at which each new document's lines begin. */
  readonly firstLineOf: ReadonlyMap<string, number>;
}

function sameLines(invoice: Invoice, before: RegisteredInvoice): boolean {
  return (
    invoice.lines.length === before.lines.length &&
    invoice.lines.every((line, index) => {
      const old = before.lines[index]!;
      return (
        line.amount.equals(old.amount) &&
        line.explanation === old.explanation &&
        line.taxRate.equals(old.taxRate ?? 0)
      );
    })
  );
}

/** A draft that says exactly what the new document says keeps its Run ID and review marks. */
function draftBefore(
  invoice: Invoice,
  drafts: ReadonlyMap<string, RegisteredInvoice>,
): RegisteredInvoice | undefined {
  const before = drafts.get(invoice.number);
  const isSame =
    before !== undefined &&
    sameLines(invoice, before) &&
    before.invoiceDate === invoice.invoiceDate &&
    before.dueDate === invoice.dueDate;
  return isSame ? before : undefined;
}

function registerRows({ book, invoices }: BillingRun, runId: string): RegisterRows {
  const { register, settings, period } = book;
  const drafts = new Map(
    register.invoices.filter((each) => isReplaced(each, period)).map((each) => [each.invoiceNumber, each]),
  );
  const kept = register.invoices.filter((each) => !isReplaced(each, period));
  const registered = kept.filter(({ at }) => at.sheet === register.invoicesBound?.grid.sheet);
  const invoiceRows = [
    ...registered.map((each) => keptInvoiceRow(each, settings)),
    ...invoices.map((invoice) => {
      const before = draftBefore(invoice, drafts);
      return newInvoiceRow(invoice, before?.runId ?? runId, before);
    }),
  ];
  const lines: LineRow[] = kept
    .flatMap((each) =>
      each.lines.map((line) => keptLineRow(line, currencyCode(each.currency ?? "") ?? settings.currency)),
    )
    .sort((a, b) => a.oldRow! - b.oldRow!);
  const firstLineOf = new Map<string, number>();
  for (const invoice of invoices) {
    firstLineOf.set(invoice.number, FIRST_ROW + lines.length);
    for (const [index, line] of invoice.lines.entries())
      lines.push(newLineRow(line, index, invoice.number, invoice.currency));
  }
  return { invoices: invoiceRows, lines, firstLineOf };
}

function gridOf(snapshot: Snapshot, sheet: string): Grid | undefined {
  return snapshot.grids.find((grid) => grid.sheet === sheet);
}

function registerSheets(run: BillingRun, rows: RegisterRows): PlannedSheet[] {
  const { settings, register } = run.book;
  if (rows.invoices.length === 0 && rows.lines.length === 0) return [];
  const linesSheet = register.linesBound?.grid.sheet ?? linesOutput.sheet;
  const lines = { ...linesOutput, sheet: linesSheet };
  const table = invoicesOutput({ settings, lines: { sheet: linesSheet, rows: rows.lines.length } });
  const invoices = { ...table, sheet: register.invoicesBound?.grid.sheet ?? table.sheet };
  return [
    ...(rows.invoices.length > 0
      ? [
          tableSheet(
            invoices,
            rows.invoices,
            keptParts(register.invoicesBound, register.unreadable.invoices),
            ({ oldRow }) => oldRow,
          ),
        ]
      : []),
    tableSheet(
      lines,
      rows.lines,
      keptParts(register.linesBound, register.unreadable.lines),
      ({ oldRow }) => oldRow,
    ),
  ];
}

/** The sheets that say what the run found. */
function reportSheets(run: BillingRun, snapshot: Snapshot): PlannedSheet[] {
  const lastReport = bindReconciliation(snapshot);
  const notes = readNotes(lastReport);
  const ownTitles = new Set(reconciliationOutput.columns.map(({ title }) => title));
  const report = reportRows(run.reconciliation, notes, run.book.settings.currency);
  return [
    tableSheet(reconciliationOutput, report, keptParts(lastReport, [], ownTitles), oldRowOf),
    tableSheet(controlTotalsOutput, run.controlTotals),
    tableSheet(issuesOutput, sortIssues(run.issues)),
  ];
}

/** "EUR 1,855.90; USD 187,850.28": the run's totals with tax, per currency. */
function totalText(invoices: readonly Invoice[]): string {
  const groups = groupBy(invoices, ({ currency }) => currency);
  const totals = [...groups]
    .sort()
    .map(([currency, group]): [string, Decimal] => [currency, sum(group.map(({ total }) => total))]);
  return totals.map(([currency, total]) => `${currency} ${formatMoney(total, currency)}`).join("; ");
}

function logSheet(
  run: BillingRun,
  log: RunLog,
  runId: string,
  snapshot: Snapshot,
  options: WriteOptions,
): PlannedSheet {
  const { tables, usageBound, metered, period } = run.book;
  const bound = [
    tables.contracts,
    tables.prices,
    tables.tiers,
    tables.customers,
    tables.taxCodes,
    tables.meters,
    tables.adjustments,
  ]
    .map((table) => table.bound?.grid)
    .concat(usageBound?.grid, gridOf(snapshot, run.book.settings.at.sheet));
  const inputs = [...new Set(bound.filter((grid) => grid !== undefined))];
  const rows = appendRun(
    log,
    {
      runId,
      when: options.when,
      who: options.who || undefined,
      action: "bill",
      period: formatPeriod(period),
      parameters: options.parameters || undefined,
      rowsIn: run.controlTotals.reduce((all, { read }) => all + read.rows, 0),
      invoices: run.invoices.length,
      total: totalText(run.invoices) || undefined,
      inputsHash: metered || inputs.length > 0 ? inputsHash(inputs, options.sha256) : undefined,
      engineVersion: options.engineVersion,
    },
    options.sha256,
  );
  return tableSheet(runLogOutput, rows, keptParts(log.bound), ({ row }) => row);
}

/** The logo: the picture on the Settings sheet, else the file that Settings names. */
function logoOf(snapshot: Snapshot, options: WriteOptions): WriteOptions["logo"] {
  return snapshot.pictures.find(({ sheet }) => isSettingsSheet(sheet)) ?? options.logo;
}

function documentSheets(
  run: BillingRun,
  rows: RegisterRows,
  snapshot: Snapshot,
  options: WriteOptions,
): PlannedSheet[] {
  const { settings, register } = run.book;
  const logo = logoOf(snapshot, options);
  const sheet = register.linesBound?.grid.sheet ?? invoiceLinesTable.title;
  const taken = new Set<string>();
  return run.invoices.slice(0, options.sheetLimit).map((invoice) => {
    const firstRow = rows.firstLineOf.get(invoice.number)!;
    const { corrects } = invoice;
    const correctsDate = register.invoices.find(
      ({ invoiceNumber }) => invoiceNumber === corrects,
    )?.invoiceDate;
    const linesTable = { sheet, firstRow };
    const planned = invoiceSheet({ invoice, settings, logo, linesTable, correctsDate });
    // Two numbers can become one sheet name when cut to Excel's 31 characters.
    let name = planned.name;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++)
      name = `${planned.name.slice(0, 27)} (${String(copy)})`;
    taken.add(name.toLowerCase());
    return { ...planned, name };
  });
}

/** Formatted sheets of drafts that this run replaces and does not write again. */
function staleSheets(run: BillingRun, written: readonly PlannedSheet[], snapshot: Snapshot): string[] {
  const names = new Set(written.map(({ name }) => name));
  const old = run.book.register.invoices
    .filter((each) => isReplaced(each, run.book.period))
    .map(({ invoiceNumber }) => sheetNameOf(invoiceNumber));
  return old.filter((name) => !names.has(name) && gridOf(snapshot, name) !== undefined);
}

const nothing: WritePlan = { sheets: [], removedSheets: [], appended: [] };

/**
 * What a run would write, as a value. Sheets that already show what is planned are left alone; when all do, nothing
 * is written, no number is spent and no Run log row is added.
 */
export function planWrites(run: BillingRun, snapshot: Snapshot, options: WriteOptions): PlannedRun {
  const log = readRunLog(snapshot);
  const runId = nextRunId(log);
  const rows = registerRows(run, runId);
  const outputs = [...registerSheets(run, rows), ...reportSheets(run, snapshot)];
  const changed = outputs
    .filter((sheet) => !isUnchanged(sheet, gridOf(snapshot, sheet.name)))
    .map((sheet) => revealingFilled(sheet, gridOf(snapshot, sheet.name)));
  const all = documentSheets(run, rows, snapshot, options);
  // Where the figures stand as they are, only formatted sheets that are not there are written.
  const documents = changed.length > 0 ? all : all.filter(({ name }) => gridOf(snapshot, name) === undefined);
  if (changed.length + documents.length === 0)
    return { plan: nothing, hasChanges: false, runId, formatted: all.length };
  const logged = logSheet(run, log, runId, snapshot, options);
  const sheets = [...changed, revealingFilled(logged, gridOf(snapshot, logged.name)), ...documents];
  const plan = { sheets, removedSheets: staleSheets(run, all, snapshot), appended: [] };
  return { plan, hasChanges: true, runId, formatted: all.length };
}

/** The parameters of a run that decide figures, as the Run log keeps them. */
export function parametersText(run: BillingRun, giveNumbers: boolean): string {
  return `as of ${formatDay(run.book.asOf)}; ${giveNumbers ? "numbers given" : "drafts"}`;
}
