import { sheet, workbook, type Cell } from "../../../test/properties/support/sheets";
import { planSettings } from "./planSettings";

const plan = (rows: readonly (readonly Cell[])[] | undefined, key: string, value: string | number) =>
  planSettings(workbook(rows ? [sheet("Settings", rows)] : [sheet("Sheet1", [])]), [{ key, value }]);

const at = (row: number, column: number) => ({ sheet: "Settings", row, column });

describe("planSettings", () => {
  it("edits the row that counts, which is the last of its key", () => {
    const rows = [["Note"], ["Key", "Text", "Value"], ["currency", "", "EUR"], ["Currency", "", "GBP"]];
    expect(plan(rows, "Currency", "USD")).toEqual({
      ok: true,
      plan: { sheets: [], removedSheets: [], appended: [], edits: [{ at: at(3, 2), value: "USD" }] },
    });
  });

  it("adds a row below, in the columns of the table", () => {
    expect(
      plan(
        [
          ["Value", "Key"],
          ["EUR", "Currency"],
        ],
        "Next number",
        7,
      ),
    ).toEqual({
      ok: true,
      plan: {
        sheets: [],
        removedSheets: [],
        appended: [{ sheet: "Settings", firstRow: 2, rows: [[{ value: 7 }, { value: "Next number" }]] }],
      },
    });
  });

  it("gives a table without values a column for them", () => {
    expect(plan([["Key"], ["Currency"]], "Currency", "USD")).toMatchObject({
      plan: {
        edits: [
          { at: at(0, 1), value: "Value" },
          { at: at(1, 1), value: "USD" },
        ],
      },
    });
  });

  it("begins a sheet where there is none, and nothing for a value that is the default", () => {
    expect(plan(undefined, "Currency", "USD")).toMatchObject({
      plan: { sheets: [{ name: "Settings", table: { name: "Settings" } }] },
    });
    const nothing = { ok: true, plan: { sheets: [], removedSheets: [], appended: [] } };
    expect(plan(undefined, "Currency", "")).toEqual(nothing);
    expect(plan([["Key", "Value"]], "Currency", "")).toEqual(nothing);
  });

  it("leaves a sheet of that name alone that is somebody's own", () => {
    expect(plan([["My notes"]], "Currency", "USD")).toEqual({ ok: false, sheet: "Settings" });
  });
});
