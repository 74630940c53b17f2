import type { Snapshot } from "../grid/grid";
import { makeIssue, type Issue, type Report } from "../issues/issue";
import { currencyCode } from "../money/currency";
import { formatFigure } from "../money/format";
import { outputMapping } from "../schema/outputSheet";
import { asInput, bindTable } from "../schema/bind";
import { cellOf, readRecords } from "../schema/readRecords";
import { mappingFor } from "../settings/mapping";
import type { Settings } from "../settings/settings";
import { compareIds } from "./applicationIds";
import {
  sourceDay,
  sourceKey,
  type OpenDocument,
  type PostedRow,
  type ReceivablesBook,
  type Receipt,
  type Source,
} from "./book";
import { applicationsTable, type ApplicationRecord } from "./tables/applications.table";

type Applications = Pick<ReceivablesBook, "posted" | "kept" | "applicationsBound" | "unreadable">;

interface Parts {
  readonly receipts: ReadonlyMap<string, Receipt>;
  readonly documents: ReadonlyMap<string, OpenDocument>;
  readonly currencyOf: (receipt: Receipt) => string | undefined;
}

const isPosted = ({ status }: Partial<ApplicationRecord>) => status === undefined || status === "posted";

/** The row with its parts found, or what is wrong with it. */
function resolve(record: ApplicationRecord, at: PostedRow["at"], parts: Parts): PostedRow | Issue {
  const {
    paymentId,
    invoiceNumber,
    customerId,
    currency,
    kind = "cash",
    amount,
    reasonCode,
    reverses,
  } = record;
  const document = parts.documents.get(invoiceNumber);
  const credit = parts.documents.get(paymentId);
  const receipt = parts.receipts.get(paymentId);
  const source: Source | undefined =
    receipt && kind !== "credit"
      ? { type: "payment", receipt }
      : credit?.isCredit === true
        ? { type: "credit", document: credit }
        : undefined;
  if (!source) return makeIssue("UNKNOWN_PAYMENT", { at, value: paymentId });
  if (!document) return makeIssue("UNKNOWN_INVOICE", { at, value: invoiceNumber, words: { hint: "" } });
  const payer = source.type === "payment" ? source.receipt.customerId : source.document.customerId;
  const other = [customerId, payer].find(
    (customer) => customer !== undefined && customer !== document.customerId,
  );
  if (other !== undefined) {
    const words = { invoice: document.number, owner: document.customerId || "(unknown)" };
    return makeIssue("OTHER_CUSTOMER", { at, value: other, words });
  }
  const paid = source.type === "payment" ? parts.currencyOf(source.receipt) : source.document.currency;
  const currencies = [currencyCode(currency ?? "") ?? currency, paid];
  const foreign = currencies.find((candidate) => candidate !== undefined && candidate !== document.currency);
  if (foreign !== undefined) {
    const words = { column: "Currency", holder: `invoice ${document.number}`, currency: document.currency };
    return makeIssue("CURRENCY_MISMATCH", { at, value: foreign, words });
  }
  if (kind === "write_off" && reasonCode === undefined && reverses === undefined)
    return makeIssue("REASON_MISSING", { at, value: formatFigure(amount) });
  return {
    record,
    applicationId: record.applicationId ?? "",
    kind,
    source,
    document,
    amount,
    day: Math.max(record.date, sourceDay(source), document.date),
    reverses: undefined,
    at,
  };
}

const badReversal = ({ at, record }: PostedRow, reason: string): Issue =>
  makeIssue("BAD_REVERSAL", { at, value: record.reverses ?? "", words: { reason } });

/** Whether a row takes back exactly what another one says. */
function isOpposite(row: PostedRow, of: PostedRow): boolean {
  return (
    row.amount.equals(of.amount.negated()) &&
    row.kind === of.kind &&
    row.document === of.document &&
    sourceKey(row.source) === sourceKey(of.source)
  );
}

/** Ties reversals to what they take back; the first by id counts, later ones of the same row do not. */
function tieReversals(rows: readonly PostedRow[], report: Report): PostedRow[] {
  const byId = new Map(rows.map((row) => [row.applicationId, row]));
  const taken = new Set<PostedRow>();
  return [...rows]
    .sort((a, b) => compareIds(a.applicationId, b.applicationId))
    .flatMap((row): PostedRow[] => {
      const { reverses } = row.record;
      if (reverses === undefined) {
        const isTakenBack = row.kind !== "cash" || row.source.type === "credit" || !row.amount.isNegative();
        if (isTakenBack || (row.source.type === "payment" && row.source.receipt.amount.isNegative()))
          return [row];
        report(
          badReversal(row, `${formatFigure(row.amount)} takes back a payment, but Reverses names no row`),
        );
        return [];
      }
      const of = byId.get(reverses);
      const fault =
        of === undefined || of === row || of.record.reverses !== undefined
          ? `there is no posted row ${reverses} that could be reversed`
          : taken.has(of)
            ? `${reverses} was reversed before`
            : isOpposite(row, of)
              ? undefined
              : `it is not the opposite of ${reverses}: payment, invoice, kind or amount differ`;
      if (fault !== undefined || of === undefined) {
        report(badReversal(row, fault ?? ""));
        return [];
      }
      taken.add(of);
      return [{ ...row, reverses: of, day: Math.max(row.day, of.day) }];
    });
}

/** Posted rows of Applications with their parts; what a run proposed before is read by nobody. */
export function readApplications(
  snapshot: Snapshot,
  settings: Settings,
  parts: Parts,
  report: Report,
): Applications {
  const mapping = new Map([
    ...outputMapping(applicationsTable, snapshot),
    ...mappingFor(applicationsTable, settings),
  ]);
  const bound = bindTable(applicationsTable, snapshot, mapping, report, asInput);
  if (!bound) return { posted: [], kept: [], applicationsBound: undefined, unreadable: [] };
  const faults: Issue[] = [];
  const { good, bad } = readRecords(
    bound,
    () => [],
    (issue) => faults.push(issue),
  );
  // What is wrong with a row that the next run replaces is no fault of anybody.
  const replaced = new Set(
    [...good, ...bad.map(({ row, fields }) => ({ ...fields, row }))].flatMap((fields) =>
      isPosted(fields) ? [] : [fields.row],
    ),
  );
  for (const issue of faults)
    if (!replaced.has(issue.at.row) || issue.at.row === bound.headerRow) report(issue);
  const kept = good.filter(isPosted);
  const found = kept.flatMap((record): PostedRow[] => {
    const resolved = resolve(record, cellOf(bound, record.row, "invoiceNumber"), parts);
    if (!("code" in resolved)) return [resolved];
    report(resolved);
    return [];
  });
  const unreadable = bad.flatMap(({ row, fields }) => (isPosted(fields) ? [row] : []));
  return { posted: tieReversals(found, report), kept, applicationsBound: bound, unreadable };
}
