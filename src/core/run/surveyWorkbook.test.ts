import { bookOf, contractRow, priceRow, type Row } from "../../../test/vectors/book";
import { nameKey } from "../base/name";
import { formatPeriod } from "../calendar/period";
import type { Snapshot } from "../grid/grid";
import { SHEET_KEY } from "../schema/bind";
import { surveyWorkbook, tallyTable } from "./surveyWorkbook";

const usageRow = (date: string, row: Row = {}): Row => ({
  "Contract ID": "C1",
  Meter: "Calls",
  Date: date,
  Quantity: 1,
  ...row,
});
const perCall = priceRow({ Product: "Calls", "Pricing model": "per_unit", "Unit price": 2 });

const tableOf = (snapshot: Snapshot, title: string) =>
  surveyWorkbook(snapshot).tables.find(({ definition }) => definition.title === title)!;

const monthsOf = (snapshot: Snapshot) =>
  surveyWorkbook(snapshot).months.map(({ period, rows, isBilled }) => [formatPeriod(period), rows, isBilled]);

const issued = (number: string, month: string, row: Row = {}) => ({
  "Invoice number": number,
  Status: "Issued",
  "Contract ID": "C1",
  "Period start": `${month}-01`,
  "Period end": `${month}-28`,
  Currency: "USD",
  ...row,
});

describe("surveyWorkbook: tables", () => {
  it("names what is found, how many rows, and which needed columns are missing", () => {
    const snapshot = bookOf({
      Contracts: [contractRow()],
      Prices: [{ "Contract ID": "C1", Product: "Calls", Price: 2 }],
      Usage: [usageRow("2026-01-05"), usageRow("2026-01-06")],
    });
    expect(tableOf(snapshot, "Contracts")).toMatchObject({
      isRequired: true,
      rows: 1,
      needed: 3,
      missing: [],
    });
    expect(tableOf(snapshot, "Prices")).toMatchObject({
      isRequired: true,
      needed: 3,
      missing: ["Pricing model"],
    });
    expect(tableOf(snapshot, "Usage")).toMatchObject({ isRequired: true, rows: 2, needed: 3, missing: [] });
    expect(tableOf(snapshot, "Tiers")).toMatchObject({ isRequired: false, located: undefined, rows: 0 });
  });

  it("needs Usage only where some price reads a meter, and a contract or a customer in it", () => {
    const fee = priceRow({ "Flat fee": 10 });
    const fixed = bookOf({ Contracts: [contractRow()], Prices: [fee] });
    expect(tableOf(fixed, "Usage").isRequired).toBe(false);
    const nameless = bookOf({
      Contracts: [contractRow()],
      Prices: [perCall],
      Usage: [{ Meter: "Calls", Date: "2026-01-05" }],
    });
    expect(tableOf(nameless, "Usage")).toMatchObject({ isRequired: true, missing: ["Contract ID"] });
    expect(tableOf(bookOf({}), "Usage")).toMatchObject({
      isRequired: true,
      missing: ["Contract ID", "Meter", "Date"],
    });
  });

  it("finds prices in the rows of Contracts where they have no sheet", () => {
    const oneSheet = bookOf({
      Contracts: [{ ...contractRow(), ...perCall }],
      Usage: [usageRow("2026-01-05")],
    });
    expect(tableOf(oneSheet, "Prices")).toMatchObject({
      missing: [],
      located: { grid: { sheet: "Contracts" } },
    });
  });

  it("has no column with the title under which a mapping names the sheet", () => {
    const columns = surveyWorkbook(bookOf({})).tables.flatMap(({ definition }) =>
      Object.values(definition.columns),
    );
    expect(columns.map(({ title }) => nameKey(title))).not.toContain(SHEET_KEY);
  });

  it("tallies cells with the decimal sign that their column settles", () => {
    const snapshot = bookOf({
      Contracts: [contractRow()],
      Prices: [perCall, priceRow({ Product: "Data", "Pricing model": "per_unit", "Unit price": "1.234,50" })],
      Usage: [usageRow("2026-01-05", { Quantity: "1,234" }), usageRow("2026-01-06", { Quantity: "0,5" })],
    });
    const { tables } = surveyWorkbook(snapshot);
    const { located } = tables.find(({ definition }) => definition.title === "Usage")!;
    const quantity = tallyTable(located!).find(({ field }) => field === "quantity");
    expect(quantity).toMatchObject({ good: 2, bad: 0, sample: { shown: "1,234", readAs: "1.234" } });
  });
});

describe("surveyWorkbook: months with usage", () => {
  const book = (usage: readonly Row[], more: Readonly<Record<string, readonly Row[]>> = {}) =>
    bookOf({ Contracts: [contractRow()], Prices: [perCall], Usage: usage, ...more });

  it("are listed latest first with their rows, whatever the order and the kind of cell", () => {
    const rows = [
      usageRow("2026-02-01"),
      usageRow("2026-01-31"),
      usageRow("2026-02-28"),
      usageRow("", { Date: { date: 46_027.5 } }),
      usageRow("soon"),
      {},
    ];
    expect(monthsOf(book(rows))).toEqual([
      ["2026-02", 2, false],
      ["2026-01", 2, false],
    ]);
    expect(monthsOf(bookOf({ Contracts: [contractRow()] }))).toEqual([]);
  });

  it("are billed once final documents bill every contract with usage that was due", () => {
    const rows = [usageRow("2026-01-05"), usageRow("2026-01-05", { "Contract ID": "C2" })];
    const two = { Contracts: [contractRow(), contractRow({ "Contract ID": "C2", "Customer ID": "K2" })] };
    const prices = { Prices: [perCall, { ...perCall, "Contract ID": "C2" }] };
    const with_ = (...invoices: Row[]) => monthsOf(book(rows, { ...two, ...prices, Invoices: invoices }));
    const first = issued("I-1", "2026-01");
    const second = issued("I-2", "2026-01", { "Contract ID": "C2" });
    expect(with_(first)).toEqual([["2026-01", 2, false]]);
    expect(with_(first, second)).toEqual([["2026-01", 2, true]]);
    expect(with_(first, { ...second, Status: "Draft" })).toEqual([["2026-01", 2, false]]);
    expect(with_(first, { ...second, Status: "Void" })).toEqual([["2026-01", 2, false]]);
  });

  it("do not wait for usage that no run of the month bills", () => {
    const rows = ["C1", "QUARTER", "PAUSED", "UNKNOWN"].map((id) =>
      usageRow("2026-01-05", { "Contract ID": id }),
    );
    const contracts = [
      contractRow(),
      contractRow({ "Contract ID": "QUARTER", "Billing frequency": "Quarterly" }),
      contractRow({ "Contract ID": "PAUSED", Status: "Suspended" }),
    ];
    const prices = ["C1", "QUARTER", "PAUSED"].map((id) => ({ ...perCall, "Contract ID": id }));
    const invoices = [issued("I-1", "2026-01")];
    expect(monthsOf(book(rows, { Contracts: contracts, Prices: prices, Invoices: invoices }))).toEqual([
      ["2026-01", 4, true],
    ]);
  });
});
