import {
  agingOf,
  agingSheets,
  detailTypes,
  formatDay,
  planReport,
  type AgingFigures,
  type CellRef,
  type Ledger,
  type LedgerBook,
  type OpenItemRow,
  type WritePlan,
} from "../../../core/api";
import { SessionFailure } from "../../session/failure";
import { issueView, type IssueView } from "../../session/issueGroups";
import type { SessionWorkbook } from "../../session/sessionWorkbook";
import type { Money } from "../../session/views";

/** What somebody owes in one currency; amounts are in it. */
export interface FiguresView {
  readonly currency: string;
  readonly bands: readonly number[];
  readonly unapplied: number;
  readonly credits: number;
  readonly disputed: number;
  readonly total: number;
}

export interface CustomerView extends FiguresView {
  readonly customerId: string;
  readonly customer: string;
}

export interface AgingView {
  readonly asOf: string;
  /** Titles of the bands. */
  readonly labels: readonly string[];
  readonly customers: readonly CustomerView[];
  readonly totals: readonly FiguresView[];
  readonly issues: readonly IssueView[];
}

/** A figure of the table: of a customer, or of all; the title of a band, or one of the other columns. */
export interface AgingCell {
  readonly currency: string;
  /** Undefined for the totals. */
  readonly customerId: string | undefined;
  readonly column: { readonly band: string } | "unapplied" | "credits" | "disputed" | "total";
}

/** Something that is open; credits and payments are negative. */
export interface OpenItemView {
  readonly document: string;
  readonly customer: string;
  readonly type: string;
  /** Of an invoice its due date, else its date. */
  readonly date: string;
  readonly days: number | undefined;
  readonly amount: Money;
  readonly at: CellRef | undefined;
}

function openedAt(workbook: SessionWorkbook, asOf: string): LedgerBook {
  const opened = workbook.ledger(asOf);
  if (opened) return opened;
  throw new SessionFailure({
    code: "MISSING",
    message: "There is no invoice and no payment with a date in this workbook, so nothing is owed.",
  });
}

function figuresView({ currency, bands, unapplied, credits, disputed, total }: AgingFigures): FiguresView {
  return {
    currency,
    bands: bands.map((amount) => amount.toNumber()),
    unapplied: unapplied.toNumber(),
    credits: credits.toNumber(),
    disputed: disputed.toNumber(),
    total: total.toNumber(),
  };
}

/** The last day in the book; empty where nothing has one. */
export function lastDay(workbook: SessionWorkbook): string {
  const opened = workbook.ledger("");
  return opened ? formatDay(opened.ledger.asOf) : "";
}

/** Who owes how much for how long at a day. */
export function figures(workbook: SessionWorkbook, asOf: string): AgingView {
  const { ledger, issues } = openedAt(workbook, asOf);
  const { labels, customers, totals } = agingOf(ledger);
  return {
    asOf: formatDay(ledger.asOf),
    labels,
    customers: customers.map((customer) => ({
      customerId: customer.customerId,
      customer: customer.customerName,
      ...figuresView(customer),
    })),
    totals: totals.map(figuresView),
    issues: issues.filter(({ severity }) => severity !== "info").map(issueView),
  };
}

function isPartOf(row: OpenItemRow, column: AgingCell["column"]): boolean {
  if (column === "total") return true;
  if (column === "unapplied") return row.type === "payment";
  if (column === "credits") return row.type === "credit";
  if (column === "disputed") return !row.disputed.isZero();
  return row.band === column.band;
}

function cellsOf({ documents, payments }: Ledger): ReadonlyMap<string, CellRef> {
  return new Map([
    ...documents.map(({ number, at }) => [`document ${number}`, at] as const),
    ...payments.map(({ receipt }) => [`payment ${receipt.paymentId}`, receipt.at] as const),
  ]);
}

/** What a figure of the table is the sum of. */
export function documents(
  workbook: SessionWorkbook,
  asOf: string,
  { currency, customerId, column }: AgingCell,
): OpenItemView[] {
  const { ledger } = openedAt(workbook, asOf);
  const cells = cellsOf(ledger);
  return agingOf(ledger)
    .detail.filter(
      (row) =>
        row.currency === currency &&
        (customerId === undefined || row.customerId === customerId) &&
        isPartOf(row, column),
    )
    .map((row) => ({
      document: row.document,
      customer: row.customerName,
      type: detailTypes[row.type],
      date: formatDay(row.dueDate ?? row.date),
      days: row.days,
      amount: { currency, amount: (column === "disputed" ? row.disputed : row.open).toNumber() },
      at: cells.get(`${row.type === "payment" ? "payment" : "document"} ${row.document}`),
    }));
}

/** The sheets Aging and Aging detail of a day. */
export function plan(workbook: SessionWorkbook, asOf: string): WritePlan {
  const { ledger } = openedAt(workbook, asOf);
  return planReport(workbook.snapshot, agingOf(ledger), agingSheets);
}
