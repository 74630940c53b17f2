import {
  allUnitPrices,
  changeableTerms,
  Decimal,
  formatPeriod,
  parsePeriod,
  planReport,
  whatIfSheets,
  type ChangeableTerm,
  type OldAndNew,
  type TermChange,
  type WhatIfAnswer,
  type WritePlan,
} from "../../../core/api";
import { SessionFailure } from "../../session/failure";
import type { SessionWorkbook } from "../../session/sessionWorkbook";

/** A figure that can be asked about. */
export interface TermView {
  /** Empty for a commitment of a contract. */
  readonly product: string;
  readonly contractId: string;
  readonly column: string;
  readonly tier: string;
  readonly today: number;
}

export interface TermsView {
  readonly terms: readonly TermView[];
  /** Of final documents, as 2026-10. */
  readonly periods: readonly string[];
}

/** What would be otherwise. */
export interface WhatIfRequest {
  /** Empty for all. */
  readonly period: string;
  /** Its place among the terms; all prices together where it is undefined. */
  readonly term: number | undefined;
  /** For all of them: 5 for five percent more. */
  readonly percent: number;
  /** For a single one, as it was typed. */
  readonly figure: string;
}

export interface FiguresView {
  readonly currency: string;
  readonly old: number;
  readonly now: number;
  readonly difference: number;
}

export interface WhatIfView {
  readonly totals: readonly (FiguresView & { readonly winners: number; readonly losers: number })[];
  /** Who would pay something else: the largest difference first. */
  readonly customers: readonly (FiguresView & { readonly customer: string })[];
  /** Contracts that count as they are, and why. */
  readonly asTheyAre: readonly {
    readonly contractId: string;
    readonly period: string;
    readonly reason: string;
  }[];
}

const termsOf = ({ survey }: SessionWorkbook): readonly ChangeableTerm[] => changeableTerms(survey.inputs);

/** The figures that can be asked about, and the periods that are billed. */
export function terms(workbook: SessionWorkbook): TermsView {
  return {
    terms: termsOf(workbook).map(({ product, contractId, column, tier, today }) => ({
      product,
      contractId,
      column,
      tier,
      today: today.toNumber(),
    })),
    periods: workbook.whatIf(undefined).periods.map(formatPeriod),
  };
}

function figureOf(text: string): Decimal {
  const typed = text.trim();
  if (/^\d{1,12}(?:\.\d{1,12})?$/.test(typed)) return new Decimal(typed);
  throw new SessionFailure({ code: "BAD_VALUE", message: `“${typed}” is no figure: write it like 0.12.` });
}

function changesOf(workbook: SessionWorkbook, { term, percent, figure }: WhatIfRequest): TermChange[] {
  const all = termsOf(workbook);
  if (term === undefined) {
    const factor = new Decimal(100).plus(percent).dividedBy(100);
    return allUnitPrices(workbook.survey.inputs, factor);
  }
  const asked = all[term];
  if (!asked) throw new SessionFailure({ code: "MISSING", message: "This price is not there any more." });
  return [asked.changeTo(figureOf(figure))];
}

function answerOf(workbook: SessionWorkbook, request: WhatIfRequest): WhatIfAnswer {
  const session = workbook.whatIf(request.period === "" ? undefined : parsePeriod(request.period));
  const asked = session.ask({ changes: changesOf(workbook, request) });
  if (!asked.ok) throw new SessionFailure({ code: "BAD_VALUE", message: `${asked.reason}.` });
  return session.reprice(asked.terms);
}

const figuresView = ({ currency, old, new: now, difference }: OldAndNew): FiguresView => ({
  currency,
  old: old.toNumber(),
  now: now.toNumber(),
  difference: difference.toNumber(),
});

/** What final documents would come to; nothing is written. */
export function answer(workbook: SessionWorkbook, request: WhatIfRequest): WhatIfView {
  const { totals, customers, withoutAmount } = answerOf(workbook, request);
  const known = workbook.survey.inputs.catalog.customers;
  return {
    totals: totals.map(({ winners, losers, ...figures }) => ({ ...figuresView(figures), winners, losers })),
    customers: customers
      .filter(({ difference }) => !difference.isZero())
      .sort((a, b) => b.difference.abs().comparedTo(a.difference.abs()))
      .map(({ customerId, ...figures }) => ({
        ...figuresView(figures),
        customer: known.get(customerId)?.customerName ?? customerId,
      })),
    asTheyAre: withoutAmount.map(({ contractId, period, reason }) => ({
      contractId,
      period: formatPeriod(period),
      reason,
    })),
  };
}

/** The sheet What-if. */
export const plan = (workbook: SessionWorkbook, request: WhatIfRequest): WritePlan =>
  planReport(workbook.snapshot, answerOf(workbook, request), whatIfSheets);
