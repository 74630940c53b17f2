import { base, bill, header, october, type Rows } from "./smallBook";
import type { CaseCell } from "./caseBook";

/** Calls of K1 and K2 beside their contracts, and none in Usage. */
const callsBeside = (k1: CaseCell, k2: CaseCell) =>
  bill({
    Contracts: base.Contracts!.map((row, index) => [...row, ["Calls", k1, k2, null][index] ?? null]),
    Usage: [header],
  });

describe("quantities beside the contracts", () => {
  test.each<[string, CaseCell]>([
    ["a number with a space", "1 500"],
    ["a number with its unit", "1500 calls"],
    ["a dash", "-"],
    ["a word", "unlimited"],
    ["an error", "#N/A"],
  ])("hold the contract beside which %s stands", async (_, cell) => {
    const { bills, issues } = await callsBeside(cell, 300);
    expect(bills).toEqual({ K3: "50.00" });
    expect(issues.find(({ code }) => code === "QUANTITIES_NOT_READ")?.holds).toEqual(["K1", "K2"]);
  });

  test("do not hold where there is none", async () => {
    const { bills, issues } = await callsBeside(0, 300);
    expect(issues.find(({ code }) => code === "QUANTITIES_NOT_READ")?.holds).toEqual(["K2"]);
    expect(bills).toEqual({ K3: "50.00" });
  });

  test("in words alone are a warning", async () => {
    const { bills, said } = await callsBeside("-", "yes");
    expect(bills).toEqual({ K3: "50.00" });
    expect(said).toContain("warning COLUMN_NOT_READ Contracts!F1");
  });
});

test.each([
  ["Minmum", "warning"],
  ["Remark", "warning"],
])("a column of “15 kWh” headed “%s” is worth a %s", async (title, severity) => {
  const Prices: Rows = [
    [...base.Prices![0]!, title],
    [...base.Prices![1]!, null, null, "15 kWh"],
    ...base.Prices!.slice(2),
  ];
  const { bills, all } = await bill({ Prices });
  expect(bills).toEqual({ K1: "150.00", K2: "60.00", K3: "50.00" });
  expect(all).toContain(`${severity} COLUMN_NOT_READ Prices!G1`);
});

test.each(["10*", "10k", "ca. 10", "10 / 12"])("%s under a foreign header is a figure", async (figure) => {
  const Customers: Rows = [
    ["Customer ID", "Customer name", "Zorp"],
    ["C1", "Alder Ltd", figure],
    ["C2", "Birch GmbH", "12 Main Street"],
  ];
  const Usage: Rows = [
    ["Contract ID", "Meter", "Date", "Zorp"],
    ["K1", "Calls", october(5), figure],
  ];
  expect((await bill({ Customers })).all).toContain("warning COLUMN_NOT_READ Customers!C1");
  const { bills, said } = await bill({ Usage });
  expect([bills, said]).toEqual([{ K3: "50.00" }, ["error MISSING_COLUMN Usage!A1"]]);
});

test("addresses are no figures", async () => {
  const Customers: Rows = [
    ["Customer ID", "Customer name", "Site"],
    ["C1", "Alder Ltd", "12 Main Street"],
    ["C2", "Birch GmbH", "4 rue Haute"],
  ];
  expect((await bill({ Customers })).all).toContain("info COLUMN_NOT_READ Customers!C1");
});

test("an adjustment that cannot be read holds whom it is for, and names whom nobody is", async () => {
  const Adjustments: Rows = [
    ["Contract ID", "Customer ID", "Date", "Amount", "Description", "Reason code"],
    ["No. K1", null, october(9), "-20 kWh", "Outage", "SLA"],
    [null, "C2", october(9), "-20 kWh", "Outage", "SLA"],
    [null, "C9", october(9), "-20 kWh", "Outage", "SLA"],
  ];
  const { bills, said } = await bill({ Adjustments });
  expect(bills).toEqual({ K1: "150.00", K3: "50.00" });
  expect(said).toEqual([
    "error NUMBER_WITH_UNIT Adjustments!D2",
    "error UNKNOWN_CONTRACT Adjustments!A2",
    "error UNKNOWN_CUSTOMER Adjustments!B4",
  ]);
});

