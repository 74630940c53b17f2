import { join } from "node:path";
import { newFolder, ratebook } from "../support/commandLine";
import { contract, price, usage, writeBook, type BookInput } from "../support/workbookFixture";
import { readTables } from "../support/workbookReading";

interface WhatIfJson {
  readonly periods: readonly string[];
  readonly lines: readonly Readonly<Record<string, string | number>>[];
  readonly customers: readonly Readonly<Record<string, string | number>>[];
  readonly totals: readonly Readonly<Record<string, string | number>>[];
}

const prices = (first: number) => [
  price("C1", "per_unit", { "Unit price": first }),
  price("C2", "graduated", { Tiers: "10: 1; *: 0.5", "Discount %": 10, Minimum: 18 }),
];

/** April and May of two contracts, with final numbers. */
async function billed(): Promise<string> {
  const input = join(newFolder(), "book.xlsx");
  const tables = {
    Contracts: [contract("C1"), contract("C2")],
    Prices: prices(2),
    Usage: [usage("C1", 100), usage("C2", 20), usage("C1", 10, { Date: "2026-05-10" })],
  };
  await writeBook(input, tables as BookInput);
  const [april, may] = [join(newFolder(), "april.xlsx"), join(newFolder(), "may.xlsx")];
  await ratebook(["bill", input, "--period", "2026-04", "--number", "--out", april]);
  await ratebook(["bill", april, "--period", "2026-05", "--number", "--out", may]);
  return may;
}

async function whatIf(book: string, ...args: string[]) {
  const ran = await ratebook(["whatif", book, "--json", ...args]);
  return { ...ran, json: JSON.parse(ran.stdout || "null") as WhatIfJson };
}

describe("whatif", () => {
  let book: string;
  beforeAll(async () => {
    book = await billed();
  });

  test("--set tells old and new by contract, price and month, by customer and in all", async () => {
    const { status, stderr, json } = await whatIf(
      book,
      "--set",
      "Prices[C1 Calls].Unit price=1.5",
      "--set",
      "Prices[C2 Calls].Minimum=20",
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(json.periods).toEqual(["2026-04", "2026-05"]);
    const line = { customerId: "K-C1", contractId: "C1", currency: "USD" };
    expect(json.lines).toMatchObject([
      { ...line, period: "2026-04", old: 200, new: 150, difference: -50 },
      { ...line, period: "2026-05", old: 20, new: 15, difference: -5 },
      { contractId: "C2", period: "2026-04", old: 18, new: 20, difference: 2 },
      { contractId: "C2", period: "2026-05", old: 18, new: 20, difference: 2 },
    ]);
    expect(json.customers).toEqual([
      { customerId: "K-C1", currency: "USD", old: 220, new: 165, difference: -55 },
      { customerId: "K-C2", currency: "USD", old: 36, new: 40, difference: 4 },
    ]);
    expect(json.totals).toEqual([
      { currency: "USD", old: 256, new: 205, difference: -51, winners: 1, losers: 1 },
    ]);
  });

  test("--period limits the documents", async () => {
    const { json } = await whatIf(book, "--period", "2026-05", "--set", "Prices[C1 Calls].Unit price=4");
    expect(json.periods).toEqual(["2026-05"]);
    expect(json.totals).toMatchObject([{ old: 38, new: 58, difference: 20 }]);
  });

  test("--prices takes Prices of another workbook; the same ones change nothing", async () => {
    const [same, other] = [join(newFolder(), "same.xlsx"), join(newFolder(), "other.xlsx")];
    await writeBook(same, { Prices: prices(2) } as BookInput);
    await writeBook(other, { Prices: prices(3) } as BookInput);
    expect((await whatIf(book, "--prices", same)).json.lines.map(({ difference }) => difference)).toEqual([
      0, 0, 0, 0,
    ]);
    expect((await whatIf(book, "--prices", book)).json.totals).toMatchObject([{ difference: 0, winners: 0 }]);
    expect((await whatIf(book, "--prices", other)).json.totals).toMatchObject([
      { old: 256, new: 366, difference: 110, winners: 0, losers: 1 },
    ]);
  });

  test("--order has the minimum before the discount: 10 % off 18.00", async () => {
    const { json } = await whatIf(book, "--order", "minimum,discount,maximum");
    expect(json.totals).toMatchObject([{ old: 256, new: 252.4, difference: -3.6, winners: 1, losers: 0 }]);
  });

  test("--out writes the sheet What-if alone", async () => {
    const out = join(newFolder(), "what.xlsx");
    const ran = await ratebook(["whatif", book, "--set", "Prices[C1 Calls].Unit price=1.5", "--out", out]);
    expect(ran).toMatchObject({ status: 0 });
    expect(ran.stdout).toContain("would pay less: 1, more: 0");
    const tables = await readTables(out);
    expect(Object.keys(tables)).toEqual(["What-if"]);
    const { rows } = tables["What-if"]!;
    expect(rows[rows.length - 1]).toMatchObject({
      "Customer ID": "Total",
      Old: 256,
      New: 201,
      Difference: -55,
    });
  });

  test.each([
    [["--set", "Prices.Unit price=3"], "write it like"],
    [["--set", "Prices[C9 Calls].Unit price=3"], "Prices has no row “C9 Calls”"],
    [["--set", "Prices[C1 Calls].Unit price=cheap"], "“cheap” is no Unit price"],
    [["--set", "Prices[C1 Calls].Colour=red"], "Prices has no column “Colour”"],
    [["--set", "Prices[C2 Calls].Tiers=10 1"], "BAD_TIERS"],
    [["--set", "Settings[Rounding mode]=up"], "is no Rounding mode"],
    [["--order", "discount,minimum"], "each once"],
    [[], "say what would be otherwise"],
  ])("refuses %j", async (args, reason) => {
    const ran = await ratebook(["whatif", book, ...args]);
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toContain(reason);
  });

  test("a quantity that the other tiers do not hold is named, and counts as it is", async () => {
    const ran = await whatIf(book, "--set", "Prices[C2 Calls].Tiers=10: 1");
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain("C2 2026-04 counts as it is");
    expect(ran.json.totals).toMatchObject([{ difference: 0 }]);
  });
});
