import { contract, price, settings, text, usage } from "../support/workbookFixture";
import type { TableRow } from "../support/workbookReading";
import { bill, type Billed } from "../support/workbookRun";

/** Issues whose row of a sheet is this one. */
const inRow = (billed: Billed, sheet: string, row: number): readonly TableRow[] =>
  billed.issues.filter(
    (issue) => issue.Sheet === sheet && String(issue.Cell).replace(/^[A-Z]+/, "") === String(row),
  );

const ids = [
  "GOOD",
  "SAME",
  "SAME",
  "NO-MODEL",
  "BAD-MODEL",
  "BAD-TIERS",
  "FREE",
  "BACKWARDS",
  "ODD-CURRENCY",
  "SILENT",
];

describe("settings and references that are not understood", () => {
  let billed: Billed;
  beforeAll(async () => {
    billed = await bill({
      Settings: settings({
        "Rounding mode": "sideways",
        Colour: "blue",
        "COMPANY  name": "Harbour",
        Currency: "EUR",
      }),
      Contracts: ids.map((id, at) =>
        contract(id, {
          "Customer ID": `K-${String(at)}`,
          Currency: id === "ODD-CURRENCY" ? "XQQ" : id === "GOOD" ? undefined : "USD",
          "End date": id === "BACKWARDS" ? "2026-03-01" : undefined,
          "Minimum commitment": id === "SILENT" ? 50 : undefined,
        }),
      ),
      Prices: [
        /* 2 */ price("GOOD", "per_unit", { "Unit price": 0.005 }),
        /* 3 */ price("SAME", "per_unit", { "Unit price": 1 }),
        /* 4 */ price("NO-MODEL", "per_unit", { "Unit price": 1, "Pricing model": undefined }),
        /* 5 */ price("BAD-MODEL", "by the hour", { "Unit price": 1 }),
        /* 6 */ price("BAD-TIERS", "graduated", { Tiers: "1000: 0.10; 500: 0.08" }),
        /* 7 */ price("FREE", "volume", { Tiers: "100: 0; *: 0.10" }),
        /* 8 */ price("BACKWARDS", "per_unit", { "Unit price": 1 }),
        /* 9 */ price("ODD-CURRENCY", "per_unit", { "Unit price": 1 }),
        /* 10 */ price("SILENT", "per_unit", { "Unit price": 1 }),
        /* 11 */ price("NOBODY", "per_unit", { "Unit price": 1 }),
      ],
      Usage: ids
        .filter((id) => id !== "SILENT")
        .map((id) =>
          usage(id, id === "FREE" ? 101 : 1, id === "GOOD" ? { Date: text("2026-04-10T23:59:59") } : {}),
        ),
    });
  });

  // 0.005 → 0.01: half away from zero, as without the setting
  test("a value that is none is an issue, and the default holds", () => {
    expect(inRow(billed, "Settings", 2)).toMatchObject([{ Cell: "B2", Value: "sideways" }]);
    expect(billed.amounts("GOOD")).toEqual(["usage 0.01"]);
  });

  test("a key that is none is an issue", () => {
    expect(inRow(billed, "Settings", 3)).toMatchObject([{ Cell: "A3", Value: "Colour" }]);
  });

  test("case and spaces of a key are free", () => {
    expect(inRow(billed, "Settings", 4)).toEqual([]);
  });

  test("a contract without a currency has the one of Settings", () => {
    expect(billed.invoice("GOOD").Currency).toBe("EUR");
  });

  test("a contract id that stands twice is an error at the second, and is not billed", () => {
    expect(inRow(billed, "Contracts", 4)).toMatchObject([{ Cell: "A4", Severity: "error", Value: "SAME" }]);
    expect(billed.invoicesOf("SAME")).toEqual([]);
  });

  test.each([
    ["a missing pricing model", "NO-MODEL", "Prices", 4, "C4"],
    ["a pricing model that is none", "BAD-MODEL", "Prices", 5, "C5"],
    ["tiers that go down", "BAD-TIERS", "Prices", 6, "E6"],
    ["an end before the start", "BACKWARDS", "Contracts", 9, "F9"],
  ])("%s is an error at its cell", (_says, id, sheet, row, cell) => {
    // Contracts: A id, B customer, C name, D start, E currency, F end; Prices: C model, D unit price, E tiers
    const told = inRow(billed, sheet, row).filter(({ Severity }) => Severity === "error");
    expect(told.map((issue) => issue.Cell)).toContain(cell);
    expect(billed.invoicesOf(id)).toEqual([]);
  });

  test("a price of an unknown contract is an error at its cell", () => {
    expect(inRow(billed, "Prices", 11)).toMatchObject([{ Cell: "A11", Severity: "error", Value: "NOBODY" }]);
  });

  // 101 × 0.10
  test("a volume table with a free tier is warned of", () => {
    expect(inRow(billed, "Prices", 7)).toMatchObject([{ Severity: "warning" }]);
    expect(billed.amounts("FREE")).toEqual(["usage 10.1"]);
  });

  test("a currency that is none is an error at its cell", () => {
    expect(inRow(billed, "Contracts", 10)).toMatchObject([{ Cell: "E10", Severity: "error", Value: "XQQ" }]);
    expect(billed.invoicesOf("ODD-CURRENCY")).toEqual([]);
  });

  // A commitment of 50 and no usage
  test("a commitment is due without any usage", () => {
    expect(billed.invoice("SILENT").Total).toBe(50);
  });
});
