import { checkBook, inputTables, packPlan, packs, parsePeriod } from "../../src/core/api";
import { emptyPackage } from "../../src/workbook/xlsx/package/emptyPackage";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";
import { billStep } from "../../scripts/workedExamples/billStep";
import { disagreements } from "./agreement";

/** What each pack bills for October 2026, worked out by hand: contract, net and total. */
const billed: Readonly<Record<string, readonly string[]>> = {
  // 25 + (120 s + 60 s at 0.001 + 2 × 0.02) + 4.5 × 2; 20 % tax
  telecom: ["T1 34.22 41.06"],
  // 500 kWh over zero: 100 × 0.30 + 400 × 0.25, and 15; 5 % tax
  utilities: ["U1 145.00 152.25"],
  // 2,000 + 1,700 + 575 capped at 4,000; 30 % of 10,000
  agency: ["A1 4000.00 4000.00", "A2 3000.00 3000.00"],
  // 200 − 10 % + 10 + 4; 20 % tax
  saas: ["S1 194.00 232.80"],
  // 1,200 × 0.40 + 300 × 4 − 10 % of 1,200
  healthcare: ["H1 1560.00 1560.00"],
  // 39 + 12 + 0.30; 20 % tax
  retail: ["M1 51.30 61.56"],
  // 20 % of 80,000; 160 × 35; 20 % tax
  talent: ["P1 16000.00 19200.00", "P2 5600.00 6720.00"],
  // 800 + 4.80 raised to 1,000, − 100 free; 20 % tax
  cloud: ["C1 900.00 1080.00"],
};

describe("the starter workbooks of industries", () => {
  it("are the eight that people ask for, and fill only tables and columns that exist", () => {
    expect(packs.map(({ id }) => id)).toEqual(Object.keys(billed));
    const titles = new Set(inputTables.map(({ title }) => title));
    for (const { id, rows } of packs)
      for (const [title, examples] of Object.entries(rows)) {
        expect([id, titles.has(title)]).toEqual([id, true]);
        const columns = inputTables.find((table) => table.title === title)!.columns;
        const others = examples.flatMap(Object.keys).filter((field) => !(field in columns));
        expect([id, title, [...new Set(others)]]).toEqual([id, title, others.length > 0 ? ["Role"] : []]);
      }
  });

  it.each(packs)("$id bills as it is, and verifies", async (pack) => {
    const book = applyPlan(emptyPackage(), packPlan(pack));
    const reading = await readWorkbook(book);
    if (!reading.ok) throw new Error(reading.failure.message);
    const options = { period: parsePeriod("2026-10"), asOf: undefined, giveNumbers: false };
    const checked = checkBook(reading.snapshot, options);
    expect(checked.issues.filter(({ severity }) => severity !== "info").map(({ code }) => code)).toEqual([]);
    const { run, bytes } = await billStep(book, "--period 2026-10 --number");
    expect(run.issues.filter(({ severity }) => severity !== "info").map(({ message }) => message)).toEqual(
      [],
    );
    const documents = run.invoices.map(
      ({ contractId, subtotal, total }) => `${contractId} ${subtotal.toFixed(2)} ${total.toFixed(2)}`,
    );
    expect(documents).toEqual(billed[pack.id]);
    expect(await disagreements(bytes, "2026-10")).toEqual([]);
  });
});
