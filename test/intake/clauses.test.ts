import type { CaseCell } from "./caseBook";
import { base, bill, header, october, usageRows, usageWith, type Rows } from "./smallBook";

/** Sentences of the contract of reading that name several things: each of the things, in a book that bills 150, 60 and 50. */
const whole = { K1: "150.00", K2: "60.00", K3: "50.00" };

describe("what is not read", () => {
  test.each("Price Fee Rate Amount Discount Minimum Maximum Tax Currency Trial Free".split(" "))(
    "a header that speaks of %s is a warning over words alone",
    async (word) => {
      const { said, bills } = await bill({ Usage: usageWith(`${word} remark`, "see mail") });
      expect(said).toEqual(["warning COLUMN_NOT_READ Usage!E1"]);
      expect(bills).toEqual(whole);
    },
  );

  test("a header that speaks of quantity is a warning where another column is the quantity", async () => {
    expect((await bill({ Usage: usageWith("Quantity remark", "see mail") })).said).toEqual([
      "warning COLUMN_NOT_READ Usage!E1",
    ]);
  });

  test.each([
    [1, []],
    [2, ["warning SHEET_NOT_READ Prices of rivals!A1"]],
  ])("a sheet with the name of a table among its words and %i rows", async (count, expected) => {
    const rows = [
      ["Rival", "What they take"],
      ...[
        ["Fox", 3],
        ["Hare", 4],
      ].slice(0, count),
    ];
    const named = { "Prices of rivals": count === 1 ? rows.slice(1) : rows };
    expect((await bill(named)).said).toEqual(expected);
  });

  test.each(["copy", "old", "backup", "draft", "test", "sample", "template", "archive", "(2)"])(
    "Usage %s does not join",
    async (word) => {
      const name = `Usage ${word}`;
      const { said, bills } = await bill({ [name]: [header, ["K1", "Calls", october(9), 7]] });
      expect(said).toEqual([`warning SHEET_NOT_READ ${name}!A1`]);
      expect(bills).toEqual(whole);
    },
  );
});

