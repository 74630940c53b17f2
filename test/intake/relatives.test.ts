import { cellAddress } from "../../src/core/api";
import { type CaseCell } from "./caseBook";
import { base, bill, header, october, usageRows, usageWith, type Rows } from "./smallBook";

const whole = { K1: "150.00", K2: "60.00", K3: "50.00" };
const withoutK1 = { K2: "60.00", K3: "50.00" };

describe("columns that are not read", () => {
  test.each([
    ["numbers as text", "Zone", ["7", "8", "9"]],
    ["dates", "Shipped", [october(1), october(2), october(3)]],
    ["dates as text", "Shipped", ["2026-10-01"]],
    ["currencies", "Zone", ["EUR", "USD", "EUR"]],
    ["a header in one word", "listPrice", ["see mail"]],
  ] as const)("%s are a warning", async (_title, title, cells) => {
    const { bills, said } = await bill({ Usage: usageWith(title, ...cells) });
    expect(said).toEqual(["warning COLUMN_NOT_READ Usage!E1"]);
    expect(bills).toEqual(whole);
  });

  test("words under a header that speaks of nothing are worth knowing", async () => {
    expect((await bill({ Usage: usageWith("Corporate seat", "Rome") })).all).toEqual([
      "info COLUMN_NOT_READ Usage!E1",
    ]);
  });

  test("a column of nothing and one that Settings names are no warning", async () => {
    expect((await bill({ Usage: usageWith("Discount") })).all).toEqual([]);
    const Settings: Rows = [
      ["Key", "Value"],
      ["Not read", "Prices: Levy; Usage: Surcharge"],
    ];
    const { all } = await bill({ Settings, Usage: usageWith("Surcharge", 1, 2, 3) });
    expect(all).toEqual(["info COLUMN_NOT_READ Usage!E1"]);
  });

  test("figures without a header are named by their column", async () => {
    const { issues } = await bill({ Usage: usageWith("", 1, 2, 3) });
    expect(issues.filter(({ code }) => code !== "NO_TAX")).toMatchObject([
      { code: "COLUMN_NOT_READ", severity: "warning", value: "E" },
    ]);
  });
});

describe("sheets", () => {
  test.each(["Usage backup", "Copy of Usage", "Usage template", "Usage (3)"])(
    "%s is put aside and named",
    async (name) => {
      const { bills, said } = await bill({ [name]: base.Usage! });
      expect(said).toEqual([`warning SHEET_NOT_READ ${name}!A1`]);
      expect(bills).toEqual(whole);
    },
  );

  test("a name in another language with a month beside it is Usage", async () => {
    const { bills, all } = await bill({
      Usage: [],
      "Verbrauch 2026-10": [header, ...usageRows.slice(0, 1)],
      "Verbrauch (Rest)": [header, ...usageRows.slice(1)],
    });
    expect([bills, all]).toEqual([whole, []]);
  });

  test("a sheet with the rows of another is a copy, whatever it is called", async () => {
    const { bills, said } = await bill({ "Usage South": base.Usage! });
    expect(said).toEqual(["error REPEATED_ROWS Usage South!B2"]);
    expect(bills).toEqual({ K3: "50.00" });
  });

  test("the only price list with a year beside its name is taken, of two neither", async () => {
    const { bills, all } = await bill({ Prices: [], "Prices 2026": base.Prices! });
    expect([bills, all]).toEqual([whole, []]);
    const two = await bill({ Prices: [], "Prices 2026": base.Prices!, "Prices 2027": base.Prices! });
    expect(two.said).toEqual(["error AMBIGUOUS_SHEET Prices 2026!A1"]);
    expect(two.bills).toEqual({});
  });
});

