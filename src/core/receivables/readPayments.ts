import { knownValue } from "../base/knownValue";
import { groupBy } from "../base/groupBy";
import { listOf } from "../base/listOf";
import { compareText } from "../base/name";
import { formatDay, type Day } from "../calendar/day";
import type { Snapshot } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { paymentsTable, type PaymentRecord } from "../payments/payments.table";
import { asInput, bindTable } from "../schema/bind";
import { cellOf, readRecords } from "../schema/readRecords";
import { mappingFor } from "../settings/mapping";
import type { Settings } from "../settings/settings";
import type { Receipt } from "./book";

/** All that a row says but where it is: two rows that say the same are one payment written twice. */
function contentOf({ row: _row, amount, date, ...rest }: PaymentRecord): string {
  return JSON.stringify([formatDay(date), amount.toFixed(), Object.entries(rest)]);
}

/** Rows that share an id: equal ones count once, others not at all. */
function withoutDuplicates(
  records: readonly PaymentRecord[],
  atOf: (record: PaymentRecord) => Receipt["at"],
  report: Report,
): PaymentRecord[] {
  const unnamed = records.filter(({ paymentId }) => paymentId === undefined);
  const named = groupBy(
    records.filter(({ paymentId }) => paymentId !== undefined),
    ({ paymentId }) => paymentId,
  );
  const counted = [...named].flatMap(([id, rows]) => {
    if (rows.length === 1) return rows;
    const isSame = new Set(rows.map(contentOf)).size === 1;
    const words = { column: "Payment ID", first: String(rows[0].row + 1) };
    for (const record of rows.slice(1)) {
      const details = { at: atOf(record), value: id!, words };
      report(makeIssue("DUPLICATE_ID", isSame ? { ...details, severity: "info" } : details));
    }
    return isSame ? [rows[0]] : [];
  });
  return [...counted, ...unnamed];
}

/** PAY- and a number for each row without an id, by day and content, so that the order of the rows decides nothing. */
function withIds(records: readonly PaymentRecord[]): (PaymentRecord & { readonly paymentId: string })[] {
  const taken = records.map(({ paymentId }) => Number(/^PAY-(\d{1,9})$/.exec(paymentId ?? "")?.[1] ?? 0));
  let last = taken.reduce((most, number) => Math.max(most, number), 0);
  const unnamed = records
    .filter(({ paymentId }) => paymentId === undefined)
    .map((record) => ({ record, content: contentOf(record) }))
    .sort((a, b) => a.record.date - b.record.date || compareText(a.content, b.content));
  const ids = new Map(unnamed.map(({ record }) => [record, `PAY-${String(++last)}`]));
  return records.map((record) => ({ ...record, paymentId: record.paymentId ?? knownValue(ids, record) }));
}

/** By date, then Payment ID: the order in which payments are looked at, whatever that of the rows. */
function byDateThenId(a: Receipt, b: Receipt): number {
  return a.date - b.date || compareText(a.paymentId, b.paymentId);
}

/** The payments of a workbook, each once, and the days of all rows, also of those that do not count. */
export function readPayments(
  snapshot: Snapshot,
  settings: Settings,
  report: Report,
): { readonly receipts: readonly Receipt[]; readonly days: readonly Day[] } {
  const bound = bindTable(paymentsTable, snapshot, mappingFor(paymentsTable, settings), report, asInput);
  if (!bound) return { receipts: [], days: [] };
  const { good } = readRecords(bound, () => [], report);
  const atOf = ({ row }: PaymentRecord) =>
    cellOf(bound, row, bound.columnOf.has("paymentId") ? "paymentId" : "date");
  const counted = withoutDuplicates(good, atOf, report);
  const isNamed = new Set(counted.filter(({ paymentId }) => paymentId !== undefined).map(({ row }) => row));
  const unnamedAt = (record: PaymentRecord) =>
    isNamed.has(record.row) || !bound.columnOf.has("paymentId") ? undefined : atOf(record);
  const receipts = withIds(counted).map((record): Receipt => ({
    paymentId: record.paymentId,
    customerId: record.customerId,
    date: record.date,
    amount: record.amount,
    currency: record.currency,
    reference: record.reference ?? "",
    invoiceNumbers: listOf(record.invoiceNumber ?? ""),
    payer: record.payer ?? "",
    payerAccount: record.payerAccount ?? "",
    at: atOf(record),
    unnamedAt: unnamedAt(record),
  }));
  return { receipts: receipts.sort(byDateThenId), days: good.map(({ date }) => date) };
}