describe("usage", () => {
  test.each(["Usage Sep", "Oct usage", "Verbrauch 2026-10", "Usage (Oct)", "Usage North"])(
    "%s joins, and control totals are of all sheets",
    async (name) => {
      const { bills, run, said } = await bill({ [name]: [header, ["K1", "Calls", october(9), 100]] });
      expect(said).toEqual([]);
      expect(bills).toEqual({ ...whole, K1: "160.00" });
      expect(run.controlTotals.map(({ read }) => read.rows)).toEqual([4]);
    },
  );

  test.each([
    ["contract", ["Agreement No", "Agreement"], ["K1", "K2"]],
    ["customer", ["Cust No", "Account ID"], ["C1", "C2"]],
  ])("two columns for the %s that differ in one row are an error", async (_of, titles, [one, other]) => {
    const rows: Rows = [
      [...titles, ...header.slice(1)],
      [one!, one!, "Calls", october(5), 1500],
      [other!, one!, "Calls", october(6), 300],
    ];
    expect((await bill({ Usage: rows })).said).toContain("error AMBIGUOUS_COLUMN Usage!B1");
  });

  test("two columns of prices that differ are an error, and one where they agree", async () => {
    const prices = (second: number): Rows => [
      ["Contract ID", "Product", "Pricing model", "Price", "Rate", "Flat fee"],
      ["K1", "Calls", "per_unit", 0.1, 0.1],
      ["K2", "Calls", "per_unit", 0.2, second],
      ["K3", "Line rental", "flat", null, null, 50],
    ];
    expect((await bill({ Prices: prices(0.3) })).said).toContain("error AMBIGUOUS_COLUMN Prices!E1");
    expect((await bill({ Prices: prices(0.2) })).bills).toEqual(whole);
  });

  test("two columns of amounts that differ are an error", async () => {
    const titles = ["Contract ID", "Date", "Line total", "Net amount", "Description", "Reason code"];
    const Adjustments = [titles, ["K1", october(5), -20, -25, "Outage", "SLA"]];
    const { said } = await bill({ Adjustments });
    expect(said).toContain("error AMBIGUOUS_COLUMN Adjustments!D1");
  });

  const seven30: CaseCell = { v: 0.3125, fmt: "[h]:mm" };
  test.each<[string, string]>([
    ["h", "7.50"],
    ["hr", "7.50"],
    ["hour", "7.50"],
    ["Std", "7.50"],
    ["heure", "7.50"],
    ["min", "450.00"],
    ["minutes", "450.00"],
    ["s", "27000.00"],
    ["seconds", "27000.00"],
  ])("7:30 is read in the unit %s", async (unit, owed) => {
    const Prices = [...base.Prices!.slice(0, 1), ["K1", "Calls", "per_unit", 1, null, unit]];
    const { bills, all } = await bill({ Prices, Usage: [header, ["K1", "Calls", october(5), seven30]] });
    expect(bills.K1).toBe(owed);
    expect(all).toContain("info TIME_AS_QUANTITY Usage!D2");
  });

  test("7:30 under a unit that is no time, or none, is an error; of texts only h:mm:ss is read", async () => {
    const usage = (cell: CaseCell): Rows => [header, ["K1", "Calls", october(5), cell]];
    expect((await bill({ Usage: usage(seven30) })).said).toContain("error TIME_WITHOUT_UNIT Usage!D2");
    const Prices = [...base.Prices!.slice(0, 1), ["K1", "Calls", "per_unit", 1, null, "hour"]];
    expect((await bill({ Prices, Usage: usage("7:30:00") })).bills.K1).toBe("7.50");
    expect((await bill({ Prices, Usage: usage("7:30") })).said).toContain("error NOT_A_NUMBER Usage!D2");
  });

  test.each<CaseCell>([
    ...["2026-10", "202610", "Oct 2026", "10/2026", 202610],
    ...[
      "2026-10-31T23:59:59+01:00",
      "2026-10-31 12:00 UTC",
      "31-Oct-26",
      "20261031",
      20261031,
      "2026.10.31.",
    ],
    "31.10.2026",
  ])("the date %j is the end of October", async (date) => {
    const rows: Rows = [header, ["K1", "Calls", date, 1500], ["K2", "Calls", date, 300]];
    const { bills, run } = await bill({ Usage: rows });
    expect(bills).toEqual(whole);
    const { usage } = run.book.metered!;
    expect(Math.floor(usage.moments[0]!)).toBe(46326);
  });

  test("26-10-05 can be two days", async () => {
    const { said } = await bill({ Usage: [header, ["K1", "Calls", "26-10-05", 1]] });
    expect(said).toContain("error AMBIGUOUS_DATE Usage!C2");
  });

  test.each([
    ["a tab", "\t", "1.500", "1.50"],
    ["a comma", ",", "1.500", "1.50"],
    ["a semicolon", ";", "1,5", "1.50"],
  ])("a point or comma between fields that %s parts", async (_name, sign, quantity, units) => {
    const csv = [header.join(sign), ["K1", "Calls", "2026-10-05", quantity].join(sign)].join("\n");
    const Prices = [
      ...base.Prices!.slice(0, 1),
      ["K1", "Calls", "per_unit", 1],
      ["K3", "Line rental", "flat", null, 50],
    ];
    expect((await bill({ Prices, Usage: [header] }, { "more.csv": csv })).bills.K1).toBe(units);
  });

  test("ids of a file are texts: 1449741456.10 and 1449741456.1 are two events, 007 keeps its zeros", async () => {
    const lines = [
      "Contract ID,Meter,Date,Quantity,Event ID",
      "007,Calls,2026-10-05,1,1449741456.10",
      "007,Calls,2026-10-05,1,1449741456.1",
    ];
    const Contracts = [...base.Contracts!, ["007", "C7", "Dogwood", october(1), "EUR"]];
    const Prices = [...base.Prices!, ["007", "Calls", "per_unit", 1]];
    const { bills, all } = await bill({ Contracts, Prices }, { "events.csv": lines.join("\n") });
    expect(bills["007"]).toBe("2.00");
    expect(all.filter((issue) => issue.includes("events.csv"))).toEqual([]);
  });

  test("empty fields at the end of a line do not count", async () => {
    const csv = `${header.join(",")}\nK1,Calls,2026-10-05,10,,\nK1,Calls,2026-10-06,10`;
    const { said, bills } = await bill({}, { "more.csv": csv });
    expect([said, bills.K1]).toEqual([[], "152.00"]);
  });
});

