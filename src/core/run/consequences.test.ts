import { sheet, workbook } from "../../../test/properties/support/sheets";
import { checkBook } from "./checkBook";

const contracts = sheet("Contracts", [
  ["Contract ID", "Customer ID", "Start date", "Currency"],
  ["K1", "C1", { date: 45_900 }, "EUR"],
]);
const customers = sheet("Customers", [
  ["Customer ID", "Customer name"],
  ["C1", "Heron"],
]);
const graduated = sheet("Prices", [
  ["Contract ID", "Price ID", "Product", "Pricing model", "Meter"],
  ["K1", "P1", "Calls", "graduated", "Calls"],
]);
const flat = sheet("Prices", [
  ["Contract ID", "Product", "Pricing model", "Meter", "Unit price"],
  ["K1", "Calls", "per_unit", "Calls", 2],
]);

/** Nothing says which price the tiers are of. */
const tiers = sheet("Tiers", [
  ["Grade", "Up to", "Unit price"],
  ["P1", "*", 2],
]);

const codesOf = (...sheets: readonly ReturnType<typeof sheet>[]) =>
  checkBook(workbook([contracts, customers, ...sheets]), {
    period: { from: 46_000, to: 46_030 },
    asOf: undefined,
    giveNumbers: false,
  })
    .issues.filter(({ severity }) => severity !== "info")
    .map(({ code, at }) => `${code} ${at.sheet}`);

const usage = (header: string, extra = "Zorp") =>
  sheet("Usage", [
    ["Contract ID", "Meter", "Date", header, extra],
    ["K1", "Calls", { date: 46_010 }, 5, 7],
  ]);

describe("what follows from another issue", () => {
  it("is no price without tiers where it is the Tiers table that cannot be read", () => {
    const good = usage("Quantity", "Note");
    expect(codesOf(graduated, good)).toContain("PRICE_INCOMPLETE Prices");
    const codes = codesOf(graduated, good, tiers);
    expect(codes).toContain("MISSING_COLUMN Tiers");
    expect(codes).not.toContain("PRICE_INCOMPLETE Prices");
  });

  it("is a price that lacks something else all the same", () => {
    const prices = sheet("Prices", [
      ["Contract ID", "Price ID", "Product", "Pricing model", "Meter"],
      ["K1", "P1", "Calls", "per_unit", "Calls"],
    ]);
    expect(codesOf(prices, usage("Quantity"), tiers)).toContain("PRICE_INCOMPLETE Prices");
  });

  it("is no column that is not read where it may be the one that is missing, with a header or none", () => {
    for (const header of ["Blork", ""]) {
      const codes = codesOf(flat, usage(header));
      expect(codes).toContain("MISSING_COLUMN Usage");
      expect(codes.filter((code) => code.startsWith("COLUMN_NOT_READ"))).toEqual([]);
    }
  });
});
