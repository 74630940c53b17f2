import type { BillingRun } from "../../src/core/api";
import { bill, plain, realData, total } from "./realData";

interface Answers {
  readonly rating: readonly {
    readonly cost: string;
    readonly cost_rounded: string;
    readonly graduated_instead: string;
  }[];
}

/** Exact and rounded cost of each request, in the order of their ids. */
function costsOf({ invoices }: BillingRun): { exact: string; rounded: string }[] {
  return [...invoices]
    .sort((a, b) => (a.contractId < b.contractId ? -1 : 1))
    .map((invoice) => ({
      exact: plain(
        total(
          invoice.lines.map(({ quantity, unitPrice, flatFee }) => quantity.times(unitPrice).plus(flatFee)),
        ),
      ),
      rounded: invoice.total.toFixed(2),
    }));
}

describe("requests at published prices", () => {
  const { itWithData, open, answers } = realData("llm-published-prices");

  itWithData("cost what the tier of their input says, exactly and rounded", async () => {
    const { rating } = answers<Answers>();
    const run = bill(await open("llm-published-prices"), "2026-08");
    const known = rating.map(({ cost, cost_rounded }) => ({ exact: plain(cost), rounded: cost_rounded }));
    expect(known).toHaveLength(70);
    expect(costsOf(run)).toEqual(known);
    expect(run.reconciliation.findings).toEqual([]);
  });

  itWithData("cost something else if the tiers were graduated", async () => {
    const { rating } = answers<Answers>();
    const run = bill(await open("llm-prices-graduated"), "2026-08");
    const known = rating.map(({ graduated_instead }) => plain(graduated_instead));
    expect(costsOf(run).map(({ exact }) => exact)).toEqual(known);
  });
});
