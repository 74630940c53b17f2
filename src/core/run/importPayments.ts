import type { Snapshot } from "../grid/grid";
import { collectIssues } from "../issues/collectIssues";
import type { Issue } from "../issues/issue";
import { sortIssues } from "../issues/sortIssues";
import { paymentsOfBank, type BankPayment, type BankSummary, type HashText } from "../payments/bankPayments";
import type { BankFile } from "../payments/bankStatement";
import { paymentsTable } from "../payments/payments.table";
import { asInput, bindTable, hasTable, type BoundTable } from "../schema/bind";
import { readRecords } from "../schema/readRecords";
import { titleKey } from "../schema/sheetNames";
import { mappingFor } from "../settings/mapping";
import { readSettings } from "../settings/readSettings";
import type { PlannedCell, PlannedRow, PlannedSheet, WritePlan } from "../sheets/plan";
import { textCell } from "../sheets/tableSheet";
import { amountStyle, dateStyle, heading } from "../sheets/styles";
import { endOfRows } from "./endOfRows";
import { withRows } from "./withRows";

/** A workbook with what bank files bring, and what writing it takes. */
export interface ImportedPayments {
  /** As it reads once the plan is carried out. */
  readonly snapshot: Snapshot;
  readonly bank: readonly BankSummary[];
  /** Payments that are new, in the order of the files. */
  readonly imported: readonly BankPayment[];
  /** How many payments of the files the workbook, or an earlier file, holds already. */
  readonly known: number;
  readonly issues: readonly Issue[];
  /** Rows below those of Payments, or a sheet of that name where there is none. */
  readonly plan: WritePlan;
}

export type ImportPaymentsResult =
  | { readonly ok: true; readonly value: ImportedPayments }
  /** In one sentence: a sheet that payments cannot be added to. */
  | { readonly ok: false; readonly source: string; readonly reason: string };

const quiet = () => undefined;

type PaymentColumns = (typeof paymentsTable)["columns"];
type Field = keyof PaymentColumns;
type Target = BoundTable<PaymentColumns>;

/** What is written of a payment, in the order of the columns. */
function cellsOf(payment: BankPayment, currency: string): ReadonlyMap<Field, PlannedCell | null> {
  const { paymentId, date, amount, reference, method, payer, payerAccount, bankEntry } = payment;
  return new Map<Field, PlannedCell | null>([
    ["paymentId", textCell(paymentId)],
    ["date", { value: date, style: dateStyle }],
    ["amount", { value: amount, style: amountStyle(payment.currency || currency) }],
    ["currency", textCell(payment.currency)],
    ["reference", textCell(reference)],
    ["method", textCell(method)],
    ["payer", textCell(payer)],
    ["payerAccount", textCell(payerAccount)],
    ["bankEntry", textCell(bankEntry)],
  ]);
}

const empty: WritePlan = { sheets: [], removedSheets: [], appended: [] };

function planNewSheet(rows: readonly ReadonlyMap<Field, PlannedCell | null>[]): WritePlan {
  const fields = Object.keys(paymentsTable.columns) as Field[];
  const titles = fields.map((field) => paymentsTable.columns[field].title);
  const sheet: PlannedSheet = {
    name: paymentsTable.title,
    rows: [
      titles.map((value) => ({ value, style: heading })),
      ...rows.map((cells) => fields.map((field) => cells.get(field) ?? null)),
    ],
    widths: fields.map((field) => (field === "reference" || field === "bankEntry" ? 40 : 16)),
    frozenRows: 1,
  };
  return { ...empty, sheets: [sheet] };
}

/** Rows below those that are there; a field that has no column and is to be written gets one behind the others. */
function planRows(target: Target, rows: readonly ReadonlyMap<Field, PlannedCell | null>[]): WritePlan {
  const columnOf = new Map(target.columnOf);
  const { sheet } = target.grid;
  const row = target.headerRow;
  let next = Math.max(target.grid.columns.length, target.lastColumn + 1);
  const edits = (Object.keys(paymentsTable.columns) as Field[]).flatMap((field) => {
    if (columnOf.has(field) || !rows.some((cells) => cells.get(field))) return [];
    columnOf.set(field, next);
    return [{ at: { sheet, row, column: next++ }, value: paymentsTable.columns[field].title }];
  });
  const planned = rows.map((cells): PlannedRow => {
    const written: (PlannedCell | null)[] = Array.from({ length: next }, () => null);
    for (const [field, cell] of cells) {
      const column = columnOf.get(field);
      if (column !== undefined && cell) written[column] = cell;
    }
    return written;
  });
  const { end, hasRowsBelow } = endOfRows(target);
  const moves = hasRowsBelow ? { movesRowsBelow: true } : {};
  return { ...empty, appended: [{ sheet, firstRow: end, rows: planned, ...moves }], edits };
}

/** The ids and bank entries of all rows, also of those that cannot be read: they were written once. */
function knownIn(target: Target | undefined): Set<string> {
  if (!target) return new Set();
  const { good, bad } = readRecords(target, () => [], quiet);
  const records = [...good, ...bad.map(({ fields }) => fields)];
  return new Set(
    records.flatMap(({ paymentId, bankEntry }) => [paymentId, bankEntry]).flatMap((key) => key ?? []),
  );
}

/** Why a workbook with something like Payments has no table that rows can be added to. */
function whyNoTarget(snapshot: Snapshot, isThere: boolean, fault: string): string | undefined {
  if (isThere) return fault || "its table Payments cannot be read";
  const key = titleKey(paymentsTable.title);
  const other = snapshot.grids.find(({ sheet, rowCount }) => rowCount > 0 && titleKey(sheet) === key);
  return other && `the sheet “${other.sheet}” has no columns Date and Amount; name them, or rename the sheet`;
}

/**
 * Adds the payments of bank files to a workbook: new entries become rows of Payments, known ones nothing. A second import
 * of a file plans nothing.
 */
export function importPayments(
  snapshot: Snapshot,
  files: readonly BankFile[],
  hash: HashText,
): ImportPaymentsResult {
  const settings = readSettings(snapshot, quiet);
  const mapping = mappingFor(paymentsTable, settings);
  let fault = "";
  const target = bindTable(
    paymentsTable,
    snapshot,
    mapping,
    ({ severity, message }) => {
      if (severity === "error" && fault === "") fault = message;
    },
    asInput,
  );
  const { report, list } = collectIssues();
  const known = knownIn(target);
  const bank: BankSummary[] = [];
  const imported: BankPayment[] = [];
  let knownCount = 0;
  for (const file of files) {
    const { payments, statements } = paymentsOfBank(file, { currency: settings.currency, hash }, report);
    bank.push(...statements);
    for (const payment of payments) {
      if (known.has(payment.bankEntry) || known.has(payment.paymentId)) knownCount++;
      else imported.push(payment);
      known.add(payment.bankEntry);
    }
  }
  const read = { bank, imported, known: knownCount, issues: sortIssues(list()) };
  if (imported.length === 0) return { ok: true, value: { ...read, snapshot, plan: empty } };
  const isThere = hasTable(paymentsTable, snapshot, mapping, asInput);
  const reason = target ? undefined : whyNoTarget(snapshot, isThere, fault);
  if (reason !== undefined) return { ok: false, source: paymentsTable.title, reason };
  const rows = imported.map((payment) => cellsOf(payment, settings.currency));
  const plan = target ? planRows(target, rows) : planNewSheet(rows);
  return { ok: true, value: { ...read, snapshot: withRows(snapshot, plan), plan } };
}
