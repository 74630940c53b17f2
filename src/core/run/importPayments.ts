import type { Snapshot } from "../grid/grid";
import { collectIssues } from "../issues/collectIssues";
import { type Issue, unheard } from "../issues/issue";
import { sortIssues } from "../issues/sortIssues";
import { paymentsOfBank, type BankPayment, type BankSummary, type HashText } from "../payments/bankPayments";
import type { BankFile } from "../payments/bankStatement";
import { paymentsTable } from "../payments/payments.table";
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

const empty: WritePlan = { sheets: [], removedSheets: [], appended: [] };

/** The ids and bank entries of all rows, also of those that cannot be read: they were written once. */
function knownIn(target: PaymentsTarget | undefined): Set<string> {
  if (!target) return new Set();
  const { good, bad } = readRecords(target, () => [], unheard);
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
