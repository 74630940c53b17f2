import type { CaseCell } from "./caseBook";
import { base, bill, header, october, usageRows, usageWith, type Rows } from "./smallBook";

/** Contracts and prices in one sheet, as an IT reseller keeps them. */
const agreements = (...rows: Rows): Record<string, Rows> => ({
  Contracts: [],
  Prices: [],
  Usage: [],
  Agreements: [
    ["Customer", "Agreement", "Service", "Pricing model", "Qty", "Rate", "Start", "End", "Currency"],
    ...rows.map((row) => ["Acme", "A-1", ...row]),
  ],
});
const begin = { date: "2024-01-01" };
const backup = ["Backup", "per_unit", 1, 99, begin, null];

describe("services of one contract in one sheet", () => {
  test.each([
    ["ended", ["Seats", "per_unit", 10, 20, begin, { date: "2025-12-31" }]],
    ["about to end", ["Seats", "per_unit", 10, 20, begin, october(11)]],
    ["added later", ["Seats", "per_unit", 10, 20, october(12), null]],
  ] as const)("one that is %s stops beside one with other days, in either order", async (_title, seats) => {
    const orders = await Promise.all([bill(agreements(seats, backup)), bill(agreements(backup, seats))]);
    for (const { bills, said, issues } of orders) {
      expect(bills).toEqual({});
      expect(said).toContain("error OVERLAPPING_CONTRACTS Agreements!G3");
      const { message } = issues.find(({ code }) => code === "OVERLAPPING_CONTRACTS")!;
      expect(message).toMatch(/Effective from and Effective to; or give one a Contract ID of its own$/);
    }
  });

  test("what one row leaves blank another says, in either order", async () => {
    const [said, blank] = [
      ["Seats", "per_unit", 10, 20, begin, null, "EUR"],
      [...backup, null],
    ];
    for (const rows of [
      [said, blank],
      [blank, said],
    ]) {
      const { bills, run } = await bill(agreements(...rows));
      expect(bills).toEqual({ "A-1": "299.00" });
      expect(run.invoices[0]!.currency).toBe("EUR");
    }
  });
});

describe("a sheet that sums up the usage", () => {
  const month = { v: 46326, fmt: "mmm yyyy" };
  const byMonth = (k1: number, k2: number, ...more: Rows): Rows => [
    ["Contract ID", "Meter", "Period", "Units"],
    ["K1", "Calls", month, k1],
    ["K2", "Calls", month, k2],
    ...more,
  ];
  const billed = { K1: "150.00", K2: "60.00", K3: "50.00" };

  test.each(["Usage summary", "Usage by month", "Pivot usage", "Verbrauch Übersicht", "Usage Oct"])(
    "%s is not read where it adds up to the rows",
    async (name) => {
      const { bills, issues, run } = await bill({ [name]: byMonth(1500, 300) });
      expect(bills).toEqual(billed);
      const [said] = issues.filter(({ severity }) => severity !== "info");
      expect(said).toMatchObject({ code: "SHEET_NOT_READ", value: name });
      expect(said!.message).toMatch(/its figures are the sums of the rows in “Usage”$/);
      expect(run.book.notRead).toMatchObject([{ kind: "sheet", at: { sheet: name } }]);
      expect(run.controlTotals.map(({ read }) => read.rows)).toEqual([3]);
    },
  );

  test("two summaries of two months are both not read", async () => {
    const total: Rows = [["Total", null, null, 1800]];
    const { bills, said } = await bill({
      "Usage by month": byMonth(1500, 300, ...total),
      "Usage summary": byMonth(1500, 300),
    });
    expect(bills).toEqual(billed);
    expect(said).toEqual([
      "warning SHEET_NOT_READ Usage by month!A1",
      "warning SHEET_NOT_READ Usage summary!A1",
    ]);
  });

  test.each([
    ["Usage summary", byMonth(10, 20), /is named like a summary/],
    ["Usage by customer", byMonth(1500, 299), /nearly the same/],
    ["Usage Oct", byMonth(1490, 300), /nearly the same/],
  ])("%s that does not add up stops", async (name, rows, why) => {
    const { bills, issues } = await bill({ [name]: rows });
    expect(bills).toEqual({ K3: "50.00" });
    expect(issues.find(({ severity }) => severity === "error")).toMatchObject({
      code: "SUMMARY_SHEET",
      message: expect.stringMatching(why) as string,
    });
  });

  test("usage of another month, of other contracts or of other figures is usage", async () => {
    const september = { v: 46295, fmt: "mmm yyyy" };
    const other: Rows = [header, ["K1", "Calls", september, 1500], ["K2", "Calls", september, 300]];
    expect((await bill({ "Usage Sep": other })).bills).toEqual(billed);
    const { bills } = await bill({ "Usage West": byMonth(10, 20) });
    expect(bills).toEqual({ K1: "151.00", K2: "64.00", K3: "50.00" });
  });

  test("usage that is kept as a summary alone is read", async () => {
    const { bills, said } = await bill({ Usage: [], "Usage summary": byMonth(1500, 300) });
    expect([bills, said]).toEqual([billed, []]);
  });
});

