import type { Ledger } from "../ledger";
import { agingOf } from "./aging";
import { keyFiguresOf, type KeyFigureBase } from "./keyFigures";
import { ratiosOf, type Ratios } from "./ratios";
import { revenueOf, type RevenueRow } from "./revenue";
import { monthsOf, rollForwardOf, type RollForwardRow } from "./rollForward";
import { topDebtorsOf, type Debtor } from "./topDebtors";

/** A month of a currency with what its figures are made from. */
export interface KeyFigureRow extends KeyFigureBase, Ratios {
  /** The months of its currency up to it. */
  readonly months: readonly KeyFigureBase[];
}

export interface KeyFigureReport {
  readonly asOf: number;
  readonly keyFigures: readonly KeyFigureRow[];
  readonly rollForward: readonly RollForwardRow[];
  readonly topDebtors: readonly Debtor[];
  readonly revenue: readonly RevenueRow[];
}

/** Roll-forward, key figures, top debtors and revenue of a ledger. */
export function keyFigureReport(ledger: Ledger): KeyFigureReport {
  const months = monthsOf(ledger);
  const rollForward = rollForwardOf(ledger, months);
  const bases = keyFiguresOf(ledger, rollForward, months);
  const keyFigures = bases.map((base, index) => {
    const basesSoFar = bases.slice(0, index + 1).filter(({ currency }) => currency === base.currency);
    return { ...base, ...ratiosOf(base, basesSoFar), months: basesSoFar };
  });
  return {
    asOf: ledger.asOf,
    keyFigures,
    rollForward,
    topDebtors: topDebtorsOf(agingOf(ledger)),
    revenue: revenueOf(ledger),
  };
}
