import { contract, moment, price, usage, type RowInput } from "../support/workbookFixture";
import { bill, type Billed } from "../support/workbookRun";

const meters: readonly RowInput[] = [
  { Meter: "EU calls", "Source meter": "Calls", Filter: "Region = EU", Aggregation: "Sum" },
  { Meter: "Users", "Source meter": "Calls", "Key column": "User", Aggregation: "Unique" },
  { Meter: "Peak", "Source meter": "Calls", Aggregation: "Max" },
  { Meter: "Last", "Source meter": "Calls", Aggregation: "Latest" },
  { Meter: "Mean", "Source meter": "Calls", Aggregation: "Average" },
  { Meter: "Rows", "Source meter": "Calls", Aggregation: "Count" },
];

/** The rows of one contract's usage, not in order of time. */
const rows = (contractId: string): RowInput[] => [
  usage(contractId, 40, { Date: moment("2026-04-20T08:00"), Region: "EU", User: "ann" }),
  usage(contractId, 7, { Date: moment("2026-04-20T17:30"), Region: "US", User: "ben" }),
  usage(contractId, 90, { Date: moment("2026-04-02T12:00"), Region: "EU", User: "ann" }),
  usage(contractId, 3, { Date: moment("2026-04-20T16:00"), Region: "EU", User: "cid" }),
];

const cases = [
  // 40 + 90 + 3
  ["Filter", "EU calls", 133],
  // ann, ben, cid
  ["Unique", "Users", 3],
  ["Max", "Peak", 90],
  // 20 April 17:30
  ["Latest", "Last", 7],
  // (40 + 7 + 90 + 3) / 4
  ["Average", "Mean", 35],
  ["Count", "Rows", 4],
] as const;

describe("meters", () => {
  let billed: Billed;
  beforeAll(async () => {
    billed = await bill({
      Contracts: [...cases.map(([, meter]) => contract(meter)), contract("SAME-TIME"), contract("DEFAULT")],
      Prices: [
        ...cases.map(([, meter]) =>
          price(meter, "per_unit", { Product: meter, Meter: meter, "Unit price": 1 }),
        ),
        price("SAME-TIME", "per_unit", { Product: "Last", Meter: "Last", "Unit price": 1 }),
        price("DEFAULT", "per_unit", { "Unit price": 1 }),
      ],
      Meters: meters,
      Usage: [
        ...cases.flatMap(([, meter]) => rows(meter)),
        usage("SAME-TIME", 5, { Date: "2026-04-09" }),
        usage("SAME-TIME", 6, { Date: "2026-04-09" }),
        // No quantity: one each.
        usage("DEFAULT", undefined),
      ],
    });
  });

  test.each(cases)("%s", (_says, meter, quantity) => {
    expect(billed.lines(meter, "Quantity", "Amount")).toEqual([{ Quantity: quantity, Amount: quantity }]);
  });

  test("Latest of the same moment is the later row", () => {
    expect(billed.lines("SAME-TIME", "Quantity")).toEqual([{ Quantity: 6 }]);
  });

  test("a row without a quantity, in a sheet that has quantities, holds its contract", () => {
    expect(billed.lines("DEFAULT", "Quantity")).toEqual([]);
    expect(billed.heldCodes("DEFAULT")).toEqual(["MISSING_VALUE"]);
  });

  test("Source rows counts the usage rows behind a line", () => {
    expect(billed.lines("Mean", "Source rows")).toEqual([{ "Source rows": 4 }]);
    expect(billed.lines("EU calls", "Source rows")).toEqual([{ "Source rows": 3 }]);
  });

  test("what a filter leaves out is in the control totals", () => {
    const [filtered] = billed.table("Control totals").filter((row) => Number(row["Rows filtered"]) > 0);
    expect(filtered).toMatchObject({ "Rows filtered": 1, "Quantity filtered": 7 });
  });

  test("no other usage of a meter has an issue", () => {
    const known = new Set(["MISSING_VALUE", "NO_TAX"]);
    expect(billed.issues.filter(({ Code }) => !known.has(String(Code)))).toEqual([]);
  });
});