describe("units in number formats and headers", () => {
  const prices = (title: string, price: CaseCell, unit: CaseCell = "kWh", ...more: CaseCell[]): Rows => [
    ["Contract ID", "Product", "Pricing model", title, "Unit", "Price per", "Flat fee"],
    ["K1", "Calls", "per_unit", price, unit, ...more],
    ["K2", "Calls", "per_unit", 0.2, unit, ...more],
    ["K3", "Line rental", "flat", null, null, null, 50],
  ];
  const others = { K2: "60.00", K3: "50.00" };

  test.each([
    ['0.0" ct"', "MONEY_IN_PARTS"],
    ['0.0"p"', "MONEY_IN_PARTS"],
    ['0.00 "€/100 kWh"', "UNIT_NAMES_A_NUMBER"],
    ['0.00 "€ per 1k"', "UNIT_NAMES_A_NUMBER"],
    ['0.00 "€/MWh"', "MODEL_CONFLICT"],
  ])("a price shown as %s is no price of a unit: %s", async (fmt, code) => {
    const { bills, said } = await bill({ Prices: prices("Unit price", { v: 31, fmt }) });
    expect([bills, said]).toEqual([others, [`error ${code} Prices!D2`]]);
  });

  test("a number in a format that Price per names too is right, and so is the unit of the price", async () => {
    const per = prices("Unit price", { v: 10, fmt: '0.00 "€/100 kWh"' }, "kWh", 100);
    expect((await bill({ Prices: per })).bills).toMatchObject({ K1: "150.00" });
    const same = prices("Unit price", { v: 0.1, fmt: '0.00 "€/kWh/mo"' });
    expect((await bill({ Prices: same })).bills).toMatchObject({ K1: "150.00" });
  });

  test.each(["Price (cents)", "Rate (p/min)"])(
    "a price under %s stops at the header, once",
    async (title) => {
      const Settings: Rows = [
        ["Key", "Value"],
        ["Mapping: Prices", `Unit price = ${title}`],
      ];
      const { bills, said, issues } = await bill({ Settings, Prices: prices(title, 10) });
      expect([bills, said]).toEqual([{ K3: "50.00" }, ["error MONEY_IN_PARTS Prices!D1"]]);
      expect(issues.find(({ code }) => code === "MONEY_IN_PARTS")!.message).toMatch(
        /take “\w+” out of the header \(2 cells; this is the first\)$/,
      );
    },
  );

  test.each([
    ["shown", { v: 50, fmt: '"€" 0.00' }],
    ["as a text", "€ 50"],
  ])("a discount %s as money is no percentage", async (_title, cell) => {
    const [first, ...rows] = base.Contracts!;
    const Contracts: Rows = [
      [...first!, "Discount"],
      ...rows.map((row, i) => [...row, i === 0 ? cell : null]),
    ];
    const { bills, said } = await bill({ Contracts });
    expect([bills, said]).toEqual([others, ["error MONEY_AS_PERCENT Contracts!F2"]]);
  });

  const usage = (title: string, ...quantities: CaseCell[]): Rows => [
    ["Contract ID", "Meter", "Date", title],
    ...usageRows.map(([contract, meter, day], i) => [contract!, meter!, day!, quantities[i] ?? null]),
  ];

  test("quantities shown in another unit than the price's stop, each contract at its cell", async () => {
    const Usage = usage("Quantity", { v: 2.5, fmt: '0.0" MWh"' }, { v: 100, fmt: '0 "kWh"' }, 300);
    const { bills, said, issues } = await bill({ Prices: prices("Unit price", 0.1), Usage });
    expect([bills, said]).toEqual([others, ["error UNIT_DIFFERS Usage!D2"]]);
    expect(issues.find(({ code }) => code === "UNIT_DIFFERS")!.message).toBe(
      "Calls is counted in “MWh” here and in “kWh” at the price of contract K1; convert the quantities, or correct the Unit",
    );
  });

  test.each([
    ["billsec", "minute", false],
    ["Hours", "min", false],
    ["Hours", "h", true],
    ["Duration", "minute", true],
  ])("quantities under %s at a price for a %s: %s", async (title, unit, isBilled) => {
    const { bills, said } = await bill({
      Prices: prices("Unit price", 0.1, unit),
      Usage: usage(title, 1000, 500, 300),
    });
    if (isBilled) expect([bills, said]).toEqual([{ K1: "150.00", ...others }, []]);
    else expect([bills, said]).toEqual([{ K3: "50.00" }, ["error UNIT_DIFFERS Usage!D1"]]);
  });

  test.each([
    ["kWh", ["MWh", "kWh", "kWh"], others, "E2"],
    ["hour", ["min", "min", "hrs"], others, "E2"],
    ["", ["MWh", "kWh", "kWh"], others, "E3"],
  ] as const)("a column Unit that contradicts the price's %s holds", async (unit, units, expected, cell) => {
    const { bills, said } = await bill({
      Prices: prices("Unit price", 0.1, unit),
      Usage: usageWith("Unit", ...units),
    });
    expect([bills, said]).toEqual([expected, [`error UNIT_DIFFERS Usage!${cell}`]]);
  });

  test.each([
    ["kWh", "kWh"],
    ["API call", "calls"],
    ["seat", "each"],
  ])("a column Unit that says the same is read: %s, %s", async (unit, said) => {
    const { bills, all } = await bill({
      Prices: prices("Unit price", 0.1, unit),
      Usage: usageWith("UOM", said, said, said),
    });
    expect([bills, all]).toEqual([{ K1: "150.00", ...others }, []]);
  });

  test("quantities with their unit in the cell are one cause", async () => {
    const { bills, said } = await bill({ Usage: usage("Quantity", "22,35 kWh", "7 kWh", 300) });
    expect([bills, said]).toEqual([others, ["error NUMBER_WITH_UNIT Usage!D2"]]);
  });
});

