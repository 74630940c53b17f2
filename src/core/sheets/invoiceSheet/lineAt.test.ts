import { GridBuilder } from "../../grid/gridBuilder";
import { Decimal } from "../../money/decimal";
import { factsOnInvoiceSheet, lineOnInvoiceSheet } from "./lineAt";
import { rowWith, testLine, testSheet } from "./testData";
import type { PlannedSheet } from "../plan";

/** The sheet as it is read again: values alone. */
function gridOf({ name, rows }: PlannedSheet) {
  const builder = new GridBuilder(name);
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      const value = cell?.value;
      if (value instanceof Decimal) builder.number(row, column, value.toNumber());
      else if (typeof value === "number") builder.number(row, column, value);
      else if (typeof value === "string") builder.text(row, column, value);
    }),
  );
  return builder.build();
}

const lines = [
  testLine({ product: "Fee", description: "Fee" }),
  testLine({
    contractId: "K-2",
    product: "Data",
    description: "Data",
    explanation: "a long story. ".repeat(40),
  }),
  testLine({ product: "Calls", description: "Calls", amount: new Decimal(0) }),
];

describe("the lines of a formatted invoice", () => {
  const sheet = testSheet({ lines, contractId: "" });
  const grid = gridOf(sheet);
  const productIn = (row: number) => lineOnInvoiceSheet(grid, row, lines)?.product;

  it("are found by their rows, in the order in which contracts are grouped", () => {
    expect(productIn(rowWith(sheet, "Fee"))).toBe("Fee");
    expect(productIn(rowWith(sheet, "Calls"))).toBe("Calls");
    expect(productIn(rowWith(sheet, "Data"))).toBe("Data");
  });

  it("own the rows of small type below them", () => {
    expect(productIn(rowWith(sheet, "Fee") + 1)).toBe("Fee");
    expect(productIn(rowWith(sheet, "Data") + 2)).toBe("Data");
  });

  it("end above the totals and begin below the header", () => {
    expect(productIn(rowWith(sheet, "Description"))).toBeUndefined();
    expect(productIn(0)).toBeUndefined();
    expect(productIn(rowWith(sheet, "Subtotal"))).toBeUndefined();
    expect(productIn(grid.rowCount - 1)).toBeUndefined();
  });

  it("stand on a sheet that shows the document's number first", () => {
    expect(factsOnInvoiceSheet(grid)[0]).toBe("INV-2026-0001");
    expect(factsOnInvoiceSheet(gridOf({ name: "Other", rows: [[{ value: "x" }]], widths: [] }))).toEqual([]);
  });
});
