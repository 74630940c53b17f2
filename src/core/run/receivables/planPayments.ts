import { formatDay } from "../../calendar/day";
import { formatMoney } from "../../money/format";
import type { CellEdit, PlannedSheet, WritePlan } from "../../sheets/plan";
import { revealingFilled } from "../../sheets/columnFit";
import { invoiceLinesSheet } from "../../sheets/invoiceLines.sheet";
import { invoicesSheet } from "../../sheets/invoices.sheet";
import type { WriteOptions } from "../../sheets/outputInput";
import { sheetNamed } from "../../sheets/outputSheet";
import { applicationsSheet } from "../../sheets/receivables/applications.sheet";
import { changedRegister } from "../../sheets/registerRows";
import { nextRunId, readRunLog } from "../../sheets/runLog";
import { actLogSheet, type LoggedAct } from "../../sheets/runLog.sheet";
import { checkPaymentTies } from "../../sheets/ties/paymentTies";
import { isUnchanged } from "../../sheets/unchanged";
import type { Grid, Snapshot } from "../../grid/grid";
import type { ReceivablesBook } from "../../receivables/book";
import { changedDocuments } from "../../receivables/posting/register";
import type { ImportedPayments } from "../importPayments";
import type { PaymentOptions, PaymentsRun } from "./applyPayments";
import { cashTotals } from "./applyPayments";

/** What a run log row of an act needs besides. */
export type ActOptions = Pick<WriteOptions, "when" | "who" | "engineVersion" | "sha256" | "logo">;

/** Run ID of the next act on a workbook. */
export function nextAct(snapshot: Snapshot): string {
  return nextRunId(readRunLog(snapshot));
}

/** The sheets that decide what is owed, each once. */
export function receivableGrids({
  snapshot,
  register,
  settings,
  applicationsBound,
}: ReceivablesBook): Grid[] {
  const names = new Set(
    ["Payments", "Customers", "Disputes", "Promises", "Reminder levels", settings.at.sheet].map((name) =>
      name.toLowerCase(),
    ),
  );
  const bound = new Set([register.invoicesBound?.grid, register.linesBound?.grid, applicationsBound?.grid]);
  return snapshot.grids.filter((grid) => names.has(grid.sheet.toLowerCase()) || bound.has(grid));
}

const nothing: WritePlan = { sheets: [], removedSheets: [], appended: [] };

/** What is to be written with a row of the log. */
export interface LoggedPlan {
  /** It has the rows that files bring already. */
  readonly snapshot: Snapshot;
  readonly planned: readonly PlannedSheet[];
  readonly edits?: readonly CellEdit[];
  readonly act: LoggedAct;
  readonly inputGrids: readonly Grid[];
  readonly options: ActOptions;
  /** Rows that files bring. */
  readonly brought?: WritePlan | undefined;
  /** Documents as they are printed. */
  readonly formatted?: readonly PlannedSheet[];
}

/**
 * Sheets that do not show what is planned yet and rows that files bring, with a row of the log if there are any; else
 * nothing at all.
 */
export function planLogged({
  snapshot,
  planned,
  edits = [],
  act,
  inputGrids,
  options,
  brought = nothing,
  formatted = [],
}: LoggedPlan): WritePlan {
  const changed = planned.filter((sheet) => !isUnchanged(sheet, sheetNamed(snapshot, sheet.name)));
  const changes = changed.length + edits.length + brought.sheets.length + brought.appended.length;
  if (changes === 0) return nothing;
  const runLog = readRunLog(snapshot);
  const log = actLogSheet.plan({ snapshot, runLog, runId: nextRunId(runLog), act, inputGrids, options });
  const sheets = [...changed, log].map((sheet) => revealingFilled(sheet, sheetNamed(snapshot, sheet.name)));
  return {
    sheets: [...brought.sheets, ...sheets, ...formatted],
    removedSheets: [],
    appended: brought.appended,
    edits: [...(brought.edits ?? []), ...edits],
  };
}

