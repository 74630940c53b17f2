import type { CaseCell, CaseSheet } from "./caseBook";
import { base, bill, header, october, usageRows, usageWith, type Rows } from "./smallBook";

const whole = { K1: "150.00", K2: "60.00", K3: "50.00" };
const start = { date: "2026-01-01" };
const messageOf = ({ issues }: Awaited<ReturnType<typeof bill>>, code: string) =>
  issues.find((issue) => issue.code === code)!.message;

/** A base table with other headers. */
const headed = (table: "Contracts" | "Prices", headers: Readonly<Record<string, string>>): Rows =>
  base[table]!.map((row, i) => (i > 0 ? row : row.map((title) => headers[String(title)] ?? title)));

describe("headers of people", () => {
  test.each([
    ["Cust ID", "Customer"],
    ["Kunden-Nr", "Kunde"],
    ["N° client", "Client"],
    ["A/C No.", "Account"],
  ])("%s beside %s are the customer's id and name", async (id, name) => {
    const Contracts = headed("Contracts", { "Customer ID": id, "Customer name": name });
    const { bills, all, run } = await bill({ Contracts });
    expect([bills, all]).toEqual([whole, []]);
    expect(run.invoices[0]!.customer.customerName).toBe("Alder Ltd");
  });

  test.each(["Customer", "Client", "Kunde"])("%s alone is the customer", async (title) => {
    const Contracts = base.Contracts!.map((row, i) => [row[0]!, i === 0 ? title : row[2]!, row[3]!, row[4]!]);
    expect((await bill({ Contracts })).bills).toEqual(whole);
  });

  test("a loose name beside a column that is sure casts no doubt on it", async () => {
    const { bills, said } = await bill({ Usage: usageWith("Minutes", 1, 2, 3) });
    expect([bills, said]).toEqual([whole, ["warning COLUMN_NOT_READ Usage!E1"]]);
  });

  test("a book in French", async () => {
    const { bills, said } = await bill({
      Contracts: [],
      Prices: [],
      Usage: [],
      Contrats: [
        ["Contrat", "N° client", "Date de début", "Devise", "Facturation"],
        ["L1", "C1", "13/09/2026", "EUR", "mensuelle"],
      ],
      Tarifs: [
        ["Contrat", "Article", "Modèle", "Prix unitaire HT", "Remise", "Minimum de facturation"],
        ["L1", "Transport", "à l'unité", "1,20 €", null, "80,00 €"],
        ["L1", "Grue", "à l'unité", "145,00 €", "10 %", null],
      ],
      "Consommation oct. 2026": [
        ["Date", "Contrat", "Article", "Quantité"],
        ["15/10/2026", "L1", "Transport", "42"],
        ["16/10/2026", "L1", "Grue", "9,5"],
        ["Total général", null, null, "51,5"],
      ],
    });
    // 42 × 1.20 = 50.40, at least 80.00; 9.5 × 145.00 = 1377.50 less 10 % = 1239.75
    expect(bills).toEqual({ L1: "1319.75" });
    expect(said.every((issue) => /_AS_TEXT/.test(issue))).toBe(true);
  });

  test.each(["Price (EUR)", "Price in €", "EUR Price", "Price / call", "Price per call", "Preis (netto)"])(
    "%s is the unit price",
    async (title) => {
      const { bills, all } = await bill({ Prices: headed("Prices", { "Unit price": title }) });
      expect([bills, all]).toEqual([whole, []]);
    },
  );

  test("the currency of a header is the contract's", async () => {
    const found = await bill({ Prices: headed("Prices", { "Unit price": "Price (USD)" }) });
    expect([found.bills, found.said]).toEqual([{ K3: "50.00" }, ["error CURRENCY_MISMATCH Prices!D1"]]);
  });

  test.each([
    ["IDR", true, []],
    ["CHF", false, ["error MONEY_IN_PARTS Prices!D1"]],
    ["EUR", false, ["error CURRENCY_MISMATCH Prices!D1"]],
  ] as const)("Rp on a contract in %s", async (currency, isBilled, said) => {
    const Contracts: Rows = base.Contracts!.map((row, i) => (i === 0 ? row : [...row.slice(0, 4), currency]));
    const Prices: Rows = base.Prices!.map((row, i) =>
      i === 0 ? [...row.slice(0, 3), "Price (Rp)", ...row.slice(4)] : row,
    );
    const found = await bill({ Contracts, Prices });
    expect([found.bills.K1 !== undefined, found.said]).toEqual([isBilled, said]);
  });

  test("a price (min) is for a minute or the least, and read as neither", async () => {
    const { bills } = await bill({ Prices: headed("Prices", { "Unit price": "Price (min)" }) });
    expect(bills).toEqual({ K3: "50.00" });
  });

  test("a price per month is a fee beside the price of a unit", async () => {
    const Prices: Rows = [
      ["Contract ID", "Product", "Pricing model", "Price per month", "Price"],
      ["K1", "Calls", "per_unit", null, 0.1],
      ["K2", "Calls", "per_unit", null, 0.2],
      ["K3", "Line rental", "flat", 50, null],
    ];
    const { bills, all } = await bill({ Prices });
    expect([bills, all]).toEqual([whole, []]);
  });

  test("two columns of what was used are not guessed between", async () => {
    const Usage: Rows = [
      ["Contract ID", "Service", "Item", "Date", "Quantity"],
      ...usageRows.map(([id, meter, ...row], i) => [id!, meter!, `Z-${String(i)}`, ...row]),
    ];
    const { bills, said } = await bill({ Usage });
    expect([bills, said]).toEqual([{ K3: "50.00" }, ["error AMBIGUOUS_COLUMN Usage!C1"]]);
  });
});

