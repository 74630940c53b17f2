import { groupBy } from "../../base/groupBy";
import { compareText } from "../../base/name";
import type { Day } from "../../calendar/day";
import { monthOf, type Period } from "../../calendar/period";
import { sum, zero, type Decimal } from "../../money/decimal";
import { ledgerAt, type Ledger } from "../ledger";
import { agingOf, type AgingReport } from "./aging";
import { flowsOf, type Flow, type FlowType } from "./flows";

/** One month of one currency: opening + invoices − credits − cash + refunds − discounts − write-offs = closing. */
export interface RollForwardRow {
  readonly month: Period;
  readonly currency: string;
  readonly opening: Decimal;
  readonly invoices: Decimal;
  readonly credits: Decimal;
  readonly cash: Decimal;
  readonly refunds: Decimal;
  readonly discounts: Decimal;
  readonly writeOffs: Decimal;
  readonly closing: Decimal;
  /** Total of Aging at the end of the month, or at the day of the report. */
  readonly agingTotal: Decimal;
  /** Closing less Aging total: 0. */
  readonly gap: Decimal;
}

/** Months from the first document or payment to the day of a ledger, each with Aging at its end. */
export interface Months {
  readonly months: readonly Period[];
  readonly agingAt: (month: Period) => AgingReport;
}

export function monthsOf(ledger: Ledger): Months {
  const days = [
    ...ledger.documents.map(({ date }) => date),
    ...ledger.payments.map(({ receipt }) => receipt.date),
  ];
  const months: Period[] = [];
  const first = days.reduce((least, day) => Math.min(least, day), ledger.asOf);
  for (
    let month = monthOf(first);
    month.from <= ledger.asOf && days.length > 0;
    month = monthOf(month.to + 1)
  )
    months.push(month);
  const known = new Map<Day, AgingReport>();
  return {
    months,
    agingAt: ({ from, to }) => {
      const end = Math.min(to, ledger.asOf);
      const report = known.get(from) ?? agingOf(end === ledger.asOf ? ledger : ledgerAt(ledger.book, end));
      known.set(from, report);
      return report;
    },
  };
}

function rowOf(
  month: Period,
  currency: string,
  opening: Decimal,
  flows: readonly Flow[],
  aging: AgingReport,
): RollForwardRow {
  const raised = (type: FlowType) =>
    sum(flows.filter((flow) => flow.type === type).map(({ change }) => change));
  const lowered = (type: FlowType) => zero.minus(raised(type)).plus(0);
  const invoices = raised("invoice");
  const credits = lowered("credit");
  const cash = lowered("payment");
  const refunds = raised("refund");
  const discounts = lowered("discount");
  const writeOffs = lowered("write_off");
  const closing = opening.plus(sum(flows.map(({ change }) => change)));
  const agingTotal = aging.totals.find((total) => total.currency === currency)?.total ?? zero;
  const gap = closing.minus(agingTotal);
  return {
    month,
    currency,
    opening,
    invoices,
    credits,
    cash,
    refunds,
    discounts,
    writeOffs,
    closing,
    agingTotal,
    gap,
  };
}

/** Month by month, by currency, what made the receivables; the gap to Aging is 0. */
export function rollForwardOf(ledger: Ledger, { months, agingAt }: Months): RollForwardRow[] {
  const byCurrency = groupBy(flowsOf(ledger), ({ currency }) => currency);
  return [...byCurrency.keys()].sort(compareText).flatMap((currency) => {
    const byMonth = groupBy(byCurrency.get(currency) ?? [], ({ day }) => monthOf(day).from);
    let opening = zero;
    return months.map((month) => {
      const row = rowOf(month, currency, opening, byMonth.get(month.from) ?? [], agingAt(month));
      opening = row.closing;
      return row;
    });
  });
}
