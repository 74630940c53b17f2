import { appendUsage, checkBook } from "../../src/core/api";
import { csv } from "../../src/workbook/formats/csv/csv";
import { caseBytes, openCase, type CaseInput } from "./caseBook";
import { base, bill, header, october, usageRows, type Rows } from "./smallBook";

/** Two tables on one sheet: the one that the sheet is named for is read, the other is named. Headers of two lines. */
const whole = { K1: "150.00", K2: "60.00", K3: "50.00" };
const customers: Rows = [
  ["Customer ID", "Customer name", "Email", "Discount %"],
  ["C1", "Alder Ltd", "a@example.com", 10],
  ["C2", "Birch GmbH", "b@example.com"],
];
const credits: Rows = [
  ["Contract ID", "Date", "Amount", "Description", "Reason code"],
  ["K1", october(9), -20, "Outage", "SLA"],
];

const settings: Rows = [
  ["Key", "Value"],
  ["Currency", "GBP"],
  ["Rounding mode", "half_even"],
];
const usage: Rows = [header, ...usageRows];

test.each<[string, string, Rows, string]>([
  ["customers below prices", "Prices", [...base.Prices!, [], ["Customers"], ...customers], "Prices!A7"],
  [
    "customers above prices",
    "Prices",
    [["Customers"], ...customers, [], ["Prices"], ...base.Prices!],
    "Prices!A2",
  ],
  ["without a title", "Contracts", [...base.Contracts!, [], ...customers], "Contracts!A6"],
  ["without a blank row", "Contracts", [...base.Contracts!, ["Customers"], ...customers], "Contracts!A6"],
  [
    "with nothing between",
    "Contracts",
    [...base.Contracts!, ["Commitment ID", "Contract ID", "Amount"], ["M1", "K1", 500], ["M2", "K2", 10]],
    "Contracts!A5",
  ],
  ["credits below usage", "Usage", [header, ...usageRows, [], [], ["Adjustments"], ...credits], "Usage!A8"],
])("%s", async (_, sheet, rows, cell) => {
  const { bills, said, run } = await bill({ [sheet]: rows });
  expect([bills, said]).toEqual([whole, [`warning TABLE_NOT_READ ${cell}`]]);
  expect(run.book.notRead.map(({ kind, at }) => [kind, at.sheet])).toEqual([["sheet", sheet]]);
});

test.each<[string, string, Rows, string]>([
  ["settings below prices", "Prices", [...base.Prices!, [], ["Settings"], ...settings], "Prices!A7"],
  ["settings with nothing between", "Contracts", [...base.Contracts!, ...settings], "Contracts!A5"],
  [
    "settings beside usage, further down",
    "Usage",
    usage.map((row, index) => (index < 2 ? row : [...row, null, ...settings[index - 2]!])),
    "Usage!F3",
  ],
])("%s: without others every invoice waits, beside others they are named", async (_, sheet, rows, cell) => {
  expect(await bill({ [sheet]: rows })).toMatchObject({ bills: {}, said: [`error TABLE_NOT_READ ${cell}`] });
  const Settings: Rows = [
    ["Key", "Value"],
    ["Currency", "EUR"],
  ];
  const { bills, said } = await bill({ Settings, [sheet]: rows });
  expect([bills, said]).toEqual([whole, [`warning TABLE_NOT_READ ${cell}`]]);
});

test("settings that are an Excel table of that name are read beside another table", async () => {
  const Prices: Rows = base.Prices!.map((row, index) => [
    ...row,
    ...Array.from({ length: 7 - row.length }, () => null),
    ...(settings[index] ?? []),
  ]);
  const { snapshot } = await openCase(await caseBytes({ sheets: { ...base, Prices } } as CaseInput), []);
  const area = { sheet: "Prices", firstRow: 0, lastRow: 2, firstColumn: 7, lastColumn: 8 };
  const options = { period: undefined, asOf: undefined, giveNumbers: false };
  const said = (name: string) => {
    const result = checkBook({ ...snapshot, tables: [{ name, ...area }] }, options);
    return result.issues.filter(({ code }) => code === "TABLE_NOT_READ").length;
  };
  expect([said("Settings"), said("Table1")]).toEqual([0, 1]);
});

