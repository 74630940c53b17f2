import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesOf, october } from "../../../test/review/support/smallBook";
import { ratebookHere as ratebook } from "../../../test/support/ratebookHere";

describe("what a workbook holds of a customer", () => {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-erase-"));
  const book = join(folder, "book.xlsx");
  beforeAll(async () => {
    const Contracts = october.Contracts!.map((row) => ({ ...row, "End date": "2026-12-31" }));
    writeFileSync(book, await bytesOf({ ...october, Contracts }));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("is written as files", async () => {
    const out = join(folder, "data");
    const { status, out: printed } = await ratebook(
      ...["personal", book, "--customer", "C1", "--out", out, "--json"],
    );
    const json = JSON.parse(printed) as { files: { table: string; rows: number }[] };
    expect([status, Object.keys(json)]).toEqual([0, ["customerId", "files", "mentions", "output"]]);
    expect(readdirSync(out).sort()).toEqual(
      ["Contracts", "Customers", "Prices", "Tiers", "Usage"].map((table) => `${table}.csv`),
    );
    expect(readFileSync(join(out, "Customers.csv"), "utf8")).toContain('"C1","Blue Heron Ltd"');
    const unknown = await ratebook("personal", book, "--customer", "C9", "--out", out);
    expect([unknown.status, unknown.err]).toEqual([2, `ratebook: ${book}: there is no customer C9\n`]);
  });

  it("is erased with a reason, and not before the contract has ended", async () => {
    const ask = ["erase", book, "--customer", "C1", "--reason", "request", "--out", join(folder, "e.xlsx")];
    const early = await ratebook(...ask, "--as-of", "2026-12-01");
    expect([early.status, early.err]).toEqual([
      2,
      expect.stringContaining("K1 of C1 is in force on 2026-12-01"),
    ]);
    const { status, out } = await ratebook(...ask, "--as-of", "2027-03-01", "--key", "K", "--json");
    expect([status, Object.keys(JSON.parse(out) as object)]).toEqual([
      0,
      ["customerId", "columns", "kept", "notSearched", "output"],
    ]);
    expect(JSON.parse(out)).toMatchObject({
      columns: expect.arrayContaining([{ table: "Customers", column: "Customer name", cells: 1 }]) as unknown,
    });
    const none = await ratebook(...ask.slice(0, 4), "--reason", " ");
    expect([none.status, none.err]).toEqual([2, expect.stringContaining("--reason: say why")]);
  });
});
