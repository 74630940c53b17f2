import { billBook, bookOf, contractRow, priceRow, type Row } from "../../../../test/vectors/book";
import { dayOf } from "../../calendar/day";
import { Decimal } from "../../money/decimal";
import { stepDays } from "./escalations";

/** A fee of 100.00 that is raised by 1 % from a day on, every so many months. */
function billed(
  start: string,
  from: number,
  every: number,
  period: string,
  prices: readonly Row[] = [priceRow({ "Flat fee": 100 })],
) {
  const run = billBook(
    bookOf({
      Contracts: [contractRow({ "Start date": start })],
      Prices: prices,
      Escalations: [
        {
          "Escalation ID": "E1",
          "Contract ID": "C1",
          From: { date: from },
          Every: every,
          Percent: { percent: 0.01 },
        },
      ],
      Usage: [{ "Contract ID": "C1", Meter: "Calls", Date: start, Quantity: 0 }],
    }),
    period,
  );
  const errors = run.issues.filter(({ severity }) => severity === "error").map(({ code }) => code);
  return run.invoices[0]?.subtotal.toFixed(2) ?? [...new Set(errors)].join(" ");
}

/** 100.00 after so many steps of 1 %, each in cents. */
function raised(steps: number): string {
  let fee = new Decimal(100);
  for (let step = 0; step < steps; step++) fee = fee.times("1.01").toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  return fee.toFixed(2);
}

describe("the steps of an escalation", () => {
  it("go on as long as the contract does", () => {
    // 2020-02 to 2024-12, 2025-01 and 2026-03.
    expect(billed("2020-01-01", dayOf(2020, 2, 1), 1, "2024-12")).toBe(raised(59));
    expect(billed("2020-01-01", dayOf(2020, 2, 1), 1, "2025-01")).toBe(raised(60));
    expect(billed("2020-01-01", dayOf(2020, 2, 1), 1, "2026-03")).toBe(raised(74));
    expect(billed("2000-01-01", dayOf(2001, 1, 1), 12, "2026-03")).toBe(raised(26));
  });

  it("count from the first day of a price", () => {
    // 1950 to 2010 are before the contract.
    expect(billed("2010-06-01", dayOf(1950, 1, 1), 12, "2026-03")).toBe(raised(16));
  });

  it("hold the contract where there are more than are followed, until the price is written anew", () => {
    expect(billed("2000-01-01", dayOf(2000, 2, 1), 1, "2025-01")).toBe(raised(300));
    expect(billed("2000-01-01", dayOf(2000, 2, 1), 1, "2025-02")).toBe("STEPS_ENDED");
    const anew = [
      priceRow({ "Flat fee": 100, "Effective to": { date: dayOf(2024, 12, 31) } }),
      priceRow({ "Flat fee": 2000, "Effective from": { date: dayOf(2025, 1, 1) } }),
    ];
    expect(billed("2000-01-01", dayOf(2000, 2, 1), 1, "2025-03", anew)).toBe("2040.20");
  });

  it("keep the day of the month of the first", () => {
    const days = [...stepDays({ from: dayOf(2026, 1, 31), every: 1 }, dayOf(2026, 4, 29))];
    expect(days).toEqual([dayOf(2026, 1, 31), dayOf(2026, 2, 28), dayOf(2026, 3, 31)]);
  });
});