describe("the quantity", () => {
  const without = (...columns: [title: string, ...cells: CaseCell[]][]): Rows => [
    ["Contract ID", "Meter", "Date", ...columns.map(([title]) => title)],
    ...usageRows.map((row, index) => [
      ...row.slice(0, 3),
      ...columns.map((column) => column[index + 1] ?? null),
    ]),
  ];

  test("is asked for where several columns could be it, each by its name", async () => {
    const { bills, issues } = await bill({ Usage: without(["Zorp", 1, 2, 3], ["Blip", 4, 5, 6]) });
    const missing = issues.find(({ code }) => code === "MISSING_COLUMN")!;
    expect(missing.message).toMatch(/“Zorp” \(D\), “Blip” \(E\)/);
    expect(missing.holds).toEqual(["K1", "K2"]);
    expect(bills).toEqual({ K3: "50.00" });
  });

  test("does not matter where every meter counts rows", async () => {
    const Meters: Rows = [
      ["Meter", "Aggregation"],
      ["Calls", "Count"],
    ];
    const { bills, said } = await bill({ Meters, Usage: without(["Zorp", 1, 2, 3]) });
    expect(bills).toEqual({ K1: "0.20", K2: "0.20", K3: "50.00" });
    expect(said).toEqual(["warning COLUMN_NOT_READ Usage!D1"]);
  });

  test("is missed in a row of a sheet that has quantities", async () => {
    const { bills, said } = await bill({
      Usage: [header, ...usageRows, ["K1", "Calls", october(21), null]],
    });
    expect(said).toEqual(["error MISSING_VALUE Usage!D5"]);
    expect(bills).toEqual(withoutK1);
  });

  test("is never one of two that bear its name, and always the one with its title", async () => {
    const twice = await bill({ Usage: usageWith("Quantity", 1000, 500, 300) });
    expect(twice.said).toEqual(["error AMBIGUOUS_COLUMN Usage!E1"]);
    const titled = await bill({ Usage: usageWith("Qty", 9, 9, 9) });
    expect(titled.said).toEqual(["warning COLUMN_NOT_READ Usage!E1"]);
    expect(titled.bills).toEqual(whole);
  });

  test.each([
    ["h:mm:ss as text", "hour", "7:30:00", "0.75"],
    ["seconds", "sec", { v: 0.3125, fmt: "[h]:mm" }, "2700.00"],
    ["mm:ss of a format", "Minuten", { v: 0.0625, fmt: "mm:ss" }, "9.00"],
  ])("reads a time: %s", async (_title, unit, time, amount) => {
    const Prices = base.Prices!.map((row, index) => (index === 1 ? [...row, null, unit] : row));
    const Usage = [header, ["K1", "Calls", october(5), time], ...usageRows.slice(2)];
    const { bills, all } = await bill({ Prices, Usage });
    expect(bills).toEqual({ ...whole, K1: amount });
    expect(all).toEqual(["info TIME_AS_QUANTITY Usage!D2"]);
  });

  test("a text such as 7:30 can be hours or minutes, and is no number", async () => {
    const { said } = await bill({ Usage: [header, ["K1", "Calls", october(5), "7:30"], ...usageRows] });
    expect(said).toEqual(["error NOT_A_NUMBER Usage!D2"]);
  });
});

describe("two columns of one date", () => {
  test("that differ in a row are an error, and are one where they agree", async () => {
    const dates: Rows = [
      ["Contract ID", "Meter", "Usage date", "Quantity", "Period"],
      ...usageRows.map((row) => [...row, row[2]!]),
    ];
    const same = await bill({ Usage: dates });
    expect(same.said).toEqual(["warning COLUMN_NOT_READ Usage!E1"]);
    const other = dates.map((row, index) => (index === 2 ? [...row.slice(0, 4), october(21)] : row));
    const { bills, said } = await bill({ Usage: other });
    expect(said).toEqual(["error AMBIGUOUS_COLUMN Usage!E1"]);
    expect(bills).toEqual({ K3: "50.00" });
  });
});

describe("dates", () => {
  test("a month ends with the contract", async () => {
    const Contracts = base.Contracts!.map((row, index) => [...row, index === 0 ? "End date" : null]);
    Contracts[1] = [...base.Contracts![1]!, october(12)];
    const Usage = [header, ["K1", "Calls", "2026-10", 1500], ...usageRows.slice(2)];
    const { bills, all } = await bill({ Contracts, Usage });
    expect([bills, all]).toEqual([whole, ["info MONTH_AS_DATE Usage!C2"]]);
  });

  test.each(["20261005", "5.10.26", "2026.10.05.", "2026-10-05T23:59:59+02:00"])(
    "%s is read",
    async (text) => {
      const Usage = [header, ["K1", "Calls", text, 1500], ...usageRows.slice(2)];
      expect((await bill({ Usage })).bills).toEqual(whole);
    },
  );

  test("milliseconds under a header of epochs are no date", async () => {
    const Usage: Rows = [
      ["Contract ID", "Meter", "Epoch", "Quantity"],
      ["K1", "Calls", 1_791_201_600_000, 1500],
      ["K2", "Calls", 1_791_374_400, 300],
    ];
    expect((await bill({ Usage })).said).toEqual(["error NOT_A_DATE Usage!C2"]);
  });
});

describe("ids", () => {
  test("1.23E+15 as text has lost its digits, 9E5 has not", async () => {
    const lost = await bill({ Usage: usageWith("Event ID", "1.23E+15", "1.23E+15", "a") });
    expect(lost.said).toEqual(["error ID_DIGITS_LOST Usage!E2"]);
    expect((await bill({ Usage: usageWith("Event ID", "9E5", "9E6", "a") })).all).toEqual([]);
  });

  test("a customer named in another column is found by name", async () => {
    const Usage: Rows = [
      ["Company", "Meter", "Date", "Quantity"],
      ...usageRows.map(([id, ...rest]) => [id === "K1" ? "alder ltd." : "BIRCH GMBH", ...rest]),
    ];
    const { bills, all } = await bill({ Usage });
    expect([bills, all]).toEqual([whole, []]);
  });
});

