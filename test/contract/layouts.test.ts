import {
  contract,
  formatted,
  percent,
  price,
  tableRows,
  text,
  usage,
  type BookInput,
  type CellInput,
  type RowInput,
} from "../support/workbookFixture";
import { bill, type Billed, type BillOptions } from "../support/workbookRun";

/**
 * One month end in many layouts: 150 calls of which 100 are included at 0.20 less 10 %, and a fee of 300 from the
 * 16th of April on. 50 × 0.20 = 10.00; 10 % of it 1.00; 300 × 15/30 = 150.00.
 */
const EXPECTED = ["discount -1", "fixed 150", "included 0", "usage 10"];

const contracts: readonly RowInput[] = [contract("CT-1", { "Start date": "2026-04-16" })];
const prices: readonly RowInput[] = [
  price("CT-1", "per_unit", {
    "Unit price": 0.2,
    "Included quantity": 100,
    "Discount %": 10,
    "Flat fee": undefined,
  }),
  price("CT-1", "flat", { Product: "Platform", "Flat fee": 300 }),
];
const usages: readonly RowInput[] = [
  usage("CT-1", 60, { Date: "2026-04-16" }),
  usage("CT-1", 90, { Date: "2026-04-30" }),
];

/** The rows with other titles, or another order of columns. */
const renamed = (rows: readonly RowInput[], titles: Readonly<Record<string, string>>): RowInput[] =>
  rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([title, cell]) => [titles[title] ?? title, cell])),
  );
const reversed = (rows: readonly RowInput[]): RowInput[] =>
  rows.map((row) => Object.fromEntries(Object.entries(row).reverse()));
const mapped = (
  rows: readonly RowInput[],
  change: (cell: CellInput, title: string) => CellInput,
): RowInput[] =>
  rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([title, cell]) => [title, change(cell, title)])),
  );
const everywhere = (change: (cell: CellInput, title: string) => CellInput): BookInput => ({
  Contracts: mapped(contracts, change),
  Prices: mapped(prices, change),
  Usage: mapped(usages, change),
});

const isDay = (cell: CellInput): cell is string => typeof cell === "string" && /^2026-\d\d-\d\d$/.test(cell);
const below = (title: string, rows: readonly RowInput[]) => [
  [title],
  [],
  [undefined, "for internal use"],
  ...tableRows(rows),
];
const excelTable = (sheet: string, name: string, rows: readonly RowInput[]) => ({
  name: sheet,
  rows: below("Export of 30 April", rows),
  table: { name, headerRow: 4 },
});

const layouts: Readonly<Record<string, readonly [BookInput, BillOptions?]>> = {
  "bare sheets": [{ Contracts: contracts, Prices: prices, Usage: usages }],
  "columns in reverse": [
    { Usage: reversed(usages), Prices: reversed(prices), Contracts: reversed(contracts) },
  ],
  "synonyms of sheets and columns": [
    {
      Subscriptions: renamed(contracts, {
        "Contract ID": "Agreement ID",
        "Customer ID": "Customer No.",
        "Start date": "Term Start",
        Currency: "Ccy",
      }),
      "Rate card": renamed(prices, {
        "Contract ID": "Contract #",
        "Included quantity": "Included Units",
        "Discount %": "Disc %",
      }),
      Consumption: renamed(usages, {
        "Contract ID": "Agreement ID",
        Meter: "Metric",
        Date: "Timestamp",
        Quantity: "Qty",
      }),
    },
  ],
  "titles in other case, spaces and punctuation": [
    {
      CONTRACT: renamed(contracts, { "Contract ID": "CONTRACT_ID", "Start date": "start-date" }),
      "price ": renamed(prices, { "Pricing model": "Pricing  Model", "Unit price": "UnitPrice" }),
      usage: renamed(usages, { "Contract ID": "contract id", Quantity: "QUANTITY" }),
    },
  ],
  "a title above the header": [
    [
      { name: "Contracts", rows: below("Contracts of 2026", contracts) },
      { name: "Prices", rows: below("Prices", prices) },
      { name: "Usage", rows: below("Usage of April", usages) },
    ],
  ],
  "Excel tables on sheets of other names": [
    [
      excelTable("Sheet1", "Contracts", contracts),
      excelTable("Sheet2", "Prices", prices),
      excelTable("Sheet3", "Usage", usages),
      { name: "Notes", rows: [["Prices are net."], ["Contract ID"]] },
    ],
  ],
  "contracts and prices on one sheet": [
    {
      Contracts: [
        { ...contracts[0], ...prices[0] },
        {
          ...contract("CT-2", { "Start date": "2026-04-16", "Customer ID": "K-CT-1" }),
          ...prices[1],
          "Contract ID": "CT-2",
        },
      ],
      Usage: usages,
    },
  ],
  "dates of the 1904 system": [{ Contracts: contracts, Prices: prices, Usage: usages }, { date1904: true }],
  "dates as ISO text": [everywhere((cell) => (isDay(cell) ? text(cell) : cell))],
  "numbers as text": [everywhere((cell) => (typeof cell === "number" ? String(cell) : cell))],
  "a discount in a percent cell": [
    everywhere((cell, title) => (title === "Discount %" && cell !== undefined ? percent(0.1) : cell)),
  ],
  "dates as text whose column settles that the day comes first": [
    everywhere((cell) => (isDay(cell) ? text(cell.split("-").reverse().map(Number).join("/")) : cell)),
  ],
  "rows that are empty between the others": [
    { Contracts: [...contracts, {}], Prices: prices, Usage: [usages[0]!, {}, {}, usages[1]!] },
  ],
  "columns of the user's own": [
    {
      Contracts: contracts.map((row) => ({ "Account manager": "Ann", ...row, Remark: "renewal due" })),
      Prices: prices,
      Usage: usages,
    },
  ],
};

