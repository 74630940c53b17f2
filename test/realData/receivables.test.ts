import {
  agingBands,
  agingBucket,
  agingOf,
  Decimal,
  formatPeriod,
  keyFigureReport,
  openLedger,
  parseIsoDay,
  type AgingReport,
  type Snapshot,
} from "../../src/core/api";

import { plain, realData } from "./realData";

interface Bucket {
  readonly count: number;
  readonly amount: string;
}
type Buckets = Readonly<Record<string, Bucket>>;

function ledger(snapshot: Snapshot, day: string) {
  const opened = openLedger(snapshot, parseIsoDay(day));
  if (!opened) throw new Error("it has days");
  return opened;
}

/** Bands with how many items are in each, by the names of the answers. */
function bands({ labels, totals, detail }: AgingReport, names: readonly string[]): Buckets {
  const entries = labels.map((label, band): [string, Bucket] => [
    names[band]!,
    {
      count: detail.filter((row) => row.band === label).length,
      amount: (totals[0]?.bands[band] ?? new Decimal(0)).toFixed(2),
    },
  ]);
  return Object.fromEntries(entries);
}

const NAMES = ["current", "1-30", "31-60", "61-90", "90+"];

describe("two years of invoices with due and settled days", () => {
  interface Answers {
    readonly aging: Readonly<
      Record<
        string,
        {
          readonly by_due_date: {
            readonly buckets: Buckets;
            readonly total_count: number;
            readonly total_amount: string;
          };
          readonly by_invoice_date: { readonly buckets: Buckets };
          readonly customers_with_balance: number;
          readonly disputed_amount_open: string;
          readonly oldest_open_invoice: {
            readonly invoiceNumber: string;
            readonly days_past_due: number;
            readonly amount: string;
          } | null;
        }
      >
    >;
    readonly "aging_by_customer_2013-06-30": Readonly<
      Record<string, Readonly<Record<string, string | number>>>
    >;
    readonly monthly: readonly Readonly<Record<string, string | number>>[];
    readonly billed_by_customer: Readonly<Record<string, { readonly amount: string }>>;
  }
  const { itWithData, open, answers } = realData("ibm-accounts-receivable");

  itWithData("age to exactly the known bands at eight days, by both bases", async () => {
    const snapshot = await open("ibm-accounts-receivable");
    const { aging } = answers<Answers>();
    expect(Object.keys(aging)).toHaveLength(8);
    for (const [day, known] of Object.entries(aging)) {
      const opened = ledger(snapshot, day).ledger;
      const byDue = agingOf(opened, "due");
      expect([day, bands(byDue, NAMES)]).toEqual([day, known.by_due_date.buckets]);
      expect([day, byDue.detail.length, byDue.totals[0]?.total.toFixed(2) ?? "0.00"]).toEqual([
        day,
        known.by_due_date.total_count,
        known.by_due_date.total_amount,
      ]);
      expect([day, byDue.customers.length, byDue.totals[0]?.disputed.toFixed(2) ?? "0.00"]).toEqual([
        day,
        known.customers_with_balance,
        known.disputed_amount_open,
      ]);
      const oldest = known.oldest_open_invoice;
      const found = byDue.detail.find(({ document }) => document === oldest?.invoiceNumber);
      expect([day, found?.days, found?.open.toFixed(2)]).toEqual([
        day,
        oldest?.days_past_due,
        oldest?.amount,
      ]);
      // By invoice date the answers have no band of its own for the day of the invoice.
      const byInvoice = bands(agingOf(opened, "invoice"), NAMES);
      const { current, "1-30": first, ...rest } = byInvoice;
      const both = {
        count: current!.count + first!.count,
        amount: new Decimal(current!.amount).plus(first!.amount).toFixed(2),
      };
      expect([day, { "0-30": both, ...rest }]).toEqual([day, known.by_invoice_date.buckets]);
    }
  });

  itWithData("age to exactly the known figures of every customer", async () => {
    const { ledger: opened } = ledger(await open("ibm-accounts-receivable"), "2013-06-30");
    const known = answers<Answers>()["aging_by_customer_2013-06-30"];
    const report = agingOf(opened, "due");
    const found = report.customers.map(({ customerId, bands: amounts, total, rows: [first, last] }) => [
      customerId,
      {
        ...Object.fromEntries(NAMES.map((name, band) => [name, amounts[band]!.toFixed(2)])),
        total: total.toFixed(2),
        count: last - first + 1,
      },
    ]);
    expect(Object.fromEntries(found)).toEqual(known);
  });

  itWithData("come to exactly the known key figures of 24 months", async () => {
    const { ledger: opened } = ledger(await open("ibm-accounts-receivable"), "2013-12-31");
    const { monthly, billed_by_customer: billed } = answers<Answers>();
    const { keyFigures, rollForward, revenue } = keyFigureReport(opened);
    expect(rollForward.map(({ gap }) => plain(gap))).toEqual(monthly.map(() => "0"));
    const four = (value: Decimal | undefined) => value?.toFixed(4) ?? null;
    const found = keyFigures.map((row) => ({
      month: formatPeriod(row.month),
      opening_ar: row.opening.toFixed(2),
      billed: row.sales.toFixed(2),
      collected: row.collected.toFixed(2),
      closing_ar: row.closing.toFixed(2),
      closing_current: row.current.toFixed(2),
      closing_overdue: row.pastDue.toFixed(2),
      days: row.days,
      dso: four(row.dso),
      best_possible_dso: four(row.bestPossibleDso),
      average_days_delinquent: four(row.add),
      countback_dso: four(row.countBackDso),
      cei: four(row.cei),
    }));
    expect(found).toEqual(monthly.map(({ invoices: _invoices, receipts: _receipts, ...figures }) => figures));
    expect(Object.fromEntries(revenue.map((row) => [row.customerId, row.revenue.toFixed(2)]))).toEqual(
      Object.fromEntries(Object.entries(billed).map(([customer, { amount }]) => [customer, amount])),
    );
  });
});

