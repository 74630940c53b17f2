import { sheet, workbook } from "../../../test/properties/support/sheets";
import { billPeriod } from "./billingRun";

type Rows = Parameters<typeof sheet>[1];

const contracts = sheet("Contracts", [
  ["Contract ID", "Customer ID", "Start date", "Currency"],
  ["K1", "C1", { date: 45_900 }, "EUR"],
]);
const prices = sheet("Prices", [
  ["Contract ID", "Product", "Pricing model", "Meter", "Unit price"],
  ["K1", "Calls", "per_unit", "Calls", 1],
]);

/** What a run without a period says. */
function reasonOf(usage: Rows, others: Record<string, Rows> = {}): string {
  const added = Object.entries({ ...(usage.length > 0 && { Usage: usage }), ...others });
  const book = workbook([contracts, prices, ...added.map(([name, rows]) => sheet(name, rows))]);
  const result = billPeriod(book, { period: undefined, asOf: undefined, giveNumbers: false });
  if (result.ok) throw new Error("it found a period");
  return result.reason;
}

const header = ["Contract ID", "Meter", "Date", "Quantity"];

it.each<[string, RegExp, Rows, Record<string, Rows>?]>([
  ["a date of usage that cannot be read", /^Usage!C2: .*“soon”/, [header, ["K1", "Calls", "soon", 1]]],
  [
    "a missing column",
    /^Usage!A1: .*no column “Date”/,
    [header.filter((title) => title !== "Date"), ["K1", "Calls", 1]],
  ],
  ["that there is no usage", /^there is no Usage table/, []],
  [
    "a sheet that looks like usage",
    /^Readings!A1: /,
    [],
    { Readings: [header, ["K1", "Calls", { date: 46_000 }, 1]] },
  ],
  ["nothing where no row of usage has a day", /^it holds no usage that names a period$/, [header]],
])("tells %s", (_says, reason, usage, others = {}) => {
  expect(reasonOf(usage, others)).toMatch(reason);
});

it("never names the date of another table", () => {
  const adjustments: Rows = [
    ["Adjustment ID", "Contract ID", "Date", "Amount", "Description", "Reason code"],
    ["A1", "K1", "soon", -5, "Goodwill", "GOODWILL"],
  ];
  expect(reasonOf([header], { Adjustments: adjustments })).toBe("it holds no usage that names a period");
});
