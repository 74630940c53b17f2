import { bookOf, contractRow, priceRow } from "../../../../test/vectors/book";
import { SessionWorkbook } from "../../session/sessionWorkbook";
import { onDay, view } from "./view";

const book = new SessionWorkbook(
  bookOf({
    Contracts: [
      contractRow({ "End date": "2026-12-31", Renewal: "Auto", "Renewal term": 12, Notice: 60 }),
      contractRow({ "Contract ID": "C2", "Customer ID": "K2", "Customer name": "Bolt" }),
    ],
    Prices: [
      priceRow({
        "Price ID": "P1",
        Product: "API",
        "Pricing model": "per_unit",
        Meter: "API",
        "Unit price": 1,
        "Effective to": "2026-01-31",
      }),
      priceRow({
        "Price ID": "P2",
        Product: "API",
        "Pricing model": "graduated",
        Meter: "API",
        Tiers: "1000: 2; *: 1",
        "Effective from": "2026-02-01",
      }),
      priceRow({ Product: "Support", "Flat fee": 100 }),
      priceRow({ Product: "Peak", "Pricing model": "per_unit", Meter: "Peak", "Unit price": 3 }),
    ],
    Meters: [{ Meter: "Peak", Aggregation: "max" }],
    Usage: [
      { "Contract ID": "C1", Meter: "API", Date: "2026-02-03", Quantity: 300 },
      { "Contract ID": "C1", Meter: "API", Date: "2026-02-07", Quantity: 300 },
      { "Contract ID": "C1", Meter: "Peak", Date: "2026-02-07", Quantity: 5 },
    ],
    Discounts: [{ "Discount ID": "D1", "Contract ID": "C1", Products: "API", Percent: 10 }],
  }),
  { engineVersion: "0", sha256: () => "" },
);

describe("a contract on a day", () => {
  it("offers the contracts of the workbook", () => {
    expect(view(book).contracts.map(({ contractId }) => contractId)).toEqual(["C1", "C2"]);
  });

  it("says what its period bills so far, and at the end if usage goes on like this", () => {
    const { period } = onDay(book, "C1", "2026-02-07");
    expect(period).toMatchObject({ period: "2026-02", usedTo: "2026-02-07", isBilled: false });
    // 600 in 7 of 28 days are 2,400: 1,000 at 2 and 1,400 at 1; a peak stays, and so does a fee.
    expect(period!.charges).toEqual([
      { name: "Support", soFar: 100, atEnd: 100 },
      { name: "API", soFar: 1200, atEnd: 3400 },
      { name: "Peak", soFar: 15, atEnd: 15 },
      { name: "API: discount 10 %", soFar: -120, atEnd: -340 },
    ]);
    expect([period!.soFar, period!.atEnd]).toEqual([1195, 3175]);
  });

  it("knows the prices of the day, what they were, and when notice is due", () => {
    const { inForce, history, endDate, noticeBy, renewedTo } = onDay(book, "C1", "2026-02-07");
    expect(inForce.find(({ product }) => product === "API")?.terms).toContainEqual([
      "Tiers",
      "up to 1,000: 2; above 1,000: 1",
    ]);
    expect(history.filter(({ product }) => product === "API").map(({ from }) => from)).toEqual([
      "2026-01-01",
      "2026-02-01",
    ]);
    expect([endDate, noticeBy, renewedTo]).toEqual(["2026-12-31", "2026-11-01", "2027-12-31"]);
  });

  it("has no period after the end, and no contract that is not there", () => {
    expect(onDay(book, "C2", "").endDate).toBe("");
    expect(onDay(book, "C1", "2025-12-01").period).toBeUndefined();
    expect(() => onDay(book, "C9", "")).toThrow(expect.objectContaining({ code: "MISSING" }));
  });
});