test("the message has the range and the cure", async () => {
  const { issues } = await bill({
    Prices: [...base.Prices!, [], ["Customers"], ...customers, [], ["Thank you"]],
  });
  expect(issues.find(({ code }) => code === "TABLE_NOT_READ")?.message).toBe(
    "A7:D9 looks like Customers, beside another table of the sheet, and is not read: " +
      "move it to a sheet of its own called “Customers”",
  );
});

test("prices below contracts are those that are missed, in one issue", async () => {
  const { bills, said, issues } = await bill({
    Contracts: [...base.Contracts!, [], ["Prices"], ...base.Prices!],
    Prices: [],
  });
  expect([bills, said]).toEqual([{}, ["error MISSING_TABLE Contracts!A1"]]);
  expect(issues[0]?.message).toMatch(/the sheet “Contracts, A7:F10” has its columns/);
});

test("a header once more, a blank row and rows of texts are no other table", async () => {
  const names: Rows = [
    ["Customer ID", "Customer name", "Email", "City"],
    ["C1", "Alder Ltd", "a@example.com", "Bath"],
    [],
    ["C2", "Birch GmbH", "b@example.com", "Ulm"],
    ["C3", "Cedar SA", "c@example.com", "Lyon"],
  ];
  const Usage: Rows = [header, usageRows[0]!, [], header, ...usageRows.slice(1)];
  expect(await bill({ Customers: names, Usage })).toMatchObject({ bills: whole, said: [] });
});

test("rows of a file come in above another table that stands below usage", async () => {
  const Usage = [header, ...usageRows, ["Average", null, null, 600], [], ["Adjustments"], ...credits];
  const { snapshot } = await openCase(await caseBytes({ sheets: { ...base, Usage } } as CaseInput), []);
  const read = csv.read(
    new TextEncoder().encode("Contract ID,Meter,Date,Quantity\nK2,Calls,2026-10-31,100\n"),
    "more.csv",
  );
  const added = read.ok ? appendUsage(snapshot, [read.grid]) : undefined;
  expect(added?.ok === true && added.value.appended).toMatchObject([
    { sheet: "Usage", firstRow: 4, movesRowsBelow: true },
  ]);
});

describe("beside the table", () => {
  const withBeside = (rows: Rows, beside: Rows): Rows =>
    Array.from({ length: Math.max(rows.length, beside.length) }, (_, index) => {
      const own = rows[index] ?? [];
      return [
        ...own,
        ...Array.from({ length: rows[0]!.length - own.length + 1 }, () => null),
        ...(beside[index] ?? []),
      ];
    });

  test("another's discount is not given to a price that stands in its row", async () => {
    const { bills, said } = await bill({ Prices: withBeside(base.Prices!, customers) });
    expect([bills, said]).toEqual([whole, ["warning TABLE_NOT_READ Prices!H1"]]);
  });

  test("prices beside contracts, in other rows than these, are those that are missed", async () => {
    const Contracts = withBeside(base.Contracts!, [...base.Prices!, ["K3", "Router", "flat", null, 5]]);
    const { said, issues } = await bill({ Contracts, Prices: [] });
    expect(said).toEqual(["error MISSING_TABLE Contracts!A1"]);
    expect(issues[0]?.message).toMatch(/the sheet “Contracts, G1:L5” has its columns/);
  });

  test("a blank column within a table divides nothing", async () => {
    const Usage = withBeside(base.Usage!, [
      ["Customer ID", "Customer name"],
      ["C1", "Alder Ltd"],
      ["C1", "Alder Ltd"],
      ["C2", "Birch GmbH"],
    ]);
    const Contracts = withBeside(base.Contracts!, [["Plan", "Billing frequency"]]);
    expect(await bill({ Usage, Contracts })).toMatchObject({ bills: whole, said: [] });
  });
});

test("a header of two lines, with headers merged over both and a group over several columns", async () => {
  const rows: Rows = [
    ["Contract ID", "Product", "Pricing model", "Amounts in EUR", null],
    [null, null, null, "Unit price", "Flat fee"],
    ...base.Prices!.slice(1),
  ];
  const Prices = { rows, merge: ["A1:A2", "B1:B2", "C1:C2", "D1:E1"] };
  expect(await bill({ Prices })).toMatchObject({ bills: whole, said: [] });
});
