import { periodCases } from "./cases/periodCases";
import { usageCases } from "./cases/usageCases";
import { netBy } from "./oracle/billedBy";
import { creditOf, type Taxed } from "./oracle/credit";
import { Fraction } from "./oracle/fraction";
import { month } from "./year/day";
import type { SimulatedYear } from "./year/simulatedYear";

/** What a run bills: all up to it, less all up to the run before. */
function netOfRun(year: SimulatedYear, contractId: string, run: string): string {
  const contract = year.contracts.find(({ id }) => id === contractId);
  if (contract === undefined) throw new Error(`no contract ${contractId}`);
  const net = netBy(contract, year, month(run)).minus(netBy(contract, year, month(run) - 1));
  return net.text(2);
}

describe.each(Object.entries({ ...periodCases, ...usageCases }))(
  "%s, reckoned by the oracle alone",
  (_, given) => {
    const { year, nets, missing = {}, repriced } = given;

    it("bills in every run what the arithmetic of the case says", () => {
      const reckoned = Object.entries(nets).map(([run, byContract]) => [
        run,
        Object.fromEntries(Object.keys(byContract).map((id) => [id, netOfRun(year, id, run)])),
      ]);
      expect(Object.fromEntries(reckoned)).toEqual(nets);
    });

    if (Object.keys(missing).length > 0)
      it("owes what a run that never happened would have billed", () => {
        const reckoned = Object.keys(missing).map((run) => [run, netOfRun(year, "C1", run)]);
        expect(Object.fromEntries(reckoned)).toEqual(missing);
      });

    if (repriced !== undefined)
      it("tells what the days that were billed cost now", () => {
        const now = netBy(year.contracts[0]!, year, month(repriced.by));
        expect(now.minus(Fraction.of(repriced.billed)).text(2)).toBe(repriced.difference);
      });
  },
);

describe("credits of one invoice, one after the other", () => {
  const creditsOf = (invoice: readonly [string, string], rate: string, digits: number, nets: string[]) => {
    let left: Taxed = { net: Fraction.of(invoice[0]), tax: Fraction.of(invoice[1]) };
    return nets.map((net) => {
      const credit = creditOf(Fraction.of(net), left, Fraction.of(rate), digits);
      left = { net: left.net.minus(credit.net), tax: left.tax.minus(credit.tax) };
      return `${credit.net.text(digits)} + ${credit.tax.text(digits)}`;
    });
  };

  it("add up to it: the last takes the rest of the tax", () => {
    expect(creditsOf(["279.16", "55.83"], "0.2", 2, ["68.33", "57.50", "85", "68.33"])).toEqual([
      "68.33 + 13.67",
      "57.50 + 11.50",
      "85.00 + 17.00",
      "68.33 + 13.66",
    ]);
  });

  it("never take more tax than is left, where it is rounded up", () => {
    expect(creditsOf(["15", "2"], "0.1", 0, ["5", "5", "5"])).toEqual(["5 + 1", "5 + 1", "5 + 0"]);
  });
});
