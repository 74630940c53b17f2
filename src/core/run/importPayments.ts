import { addAll } from "../base/manyValues";
import { formatDay } from "../calendar/day";
import type { Snapshot } from "../grid/grid";
import { collectIssues } from "../issues/collectIssues";
import { type Issue, makeIssue, type Report, unheard } from "../issues/issue";
import { sortIssues } from "../issues/sortIssues";
import { paymentsOfBank, type BankPayment, type BankSummary, type HashText } from "../payments/bankPayments";
import type { BankFile } from "../payments/bankStatement";
import { paymentsTable, type PaymentRecord } from "../payments/payments.table";
import { bareName } from "../receivables/payerNames";
import { asInput, bindTable, hasTable } from "../schema/bind";
import { readRecords } from "../schema/readRecords";
import { titleKey } from "../schema/sheetNames";
import { mappingFor } from "../settings/mapping";
import { readSettings } from "../settings/readSettings";
import type { WritePlan } from "../sheets/plan";
import { planPaymentRows, planPaymentsSheet, type PaymentsTarget } from "./planPaymentRows";
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

/** Banks cut names at 27 characters and more, with a legal form or without. */
const SAME_NAME = 20;

const empty: WritePlan = { sheets: [], removedSheets: [], appended: [] };

/** Rows of Payments, also those that cannot be read: they were written once. */
function recordsOf(target: PaymentsTarget | undefined): readonly Partial<PaymentRecord>[] {
  if (!target) return [];
  const { good, bad } = readRecords(target, () => [], unheard);
  return [...good, ...bad.map(({ fields }) => fields)];
}

/** The ids and bank entries of rows. */
const keysOf = (records: readonly Partial<PaymentRecord>[]): Set<string> =>
  new Set(records.flatMap(({ paymentId, bankEntry }) => [paymentId, bankEntry]).flatMap((key) => key ?? []));

/** What two entries of the same money have in common in files of any format; nothing where no payer is named. */
function likenessOf({ date, amount, currency, payer = "" }: Partial<PaymentRecord>): string {
  const name = bareName(payer).slice(0, SAME_NAME);
  return date === undefined || !amount || name === ""
    ? ""
    : [formatDay(date), amount.toFixed(), currency ?? "", name].join("|");
}

/** Warns of new payments that look like those of other files: a statement was read in two formats. */
function reportAgain(
  file: BankFile,
  imported: readonly BankPayment[],
  likenesses: ReadonlySet<string>,
  report: Report,
): void {
  const again = imported.filter((payment) => likenesses.has(likenessOf(payment)));
  const [first] = again;
  if (!first) return;
  const at = { sheet: file.name, row: 0, column: 0, line: 1 };
  report(makeIssue("BANK_AGAIN", { at, value: String(again.length), words: { first: first.paymentId } }));
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
  const settings = readSettings(snapshot, unheard);
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
  const records = recordsOf(target);
  const known = keysOf(records);
  const likenesses = new Set(
    records.map((record) => (record.bankEntry === undefined ? "" : likenessOf(record))),
  );
  likenesses.delete("");
  const bank: BankSummary[] = [];
  const imported: BankPayment[] = [];
  let knownCount = 0;
  for (const file of files) {
    const { payments, statements } = paymentsOfBank(file, { currency: settings.currency, hash }, report);
    addAll(bank, statements);
    const ofFile: BankPayment[] = [];
    for (const payment of payments) {
      if (known.has(payment.bankEntry) || known.has(payment.paymentId)) knownCount++;
      else ofFile.push(payment);
      known.add(payment.bankEntry);
    }
    reportAgain(file, ofFile, likenesses, report);
    for (const likeness of ofFile.map(likenessOf)) if (likeness !== "") likenesses.add(likeness);
    addAll(imported, ofFile);
  }
  const read = { bank, imported, known: knownCount, issues: sortIssues(list()) };
  if (imported.length === 0) return { ok: true, value: { ...read, snapshot, plan: empty } };
  const refuse = (reason: string) =>
    ({ ok: false, source: target?.grid.sheet ?? paymentsTable.title, reason }) as const;
  const isThere = hasTable(paymentsTable, snapshot, mapping, asInput);
  const reason = target ? undefined : whyNoTarget(snapshot, isThere, fault);
  if (reason !== undefined) return refuse(reason);
  const plan = target
    ? planPaymentRows(target, imported, settings.currency, snapshot)
    : planPaymentsSheet(imported, settings.currency);
  if (typeof plan === "string") return refuse(plan);
  return { ok: true, value: { ...read, snapshot: withRows(snapshot, plan), plan } };
}
