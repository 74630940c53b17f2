import { join } from "node:path";
import { newFolder, ratebook } from "../support/commandLine";
import { contract, price, writeBook } from "../support/workbookFixture";
import { pastInvoices } from "../support/workbookInvoices";

describe("explain --year", () => {
  let book: string;
  beforeAll(async () => {
    book = join(newFolder(), "book.xlsx");
    const invoice = (number: string, month: string) => ({
      number,
      contractId: "C1",
      month,
      lines: [{ product: "Fee", quantity: 1, unitPrice: 100, row: { Kind: "fixed" } }],
    });
    await writeBook(book, {
      Contracts: [contract("C1", { "Start date": "2026-01-01" })],
      Prices: [price("C1", "flat", { Product: "Fee", "Flat fee": 100 })],
      ...pastInvoices([invoice("X-1", "2026-01"), invoice("X-3", "2026-03")]),
    });
  });

  test("shows a month that nothing bills, in words and figures", async () => {
    const { status, stdout } = await ratebook(["explain", book, "C1", "--year", "2026"]);
    expect(status).toBe(1);
    const lines = stdout.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
    expect(lines[0]).toBe("Contract C1, USD, before tax, as of 2026-03-31");
    expect(lines).toContain("2026-01-01 2026-01-31 31 100.00 100.00 0.00 0.00 0.00 billed");
    expect(lines).toContain(
      "2026-02-01 2026-02-28 28 100.00 0.00 0.00 0.00 100.00 MISSING: nothing bills these days",
    );
    expect(lines).toContain("2026-04-01 2026-04-30 30 0.00 0.00 0.00 0.00 0.00 not yet due");
    expect(lines).toContain("Total 300.00 200.00 0.00 0.00 100.00");
  });

  test("--json has the same figures", async () => {
    const { stdout } = await ratebook(["explain", book, "C1", "--year", "2026", "--json"]);
    const { periods, ...rest } = JSON.parse(stdout) as { readonly periods: readonly object[] };
    expect(rest).toMatchObject({
      contractId: "C1",
      currency: "USD",
      asOf: "2026-03-31",
      total: { expected: 300, billed: 200, credited: 0, late: 0, open: 100 },
    });
    expect(periods).toHaveLength(12);
    expect(periods[1]).toEqual({
      from: "2026-02-01",
      to: "2026-02-28",
      days: 28,
      expected: 100,
      billed: 0,
      credited: 0,
      late: 0,
      open: 100,
      state: "missing",
    });
  });

  test("refuses in one line what cannot be", async () => {
    for (const [args, why] of [
      [["C9", "--year", "2026"], "there is no contract C9"],
      [["C1", "--year", "26"], "--year 26"],
      [["C1", "--year", "2024"], "is not in force"],
      [["C1", "2", "--year", "2026"], "leave out the line 2"],
      [["C1", "--year", "2026", "--period", "2026-02"], "--period"],
    ] as const) {
      const { status, stdout, stderr } = await ratebook(["explain", book, ...args]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(stderr).toContain(why);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    }
  });
});
