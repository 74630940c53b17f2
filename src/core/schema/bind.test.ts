import { sheet, workbook, type Cell } from "../../../test/properties/support/sheets";
import { CellKind, type Snapshot, type TableArea } from "../grid/grid";
import type { Issue } from "../issues/issue";
import { bindSameRows, bindTable, hasTable, viewCell, type Mapping } from "./bind";
import { decimalColumn, idColumn, required, textColumn } from "./column";
import { defineTable } from "./table";

const readings = defineTable({
  title: "Readings",
  synonyms: ["Meter data", "Verträge"],
  help: "what a meter showed",
  columns: {
    meterId: required(idColumn({ title: "Meter ID", synonyms: ["Meter", "Meter #"], help: "which meter" })),
    quantity: required(decimalColumn({ title: "Quantity", synonyms: ["Qty", "Value"], help: "how much" })),
    note: textColumn({ title: "Value", help: "a title that is another column's synonym" }),
  },
  examples: [],
});

function bind(snapshot: Snapshot, mapping: Mapping = new Map()) {
  const issues: Issue[] = [];
  const bound = bindTable(readings, snapshot, mapping, (issue) => issues.push(issue));
  return { bound, issues, codes: issues.map(({ code }) => code) };
}

const book = (name: string, ...rows: Cell[][]) => workbook([sheet(name, rows)]);
const header: Cell[] = ["Meter ID", "Quantity"];
const columnsOf = (bound: ReturnType<typeof bind>["bound"]) => Object.fromEntries(bound?.columnOf ?? []);

describe("bindTable: the name of a table", () => {
  it.each([
    "Readings",
    "reading",
    "READINGS ",
    "Meter data",
    "meter_data",
    "Meter-Datas",
    "Vertrage",
    "VERTRÄGE",
  ])("finds it by %j", (name) => {
    expect(bind(book(name, header)).bound).toBeDefined();
  });

  it.each(["Readings 2026", "My readings", "Sheet1", ""])("does not take %j for it", (name) => {
    const snapshot = book(name, header);
    expect(bind(snapshot).bound).toBeUndefined();
    expect(hasTable(readings, snapshot, new Map())).toBe(false);
  });

  it("does not find an empty sheet", () => {
    expect(bind(book("Readings")).bound).toBeUndefined();
  });

  it("reads the first of two sheets and names the other", () => {
    const snapshot = workbook([sheet("Readings", [header]), sheet("Meter data", [header])]);
    const { bound, issues } = bind(snapshot);
    expect(bound?.grid.sheet).toBe("Readings");
    expect(issues).toMatchObject([{ code: "SECOND_TABLE", severity: "warning", value: "Meter data" }]);
  });
});

describe("bindTable: an Excel table", () => {
  const rows: Cell[][] = [
    ["Readings of October"],
    [],
    [undefined, "Meter ID", "Quantity"],
    [undefined, "M1", 5],
    [undefined, "M2", 6],
    [undefined, "Total", 11],
  ];
  const area = { firstRow: 2, lastRow: 4, firstColumn: 1, lastColumn: 2 };
  const table = (name: string, sheetName: string): TableArea => ({ name, sheet: sheetName, ...area });

  it("goes before a sheet, and only its own columns and rows are read", () => {
    const snapshot = workbook(
      [sheet("Anything", rows), sheet("Readings", [header])],
      [table("Meter_Data", "Anything")],
    );
    const { bound, codes } = bind(snapshot);
    expect(bound).toMatchObject({ headerRow: 2, firstRow: 3, lastRow: 4 });
    expect(columnsOf(bound)).toEqual({ meterId: 1, quantity: 2 });
    expect(codes).toEqual(["SECOND_TABLE"]);
  });

  it("is not second to the sheet that holds it", () => {
    const snapshot = workbook([sheet("Readings", rows)], [table("Readings", "Readings")]);
    expect(bind(snapshot).codes).toEqual([]);
  });

  it("ends a sheet found by its name where a table of another name ends", () => {
    const snapshot = workbook([sheet("Readings", rows)], [table("Table1", "Readings")]);
    expect(bind(snapshot).bound).toMatchObject({ headerRow: 2, firstRow: 3, lastRow: 4 });
  });

  it("has its header in its first row, even when a later row looks more like one", () => {
    const snapshot = workbook(
      [sheet("Readings", [["Meter ID", "Note"], header, ["M1", 5]])],
      [{ name: "Readings", sheet: "Readings", firstRow: 0, lastRow: 2, firstColumn: 0, lastColumn: 1 }],
    );
    expect(bind(snapshot).codes).toEqual(["MISSING_COLUMN"]);
  });
});

