import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Bench, saidBy } from "./support/bench";

/**
 * Billed and issued by a Ratebook that sealed nothing of what is agreed beside prices: the tables of `termsBook.ts`, and a
 * contract that goes on by itself.
 */
const before = new Bench(new Uint8Array(readFileSync(join(__dirname, "fixtures/sealedBefore.xlsx"))));

describe("a workbook that an earlier Ratebook sealed", () => {
  it("passes as it is", async () => {
    const verified = await before.verify();
    expect([verified.result, verified.passed, verified.failed]).toEqual(["PASS", 9, 0]);
    // Whether these rows came later cannot be told from its seals: it is said, and fails nothing.
    expect(saidBy(verified)).toEqual(["Adjustments!D2 INPUT_ADDED", "Contracts!A5 INPUT_ADDED"]);
    expect(
      verified.invoices.flatMap(({ notes }) => notes).every(({ message }) => /earlier/.test(message)),
    ).toBe(true);
  });

  it.each([
    ["a unit price", "Prices", "Unit price", { "Price ID": "P-DISCOUNTED" }, 0.6, "INPUT_CHANGED"],
    [
      "a discount, which the document was reckoned with",
      "Discounts",
      "Percent",
      { "Discount ID": "D1" },
      0.2,
      "CELL_CHANGED",
    ],
    ["a total", "Invoices", "Total", { "Contract ID": "SEATS" }, 1, "CELL_CHANGED"],
  ])("fails once somebody changed %s", async (_what, sheet, column, row, value, code) => {
    const changed = await before.edit({ [await before.cell(sheet, column, row)]: value });
    const verified = await changed.verify();
    expect([verified.result, verified.failed]).toEqual(["FAIL", 1]);
    expect(saidBy(verified).join()).toContain(code);
  });
});
