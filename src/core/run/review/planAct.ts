import { groupBy } from "../../base/groupBy";
import { formatPeriod, type Period } from "../../calendar/period";
import { documentsByNumber, type RegisteredInvoice } from "../../documents/register";
import type { Snapshot } from "../../grid/grid";
import type { Invoice } from "../../invoicing/invoice";
import { totalOf } from "../../invoicing/customerChanges";
import { formatMoney } from "../../money/format";
import { sum } from "../../money/decimal";
import { withAnchor } from "../../review/log/logs";
import type { DoneAct } from "../../review/acts/perform";
import { isSettingsSheet } from "../../settings/settings.table";
import { revealingFilled } from "../../sheets/columnFit";
import { invoiceSheet, sheetNameOf } from "../../sheets/invoiceSheet/invoiceSheet";
import { invoiceLinesSheet } from "../../sheets/invoiceLines.sheet";
import { invoicesSheet } from "../../sheets/invoices.sheet";
import { FIRST_ROW } from "../../sheets/layout";
import type { WriteOptions } from "../../sheets/outputInput";
import { linesSheetName, sheetNamed } from "../../sheets/outputSheet";
import type { CellEdit, PlannedSheet, WritePlan } from "../../sheets/plan";
import { changedRegister, type LineRow } from "../../sheets/registerRows";
import { readRunLog, runLogTable } from "../../sheets/runLog";
import { outputSheetName } from "../../schema/outputSheet";
import { actLogSheet, type LoggedAct } from "../../sheets/runLog.sheet";
import { bindReconciliation } from "../../sheets/reconciliation.table";
import { isUnchanged } from "../../sheets/unchanged";
import { CellKind } from "../../grid/grid";
import { viewCell } from "../../schema/viewCell";
import { inputGridsOf } from "../planWrites";
import type { OpenedReview } from "./openReview";
import type { ActRun } from "./performAct";
import { reviewWrites } from "./reviewWrites";

export type ActWriteOptions = Pick<WriteOptions, "when" | "who" | "engineVersion" | "sha256" | "logo">;

const nothing: WritePlan = { sheets: [], removedSheets: [], appended: [] };

/** "EUR 1,855.90; USD 187.00": totals with tax, per currency. */
export function totalsText(documents: readonly RegisteredInvoice[]): string {
  return [...groupBy(documents, ({ currency = "" }) => currency)]
    .map(([currency, group]) => `${currency} ${formatMoney(sum(group.map(totalOf)), currency)}`)
    .join("; ");
}

/** The days of the runs of all documents, where they are the same. */
function commonPeriod(documents: readonly RegisteredInvoice[]): string | undefined {
  const periods = documents.flatMap(({ periodStart: from, periodEnd: to }): Period[] =>
    from === undefined || to === undefined ? [] : [{ from, to }],
  );
  const texts = new Set(periods.map(formatPeriod));
  return texts.size === 1 ? [...texts][0] : undefined;
}

function logOf({ act, done, options }: ActRun, lastHash: string | undefined): LoggedAct {
  const after = done.map((performed) => performed.after);
  const [first] = after;
  const which = after.length === 1 ? first!.invoiceNumber : `${String(after.length)} documents`;
  const said = [which, ...(options.comment === "" ? [] : [options.comment.replace(/\s+/g, " ")])].join("; ");
  return {
    action: act.id,
    period: commonPeriod(after),
    parameters: lastHash === undefined ? said : withAnchor(said, lastHash),
    rowsIn: undefined,
    invoices: after.length,
    total: totalsText(after) || undefined,
  };
}

/** The register with what acts made of its documents; its rows stay in their order. */
function registerSheets({ opened, done }: ActRun): {
  readonly sheets: PlannedSheet[];
  readonly lines: readonly LineRow[];
} {
  const input = changedRegister(
    opened,
    new Map(done.map((performed) => [performed.before, performed.after])),
  );
  const { register, snapshot } = input;
  const written = register.linesBound ? [invoicesSheet, invoiceLinesSheet] : [invoicesSheet];
  const sheets = written
    .map((sheet) => sheet.plan(input))
    .filter((sheet) => !isUnchanged(sheet, sheetNamed(snapshot, sheet.name)));
  return { sheets, lines: input.registerRows.lines };
}

/** Where the lines of a document begin in the sheet of lines, if they stand there one below the other. */
function firstLineOf(lines: readonly LineRow[], number: string, count: number): number | undefined {
  const first = lines.findIndex(({ fields }) => fields.invoiceNumber === number);
  const group = lines.slice(first, first + count);
  const isInOrder = group.every(
    ({ fields }, index) => fields.invoiceNumber === number && fields.line === index + 1,
  );
  return first >= 0 && group.length === count && isInOrder ? FIRST_ROW + first : undefined;
}

