import { sheet, workbook, type Cell } from "../../../test/properties/support/sheets";
import type { Mapping } from "./bind";
import { decimalColumn, idColumn, required, textColumn } from "./column";
import { countRows, headerOf, locateInSameRows, locateTable } from "./locateTable";
import { defineTable } from "./table";

const readings = defineTable({
  title: "Readings",
  synonyms: [],
  help: "what a meter showed",
  columns: {
    meterId: required(idColumn({ title: "Meter ID", synonyms: ["Meter"], help: "which meter" })),
    quantity: required(decimalColumn({ title: "Quantity", help: "how much" })),
    note: textColumn({ title: "Note", help: "anything" }),
  },
  examples: [],
});

const none: Mapping = new Map();
const book = (...rows: Cell[][]) => workbook([sheet("Readings", rows)]);

describe("locateTable", () => {
  it("finds nothing in a workbook without the table", () => {
    expect(locateTable(readings, workbook([sheet("Other", [["Meter ID"]])]), none)).toBeUndefined();
  });

  it("finds a whole table as bindTable does", () => {
    const located = locateTable(
      readings,
      book(["Readings of May"], ["Quantity", "Meter", "Colour"], [5, "M1"]),
      none,
    )!;
    expect(located).toMatchObject({ headerRow: 1, firstRow: 2, lastRow: 2, missing: [] });
    expect(Object.fromEntries(located.columnOf)).toEqual({ quantity: 0, meterId: 1 });
    expect(headerOf(located, 1)).toBe("Meter");
  });

  it("says which required columns are missing, and takes the widest row for the header", () => {
    const located = locateTable(readings, book(["Note"], ["Gerät", "Menge", "Note"], ["M1", 5]), none)!;
    expect(located).toMatchObject({ headerRow: 1, missing: ["meterId", "quantity"] });
    expect([...located.others.values()]).toEqual(["Gerät", "Menge"]);
    expect(locateTable(readings, book([], []), none)).toBeUndefined();
  });

  it("keeps to the header that an Excel table has", () => {
    const area = { name: "Readings", sheet: "Data", firstRow: 0, lastRow: 2, firstColumn: 0, lastColumn: 1 };
    const grid = sheet("Data", [["Gerät"], ["M1", "5", "many texts"], ["M2", "6"]]);
    expect(locateTable(readings, workbook([grid], [area]), none)).toMatchObject({ headerRow: 0 });
  });

  it("follows a mapping", () => {
    const mapping = new Map([
      ["sheet", "Daten"],
      ["meterid", "Gerät"],
      ["quantity", "Menge"],
    ]);
    const snapshot = workbook([
      sheet("Daten", [
        ["Gerät", "Menge"],
        ["M1", 5],
      ]),
    ]);
    expect(locateTable(readings, snapshot, mapping)).toMatchObject({ headerRow: 0, missing: [] });
  });

  it("looks in the rows of another table for a second one", () => {
    const prices = defineTable({
      title: "Prices",
      synonyms: [],
      help: "",
      columns: { price: required(decimalColumn({ title: "Price", help: "" })) },
      examples: [],
    });
    const snapshot = book(["Price"], ["Meter ID", "Quantity", "Price"], ["M1", 5, 2]);
    const located = locateTable(readings, snapshot, none)!;
    expect(locateInSameRows(prices, located, snapshot, none)).toMatchObject({ headerRow: 1, missing: [] });
  });
});

describe("countRows", () => {
  it("leaves out rows that are blank in every column that is understood", () => {
    const located = locateTable(
      readings,
      book(["Meter ID", "Quantity", "Colour"], ["M1", 5], [undefined, undefined, "red"], [undefined, 7]),
      none,
    )!;
    expect(countRows(located)).toBe(2);
  });

  it("counts rows with anything where no column is understood", () => {
    expect(countRows(locateTable(readings, book(["Gerät", "Menge"], ["M1", 5], [], ["M2", 6]), none)!)).toBe(
      2,
    );
  });
});