describe("how often an amount is charged", () => {
  const billed = (frequency: string, title: string, fee: CaseCell = 50) =>
    bill({
      Contracts: base.Contracts!.map((row, i) => [...row, i === 0 ? "Billing frequency" : frequency]),
      Prices: headed("Prices", { "Flat fee": title }).map((row) =>
        row[0] === "K3" ? [...row.slice(0, 4), fee] : row,
      ),
    });

  test.each([
    ["Monthly fee", "Monthly", true],
    ["Monthly fee", "Quarterly", false],
    ["Fee / month", "Annual", false],
    ["Jahrespauschale", "Monthly", false],
    ["Fee p.a.", "Monthly", false],
  ])("%s on a contract that is billed %s", async (title, frequency, isRight) => {
    const { said } = await billed(frequency, title);
    expect(said.some((issue) => issue.startsWith("error"))).toBe(!isRight);
  });

  test("a fee shown as €/yr on a monthly contract", async () => {
    const { bills, said } = await billed("Monthly", "Flat fee", { v: 600, fmt: '#,##0.00 "€/yr"' });
    expect([bills.K3, said]).toEqual([undefined, ["error FREQUENCY_DIFFERS Prices!E4"]]);
  });
});

describe("ids that a format fills up with zeros", () => {
  const shown = (value: number) => ({ v: value, fmt: "00000" });

  test("are what the sheet shows, on either side", async () => {
    const Contracts: Rows = [base.Contracts![0]!, [shown(101), "C1", "Alder Ltd", start, "EUR"]];
    const Prices: Rows = [base.Prices![0]!, ["00101", "Calls", "per_unit", 0.1]];
    const Usage: Rows = [header, [shown(101), "Calls", october(5), 10], ["00101", "Calls", october(6), 5]];
    const { bills, all } = await bill({ Contracts, Prices, Usage });
    expect([bills, all]).toEqual([{ "00101": "1.50" }, []]);
  });
});