describe("bindTable: the header row", () => {
  it("may stand lower, with columns in any order", () => {
    const { bound } = bind(
      book("Readings", ["Readings"], ["as of", "Meter"], [], ["Qty", "Region", "METER-ID"], [5, "EU", "M1"]),
    );
    expect(bound).toMatchObject({ headerRow: 3, firstRow: 4, lastRow: 4 });
    expect(columnsOf(bound)).toEqual({ quantity: 0, meterId: 2 });
    expect([...bound!.others]).toEqual([[1, "Region"]]);
  });

  it.each([
    [19, true],
    [20, false],
  ])("is looked for in the first 20 rows: row index %i is found: %s", (row, found) => {
    const blank = Array.from({ length: row }, (): Cell[] => []);
    expect(bind(book("Readings", ...blank, header)).bound !== undefined).toBe(found);
  });

  it("is the first of several that fit equally well", () => {
    expect(bind(book("Readings", header, header)).bound?.headerRow).toBe(0);
  });

  it("is not made of numbers", () => {
    expect(bind(book("Readings", [1, 2], header)).bound?.headerRow).toBe(1);
  });
});

describe("bindTable: the columns", () => {
  it("gives a title before a synonym of another column", () => {
    expect(columnsOf(bind(book("Readings", ["Meter", "Qty", "Value"])).bound)).toEqual({
      meterId: 0,
      quantity: 1,
      note: 2,
    });
  });

  it("reads a title before a synonym of the same column, wherever they stand", () => {
    const { bound } = bind(book("Readings", ["Meter", "Meter ID", "Qty"]));
    expect(columnsOf(bound)).toEqual({ meterId: 1, quantity: 2 });
    expect([...bound!.rivals]).toEqual([[0, "meterId"]]);
  });

  it("reads the first of two headers that mean the same and keeps the other in mind", () => {
    const { bound, issues } = bind(book("Readings", ["Meter", "Qty", "Meter #"]));
    expect(columnsOf(bound)).toEqual({ meterId: 0, quantity: 1 });
    expect([...bound!.others]).toEqual([[2, "Meter #"]]);
    expect([...bound!.rivals]).toEqual([[2, "meterId"]]);
    expect(issues).toEqual([]);
  });

  it("reports a missing required column on the header row", () => {
    const { bound, issues } = bind(book("Readings", ["title"], ["Meter ID", "Note"]));
    expect(bound).toBeUndefined();
    expect(issues).toMatchObject([
      { code: "MISSING_COLUMN", severity: "error", at: { sheet: "Readings", row: 1, column: 0 } },
    ]);
    expect(issues[0]!.message).toContain("“Quantity”");
    expect(issues[0]!.message).toContain("Qty, Value");
  });
});

describe("bindTable: headers that the user has chosen", () => {
  const chosen: Mapping = new Map([["quantity", "Billable"]]);

  it("finds a header that no synonym knows", () => {
    expect(columnsOf(bind(book("Readings", ["Meter", "Billable"]), chosen).bound)).toEqual({
      meterId: 0,
      quantity: 1,
    });
  });

  it.each([
    [["Meter", "Quantity", "Billable"], 2],
    [["Meter", "Billable", "Quantity"], 1],
  ])("go before the title and its synonyms: %j", (headers, column) => {
    const { bound, codes } = bind(book("Readings", headers), chosen);
    expect(bound?.columnOf.get("quantity")).toBe(column);
    expect([...bound!.others.values()]).toEqual(["Quantity"]);
    expect(codes).toEqual([]);
  });

  it("can be the title of another column", () => {
    const { bound } = bind(book("Readings", ["Meter", "Value", "Qty"]), new Map([["quantity", "Value"]]));
    expect(columnsOf(bound)).toEqual({ meterId: 0, quantity: 1 });
  });

  it("give way to the title when they are no longer there", () => {
    expect(bind(book("Readings", header), chosen).bound?.columnOf.get("quantity")).toBe(1);
  });
});