describe("rows that are no data", () => {
  test("a row that lost its ids is missed, not taken for a total", async () => {
    const { said } = await bill({ Usage: [header, ...usageRows, [null, null, null, 77]] });
    expect(said.filter((line) => line.includes("MISSING_VALUE"))).toHaveLength(3);
  });

  test("nor is one with the figure of the only row above it", async () => {
    const Usage = [header, usageRows[0]!, [null, null, null, 1000], ...usageRows.slice(1)];
    expect((await bill({ Usage })).said.join()).toContain("MISSING_VALUE Usage!B3");
  });

  test("totals within totals add up, and a wrong one is named with its cell", async () => {
    const rows = (total: number): Rows => [
      header,
      ...usageRows.slice(0, 2),
      ["Subtotal K1", null, null, 1500],
      ...usageRows.slice(2),
      ["Zwischensumme", null, null, 300],
      ["Grand total", null, null, total],
    ];
    expect((await bill({ Usage: rows(1800) })).all).toEqual(["info TOTAL_ROW Usage!A4"]);
    expect((await bill({ Usage: rows(1801) })).said).toEqual(["warning TOTAL_DIFFERS Usage!D7"]);
  });

  test("merged plans and dates count for each row, a merged fee for none", async () => {
    const merged = await bill({ Usage: { rows: [header, ...usageRows], merge: ["A2:A3", "C2:C3"] } });
    expect(merged.bills).toEqual(whole);
    expect(merged.all).toEqual(["info MERGED_CELLS Usage!A2", "info MERGED_CELLS Usage!C2"]);
    const fee = await bill({ Prices: { rows: base.Prices!, merge: ["D2:D3"] } });
    expect(fee.said[0]).toMatch(/^error MERGED_FIGURE Prices!D2$/);
  });
});

describe("usage files", () => {
  const csv = (...lines: string[]) => ({
    "more.csv": ["Contract ID,Meter,Date,Quantity", ...lines, ""].join("\n"),
  });

  test("a line that was cut off is named with its number", async () => {
    const { issues } = await bill(
      { Usage: [header, ...usageRows] },
      csv("K1,Calls,2026-10-05,1", "K1,Calls"),
    );
    expect(issues.map(({ code, at }) => [code, at.sheet, cellAddress(at)])).toContainEqual([
      "ROW_WIDTH",
      "more.csv",
      "line 3",
    ]);
  });

  test("every issue of a file has its line, also behind a field of two lines", async () => {
    const text = 'Contract ID,Meter,Date,Quantity,Note\nK1,Calls,2026-10-05,1,"a\nb"\nK1,Calls,soon,2,\n';
    const { issues } = await bill({}, { "more.csv": text });
    expect(issues.map(({ at }) => cellAddress(at))).toContain("line 4");
  });

  test("a file given twice is a copy", async () => {
    const { "more.csv": text } = csv("K1,Calls,2026-10-06,1", "K1,Calls,2026-10-07,2");
    const { said } = await bill({}, { "a.csv": text, "b.csv": text });
    expect(said).toEqual(["error REPEATED_ROWS b.csv!line 2"]);
  });
});

describe("card numbers", () => {
  test("in a note are a warning and never repeated", async () => {
    const { issues } = await bill({ Usage: usageWith("Note", "card 4111 1111 1111 1111") });
    const card = issues.find(({ code }) => code === "CARD_NUMBER")!;
    expect(card).toMatchObject({ severity: "warning", value: "card **** **** **** 1111" });
    expect(JSON.stringify(issues)).not.toContain("4111 1111");
  });
});

describe("what follows from an error is not told beside it", () => {
  test("the column that a missing quantity may be", async () => {
    const Usage: Rows = [
      ["Contract ID", "Meter", "Date", "Talk secs"],
      ["K1", "Calls", october(3), 90],
    ];
    const { said, run } = await bill({ Usage });
    expect(said).toEqual(["error MISSING_COLUMN Usage!A1"]);
    expect(run.book.notRead.map(({ header: title }) => title)).toEqual(["Talk secs"]);
  });

  test("usage outside a contract whose rows overlap", async () => {
    const Contracts: Rows = [
      ["Contract ID", "Customer ID", "Start date", "End date", "Currency"],
      ["K1", "C1", october(1), october(15), "EUR"],
      ["K1", "C1", october(14), null, "EUR"],
      ...["K2", "K3"].map((id) => [id, id, october(1), null, "EUR"]),
    ];
    const { bills, said } = await bill({ Contracts });
    expect([bills, said]).toEqual([
      { K2: "60.00", K3: "50.00" },
      ["error OVERLAPPING_CONTRACTS Contracts!C3"],
    ]);
  });
});
