import { formatPeriod } from "../../src/core/api";
import { bill, plain, realData, total } from "./realData";

interface Figures {
  readonly sessions: number;
  readonly rerated: string;
}

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
    const months: Record<string, Figures> = {};
    const billedTo = new Map<string, string>();
    for (const month of Object.keys(by_month)) {
      const { invoices, controlTotals } = bill(snapshot, month);
      const rerated = total(invoices.map((invoice) => invoice.total));
      const [{ read, rated }] = controlTotals as [(typeof controlTotals)[number]];
      expect(read.rows).toBe(totals.rows);
      months[month] = { sessions: rated.rows, rerated: rerated.toFixed(2) };
      for (const { customer, period, total: amount } of invoices) {
        expect(formatPeriod(period)).toBe(month);
        const before = billedTo.get(customer.customerId) ?? "0";
        billedTo.set(customer.customerId, total([before, amount]).toFixed(2));
      }
    }
    const knownMonths = Object.entries(by_month).map(([month, { sessions, rerated }]) => [
      month,
      { sessions, rerated },
    ]);
    const knownUsers = Object.entries(by_user).map(([user, { rerated }]) => [user, rerated]);
    expect(months).toEqual(Object.fromEntries(knownMonths));
    expect(Object.fromEntries(billedTo)).toEqual(Object.fromEntries(knownUsers));
    expect(total([...billedTo.values()]).toFixed(2)).toBe(totals.rerated);
  });
});
