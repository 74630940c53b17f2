import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder, ratebook } from "../support/commandLine";
import { contract, price, usage, writeBook, type BookInput } from "../support/workbookFixture";
import { readTables } from "../support/workbookReading";

interface DiffJson {
  readonly documents: readonly Readonly<Record<string, unknown>>[];
  readonly effects: readonly unknown[];
  readonly totals: readonly unknown[];
  readonly numbers: readonly string[];
}

/** April of two contracts as a billed workbook; what a test names goes before it. */
async function billed(tables: Record<string, readonly object[]> = {}, args: readonly string[] = []) {
  const input = join(newFolder(), "book.xlsx");
  const output = join(newFolder(), "billed.xlsx");
  await writeBook(input, {
    Contracts: [contract("C1"), contract("C2")],
    Prices: [price("C1", "per_unit", { "Unit price": 2 }), price("C2", "per_unit", { "Unit price": 1 })],
    Usage: [usage("C1", 100), usage("C2", 30)],
    ...tables,
  } as BookInput);
  const ran = await ratebook(["bill", input, "--period", "2026-04", "--out", output, ...args]);
  if (ran.status === 2) throw new Error(ran.stderr);
  return output;
}

const changed = {
  Prices: [price("C1", "per_unit", { "Unit price": 2.5 }), price("C2", "per_unit", { "Unit price": 1 })],
  Usage: [usage("C1", 110), usage("C2", 30)],
};

async function diff(a: string, b: string, ...args: string[]) {
  const ran = await ratebook(["diff", a, b, "--json", ...args]);
  return { ...ran, json: JSON.parse(ran.stdout) as DiffJson };
}

describe("diff", () => {
  test("tells a document with its effects, which add up, and the changed cells of both books", async () => {
    const { status, json } = await diff(await billed(), await billed(changed));
    expect(status).toBe(1);
    expect(json.documents).toHaveLength(1);
    expect(json.documents[0]).toEqual({
      customerId: "K-C1",
      contractId: "C1",
      period: "2026-04",
      invoiceA: "DRAFT-C1-2026-04-USD",
      invoiceB: "DRAFT-C1-2026-04-USD",
      currency: "USD",
      totalA: 200,
      totalB: 275,
      difference: 75,
      effects: [
        { effect: "quantity", amount: 20, cause: expect.stringContaining("100 → 110") as string },
        { effect: "price", amount: 55, cause: expect.stringContaining("Unit price 2 → 2.5") as string },
      ],
      cells: [
        {
          table: "Prices",
          column: "Unit price",
          a: 2,
          b: 2.5,
          cellA: expect.stringMatching(/^Prices![A-Z]2$/) as string,
          cellB: expect.stringMatching(/^Prices![A-Z]2$/) as string,
        },
        {
          table: "Usage",
          column: "Quantity",
          a: 100,
          b: 110,
          cellA: expect.stringMatching(/^Usage![A-Z]2$/) as string,
          cellB: expect.stringMatching(/^Usage![A-Z]2$/) as string,
        },
      ],
    });
    expect(json.effects).toEqual([
      { currency: "USD", effect: "quantity", amount: 20 },
      { currency: "USD", effect: "price", amount: 55 },
    ]);
    expect(json.totals).toEqual([{ currency: "USD", totalA: 230, totalB: 305, difference: 75 }]);
    expect(json.numbers).toEqual([]);
  });

  test("says that equal books are equal, whatever their rows, names and numbers", async () => {
    const turned = {
      Contracts: [contract("C2"), contract("C1")],
      Usage: [usage("C2", 30), usage("C1", 100)],
    };
    const [a, b] = [await billed(), await billed(turned, ["--number"])];
    const { status, json } = await diff(a, b);
    expect(status).toBe(0);
    expect(json).toMatchObject({ documents: [], effects: [], numbers: [] });
    const ran = await ratebook(["diff", a, b]);
    expect(ran).toMatchObject({ status: 0, stderr: "" });
    expect(ran.stdout).toContain("The documents of both are equal.");
  });

  test("names numbers that were given to two documents", async () => {
    const one = { Contracts: [contract("C1")], Prices: [changed.Prices[0]!], Usage: [usage("C1", 1)] };
    const other = { Contracts: [contract("C2")], Prices: [changed.Prices[1]!], Usage: [usage("C2", 1)] };
    const { status, json } = await diff(await billed(one, ["--number"]), await billed(other, ["--number"]));
    expect(status).toBe(1);
    expect(json.numbers).toEqual(["INV-2026-0001"]);
    expect(json.documents).toMatchObject([
      {
        contractId: "C1",
        invoiceA: "INV-2026-0001",
        invoiceB: "",
        effects: [{ effect: "missing", amount: -2.5 }],
      },
      { contractId: "C2", invoiceA: "", invoiceB: "INV-2026-0001", effects: [{ effect: "new", amount: 1 }] },
    ]);
  });

  test("--period looks at documents that end in it", async () => {
    const [a, b] = [await billed(), await billed(changed)];
    expect(await diff(a, b, "--period", "2026-05")).toMatchObject({ status: 0, json: { documents: [] } });
    expect(await diff(a, b, "--period", "2026-Q2")).toMatchObject({ status: 1 });
  });

  test("--out writes one sheet, whose totals are formulas over its documents", async () => {
    const out = join(newFolder(), "comparison.xlsx");
    const ran = await ratebook(["diff", await billed(), await billed(changed), "--out", out]);
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain("quantity  20.00");
    const tables = await readTables(out);
    expect(Object.keys(tables)).toEqual(["Comparison"]);
    expect(tables.Comparison!.rows).toMatchObject([
      { "Customer ID": "Total", "Total A": 230, Quantity: 20, Price: 55, "Total B": 305, Difference: 75 },
      { "Contract ID": "C1", "Total A": 200, Quantity: 20, Price: 55, "Total B": 275, Difference: 75 },
    ]);
  });

  test("refuses what it cannot read, and to write over what it reads", async () => {
    const a = await billed();
    const missing = await ratebook(["diff", a, "nowhere.xlsx"]);
    expect(missing).toMatchObject({ status: 2, stdout: "" });
    expect(missing.stderr).toContain("nowhere.xlsx");
    const b = join(newFolder(), "copy.xlsx");
    copyFileSync(a, b);
    const over = await ratebook(["diff", a, b, "--out", b]);
    expect(over.status).toBe(2);
    expect(over.stderr).toContain("which is read");
  });
});
