import { groupBy } from "../../base/groupBy";
import { contains, daysOf, type Period } from "../../calendar/period";
import { sum, zero, type Decimal } from "../../money/decimal";
import type { Ledger } from "../ledger";
import type { AgingReport } from "./aging";
import { disputesByNumber } from "./agingDetail";
import type { Months, RollForwardRow } from "./rollForward";

/** A share as it is counted: so many of so many. */
export interface Share {
  readonly part: Decimal;
  readonly whole: Decimal;
}

/** What key figures of a month are made of; the figures themselves are formulas over them. */
export interface KeyFigureBase {
  readonly month: Period;
  readonly currency: string;
  readonly days: number;
  readonly opening: Decimal;
  readonly sales: Decimal;
  readonly collected: Decimal;
  readonly closing: Decimal;
  readonly current: Decimal;
  readonly pastDue: Decimal;
  /** Days past due times open, of so much open. */
  readonly weighted: Share;
  readonly unapplied: Share;
  readonly disputed: Share;
  readonly firstPass: Share;
  readonly autoMatch: Share;
}

/** The payments of which some part was posted at high confidence, and no row of it was reversed. */
function matchedAtHigh({ movements }: Ledger): ReadonlySet<unknown> {
  const reversed = new Set(movements.flatMap(({ row }) => row?.reverses ?? []));
  return new Set(
    movements.flatMap(({ row }) =>
      row?.source.type === "payment" && row.record.confidence === "high" && !reversed.has(row)
        ? [row.source.receipt]
        : [],
    ),
  );
}

/** Numbers of the documents with a dispute, and of those that a credit note corrects. */
function troubled(ledger: Ledger) {
  const credited = new Set(
    ledger.documents.flatMap(({ isCredit, corrects }) =>
      isCredit && corrects !== undefined ? [ledger.book.numbers.find(corrects) ?? corrects] : [],
    ),
  );
  const disputes = [...disputesByNumber(ledger.book)].filter(([, rows]) =>
    rows.some(({ opened }) => opened <= ledger.asOf),
  );
  return { credited, disputed: new Set(disputes.map(([number]) => number)) };
}

function weightedDays({ detail }: AgingReport, currency: string): Share {
  const late = detail.filter((row) => row.currency === currency && (row.days ?? 0) > 0);
  return {
    part: sum(late.map(({ days, open }) => open.times(days!))),
    whole: sum(late.map(({ open }) => open)),
  };
}

/** The figures of every month and currency that key figures are made from. */
export function keyFiguresOf(
  ledger: Ledger,
  rows: readonly RollForwardRow[],
  { agingAt }: Months,
): KeyFigureBase[] {
  const high = matchedAtHigh(ledger);
  const { credited, disputed } = troubled(ledger);
  const invoices = groupBy(
    ledger.documents.filter(({ isCredit }) => !isCredit),
    ({ currency }) => currency,
  );
  const count = (length: number): Decimal => zero.plus(length);
  return rows.map((row) => {
    const { month, currency, opening, closing } = row;
    const aging = agingAt(month);
    const totals = aging.totals.find((total) => total.currency === currency);
    const [current = zero, ...late] = totals?.bands ?? [];
    const issuedInMonth = (invoices.get(currency) ?? []).filter(({ date }) => contains(month, date));
    const paid = ledger.payments.filter(
      ({ receipt, currency: of }) =>
        of === currency && contains(month, receipt.date) && receipt.amount.greaterThan(0),
    );
    const isDisputed = ({ number }: { readonly number: string }) => disputed.has(number);
    const passed = issuedInMonth.filter(
      (document) => !isDisputed(document) && !credited.has(document.number),
    );
    return {
      month,
      currency,
      days: daysOf(month),
      opening,
      sales: row.invoices.minus(row.credits),
      collected: row.cash.minus(row.refunds),
      closing,
      current,
      pastDue: sum(late),
      weighted: weightedDays(aging, currency),
      unapplied: { part: totals?.unapplied ?? zero, whole: row.cash },
      disputed: { part: count(issuedInMonth.filter(isDisputed).length), whole: count(issuedInMonth.length) },
      firstPass: { part: count(passed.length), whole: count(issuedInMonth.length) },
      autoMatch: {
        part: count(paid.filter(({ receipt }) => high.has(receipt)).length),
        whole: count(paid.length),
      },
    };
  });
}
