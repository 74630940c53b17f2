import { GridBuilder } from "../../grid/gridBuilder";
import { dayOf } from "../../calendar/day";
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
    period: { from: dayOf(2026, 9, 1), to: dayOf(2026, 9, 30) },
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
    expect(productIn(rowWith(sheet, "1 to 30 Sep 2026"))).toBe("Data");
  });

  it("are found on a German sheet too", () => {
    const customer = { customerId: "C-1", customerName: "Reiher GmbH", language: "de" };
    const german = testSheet({ lines, contractId: "", customer });
    expect(lineOnInvoiceSheet(gridOf(german), rowWith(german, "Calls"), lines)?.product).toBe("Calls");
    expect(factsOnInvoiceSheet(gridOf(german))[0]).toBe("INV-2026-0001");
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
