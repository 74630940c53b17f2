import { sheet, workbook } from "../../../test/properties/support/sheets";
import { billPeriod } from "../run/billingRun";

const OCTOBER = { from: 46_296, to: 46_326 };
const prices = sheet("Prices", [
  ["Contract ID", "Product", "Pricing model", "Flat fee"],
  ["K1", "Fee", "flat", 100],
  ["K2", "Fee", "flat", 100],
]);

/** What a run with these rates says and holds; K1 is taxed under `code`, K2 under none. */
function billed(code: string, rates: Parameters<typeof sheet>[1]) {
  const contracts = sheet("Contracts", [
    ["Contract ID", "Customer ID", "Start date", "Currency", "Tax code"],
    ["K1", "C1", { date: 45_900 }, "EUR", code],
    ["K2", "C2", { date: 45_900 }, "EUR", ""],
  ]);
  const taxCodes = sheet("Tax codes", [["Tax code", "Rate", "Effective from", "Effective to"], ...rates]);
  const result = billPeriod(workbook([contracts, prices, taxCodes]), {
    period: OCTOBER,
    asOf: undefined,
    giveNumbers: false,
  });
  if (!result.ok) throw new Error(result.reason);
  const { issues, held, invoices } = result.run;
  return {
    issues: issues.filter(({ severity }) => severity === "error").map(({ code: id, at }) => [id, at.row]),
    held: held.map(({ contractId }) => contractId),
    totals: invoices.map(({ total }) => total.toFixed(2)),
  };
}

const JULY = 46_204;

describe("two rates of one tax code", () => {
  it.each([
    [
      "without days",
      [
        ["VAT", 0.19],
        ["VAT", 0.07],
      ],
    ],
    [
      "where the earlier one does not end",
      [
        ["VAT", 0.19],
        ["VAT", 0.07, { date: JULY }],
      ],
    ],
  ] as const)("on the same days hold what is taxed by them: %s", (_how, rates) => {
    expect(billed("VAT", rates)).toEqual({
      issues: [["OVERLAPPING_RATES", 2]],
      held: ["K1"],
      totals: ["100.00"],
    });
  });

  it("hold what is taxed by several taxes, one of which it is", () => {
    expect(
      billed("VAT + CITY", [
        ["VAT", 0.19],
        ["CITY", 0.01],
        ["VAT", 0.07],
      ]).held,
    ).toEqual(["K1"]);
  });

  it.each([
    [
      "follow each other",
      [
        ["VAT", 0.19, "", { date: JULY - 1 }],
        ["VAT", 0.07, { date: JULY }],
      ],
      "107.00",
    ],
    [
      "are the same",
      [
        ["VAT", 0.19],
        ["VAT", 0.19, { date: JULY }],
      ],
      "119.00",
    ],
  ] as const)("hold nothing where they %s", (_how, rates, total) => {
    expect(billed("VAT", rates)).toEqual({ issues: [], held: [], totals: [total, "100.00"] });
  });
});

it("a rate that ends before it begins holds what is taxed by it beside others", () => {
  const rates = [
    ["VAT", 0.19, { date: JULY }, { date: JULY - 9 }],
    ["CITY", 0.01],
  ] as const;
  expect(billed("CITY > VAT", rates)).toMatchObject({
    issues: expect.arrayContaining([["DATES_REVERSED", 1]]),
    held: ["K1"],
  });
});
