import { Decimal } from "../../money/decimal";
import type { Ledger } from "../ledger";
import type { AgingFigures } from "./agingFigures";
import { reportingTotal } from "./reportingTotal";

const figures = (currency: string, band: string, credits = "0"): AgingFigures => ({
  currency,
  bands: [new Decimal(band)],
  unapplied: new Decimal(0),
  credits: new Decimal(credits),
  disputed: new Decimal(0),
  total: new Decimal(band).minus(credits),
});

const ledgerIn = (reportingCurrency: string) =>
  ({
    asOf: 46_000,
    book: {
      settings: { reportingCurrency },
      rateOn: (from: string) => (from === "EUR" ? new Decimal("1.115") : undefined),
    },
  }) as unknown as Ledger;

describe("what all currencies come to", () => {
  it("is added at their rates, each column rounded, and adds up across", () => {
    const totals = [figures("EUR", "100.01", "10"), figures("USD", "50")];
    const all = reportingTotal(totals, ledgerIn("USD"));
    expect(all?.figures?.bands.map(String)).toEqual(["161.51"]);
    expect([all?.figures?.credits, all?.figures?.total].map(String)).toEqual(["11.15", "150.36"]);
  });

  it("is not known where a rate is missing, and not said where there is nothing to convert", () => {
    const missing = reportingTotal([figures("CHF", "1")], ledgerIn("USD"));
    expect([missing?.rates, missing?.figures]).toEqual([[undefined], undefined]);
    expect(reportingTotal([figures("USD", "1")], ledgerIn("USD"))).toBeUndefined();
    expect(reportingTotal([figures("CHF", "1")], ledgerIn(""))).toBeUndefined();
  });
});
