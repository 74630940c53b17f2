import type ExcelJS from "exceljs";
import { compareBooks } from "../../src/core/api";
import { Bench } from "./support/bench";
import { bytesOf, october } from "./support/smallBook";
import { sheetOf } from "./tamper/change";

/** The rows of some sheets as values, without the header. */
async function rowsOf(bench: Bench, names: readonly string[]) {
  const rows = new Map<string, ExcelJS.CellValue[][]>();
  await bench.change((book) => {
    for (const name of names) {
      const sheet = sheetOf(book, name);
      const cells = (row: number) =>
        Array.from({ length: sheet.columnCount }, (_, at) => {
          const { formula, result, value } = sheet.getCell(row, at + 1);
          return formula ? (result as number) : value;
        });
      rows.set(
        name,
        Array.from({ length: sheet.rowCount - 1 }, (_, index) => cells(index + 2)),
      );
    }
  });
  return rows;
}

/** One copy with the documents and the log of the other pasted below its own. */
async function merged(first: Bench, second: Bench): Promise<Bench> {
  const rows = await rowsOf(second, ["Invoices", "Invoice lines", "Run log"]);
  return first.change((book) => {
    for (const [name, pasted] of rows) for (const row of pasted) sheetOf(book, name).addRow(row);
  });
}

describe("two people who billed copies of one workbook", () => {
  let ofAnn: Bench;
  let ofBob: Bench;
  beforeAll(async () => {
    const start = new Bench(await bytesOf(october));
    ofAnn = (await start.bill({ by: "Ann", number: true })).bench;
    const other = new Bench(
      await bytesOf({
        ...october,
        Contracts: october.Contracts!.filter((row) => row["Contract ID"] !== "K1"),
      }),
    );
    ofBob = (await other.bill({ by: "Bob", number: true })).bench;
  });

  it("see in a comparison which numbers they gave to different documents", async () => {
    const { numbers } = compareBooks(await ofAnn.snapshot(), await ofBob.snapshot());
    expect(numbers).toEqual(["INV-2026-0001", "INV-2026-0002"]);
  });

  it("are both named once the copies are one, and no number is given until it is mended", async () => {
    const both = await merged(ofAnn, ofBob);
    const { invoices, findings } = await both.verify();
    const twice = invoices.flatMap(({ differences }) =>
      differences.filter(({ code }) => code === "DUPLICATE_NUMBER"),
    );
    expect(twice.map(({ cell, invoice }) => `${cell} ${invoice}`)).toEqual([
      ...["A2 INV-2026-0001", "A3 INV-2026-0002", "A5 INV-2026-0001", "A6 INV-2026-0002"],
    ]);
    expect(twice[0]?.message).toMatch(
      /row 2 by Ann on \d{4}-\d{2}-\d{2}; row 5 by Bob on \d{4}-\d{2}-\d{2}$/,
    );
    expect(findings.map(({ code }) => code)).toEqual(["LOG_FORKED", "LOG_FORKED"]);
    expect(findings[0]?.message).toContain("RUN-1 by Ann and RUN-1 by Bob");
    const { run } = await both.bill({ number: true, period: "2026-11", asOf: "2026-11-30" });
    const errors = run.issues.filter(({ severity }) => severity === "error").map(({ code }) => code);
    // Whose lines are whose nobody can tell: no cell is said to be changed.
    expect([...new Set(errors)]).toEqual(["LOG_FORKED", "DUPLICATE_NUMBER"]);
    expect(run.invoices.every(({ number }) => number.startsWith("DRAFT-"))).toBe(true);
    const issued = await both.act("issue", { by: "Cleo", invoice: ["INV-2026-0001"] });
    expect(issued.run.done).toEqual([]);
  });
});