describe("columns that say how rows are billed", () => {
  test.each([
    [
      "Billable?",
      ["Y", "N", "Y"],
      /; 1 row says “N” and count in full: .* write Billable\? = Y under Filter in Meters$/,
    ],
    ["Billable", [true, false, false], /; 2 rows say “FALSE” .* write Billable = TRUE under/],
    ["Status", ["done", "cancelled", "Test"], /; 2 rows say “cancelled” .* write Status <> cancelled under/],
    ["Excluded", [null, "x", null], /; 1 row says “x” .* write Excluded = "" under/],
    ["Multiplier", [1, 1.5, 2], /; 2 rows say “1.5” .* put the result in Quantity$/],
    ["Kind of work", ["Support", "Non-billable", "Support"], /; 1 row says “Non-billable”/],
  ] as const)("%s is a warning with the rows that do not count", async (title, cells, message) => {
    const { bills, said, issues } = await bill({ Usage: usageWith(title, ...cells) });
    expect(said).toEqual(["warning COLUMN_NOT_READ Usage!E1"]);
    expect(issues.find(({ code }) => code === "COLUMN_NOT_READ")!.message).toMatch(message);
    expect(bills).toEqual({ K1: "150.00", K2: "60.00", K3: "50.00" });
  });

  test.each([
    ["Billable", ["Y", "Y", "yes"]],
    ["Status", ["done", "done", "paid"]],
    ["Charge category", ["a", "b", "c"]],
  ] as const)("%s that leaves out no row is worth knowing", async (title, cells) => {
    expect((await bill({ Usage: usageWith(title, ...cells) })).all).toEqual([
      "info COLUMN_NOT_READ Usage!E1",
    ]);
  });

  test("a filter in Meters is what the warning asks for", async () => {
    const Meters: Rows = [
      ["Meter", "Filter"],
      ["Calls", "Billable? = Y"],
    ];
    const { bills, said } = await bill({ Meters, Usage: usageWith("Billable?", "Y", "N", "Y") });
    expect([bills, said]).toEqual([{ K1: "100.00", K2: "60.00", K3: "50.00" }, []]);
  });

  const withColumn = (sheet: "Contracts" | "Prices", title: string, ...cells: CaseCell[]) => {
    const [first, ...rows] = base[sheet]!;
    return {
      [sheet]: [
        [...first!, title],
        ...rows.map((row, i) => [...first!.map((_, column) => row[column] ?? null), cells[i] ?? null]),
      ],
    };
  };

  test.each(["Billing", "Invoice frequency", "Abrechnung"])(
    "%s is read as Billing frequency",
    async (title) => {
      const { bills, said } = await bill(withColumn("Contracts", title, "monthly", "monatlich", "yearly"));
      expect(said).toEqual([]);
      expect(bills).toMatchObject({ K1: "150.00", K2: "60.00" });
    },
  );

  test.each([
    ["Contracts", "Invoiced", ["monthly", "monthly", "quarterly"], "F4"],
    ["Prices", "Frequency", ["monthly", "per month", "per year"], "G4"],
    ["Prices", "Term", [null, null, "p.a."], "G4"],
    ["Prices", "Recurring", [null, null, "one-time"], "G4"],
  ] as const)("%s: %s that is not the contract's rhythm holds it", async (sheet, title, cells, cell) => {
    const { bills, said } = await bill(withColumn(sheet, title, ...cells));
    expect(said).toEqual([`error FREQUENCY_DIFFERS ${sheet}!${cell}`]);
    expect(bills).toEqual({ K1: "150.00", K2: "60.00" });
  });

  test("a contract that runs for a year is billed monthly", async () => {
    const { bills } = await bill(withColumn("Contracts", "Term", "yearly", "yearly", "yearly"));
    expect(bills).toEqual({ K1: "150.00", K2: "60.00", K3: "50.00" });
  });

  test("stretches of time are a quantity that nothing reads, and no events", async () => {
    const Usage: Rows = usageRows.map(([contract, meter, day]) => [contract!, meter!, day!, "09:00-11:30"]);
    const { bills, said, issues } = await bill({
      Usage: [["Contract ID", "Meter", "Date", "From to"], ...Usage],
    });
    expect([bills, said]).toEqual([{ K3: "50.00" }, ["error MISSING_COLUMN Usage!A1"]]);
    expect(issues.find(({ code }) => code === "MISSING_COLUMN")!.message).toMatch(/“From to” \(D\)$/);
  });
});

