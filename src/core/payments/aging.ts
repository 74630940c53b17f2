import type { Day } from "../calendar/day";
import { sum, type Decimal } from "../money/decimal";

/** Whole days late, never below 0: due on 2026-10-01 and seen on 2026-10-31 is 30. */
export function daysPastDue(due: Day, asOf: Day): number {
  return Math.max(0, asOf - due);
}

/** Bands of days past due. The first holds what is not late, each limit belongs to its band, the last is open. */
export interface AgingBands {
  readonly limits: readonly number[];
  /** Current, one a limit, the open last band. */
  readonly labels: readonly string[];
}

export const defaultAgingLimits: readonly number[] = [30, 60, 90];

/** 30, 60, 90 are called Current, 1-30, 31-60, 61-90 and 91+. */
function labelsOf(limits: readonly number[]): string[] {
  const starts = [1, ...limits.map((limit) => limit + 1)];
  return [
    "Current",
    ...limits.map((limit, index) =>
      starts[index] === limit ? String(limit) : `${String(starts[index])}-${String(limit)}`,
    ),
    `${String(starts.at(-1))}+`,
  ];
}

/** What is wrong with limits and labels, as a sentence of what would be right; undefined if nothing is. */
export function agingBandsFault(limits: readonly number[], labels?: readonly string[]): string | undefined {
  const rise = limits.every(
    (limit, index) => Number.isSafeInteger(limit) && limit > (limits[index - 1] ?? 0),
  );
  if (!rise)
    return `Limits must be whole numbers above 0 that rise, such as 30, 60, 90; here they are ${limits.join(", ")}.`;
  const wanted = limits.length + 2;
  if (labels && labels.length !== wanted)
    return (
      `There must be ${String(wanted)} labels, for what is not late, for each limit and for the open last band; ` +
      `here they are ${String(labels.length)}.`
    );
  return undefined;
}

/** Bands of limits in which `agingBandsFault` finds nothing. */
export function agingBands(
  limits: readonly number[],
  labels: readonly string[] = labelsOf(limits),
): AgingBands {
  return { limits, labels };
}

function bandOf(days: number, { limits }: AgingBands): number {
  if (days <= 0) return 0;
  const reached = limits.findIndex((limit) => days <= limit);
  return (reached === -1 ? limits.length : reached) + 1;
}

/** The label of the band that holds so many days past due: 30 is 1-30, 31 is 31-60. */
export function agingBucket(days: number, bands: AgingBands): string {
  return bands.labels[bandOf(days, bands)]!;
}

/** An invoice or a credit with what is left of it. */
export interface OpenItem {
  readonly due: Day | undefined;
  readonly balance: Decimal;
}

/** How many items, and their balances added up. */
export interface AgingTally {
  readonly count: number;
  readonly amount: Decimal;
}

export interface AgingRow extends AgingTally {
  readonly label: string;
}

export type AgingSummary =
  | {
      readonly ok: true;
      /** One a band in their order, also when empty. */
      readonly rows: readonly AgingRow[];
      /** Negative balances, whatever their date. */
      readonly credits: AgingTally;
      readonly total: AgingTally;
    }
  /** The first item that is owed and has no due date: its band is unknown. */
  | { readonly ok: false; readonly index: number };

const tally = (items: readonly OpenItem[]): AgingTally => ({
  count: items.length,
  amount: sum(items.map(({ balance }) => balance)),
});

/**
 * What is open by days past due; rows and credits add up to the total. On 2026-10-31, 100.00 due on 2026-10-01 and a
 * credit of 20.00 are 100.00 in 1-30, −20.00 of credits and 80.00 in all. A balance of 0 is settled and no item.
 */
export function summarizeAging(items: readonly OpenItem[], asOf: Day, bands: AgingBands): AgingSummary {
  const banded: OpenItem[][] = bands.labels.map(() => []);
  const credits: OpenItem[] = [];
  for (const [index, item] of items.entries()) {
    if (item.balance.isZero()) continue;
    if (item.balance.isNegative()) credits.push(item);
    else if (item.due === undefined) return { ok: false, index };
    else banded[bandOf(daysPastDue(item.due, asOf), bands)]!.push(item);
  }
  return {
    ok: true,
    rows: bands.labels.map((label, band) => ({ label, ...tally(banded[band]!) })),
    credits: tally(credits),
    total: tally([...banded.flat(), ...credits]),
  };
}