/** Invoices with the Paid, Balance and Status that follow from posted rows; undefined where none of them changes. */
function registerSheets({
  ledger,
}: PaymentsRun): { readonly invoices: PlannedSheet; readonly lines: readonly PlannedSheet[] } | undefined {
  const changed = changedDocuments(ledger);
  if (changed.size === 0) return undefined;
  const input = changedRegister(ledger.book, changed);
  const hasLines = input.register.linesBound !== undefined;
  return { invoices: invoicesSheet.plan(input), lines: hasLines ? [invoiceLinesSheet.plan(input)] : [] };
}

/** Adds up what is about to be written of payments; throws where figures do not agree. */
function checkTies(
  { ledger, applications }: PaymentsRun,
  planned: { readonly applications: PlannedSheet; readonly invoices: PlannedSheet | undefined },
): void {
  const { kept } = ledger.book;
  const counted = new Set(ledger.movements.map(({ row }) => row?.record));
  const postedUpTo = kept.length + applications.length;
  checkPaymentTies({
    ...planned,
    counts: (index) => (index < kept.length ? counted.has(kept[index]) : index < postedUpTo),
    payments: ledger.payments.map(({ receipt: { paymentId, amount }, receipt, currency }) => ({
      paymentId,
      currency,
      received: amount,
      unapplied: ledger.leftOf(receipt),
    })),
    totals: cashTotals(ledger),
  });
}

/** The options that decide figures, as the Run log keeps them. */
function parametersOf(
  { ledger }: PaymentsRun,
  { accept, selected, usesOldest, reverse }: PaymentOptions,
  bank: ImportedPayments["bank"],
): string {
  const files = [...new Set(bank.map(({ file }) => file))];
  return [
    `as of ${formatDay(ledger.asOf)}`,
    ...(files.length > 0 ? [`receipts ${files.join(" ")}`] : []),
    ...(accept ? [`accept ${accept}`] : []),
    ...(selected && selected.size > 0 ? [`payments chosen by hand ${String(selected.size)}`] : []),
    ...(usesOldest ? ["rule oldest"] : []),
    ...(reverse.length > 0 ? [`reverse ${reverse.join(" ")}`] : []),
  ].join("; ");
}

/** What `payments` would write, as a value; a run that changes nothing leaves no trace. */
export function planPayments(
  run: PaymentsRun,
  options: PaymentOptions,
  act: ActOptions,
  imported?: Pick<ImportedPayments, "bank" | "plan">,
): WritePlan {
  const { ledger, applications, proposals } = run;
  const { book } = ledger;
  const { snapshot } = book;
  const hasRows =
    book.kept.length + applications.length + proposals.length > 0 || book.applicationsBound !== undefined;
  const rows = hasRows ? applicationsSheet.plan({ snapshot, book, applications, proposals }) : undefined;
  const documents = registerSheets(run);
  if (rows) checkTies(run, { applications: rows, invoices: documents?.invoices });
  const planned = [...(rows ? [rows] : []), ...(documents ? [documents.invoices, ...documents.lines] : [])];
  const edits = book.receipts.flatMap(({ unnamedAt, paymentId }): CellEdit[] =>
    unnamedAt ? [{ at: unnamedAt, value: paymentId }] : [],
  );
  const total = cashTotals(ledger)
    .map(({ currency, applied }) => `${currency} ${formatMoney(applied, currency)}`)
    .join("; ");
  const logged: LoggedAct = {
    action: "payments",
    period: undefined,
    parameters: parametersOf(run, options, imported?.bank ?? []),
    rowsIn: ledger.payments.length,
    invoices: undefined,
    total: total || undefined,
  };
  return planLogged({
    snapshot,
    planned,
    edits,
    act: logged,
    inputGrids: receivableGrids(book),
    options: act,
    brought: imported?.plan,
  });
}
