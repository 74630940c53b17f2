import type { ReceivablesBook } from "../../receivables/book";
import type { ApplicationRow } from "../../receivables/posting/rows";
import { applicationsTable } from "../../receivables/tables/applications.table";
import { currencyCode } from "../../money/currency";
import type { Decimal } from "../../money/decimal";
import type { Snapshot } from "../../grid/grid";
import { outputSheetsOf } from "../outputSheet";
import type { PlannedCell } from "../plan";
import { amountStyle } from "../styles";
import { dayCell, textCell } from "../tableSheet";
import { REPORT_TAB } from "./reportInput";
import { DOCUMENT_NUMBER_WIDTH } from "../layout";

/** Applications once a run is written: rows that stay, rows posted now, and what is proposed. */
export interface ApplicationsInput {
  readonly snapshot: Snapshot;
  readonly book: ReceivablesBook;
  readonly applications: readonly ApplicationRow[];
  readonly proposals: readonly ApplicationRow[];
}

const label = (
  field: "status" | "kind" | "confidence" | "treatment",
  id: string | undefined,
): PlannedCell | null =>
  textCell(id === undefined ? undefined : (applicationsTable.columns[field].labels?.get(id) ?? id));

const amount = (
  value: Decimal | undefined,
  { currency }: ApplicationRow,
  fallback: string,
): PlannedCell | null =>
  value === undefined ? null : { value, style: amountStyle(currencyCode(currency ?? "") ?? fallback) };

export const applicationsSheet = outputSheetsOf<ApplicationsInput>()({
  table: applicationsTable,
  written: "always",
  tabColor: REPORT_TAB,
  rows: ({ book, applications, proposals }): readonly ApplicationRow[] => [
    ...book.kept,
    ...applications,
    ...proposals,
  ],
  bound: ({ book }) => book.applicationsBound,
  unreadable: ({ book }) => book.unreadable,
  oldRow: ({ row }: ApplicationRow) => row,
  columns: {
    applicationId: { width: 12, cell: ({ applicationId }) => textCell(applicationId) },
    status: { width: 11, cell: ({ status }) => label("status", status), isTyped: true },
    paymentId: { width: 20, cell: ({ paymentId }) => textCell(paymentId) },
    customerId: { width: 12, cell: ({ customerId }) => textCell(customerId) },
    invoiceNumber: {
      width: DOCUMENT_NUMBER_WIDTH,
      cell: ({ invoiceNumber }) => textCell(invoiceNumber),
      isTyped: true,
    },
    date: { width: 11, cell: ({ date }) => dayCell(date) },
    kind: { width: 10, cell: ({ kind }) => label("kind", kind) },
    amount: { width: 14, cell: (row, _at, { book }) => amount(row.amount, row, book.settings.currency) },
    currency: { width: 9, cell: ({ currency }) => textCell(currency) },
    rule: { width: 12, cell: ({ rule }) => textCell(rule) },
    confidence: { width: 11, cell: ({ confidence }) => label("confidence", confidence) },
    difference: {
      width: 12,
      cell: (row, _at, { book }) => amount(row.difference, row, book.settings.currency),
    },
    treatment: { width: 10, cell: ({ treatment }) => label("treatment", treatment) },
    candidates: { width: 40, cell: ({ candidates }) => textCell(candidates) },
    reasonCode: { width: 12, cell: ({ reasonCode }) => textCell(reasonCode), isTyped: true },
    reverses: { width: 12, cell: ({ reverses }) => textCell(reverses) },
    postedBy: { width: 14, cell: ({ postedBy }) => textCell(postedBy) },
    runId: { width: 10, cell: ({ runId }) => textCell(runId) },
  },
});
