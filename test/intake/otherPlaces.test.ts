import type { CaseCell } from "./caseBook";
import { base, bill, header, october, usageRows, type Rows } from "./smallBook";

/** Figures and rows in places where nobody looks for them, in a book that bills 150, 60 and 50. */
const whole = { K1: "150.00", K2: "60.00", K3: "50.00" };

const priced = (model: string, title: string, cell: CaseCell): Rows => [
  ["Contract ID", "Product", "Pricing model", "Unit price", "Flat fee", title],
  ["K1", "Calls", model, null, null, cell],
  ...base.Prices!.slice(2),
];

describe("a header once more below the rows", () => {
  test("with its columns in other places holds what the sheet is needed for, in one issue", async () => {
    const again: Rows = [
      ["Date", "Quantity", "Contract ID", "Meter"],
      [october(9), 70, "K1", "Calls"],
    ];
    const { bills, said } = await bill({ Usage: [header, ...usageRows, [], ...again] });
    expect([bills, said]).toEqual([{ K3: "50.00" }, ["error SECOND_HEADER Usage!A6"]]);
  });

  test("with its columns where they were is skipped", async () => {
    const { bills, all } = await bill({ Usage: [header, usageRows[0]!, [], header, ...usageRows.slice(1)] });
    expect([bills, all]).toEqual([whole, []]);
  });

  test("a row of texts is none", async () => {
    const { said } = await bill({ Usage: [header, ...usageRows, ["K1", "Calls", "soon", "many"]] });
    expect(said).toEqual(["error NOT_A_DATE Usage!C5", "error NOT_A_NUMBER Usage!D5"]);
  });
});

describe("a total that names whose it is", () => {
  const rows = (figure: number, date: CaseCell = null): Rows => [
    header,
    ...usageRows.slice(0, 2),
    ["K1", "Total", date, figure],
    ...usageRows.slice(2),
  ];
  test("is one where it is the sum of the rows above", async () => {
    expect(await bill({ Usage: rows(1500) })).toMatchObject({
      bills: whole,
      all: ["info TOTAL_ROW Usage!A4"],
    });
  });

  test("and is usage where it is not, or has a date", async () => {
    expect((await bill({ Usage: rows(1600) })).said).toContain("error MISSING_VALUE Usage!C4");
    expect((await bill({ Usage: rows(1500, october(6)) })).said).toContain("error UNPRICED_USAGE Usage!B4");
  });
});

describe("sheets that are not read", () => {
  test.each(["forecast", "Budget", "planned", "Prognose", "bak", "Beispiel"])(
    "Usage %s is put aside",
    async (word) => {
      const name = `Usage ${word}`;
      const { bills, said } = await bill({ [name]: [header, ["K1", "Calls", october(9), 7]] });
      expect([bills, said]).toEqual([whole, [`warning SHEET_NOT_READ ${name}!A1`]]);
    },
  );

  test("terms beside the names of customers are told, sums and lists of words are not", async () => {
    const { said, issues } = await bill({
      Floors: [
        ["Customer", "Minimum monthly"],
        ["Alder Ltd", 500],
      ],
      "Pivot 3": [
        ["Row Labels", "Sum of amount"],
        ["K1", 1500],
      ],
      "To do": [
        ["Customer", "Ask about the fee"],
        ["Alder Ltd", "by phone"],
      ],
    });
    expect(said).toEqual(["warning SHEET_NOT_READ Floors!A1"]);
    expect(issues.find(({ code }) => code === "SHEET_NOT_READ")!.message).toContain("“Minimum monthly”");
  });
});

