import { knownValue } from "../../base/knownValue";
import { groupBy, lastOf } from "../../base/groupBy";
import { sum } from "../../money/decimal";
import type { Ledger } from "../ledger";
import type { AgingFigures } from "./agingFigures";
import { reportingTotal, type ReportingTotal } from "./reportingTotal";
import { agingDetail, bandsOf, openOfType, type AgingBasis, type OpenItemRow } from "./agingDetail";

export type { AgingFigures } from "./agingFigures";

export interface AgingOfCustomer extends AgingFigures {
  readonly customerId: string;
  readonly customerName: string;
  /** First and last of its rows in the detail, 0-based. */
  readonly rows: readonly [first: number, last: number];
}

export interface AgingReport {
  readonly asOf: number;
  readonly basis: AgingBasis;
  /** Titles of the bands: Current, 1-30, … */
  readonly labels: readonly string[];
  readonly limits: readonly number[];
  readonly customers: readonly AgingOfCustomer[];
  readonly totals: readonly AgingFigures[];
  readonly reporting: ReportingTotal | undefined;
  readonly detail: readonly OpenItemRow[];
}

function figuresOf(rows: readonly OpenItemRow[], labels: readonly string[]): AgingFigures {
  const bands = labels.map((label) => sum(rows.filter(({ band }) => band === label).map(({ open }) => open)));
  const unapplied = openOfType(rows, "payment").negated();
  const credits = openOfType(rows, "credit").negated();
  return {
    currency: rows[0]!.currency,
    bands,
    unapplied: unapplied.plus(0),
    credits: credits.plus(0),
    disputed: sum(rows.map(({ disputed }) => disputed)),
    total: sum(bands).minus(unapplied).minus(credits),
  };
}

/** Aging at the day of a ledger: a row a customer and currency, a total a currency, and what each cell is a sum of. */
export function agingOf(ledger: Ledger, basis: AgingBasis = ledger.book.settings.agingBasis): AgingReport {
  const { labels, limits } = bandsOf(ledger.book);
  const detail = agingDetail(ledger, basis);
  const positions = new Map(detail.map((row, index) => [row, index]));
  const groups = groupBy(detail, ({ currency, customerId }) => `${currency}|${customerId}`);
  const customers = [...groups.values()].map((rows): AgingOfCustomer => {
    const first = knownValue(positions, rows[0]);
    return {
      customerId: rows[0].customerId,
      customerName: lastOf(rows).customerName,
      ...figuresOf(rows, labels),
      rows: [first, first + rows.length - 1],
    };
  });
  const totals = [...groupBy(detail, ({ currency }) => currency).values()].map((rows) =>
    figuresOf(rows, labels),
  );
  return {
    asOf: ledger.asOf,
    basis,
    labels,
    limits,
    customers,
    totals,
    reporting: reportingTotal(totals, ledger),
    detail,
  };
}