describe("credits that stand twice", () => {
  const titles = ["Contract ID", "Date", "Amount", "Description", "Reason code"];
  const credit = (day: number): CaseCell[] => ["K1", october(day), -day, "Outage", "SLA"];

  test("are named with what they take off, whatever their cells are", async () => {
    const Adjustments: Rows = [titles, credit(5), ["K1", "2026-10-05", "-5", "Outage", "SLA"], credit(6)];
    const { bills, issues } = await bill({ Adjustments });
    const repeated = issues.find(({ code }) => code === "REPEATED_ROWS")!;
    expect(repeated).toMatchObject({ severity: "warning", at: { row: 2 }, value: "1 row is" });
    expect(repeated.stake!.amount.toFixed(2)).toBe("-5.00");
    expect(bills.K1).toBe("134.00");
  });

  test("an id tells them apart, and ten rows pasted twice hold", async () => {
    const named: Rows = [
      ["Adjustment ID", ...titles],
      ["A1", ...credit(5)],
      ["A2", ...credit(5)],
    ];
    expect((await bill({ Adjustments: named })).said).toEqual([]);
    const ten = Array.from({ length: 10 }, (_, i) => credit(i + 1));
    const { bills, said } = await bill({ Adjustments: [titles, ...ten, ...ten] });
    expect([bills, said]).toEqual([{ K2: "60.00", K3: "50.00" }, ["error REPEATED_ROWS Adjustments!C12"]]);
  });
});

describe("rows that are no data", () => {
  test("a remark is named and no contract", async () => {
    const { bills, all } = await bill({ Contracts: [...base.Contracts!, [], ["3 active contracts"]] });
    expect([bills, all]).toEqual([whole, ["info NOTE_ROW Contracts!A6"]]);
  });

  test("a row that has only its id is a fault", async () => {
    const { said } = await bill({ Contracts: [...base.Contracts!, ["K4"]] });
    expect(said).toEqual(["error MISSING_VALUE Contracts!B5", "error MISSING_VALUE Contracts!D5"]);
  });

  test("beside the word Total a name is none", async () => {
    const { all } = await bill({ Contracts: [...base.Contracts!, ["Total", null, "3 contracts"]] });
    expect(all).toEqual(["info TOTAL_ROW Contracts!A5"]);
  });

  test("the header once more, between rows", async () => {
    const [first, ...rows] = usageRows;
    const { bills, all } = await bill({ Usage: [header, first!, header, ...rows] });
    expect([bills, all]).toEqual([whole, []]);
  });

  test("a row of data above the header is named", async () => {
    const Usage: Rows = [["K1", "Calls", october(2), 7], header, ...usageRows];
    const { bills, said } = await bill({ Usage });
    expect([bills, said]).toEqual([whole, ["warning ROW_ABOVE_HEADER Usage!A1"]]);
  });

  test("nothing is said of a total of figures that could not be read", async () => {
    const Usage: Rows = [
      header,
      ...usageRows,
      ["K2", "Calls", october(8), "1,234"],
      ["Total", null, null, 3034],
    ];
    expect((await bill({ Usage })).said).toEqual(["error AMBIGUOUS_NUMBER Usage!D5"]);
  });
});

describe("what cannot be used says what to do", () => {
  test("Contracts 2026 without a start", async () => {
    const found = await bill({
      Contracts: [],
      "Contracts 2026": headed("Contracts", { "Start date": "Signed" }),
    });
    expect(found.said[0]).toBe("error MISSING_COLUMN Contracts 2026!A1");
    expect(messageOf(found, "MISSING_COLUMN")).toMatch(/“Start date”.*not understood here: “Signed”$/);
  });

  test("Rate card 2026 without a model is the price list that was meant", async () => {
    const found = await bill({ Prices: [], "Rate card 2026": headed("Prices", { "Pricing model": "Zorp" }) });
    expect(found.said).toEqual(["error MISSING_COLUMN Rate card 2026!A1"]);
  });

  test("months side by side", async () => {
    const Usage: Rows = [
      ["Contract ID", "Meter", "Sep 2026", "Oct 2026"],
      ["K1", "Calls", 5, 6],
    ];
    const found = await bill({ Usage: [], "Usage 2026": Usage });
    expect(messageOf(found, "MISSING_COLUMN")).toMatch(
      /where each month has a column, write one row for each/,
    );
  });

  test("a price list that cannot be read makes no plan unknown", async () => {
    const Contracts = base.Contracts!.map((row, i) => [...row, i === 0 ? "Plan" : "Gold"]);
    const { said } = await bill({ Contracts, Prices: headed("Prices", { Product: "Zorp" }) });
    expect(said).toEqual(["error MISSING_COLUMN Prices!A1"]);
  });

  test("a cell that may be empty", async () => {
    const Contracts = base.Contracts!.map((row, i) => [
      ...row,
      i === 0 ? "End date" : i === 1 ? "open" : null,
    ]);
    const found = await bill({ Contracts });
    expect(found.bills).toEqual({ K2: "60.00", K3: "50.00" });
    expect(messageOf(found, "NOT_A_DATE")).toMatch(/, or leave the cell empty$/);
    const Usage: Rows = [header, ["K1", "Calls", "soon", 5]];
    expect(messageOf(await bill({ Usage }), "NOT_A_DATE")).toMatch(/2026-10-31$/);
  });

  test("a currency that no contract names", async () => {
    const Contracts = base.Contracts!.map((row) => row.slice(0, 4));
    const Prices = base.Prices!.map((row) => (row[0] === "K3" ? [...row.slice(0, 4), "50 €"] : row));
    expect(messageOf(await bill({ Contracts, Prices }), "CURRENCY_MISMATCH")).toMatch(
      /in USD; name another in Currency of Contracts or of Settings$/,
    );
  });

  test("an hour under the header where other rows count pages", async () => {
    const Usage: Rows = [["Contract ID", "Meter", "Date", "Hours"], ...usageRows];
    const Prices = base.Prices!.map((row) => (row[0] === "K1" ? [...row.slice(0, 4), null, "page"] : row));
    expect(messageOf(await bill({ Prices, Usage }), "UNIT_DIFFERS")).toMatch(/head the column Quantity/);
  });
});

