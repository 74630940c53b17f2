import { sheet, workbook, type Cell } from "../../../test/properties/support/sheets";
import type { TableArea } from "../grid/grid";
import { billPeriod } from "../run/billingRun";

const OCTOBER = 46_296;
const day: Cell = { date: OCTOBER + 4 };
const header = ["Contract ID", "Meter", "Date", "Quantity"];
const row = ["K1", "Calls", day, 10];

const contracts = sheet("Contracts", [
  ["Contract ID", "Customer ID", "Start date"],
  ["K1", "C1", { date: 45_900 }],
]);
const prices = sheet("Prices", [
  ["Contract ID", "Product", "Meter", "Pricing model", "Unit price"],
  ["K1", "Calls", "Calls", "per_unit", 1],
]);
const table = (name: string, firstRow: number, lastRow: number, firstColumn = 0): TableArea => ({
  name,
  sheet: "Usage",
  firstRow,
  lastRow,
  firstColumn,
  lastColumn: firstColumn + header.length - 1,
});

/** What is said to stand outside an Excel table of Usage. */
function outside(rows: readonly (readonly Cell[])[], tables: readonly TableArea[]) {
  const book = workbook([contracts, prices, sheet("Usage", rows)], tables);
  const period = { from: OCTOBER, to: OCTOBER + 30 };
  const result = billPeriod(book, { period, asOf: undefined, giveNumbers: false });
  if (!result.ok) throw new Error(result.reason);
  return result.run.issues.filter(({ code }) => code === "OUTSIDE_TABLE").map(({ value }) => value);
}

describe("what stands around an Excel table", () => {
  it.each<[string, readonly (readonly Cell[])[], readonly string[]]>([
    ["rows right below it", [header, row, row, row], ["A3:D4"]],
    ["rows below a blank one", [header, row, [], row], ["A4:D4"]],
    [
      "a column right beside it",
      [
        [...header, "Minimum"],
        [...row, 500],
      ],
      ["E1:E2"],
    ],
    [
      "a column with nothing of weight",
      [
        [...header, "Remark"],
        [...row, "fine"],
      ],
      [],
    ],
    ["a row of totals", [header, row, ["Total", "", "", 10]], []],
    ["figures without a thing", [header, row, ["", "", "", 10]], []],
    ["a note", [header, row, [], ["Checked by Dana", "", day]], ["A4:D4"]],
    ["a summary aside", [header, row, ["", "", "", "", "", "", 10]], []],
  ])("is named where it is of its kind: %s", (_what, rows, named) => {
    expect(outside(rows, [table("Usage", 0, 1)])).toEqual(named);
  });

  it("is named where it is a second table with the same headers", () => {
    const rows = [header, row, [], header, row];
    expect(outside(rows, [table("Usage", 0, 1), table("Table2", 3, 4)])).toEqual(["A4:D5"]);
    const beside = [
      [...header, "", ...header],
      [...row, "", ...row],
    ];
    expect(outside(beside, [table("Usage", 0, 1), table("Table2", 0, 1, 5)])).toEqual(["F1:I2"]);
  });

  it("is read where the sheet has no Excel table", () => {
    expect(outside([header, row, row], [])).toEqual([]);
  });
});