describe("layouts", () => {
  const results = new Map<string, Billed>();
  beforeAll(async () => {
    for (const [says, [book, options]] of Object.entries(layouts))
      results.set(says, await bill(book, options));
  });

  test.each(Object.keys(layouts))("%s", (says) => {
    const billed = results.get(says)!;
    const shown = billed.table("Invoice lines").map((row) => `${String(row.Kind)} ${String(row.Amount)}`);
    expect(shown.sort()).toEqual(EXPECTED);
    expect(billed.json.totals).toEqual([{ currency: "USD", subtotal: 159, tax: 0, total: 159 }]);
  });

  test("no layout has an error", () => {
    const errors = [...results].flatMap(([says, billed]) =>
      billed.json.issues
        .filter(({ severity }) => severity === "error")
        .map(({ message }) => `${says}: ${message}`),
    );
    expect(errors).toEqual([]);
  });

  test("numbers as text are warned of, each column at its first cell", () => {
    const billed = results.get("numbers as text")!;
    // Prices: A contract, B product, C model, D unit price, E included, F discount, G fee; Usage: D quantity
    expect(billed.cellsOf("NUMBER_AS_TEXT").sort()).toEqual([
      "Prices!D2",
      "Prices!E2",
      "Prices!F2",
      "Prices!G3",
      "Usage!D2",
    ]);
  });

  test("the explanation of a prorated fee is the same in every layout", () => {
    const texts = [...results.values()].map(
      (billed) => billed.table("Invoice lines").find((row) => row.Kind === "fixed")?.Explanation,
    );
    expect(new Set(texts).size).toBe(1);
  });
});

describe("identifiers", () => {
  let billed: Billed;
  beforeAll(async () => {
    const ids = ["00042", "42", "17850", "17851", "00099"];
    billed = await bill({
      Contracts: ids.map((id) =>
        contract(id, {
          "Contract ID": id === "17850" ? 17850 : id === "00099" ? formatted(99, "00000") : id,
          "Customer ID": `K-${id}`,
        }),
      ),
      Prices: ids.map((id) => price(id, "per_unit", { "Unit price": 1 })),
      Usage: [
        usage("00042", 1),
        usage("42", 2),
        usage("17850", 3),
        { ...usage("17851", 4), "Contract ID": 17851 },
        { ...usage("00099", 5), "Contract ID": formatted(99, "00000") },
      ],
    });
  });

  test.each([
    ["leading zeros are kept", "00042", 1],
    ["and are not the number without them", "42", 2],
    ["a numeric id of Contracts meets text elsewhere", "17850", 3],
    ["a numeric id of Usage meets text elsewhere", "17851", 4],
  ])("%s", (_says, id, amount) => {
    expect(billed.amounts(id)).toEqual([`usage ${String(amount)}`]);
  });

  test("ids are text in the output", () => {
    expect(billed.invoices.every((row) => typeof row["Contract ID"] === "string")).toBe(true);
  });
});

describe("what is ambiguous is asked, never guessed", () => {
  let billed: Billed;
  beforeAll(async () => {
    billed = await bill({
      Contracts: [contract("DATE"), contract("NUMBER")],
      Prices: ["DATE", "NUMBER"].map((id) => price(id, "per_unit", { "Unit price": 1 })),
      Usage: [usage("DATE", 1, { Date: text("3/4/2026") }), usage("NUMBER", "1,234")],
    });
  });

  test("a date that may be March or April", () => {
    expect(billed.issues.filter((row) => row.Sheet === "Usage" && row.Cell === "C2")).toMatchObject([
      { Severity: "error", Value: "3/4/2026" },
    ]);
    expect(billed.invoicesOf("DATE")).toEqual([]);
  });

  test("a number that may be a thousand or one and a fraction", () => {
    expect(billed.issues.filter((row) => row.Sheet === "Usage" && row.Cell === "D3")).toMatchObject([
      { Severity: "error", Value: "1,234" },
    ]);
    expect(billed.invoicesOf("NUMBER")).toEqual([]);
  });
});

describe("missing parts", () => {
  test("a required column that is missing is an issue on the header row", async () => {
    const billed = await bill({
      Contracts: contracts,
      Prices: prices,
      Usage: usages.map(({ "Contract ID": id, Date: day, Quantity: quantity }) => ({
        "Contract ID": id,
        Date: day,
        Quantity: quantity,
      })),
    });
    const onHeader = billed.issues.filter(
      (row) => row.Sheet === "Usage" && /^[A-Z]+1$/.test(String(row.Cell)),
    );
    expect(onHeader).toMatchObject([{ Severity: "error" }]);
    expect(onHeader[0]?.Message).toContain("Meter");
  });
});