describe("bindTable: the sheet that the user has chosen", () => {
  const chosen: Mapping = new Map([["sheet", "Daten 2026"]]);
  const header: Cell[] = ["Meter ID", "Quantity"];
  const both = workbook([sheet("Readings", [header]), sheet("Daten 2026", [header, ["M1", 5]])]);

  it("goes before one of the table's own name, without a warning about the other", () => {
    const { bound, codes } = bind(both, chosen);
    expect(bound?.grid.sheet).toBe("Daten 2026");
    expect(codes).toEqual([]);
    expect(hasTable(readings, workbook([sheet("Daten 2026", [header])]), chosen)).toBe(true);
  });

  it("can be an Excel table", () => {
    const area = { sheet: "Readings", firstRow: 2, lastRow: 3, firstColumn: 1, lastColumn: 2 };
    const grid = sheet("Readings", [header, ["M0", 1], [undefined, ...header], [undefined, "M1", 5]]);
    const { bound } = bind(workbook([grid], [{ ...area, name: "Daten_2026" }]), chosen);
    expect(bound).toMatchObject({ headerRow: 2, firstRow: 3, lastRow: 3 });
  });

  it("gives way to the table's own name when it is no longer there", () => {
    expect(bind(book("Readings", header), chosen).bound?.grid.sheet).toBe("Readings");
  });
});

describe("bindSameRows", () => {
  const notes = defineTable({
    title: "Notes",
    synonyms: [],
    help: "",
    columns: { note: required(textColumn({ title: "Remark", help: "" })) },
    examples: [],
  });
  const bindNotes = (snapshot: Snapshot) =>
    bindSameRows(notes, bind(snapshot).bound!, snapshot, new Map(), () => undefined);

  it("reads other columns of the rows of a table already found", () => {
    const rows: Cell[][] = [
      ["Meter ID", "Quantity", "Remark"],
      ["M1", 5, "ok"],
      ["Total", 5],
    ];
    const table = {
      name: "Readings",
      sheet: "Readings",
      firstRow: 0,
      lastRow: 1,
      firstColumn: 0,
      lastColumn: 2,
    };
    const same = bindNotes(workbook([sheet("Readings", rows)], [table]));
    expect(same).toMatchObject({ headerRow: 0, firstRow: 1, lastRow: 1 });
    expect([...same!.columnOf]).toEqual([["note", 2]]);
  });

  it("has its header in the same row, whatever stands above", () => {
    const same = bindNotes(book("Readings", ["Remark"], ["Meter ID", "Quantity", "Remark"], ["M1", 5, "ok"]));
    expect(same).toMatchObject({ headerRow: 1, firstRow: 2, lastRow: 2 });
    expect([...same!.columnOf]).toEqual([["note", 2]]);
  });
});

describe("viewCell", () => {
  const grid = sheet("Any", [
    ["a", 1.5, true],
    [{ error: "#N/A" }, { date: 46_326 }, { percent: 0.12 }],
  ]);

  it.each([
    [0, 0, { kind: CellKind.text, text: "a" }],
    [0, 1, { kind: CellKind.number, number: 1.5 }],
    [0, 2, { kind: CellKind.boolean, number: 1 }],
    [1, 0, { kind: CellKind.error, text: "#N/A" }],
    [1, 1, { kind: CellKind.date, number: 46_326 }],
    [1, 2, { kind: CellKind.percent, number: 0.12 }],
    [9, 0, { kind: CellKind.blank, number: 0, text: "" }],
    [0, 9, { kind: CellKind.blank, number: 0, text: "" }],
  ])("sees row %i, column %i", (row, column, cell) => {
    expect(viewCell(grid, row, column)).toMatchObject(cell);
  });
});

describe("bindTable: a header that is repeated", () => {
  it("is the first one, whatever its spelling, where rows stand between", () => {
    const [spelt, repeated]: Cell[][] = [
      ["Meter ID", "Value", "Qantity"],
      ["Meter ID", "Value", "Quantity"],
    ];
    const { issues } = bind(book("Readings", spelt!, ["M1", 5, 6], repeated!, ["M2", 7, 8]));
    expect(issues).toMatchObject([{ code: "MISSING_COLUMN", at: { row: 0 } }]);
  });

  it("is the second line of two", () => {
    const rows: Cell[][] = [
      ["Meter", "Value", "x"],
      ["Meter ID", "Value", "Quantity"],
      ["M1", "a", 5],
    ];
    expect(bind(book("Readings", ...rows)).bound?.headerRow).toBe(1);
  });
});
