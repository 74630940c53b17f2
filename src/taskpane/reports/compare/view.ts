import {
  compareBooks,
  comparisonSheets,
  Decimal,
  formatPeriod,
  planReport,
  type CellRef,
  type CellValue,
  type Comparison,
  type DocumentDifference,
  type Snapshot,
  type WritePlan,
} from "../../../core/api";
import { cellNamed } from "../../session/findingView";
import type { SessionWorkbook } from "../../session/sessionWorkbook";

/** An input cell that says something else in the two workbooks. */
export interface ChangedCellView {
  readonly what: string;
  readonly before: string;
  readonly now: string;
  /** In the workbook that is open; undefined where it has no such cell. */
  readonly at: CellRef | undefined;
}

export interface EffectView {
  readonly effect: string;
  readonly amount: number;
  readonly cause: string;
}

export interface DocumentView {
  readonly key: string;
  readonly customer: string;
  readonly contractId: string;
  readonly period: string;
  readonly invoiceBefore: string;
  readonly invoiceNow: string;
  readonly currency: string;
  readonly totalBefore: number;
  readonly totalNow: number;
  readonly difference: number;
  readonly effects: readonly EffectView[];
  readonly cells: readonly ChangedCellView[];
}

/** What two workbooks come to in one currency: the effects lead from one total to the other. */
export interface CurrencyView {
  readonly currency: string;
  readonly totalBefore: number;
  readonly totalNow: number;
  readonly difference: number;
  readonly effects: readonly {
    readonly effect: string;
    readonly amount: number;
    readonly documents: number;
  }[];
}

export interface CompareView {
  readonly currencies: readonly CurrencyView[];
  /** The largest difference first. */
  readonly documents: readonly DocumentView[];
  /** Numbers that were given twice. */
  readonly numbers: readonly string[];
}

const textOf = (value: CellValue): string =>
  value === null ? "" : Decimal.isDecimal(value) ? value.toString() : value;

/** "Prices!G4" as a cell. */
function cellAt(place: string): CellRef | undefined {
  const bang = place.lastIndexOf("!");
  return bang < 0 ? undefined : cellNamed(place.slice(0, bang), place.slice(bang + 1));
}

function documentView(
  document: DocumentDifference,
  index: number,
  { survey }: SessionWorkbook,
): DocumentView {
  const { customerId, contractId, period, invoiceA, invoiceB, currency, effects, cells } = document;
  return {
    key: String(index),
    customer: survey.inputs.catalog.customers.get(customerId)?.customerName ?? customerId,
    contractId,
    period: period ? formatPeriod(period) : "",
    invoiceBefore: invoiceA,
    invoiceNow: invoiceB,
    currency,
    totalBefore: document.totalA.toNumber(),
    totalNow: document.totalB.toNumber(),
    difference: document.difference.toNumber(),
    effects: effects.map(({ effect, amount, cause }) => ({ effect, amount: amount.toNumber(), cause })),
    cells: cells.map(({ table, column, a, b, cellB }) => ({
      what: `${table} · ${column}`,
      before: textOf(a),
      now: textOf(b),
      at: cellAt(cellB),
    })),
  };
}

function currencyView({ effects, documents }: Comparison, total: Comparison["totals"][number]): CurrencyView {
  const { currency, totalA, totalB, difference } = total;
  const own = documents.filter((document) => document.currency === currency);
  return {
    currency,
    totalBefore: totalA.toNumber(),
    totalNow: totalB.toNumber(),
    difference: difference.toNumber(),
    effects: effects
      .filter((each) => each.currency === currency && !each.amount.isZero())
      .sort((a, b) => b.amount.abs().comparedTo(a.amount.abs()))
      .map(({ effect, amount }) => ({
        effect,
        amount: amount.toNumber(),
        documents: own.filter((document) => document.effects.some((each) => each.effect === effect)).length,
      })),
  };
}

const comparisonWith = ({ snapshot }: SessionWorkbook, before: Snapshot): Comparison =>
  compareBooks(before, snapshot);

/** What the workbook that is open bills otherwise than another one, which came before it, and why. */
export function documents(workbook: SessionWorkbook, before: Snapshot): CompareView {
  const comparison = comparisonWith(workbook, before);
  return {
    currencies: comparison.totals.map((total) => currencyView(comparison, total)),
    documents: [...comparison.documents]
      .sort((a, b) => b.difference.abs().comparedTo(a.difference.abs()))
      .map((document, index) => documentView(document, index, workbook)),
    numbers: comparison.numbers,
  };
}

/** The sheet Comparison. */
export const plan = (workbook: SessionWorkbook, before: Snapshot): WritePlan =>
  planReport(workbook.snapshot, comparisonWith(workbook, before), comparisonSheets);
