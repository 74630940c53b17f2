import { readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { newFolder, ratebook } from "../support/commandLine";
import { contract, price, usage, writeBook } from "../support/workbookFixture";
import { pastInvoices } from "../support/workbookInvoices";
import { readTables } from "../support/workbookReading";

interface ReconcileJson {
  readonly period: string;
  readonly asOf: string;
  readonly findings: readonly Readonly<Record<string, string | number>>[];
  readonly totals: readonly Readonly<Record<string, string | number>>[];
  readonly held: number;
  readonly output: string;
}

const invoice = (number: string, month: string, quantity: number, unitPrice: number) => ({
  number,
  contractId: "C1",
  month,
  lines: [{ quantity, unitPrice }],
});

/** March: 30 of 130 calls not billed; April: 100 calls at 2.10 in place of 2.00. */
async function bookOf(name = "book.xlsx"): Promise<string> {
  const path = join(newFolder(), name);
  await writeBook(path, {
    Contracts: [contract("C1", { "Start date": "2026-03-01" })],
    Prices: [price("C1", "per_unit", { "Unit price": 2 })],
    Usage: [usage("C1", 130, { Date: "2026-03-10" }), usage("C1", 100, { Date: "2026-04-10" })],
    ...pastInvoices([invoice("X-001", "2026-03", 100, 2), invoice("X-002", "2026-04", 100, 2.1)]),
  });
  return path;
}

const json = (stdout: string) => JSON.parse(stdout) as ReconcileJson;

describe("reconcile", () => {
  let book: string;
  beforeAll(async () => {
    book = await bookOf();
  });

  test("compares every period of the book and bills nothing", async () => {
    const ran = await ratebook(["reconcile", book, "--json"]);
    expect(ran.status).toBe(1);
    const report = json(ran.stdout);
    expect(report).toMatchObject({ period: "2026-03-01..2026-04-30", asOf: "2026-04-30", output: "" });
    expect(report.findings).toMatchObject([
      {
        check: "Usage to invoice",
        code: "LATE_USAGE",
        severity: "error",
        customerId: expect.any(String) as string,
        contractId: "C1",
        invoiceNumber: "X-001",
        period: "2026-03",
        expected: 260,
        found: 200,
        difference: 60,
      },
      { code: "PRICE_MISMATCH", invoiceNumber: "X-002", period: "2026-04", difference: -10 },
    ]);
    expect(report.totals).toMatchObject([{ check: "Usage to invoice", underBilled: 60, overBilled: 10 }]);
  });

  test("--period limits the findings to it", async () => {
    const { stdout } = await ratebook(["reconcile", book, "--period", "2026-04", "--json"]);
    expect(json(stdout)).toMatchObject({ period: "2026-04", findings: [{ code: "PRICE_MISMATCH" }] });
    const agreed = await ratebook(["reconcile", book, "--period", "2026-05"]);
    expect(agreed).toMatchObject({ status: 0, stderr: "" });
    expect(agreed.stdout).toContain("Reconciliation of 2026-05, as of 2026-05-31");
  });

  test("prints each finding with its sum, and what is under- and over-billed apart", async () => {
    const { stdout } = await ratebook(["reconcile", book]);
    expect(stdout).toContain("LATE_USAGE  C1 X-001 2026-03");
    expect(stdout).toContain("USD 60.00 under-billed, 10.00 over-billed");
  });

  test("--out writes the sheet; Status, Owner and Comment of people survive, and the input stays as it was", async () => {
    const before = readFileSync(book);
    const first = join(newFolder(), "first.xlsx");
    const ran = await ratebook(["reconcile", book, "--out", first]);
    expect(ran.stdout).toContain(`Written: ${first}`);
    expect(readFileSync(book)).toEqual(before);
    const tables = await readTables(first);
    expect(tables.Reconciliation?.rows).toMatchObject([
      { Code: "LATE_USAGE", Difference: 60, Status: "Open" },
      { Code: "PRICE_MISMATCH", Difference: -10, Status: "Open" },
      { Code: null, Cause: "Total under-billed", Difference: 60 },
      { Code: null, Cause: "Total over-billed", Difference: -10 },
      ...["Contract to invoice", "Invoice to cash"].flatMap((block) => [
        { Check: block, Code: null, Cause: "Total under-billed", Difference: 0 },
        { Check: block, Code: null, Cause: "Total over-billed", Difference: 0 },
      ]),
    ]);
    expect(Object.keys(tables)).not.toContain("Run log");

    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(first);
    const sheet = workbook.getWorksheet("Reconciliation")!;
    const header = sheet.getRow(1).values as string[];
    for (const [title, value] of [
      ["Status", "Explained"],
      ["Owner", "Ann"],
      ["Comment", "asked the customer"],
    ] as const)
      sheet.getRow(2).getCell(header.indexOf(title)).value = value;
    const typed = join(newFolder(), "typed.xlsx");
    await workbook.xlsx.writeFile(typed);
    const second = join(newFolder(), "second.xlsx");
    await ratebook(["reconcile", typed, "--out", second]);
    expect((await readTables(second)).Reconciliation?.rows[0]).toMatchObject({
      Code: "LATE_USAGE",
      Status: "Explained",
      Owner: "Ann",
      Comment: "asked the customer",
    });
  });

  test("refuses in one line what cannot be", async () => {
    const empty = join(newFolder(), "empty.xlsx");
    await writeBook(empty, {
      Contracts: [contract("C1")],
      Prices: [price("C1", "flat", { "Flat fee": 1 })],
    });
    for (const [args, why] of [
      [[empty], "neither usage nor documents"],
      [[book, "--out", book], "same file"],
      [[book, "--out", "report.csv"], ".xlsx"],
      [[book, "--period", "April"], "--period April"],
      [[book, "--as-of", "30.4.2026"], "--as-of"],
      [[join(newFolder(), "none.xlsx")], "none.xlsx"],
    ] as const) {
      const { status, stdout, stderr } = await ratebook(["reconcile", ...args]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(stderr).toContain(why);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    }
  });

  test("without usage or documents it is about the month of --as-of", async () => {
    const empty = join(newFolder(), "empty.xlsx");
    await writeBook(empty, {
      Contracts: [contract("C1", { "Start date": "2026-01-01" })],
      Prices: [price("C1", "flat", { "Flat fee": 75 })],
    });
    const { stdout } = await ratebook(["reconcile", empty, "--as-of", "2026-04-30", "--json"]);
    expect(json(stdout)).toMatchObject({
      period: "2026-04",
      findings: [{ code: "MISSING_PERIOD", period: "2026-04", difference: 75 }],
    });
  });
});