describe("a year of invoices and credit notes of a wholesaler", () => {
  interface Answers {
    readonly totals: { readonly invoiced: string; readonly credited: string; readonly net: string };
    readonly by_customer: Readonly<Record<string, { readonly invoiced: string; readonly credited: string }>>;
    readonly by_month: Readonly<Record<string, { readonly invoiced: string; readonly credited: string }>>;
    readonly aging_if_nothing_paid: Readonly<
      Record<
        string,
        {
          readonly invoices_by_due_date_net30: { readonly buckets: Buckets; readonly total_amount: string };
          readonly unapplied_credits_total: string;
        }
      >
    >;
  }
  const { itWithData, open, answers } = realData("online-retail-de-nl");

  itWithData("age to exactly the known bands with credits apart", async () => {
    const snapshot = await open("online-retail");
    const { aging_if_nothing_paid: aging } = answers<Answers>();
    for (const [day, known] of Object.entries(aging)) {
      const opened = ledger(snapshot, day).ledger;
      const report = agingOf(opened, "due");
      // The answers count invoices over 0.00 as well, of which nothing can be open.
      const nothing = opened.documents.filter(
        ({ total, record }) => total.isZero() && record.type === "invoice",
      );
      const found = bands(report, NAMES);
      const counted = Object.entries(found).map(([name, { count, amount }], band) => {
        const isIn = (due: number) =>
          agingBucket(opened.asOf - due, agingBands(report.limits)) === report.labels[band];
        return [name, { count: count + nothing.filter(({ due }) => isIn(due)).length, amount }];
      });
      expect([day, Object.fromEntries(counted)]).toEqual([day, known.invoices_by_due_date_net30.buckets]);
      expect([day, report.totals[0]!.credits.negated().toFixed(2)]).toEqual([
        day,
        known.unapplied_credits_total,
      ]);
    }
  });

  itWithData("roll forward by exactly the known invoices and credits, and add up by customer", async () => {
    const { ledger: opened, issues } = ledger(await open("online-retail"), "2011-12-31");
    const { by_month: months, by_customer: customers, totals } = answers<Answers>();
    expect(issues).toEqual([]);
    const { rollForward } = keyFigureReport(opened);
    const found = rollForward.map(({ month, invoices, credits, gap }) => [
      formatPeriod(month),
      { invoiced: invoices.toFixed(2), credited: credits.negated().toFixed(2), gap: plain(gap) },
    ]);
    const known = Object.entries(months).map(([month, figures]) => [month, { ...figures, gap: "0" }]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(known));
    expect(rollForward.at(-1)!.closing.toFixed(2)).toBe(totals.net);
    const byCustomer = new Map<string, Decimal>();
    for (const { customerId, revenue } of keyFigureReport(opened).revenue)
      byCustomer.set(customerId, (byCustomer.get(customerId) ?? new Decimal(0)).plus(revenue));
    expect(Object.fromEntries([...byCustomer].map(([id, amount]) => [id, amount.toFixed(2)]))).toEqual(
      Object.fromEntries(
        Object.entries(customers).map(([id, { invoiced, credited }]) => [
          id.replace(/\.0$/, ""),
          new Decimal(invoiced).plus(credited).toFixed(2),
        ]),
      ),
    );
  });
});