describe("columns that take rows out", () => {
  test.each([
    ["Billed", "Y"],
    ["Already invoiced", "yes"],
    ["Invoice no", "INV-3"],
  ])("%s: %s, and the filter that is proposed does so", async (title, value) => {
    const Usage = usageWith(title, value);
    const found = await bill({ Usage });
    expect([found.bills, found.said]).toEqual([whole, ["warning COLUMN_NOT_READ Usage!E1"]]);
    const filter = /write (.*) under Filter in Meters/.exec(messageOf(found, "COLUMN_NOT_READ"))![1]!;
    const Meters: Rows = [
      ["Meter", "Filter"],
      ["Calls", filter],
    ];
    expect((await bill({ Usage, Meters })).bills).toMatchObject({ K1: "50.00" });
  });

  test.each([
    ["Prices", "Active", "N"],
    ["Prices", "Status", "discontinued"],
    ["Contracts", "Active", "no"],
  ] as const)("%s: %s %s is a warning", async (table, title, value) => {
    const width = base[table]![0]!.length;
    const rows = base[table]!.map((row, i) => {
      const full: CaseCell[] = Array.from({ length: width }, (_, column) => row[column] ?? null);
      return [...full, i === 0 ? title : i === 1 ? value : "yes"];
    });
    const { said } = await bill({ [table]: rows });
    expect(said).toEqual([`warning COLUMN_NOT_READ ${table}!${String.fromCharCode(65 + width)}1`]);
  });
});

describe("signs that nobody sees", () => {
  test.each(["\u200f300", "300\u200b", "\ufeff300"])("%j is 300", async (quantity) => {
    const Usage: Rows = [
      header,
      ...usageRows.slice(0, 2),
      ["K2", "Calls", "\u200e2026-10-07\u200f", quantity],
    ];
    expect((await bill({ Usage })).bills).toEqual(whole);
  });
});

test("Settings and the tables of a run have no columns that are not read", async () => {
  const Settings: Rows = [
    ["Key", "Value", "Checked"],
    ["Company name", "Alder Telecom", 7],
  ];
  const Invoices: Rows = [
    [
      "Invoice number",
      "Status",
      "Customer ID",
      "Contract ID",
      "Period start",
      "Period end",
      "Currency",
    ].concat(["Subtotal", "Tax", "Total", "Zorp"]),
    ["INV-1", "Issued", "C1", "K1", { date: "2026-09-01" }, { date: "2026-09-30" }, "EUR", 10, 0, 10, 7],
  ];
  const { all } = await bill({ Settings, Invoices });
  expect(all.filter((issue) => issue.includes("NOT_READ"))).toEqual([]);
});

test("sheets that are hidden are read like others", async () => {
  const hidden: CaseSheet = { rows: base.Usage!, state: "hidden" };
  expect((await bill({ Usage: hidden })).bills).toEqual(whole);
});
