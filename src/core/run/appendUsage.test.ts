import { sheet, workbook } from "../../../test/properties/support/sheets";
import { appendUsage } from "./appendUsage";

type Rows = Parameters<typeof sheet>[1];

const file = sheet("plus.csv", [
  ["Contract ID", "Meter", "Date", "Quantity"],
  ["K1", "Calls", { date: 46_000 }, 5],
]);
const added = (...others: readonly (readonly [string, Rows])[]) =>
  appendUsage(workbook(others.map(([name, rows]) => sheet(name, rows))), [file]);

describe("rows of files for a workbook without usage that can be read", () => {
  it.each<[string, Rows, RegExp]>([
    [
      "lacks a column",
      [
        ["Contract ID", "Date", "Quantity"],
        ["K1", { date: 46_000 }, 30],
      ],
      /^its rows cannot be added to the sheet “usage” \(A1: Usage has no column “Meter”/,
    ],
    [
      "holds something else",
      [["Pivot of 2025"], ["Total", 12]],
      /^its rows cannot be added to the sheet “usage” \(/,
    ],
  ])("are refused where a sheet of that name %s: it is never replaced", (_what, rows, reason) => {
    expect(added(["usage", rows])).toMatchObject({
      ok: false,
      source: "plus.csv",
      reason: expect.stringMatching(reason) as unknown,
    });
  });

  it.each<[string, readonly (readonly [string, Rows])[]]>([
    ["there is none", [["Notes", [["Remember"]]]]],
    ["it is empty", [["Usage", []]]],
  ])("make a sheet where %s", (_what, others) => {
    const result = added(...others);
    expect(result.ok && result.value.sheets.map(({ name }) => name)).toEqual(["Usage"]);
  });
});