describe("what a message names", () => {
  test("a customer whose contract cannot be read is no unknown customer", async () => {
    const [first, k1, ...rows] = base.Contracts!;
    const Contracts: Rows = [[...first!, "Status"], [...k1!, "trialing"], ...rows];
    const Usage: Rows = [
      ["Customer ID", "Meter", "Date", "Quantity"],
      ...usageRows.map(([, ...row], i) => [i < 2 ? "C1" : "C2", ...row]),
    ];
    const { bills, said } = await bill({ Contracts, Usage });
    expect([bills, said]).toEqual([{ K2: "60.00", K3: "50.00" }, ["error UNKNOWN_CHOICE Contracts!F2"]]);
  });

  test("the headers that may be meant stand beside the column that misses", async () => {
    const Contracts: Rows = base.Contracts!.map(([id, customer, ...row], i) => [
      id!,
      i === 0 ? "Acc. code" : customer!,
      ...row,
    ]);
    const { issues } = await bill({ Contracts });
    const { message } = issues.find(({ code }) => code === "MISSING_COLUMN")!;
    expect(message).toMatch(/; not understood here: “Acc. code”$/);
  });

  test("usage needs a contract or a customer", async () => {
    const Usage: Rows = usageRows.map(([, ...row]) => row);
    const { issues } = await bill({ Usage: [["Meter", "Date", "Quantity"], ...Usage] });
    expect(issues.find(({ code }) => code === "MISSING_COLUMN")!.message).toMatch(
      /no column “Contract ID” or “Customer ID”/,
    );
  });

  test("a sheet that is usage but for its name is told how to be named, the first sheet too", async () => {
    const { issues } = await bill({ "CDR Sep": [header, ...usageRows] });
    expect(issues.find(({ code }) => code === "SHEET_NOT_READ")!.message).toMatch(
      /is read from “Usage”; to have it read as well, call it “Usage CDR Sep”$/,
    );
    const { issues: alone } = await bill({
      Contracts: [],
      Usage: [],
      CDR: [header, ...usageRows],
      Agreements: base.Contracts!,
    });
    expect(alone.find(({ code }) => code === "SHEET_NOT_READ")!.message).toMatch(/so call it “Usage CDR”$/);
  });

  test("services side by side are to be written below one another", async () => {
    const Usage: Rows = [
      ["Contract ID", "Date", "Storage", "Inbound"],
      ["K1", october(2), 5, 6],
      ["K1", october(3), 5, 6],
    ];
    const { issues } = await bill({ Usage: [], "Usage Sept": Usage });
    expect(issues.find(({ code }) => code === "MISSING_COLUMN")!.message).toMatch(
      /write one row for each, with its name under Meter$/,
    );
  });

  test("a rate under VAT is told to stand under Tax %, at its own cell", async () => {
    const Customers: Rows = [
      ["Customer ID", "Customer name", "VAT"],
      ["C1", "Alder Ltd", { v: 0.2, fmt: "0%" }],
      ["C2", "Birch GmbH", null],
      ["C3", "Cedar SA", null],
    ];
    const { issues, said } = await bill({ Customers });
    expect(said).toEqual(["error UNKNOWN_TAX_CODE Customers!C2"]);
    expect(issues.find(({ code }) => code === "UNKNOWN_TAX_CODE")!.message).toMatch(
      /head its column “Tax %”$/,
    );
  });

  test("dates of two conventions in one column are one error", async () => {
    const Usage: Rows = usageRows.map(([contract, meter, , quantity], i) => [
      contract!,
      meter!,
      ["13/10/2026", "10/14/2026", "15/10/2026"][i]!,
      quantity!,
    ]);
    const { bills, said } = await bill({ Usage: [header, ...Usage] });
    expect([bills, said]).toEqual([{ K3: "50.00" }, ["error DATES_MIXED Usage!C2"]]);
  });

  test("German terms and models are understood", async () => {
    const [first, ...rows] = base.Contracts!;
    const Contracts: Rows = [
      [...first!, "Zahlungsbedingung"],
      ...rows.map((row) => [...row, "14 Tage netto"]),
    ];
    const Prices: Rows = base.Prices!.map((row) =>
      row.map((cell) => (cell === "per_unit" ? "pro Einheit" : cell === "flat" ? "pauschal" : cell)),
    );
    expect((await bill({ Contracts, Prices })).bills).toEqual({ K1: "150.00", K2: "60.00", K3: "50.00" });
  });
});