describe("totals, merged cells, spacers", () => {
  const words = [
    "Total",
    "Subtotal",
    "Sum",
    "Grand total",
    "Summe",
    "Gesamt",
    "Zwischensumme",
    "Total général",
    "Suma",
    "Totale",
  ];
  test.each(words)("%s is a total", async (word) => {
    const { bills, all } = await bill({ Usage: [header, ...usageRows, [word, null, null, 1800]] });
    expect([bills, all]).toEqual([whole, ["info TOTAL_ROW Usage!A5"]]);
  });

  test("a figure that is not the sum is told with both, and nothing of it is billed", async () => {
    const { issues, bills } = await bill({ Usage: [header, ...usageRows, ["Total", null, null, 1900]] });
    expect(bills).toEqual(whole);
    const [differs] = issues.filter(({ code }) => code === "TOTAL_DIFFERS");
    expect(differs).toMatchObject({
      severity: "warning",
      message: expect.stringMatching(/1,900.*1,800/) as string,
    });
  });

  test("blank rows and columns and a line of units are skipped without a word", async () => {
    const spaced = (row: Rows[number]): CaseCell[] => [...row.slice(0, 2), null, ...row.slice(2)];
    const rows = [
      spaced(header),
      spaced([null, null, null, "(calls)"]),
      [],
      ...usageRows.map(spaced),
      [],
      [],
    ];
    expect(await bill({ Usage: rows })).toMatchObject({ bills: whole, all: [] });
  });

  test("merged names of customers count for each of their contracts", async () => {
    const [titles, first, second] = base.Contracts!;
    const rows = [
      titles!,
      [...first!.slice(0, 2), "Alder Ltd", ...first!.slice(3)],
      [second![0]!, "C1", null, ...second!.slice(3)],
    ];
    const { said, all } = await bill({
      Contracts: { rows, merge: ["C2:C3"] },
      Prices: base.Prices!.slice(0, 3),
    });
    expect(said).toEqual([]);
    expect(all).toContain("info MERGED_CELLS Contracts!C2");
  });
});

describe("plans and everyday layouts", () => {
  test.each([
    ["¥", "JPY"],
    ["¥", "CNY"],
    ["kr", "SEK"],
    ["kr", "NOK"],
    ["kr", "DKK"],
    ["£", "GBP"],
    ["Fr.", "CHF"],
    ["$", "MXN"],
  ])("a lone %s does not contradict %s", async (sign, currency) => {
    const Contracts = base.Contracts!.map((row, i) => (i === 0 ? row : [...row.slice(0, 4), currency]));
    const Prices = [
      ...base.Prices!.slice(0, 1),
      ["K1", "Calls", "per_unit", `${sign} 2.00`],
      ...base.Prices!.slice(2),
    ];
    const { said, bills } = await bill({ Contracts, Prices });
    expect(said.filter((issue) => issue.includes("CURRENCY"))).toEqual([]);
    expect(Number(bills.K1)).toBe(3000);
  });

  test.each(["£", "€"])("%s contradicts a contract in USD", async (sign) => {
    const Contracts = base.Contracts!.map((row, i) => (i === 0 ? row : [...row.slice(0, 4), "USD"]));
    const Prices = [
      ...base.Prices!.slice(0, 1),
      ["K1", "Calls", "per_unit", `${sign} 2.00`],
      ...base.Prices!.slice(2),
    ];
    expect((await bill({ Contracts, Prices })).said).toContain("error CURRENCY_MISMATCH Prices!D2");
  });

  test.each(["Free until", "Trial until", "Trial end"])(
    "%s frees the days up to and including it",
    async (title) => {
      const [titles, ...rows] = base.Contracts!;
      const Contracts = [[...titles!, title], ...rows.map((row) => [...row, october(16)])];
      const { bills } = await bill({ Contracts });
      // K1 used 500 after it; of K3's 50.00 are 15 of 31 days left; what K2 used is on a line of nothing.
      expect(bills).toEqual({ K1: "50.00", K2: "0.00", K3: "24.19" });
    },
  );

  test("a contract that ends before it begins is an error", async () => {
    const [titles, first, ...others] = base.Contracts!;
    const Contracts = [[...titles!, "End date"], [...first!, { date: "2026-09-01" }], ...others];
    expect((await bill({ Contracts })).said).toContain("error CONTRACT_DATES Contracts!F2");
  });
});