describe("tiers by their width", () => {
  test.each([
    ["first 500: 0.10; next 500: 0.05; rest: 0.02", "85.00"],
    ["500: 0.10; the next 1,000: 0.05", "100.00"],
    ["bis 500: 0,10; weitere 500: 0,05; darüber: 0,02", "85.00"],
  ])("%s", async (text, owed) => {
    const { bills, said } = await bill({ Prices: priced("graduated", "Tiers", text) });
    expect([bills.K1, said]).toEqual([owed, []]);
  });

  test("in a Band column", async () => {
    const Tiers: Rows = [
      ["Price ID", "Band", "Unit price"],
      ["P1", "First 500", 0.1],
      ["P1", "Next 500", 0.05],
      ["P1", "Thereafter", 0.02],
    ];
    const { bills, said } = await bill({ Prices: priced("graduated", "Price ID", "P1"), Tiers });
    expect([bills.K1, said]).toEqual(["85.00", []]);
  });

  test("that a sheet without Price ID tells are one issue", async () => {
    const Tiers: Rows = [
      ["Product", "Band", "Unit price"],
      ["Calls", "First 500", 0.1],
    ];
    const { said } = await bill({ Prices: priced("graduated", "Unit", "call"), Tiers });
    expect(said).toEqual(["error MISSING_COLUMN Tiers!A1"]);
  });
});

describe("rates of money", () => {
  const at = (cell: CaseCell): Rows => [
    ["Contract ID", "Product", "Pricing model", "Unit price", "Flat fee"],
    ["K1", "Calls", "percentage", cell],
    ...base.Prices!.slice(2),
  ];
  test.each<[CaseCell, string]>([
    ["2.9 %", "43.50"],
    [{ v: 2.9, fmt: "0%" }, "4350.00"],
    [1.1, "1650.00"],
  ])("%j is read", async (cell, owed) => {
    expect((await bill({ Prices: at(cell) })).bills.K1).toBe(owed);
  });

  test("2.9 can mean two things, in tiers too", async () => {
    expect((await bill({ Prices: at(2.9) })).said).toEqual(["error AMBIGUOUS_RATE Prices!D2"]);
    const Prices = priced("graduated_percentage", "Tiers", "1000: 2.9; *: 1.5");
    expect((await bill({ Prices })).said).toEqual(["error AMBIGUOUS_RATE Prices!F2"]);
  });
});

describe("currencies as people write them", () => {
  const inCurrency = (currency: string): Rows =>
    base.Contracts!.map((row, index) => (index === 0 ? row : [...row.slice(0, 4), currency]));
  test.each(["€", "Euro", "eur"])("%s is EUR", async (currency) => {
    const { bills, run, said } = await bill({ Contracts: inCurrency(currency) });
    expect([bills, said]).toEqual([whole, []]);
    expect(run.invoices.map((invoice) => invoice.currency)).toEqual(["EUR", "EUR", "EUR"]);
  });

  test("$ is that of several", async () => {
    expect((await bill({ Contracts: inCurrency("$") })).said[0]).toBe("error UNKNOWN_CURRENCY Contracts!E2");
  });
});

describe("a contract that names no currency", () => {
  const Contracts: Rows = base.Contracts!.map((row, index) => (index === 2 ? row.slice(0, 4) : row));
  const inSettings: Rows = [
    ["Key", "Value"],
    ["Currency", "USD"],
  ];
  test("beside others that name another is told", async () => {
    const { said, run } = await bill({ Contracts });
    expect(said).toEqual(["warning CURRENCY_ASSUMED Contracts!E3"]);
    expect(run.invoices.map(({ currency }) => currency)).toEqual(["EUR", "USD", "EUR"]);
  });

  test("is not where Settings or its customer name one, or another is in the default", async () => {
    expect((await bill({ Contracts, Settings: inSettings })).said).toEqual([]);
    const Customers: Rows = [
      ["Customer ID", "Customer name", "Currency"],
      ...base.Contracts!.slice(1).map((row, index) => [row[1]!, row[2]!, index === 1 ? "EUR" : null]),
    ];
    expect((await bill({ Contracts, Customers })).bills).toEqual(whole);
    const inDollars = Contracts.map((row, index) => (index === 3 ? [...row.slice(0, 4), "USD"] : row));
    expect((await bill({ Contracts: inDollars })).said).toEqual([]);
  });
});

test("a formula without a result is to be calculated, an error to be mended", async () => {
  const of = (formula: string, result?: number) =>
    ({ formula, result }) as { formula: string; result: number };
  const { issues } = await bill({ Usage: [header, ...usageRows, ["K1", "Calls", october(9), of("500*2")]] });
  expect(issues.find(({ code }) => code === "ERROR_CELL")!.message).toMatch(/open it in Excel/);
});