test("a column without a header that may hold quantities stops the rows from counting 1 each", async () => {
  const Usage: Rows = [
    ["Contract ID", "Meter", "Date", ""],
    ["K1", "Calls", october(5), "160 / 12"],
    ["K2", "Calls", october(7), "90 / 12"],
  ];
  const { bills, issues } = await bill({ Usage });
  expect(bills).toEqual({ K3: "50.00" });
  expect(issues.find(({ code }) => code === "MISSING_COLUMN")?.message).toMatch(
    /these columns hold numbers: D$/,
  );
});

describe("a percentage is no amount", () => {
  test.each<[string, CaseCell]>([
    ["with a percent format", { v: 0.3, fmt: "0%" }],
    ["as a text", "30 %"],
  ])("%s", async (_, fee) => {
    const Prices = base.Prices!.map((row) =>
      row[0] === "K3" ? ["K3", "Line rental", "flat", null, fee] : row,
    );
    const { bills, issues } = await bill({ Prices });
    expect(bills).toEqual({ K1: "150.00", K2: "60.00" });
    expect(issues.find(({ code }) => code === "OUT_OF_RANGE")?.message).toEqual(
      expect.stringMatching(/^Flat fee is 30 ?%; it must be an amount of money, not a percentage$/),
    );
  });
});

test.each([
  ["Key", ""],
  ["Zorp", "Value"],
])("settings under “%s” and “%s” are not passed over", async (key, value) => {
  const Settings: Rows = [
    [key, value],
    ["Currency", "GBP"],
  ];
  const { bills, said } = await bill({ Settings, Contracts: base.Contracts!.map((row) => row.slice(0, 4)) });
  expect([bills, said]).toEqual([{}, ["error MISSING_COLUMN Settings!A1"]]);
});

test("a sheet of options that are no settings holds nobody", async () => {
  const { bills, said } = await bill({
    Options: [
      ["Regions", "Colours"],
      ["North", "red"],
    ],
  });
  expect(bills).toEqual({ K1: "150.00", K2: "60.00", K3: "50.00" });
  expect(said).toEqual(["error MISSING_COLUMN Options!A1"]);
});

describe("settings whose cells came apart", () => {
  const withSettings = async (...rows: Rows) => {
    const { bills, said } = await bill({
      Settings: [["Key", "Value"], ["Company name", "Seller Ltd"], ...rows],
    });
    expect(bills).toEqual({ K1: "150.00", K2: "60.00", K3: "50.00" });
    return said;
  };

  test.each<[string, Rows, string]>([
    ["a value without its key", [["Currency"], [null, "GBP"]], "B4"],
    ["a value in the place of its key", [["half_even"]], "A3"],
    ["a currency there", [["GBP"]], "A3"],
    ["a row one cell to the right", [[null, "Currency", "GBP"]], "B3"],
  ])("%s is told", async (_, rows, cell) => {
    expect(await withSettings(...rows)).toContain(`warning UNKNOWN_SETTING Settings!${cell}`);
  });

  test("headings and keys without a value are none", async () => {
    expect(await withSettings(["Invoice"], ["Tax"], ["Payment terms"], ["Our bank"])).toEqual([]);
  });
});

test("settings in the lines above a table are told, and a title is none", async () => {
  const above = (...lines: Rows) => bill({ Contracts: [...lines, [], ...base.Contracts!] });
  expect((await above(["Currency", "GBP"], ["Rounding mode", "half_even"])).said).toEqual([
    "warning TABLE_NOT_READ Contracts!A1",
  ]);
  expect((await above(["Contracts of 2026"], ["Currency:", null, null])).said).toEqual([]);
});