/** A computed document with the number, status and dates that the act gave it. */
function asWritten(computed: Invoice, after: RegisteredInvoice): Invoice {
  return {
    ...computed,
    number: after.invoiceNumber,
    status: after.status ?? computed.status,
    invoiceDate: after.invoiceDate ?? computed.invoiceDate,
    dueDate: after.dueDate ?? computed.dueDate,
  };
}

/** The printed sheet of a document under its number and status; a draft that has none gets none. */
function printedSheet(
  run: ActRun,
  performed: DoneAct,
  lines: readonly LineRow[],
  logo: ActWriteOptions["logo"],
): PlannedSheet | undefined {
  const { settings, snapshot, register } = run.opened;
  const computed = run.computedOf(performed);
  const row = computed && firstLineOf(lines, performed.after.invoiceNumber, computed.lines.length);
  if (!computed || row === undefined) return undefined;
  const corrected = documentsByNumber(register).get(computed.corrects)?.[0];
  return invoiceSheet({
    invoice: asWritten(computed, performed.after),
    settings,
    logo: snapshot.pictures.find(({ sheet }) => isSettingsSheet(sheet)) ?? logo,
    linesTable: { sheet: linesSheetName({ register, snapshot }), firstRow: row },
    correctsDate: corrected?.invoiceDate,
  });
}

/** Printed sheets that say another number or status than the act gave: written anew, or taken away. */
function printedSheets(run: ActRun, lines: readonly LineRow[], logo: ActWriteOptions["logo"]) {
  const { snapshot } = run.opened;
  const saysStatus = run.act.to === "void" || run.act.to === "issued";
  const sheets: PlannedSheet[] = [];
  const removed: string[] = [];
  for (const performed of saysStatus ? run.done : []) {
    const old = sheetNamed(snapshot, sheetNameOf(performed.before.invoiceNumber))?.sheet;
    if (old === undefined) continue;
    const planned = printedSheet(run, performed, lines, logo);
    if (planned) sheets.push(planned);
    if (planned?.name.toLowerCase() !== old.toLowerCase()) removed.push(old);
  }
  return { sheets, removed };
}

/** Cells of Reconciliation that name a document by the number that it had. */
function numbersInReport(snapshot: Snapshot, done: readonly DoneAct[]): CellEdit[] {
  const numbers = new Map(done.map(({ before, after }) => [before.invoiceNumber, after.invoiceNumber]));
  const bound = bindReconciliation(snapshot);
  const column = bound?.columnOf.get("invoiceNumber");
  if (!bound || column === undefined) return [];
  const edits: CellEdit[] = [];
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    const { kind, text } = viewCell(bound.grid, row, column);
    const number = kind === CellKind.text ? numbers.get(text) : undefined;
    if (number !== undefined && number !== text)
      edits.push({ at: { sheet: bound.grid.sheet, row, column }, value: number });
  }
  return edits;
}

/** What an act writes: the register, Approvals, Seals, the Error register, printed sheets, and a row of the Run log. */
export function planAct(run: ActRun, options: ActWriteOptions): WritePlan {
  const { done, opened, runId, act } = run;
  if (done.length === 0) return nothing;
  const { snapshot } = opened;
  const { sheets: register, lines } = registerSheets(run);
  const isUnsealed = ({ before, after }: DoneAct) =>
    act.writes.seal === "emptied" || before.invoiceNumber !== after.invoiceNumber;
  const review = reviewWrites(
    snapshot,
    {
      approvals: done.map(({ approval }) => approval),
      errors: done.flatMap(({ error }) => error ?? []),
      seals: done.flatMap(({ sealed }) => sealed?.rows ?? []),
      unsealed: new Set(done.filter(isUnsealed).map(({ before }) => before.invoiceNumber)),
    },
    options.sha256,
  );
  const printed = printedSheets(run, lines, options.logo);
  const log = actLogSheet.plan({
    snapshot,
    runLog: readRunLog(snapshot),
    runId,
    act: logOf(run, review.lastHash),
    inputGrids: inputGridsOf(opened.book, snapshot),
    options,
  });
  const revealed = (sheet: PlannedSheet) => revealingFilled(sheet, sheetNamed(snapshot, sheet.name));
  return {
    sheets: [...[...register, ...review.sheets, log].map(revealed), ...printed.sheets],
    removedSheets: printed.removed,
    appended: review.appended,
    edits: [...review.edits, ...numbersInReport(snapshot, done)],
  };
}

/** The head of the log once a plan is carried out: what somebody may note elsewhere. */
export function headOf(
  { sheets }: Pick<WritePlan, "sheets">,
  { logs, snapshot }: Pick<OpenedReview, "logs" | "snapshot">,
): string {
  const log = sheets.find(({ name }) => name === outputSheetName(runLogTable, snapshot));
  const hash = log?.rows.at(-1)?.[Object.keys(runLogTable.columns).indexOf("hash")]?.value;
  return typeof hash === "string" ? hash : logs.head;
}
