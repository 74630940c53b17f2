import { formatPeriod, groupBy } from "../../src/core/api";
import { bill, plain, realData, total } from "./realData";

interface Figures {
  readonly sessions: number;
  readonly rerated: string;
}

const figuresOf = ({ sessions, rerated }: Figures): Figures => ({ sessions, rerated });

interface Answers {
  readonly totals: { readonly rows: number; readonly rerated: string };
  readonly rerate: {
    readonly undercharged_amount: string;
    readonly overcharged_amount: string;
    readonly rows: readonly {
      readonly sessionId: string;
      readonly billed: string;
      readonly expected: string;
      /** Billed less expected. */
      readonly difference: string;
    }[];
  };
  readonly by_month: Readonly<Record<string, Figures>>;
  readonly by_user: Readonly<Record<string, Figures>>;
}

describe("charging sessions with what was charged for them", () => {
  const { itWithData, open, answers } = realData("ev-charging-sessions");

  itWithData("differ from the tariff in exactly the known sessions and amounts", async () => {
    const { rerate } = answers<Answers>();
    const { invoices, reconciliation } = bill(await open("ev-charging-sessions"), "2015-10");
    const found = reconciliation.findings.map((finding) => ({
      sessionId: finding.contractId,
      expected: plain(finding.expected),
      billed: plain(finding.found),
      difference: plain(finding.difference),
      code: finding.code,
    }));
    const known = rerate.rows.map(({ sessionId, expected, billed, difference }) => ({
      sessionId,
      expected: plain(expected),
      billed: plain(billed),
      difference: plain(total([difference]).negated()),
      code: "AMOUNT_MISMATCH",
    }));
    known.sort((a, b) => (a.sessionId < b.sessionId ? -1 : 1));
    expect(found).toHaveLength(62);
    expect(found).toEqual(known);
    expect(reconciliation.totals).toHaveLength(1);
    expect(plain(reconciliation.totals[0]!.underBilled.negated())).toBe(plain(rerate.undercharged_amount));
    expect(plain(reconciliation.totals[0]!.overBilled)).toBe(plain(rerate.overcharged_amount));
    // What the operator has charged is not charged again.
    expect(invoices).toEqual([]);
  });

  itWithData("make the re-rated totals of every month and user", async () => {
    const { by_month, by_user, totals } = answers<Answers>();
    const snapshot = await open("ev-charging-invoices");
    const months = Object.keys(by_month).sort();
    const { invoices, controlTotals } = bill(snapshot, `${months[0]!}-01..${months.at(-1)!}-31`);
    const [{ read, rated }] = controlTotals as [(typeof controlTotals)[number]];
    expect([read.rows, rated.rows]).toEqual([totals.rows, totals.rows]);
    const lines = groupBy(
      invoices.flatMap((invoice) => invoice.lines),
      ({ period }) => formatPeriod(period),
    );
    const byMonth = [...lines].map(([month, found]) => [
      month,
      {
        sessions: new Set(found.map(({ contractId }) => contractId)).size,
        rerated: total(found.map(({ amount }) => amount)).toFixed(2),
      },
    ]);
    const byUser = invoices.map((invoice) => [invoice.customer.customerId, invoice.total.toFixed(2)]);
    const knownUsers = Object.entries(by_user).map(([user, { rerated }]) => [user, rerated]);
    expect(Object.fromEntries(byMonth)).toEqual(
      Object.fromEntries(months.map((month) => [month, figuresOf(by_month[month]!)])),
    );
    expect(byUser).toHaveLength(knownUsers.length);
    expect(Object.fromEntries(byUser)).toEqual(Object.fromEntries(knownUsers));
    expect(total(invoices.map((invoice) => invoice.total)).toFixed(2)).toBe(totals.rerated);
  });

  itWithData("make the invoices of a month alone where only that month is billed", async () => {
    const { by_month } = answers<Answers>();
    const month = "2015-06";
    const { invoices, controlTotals } = bill(await open("ev-charging-invoices"), month);
    expect(new Set(invoices.map(({ period }) => formatPeriod(period)))).toEqual(new Set([month]));
    const rerated = total(invoices.map((invoice) => invoice.total)).toFixed(2);
    expect({ sessions: controlTotals[0]!.rated.rows, rerated }).toEqual(figuresOf(by_month[month]!));
  });
});
