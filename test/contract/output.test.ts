import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contract, price, settings, usage, writeBook, type RowInput } from "../support/workbookFixture";
import { openBook, type TableRow } from "../support/workbookReading";
import { newFolder } from "../support/commandLine";
import { billFile, type Billed } from "../support/workbookRun";

const COLUMNS: Readonly<Record<string, string>> = {
  Invoices:
    "Invoice number, Status, Type, Customer ID, Customer name, Contract ID, Period start, Period end, Invoice date, Due date, Currency, Subtotal, Tax, Total, Paid, Balance, Corrects, Reason code, PO number, Prepared by, Approved by, Approved at, Run ID, Seal",
  "Invoice lines":
    "Invoice number, Line, Contract ID, Price ID, Product, Description, Kind, Tier, Period start, Period end, Quantity, Unit, Unit price, Flat fee, Amount, Tax code, Tax rate, Source rows, Explanation",
  Reconciliation:
    "Check, Code, Severity, Customer ID, Contract ID, Invoice number, Period, Meter, Expected, Found, Difference, Currency, Cause, Source, Status, Owner, Comment",
  "Control totals":
    "Meter, Unit, Rows read, Rows rated, Rows rejected, Rows duplicate, Rows outside, Rows filtered, Quantity read, Quantity rated, Quantity rejected, Quantity duplicate, Quantity outside, Quantity filtered",
  Issues: "Code, Severity, Sheet, Cell, Value, Message, Amount at stake, Held invoice",
  "Run log":
    "Run ID, When, Who, Action, Period, Parameters, Rows in, Invoices, Total, Inputs hash, Engine version, Previous hash, Hash",
};

const FORMULA_TEXT = '=HYPERLINK("http://example.com","x")';

const book: Readonly<Record<string, readonly RowInput[]>> = {
  Settings: settings({ "Company name": "=1+1", "Tax code": "STD" }),
  Contracts: [
    contract("A", { "Customer name": FORMULA_TEXT }),
    contract("B", { Currency: "JPY" }),
    contract("C"),
    contract("D"),
  ],
  Prices: [
    price("A", "graduated", { Tiers: "100: 0.10; *: 0.05", Description: "+cmd|' /C calc'!A0" }),
    price("B", "per_unit", { "Unit price": 0.5 }),
    price("A", "flat", { Product: "@SUM(A1:A9)", "Flat fee": 12.34 }),
    price("C", "per_unit", { "Unit price": 1 }),
    price("D", "graduated", { Tiers: "10000: 0.01; *: 0.005" }),
  ],
  Usage: [usage("A", 150), usage("B", 25), usage("C", "none"), usage("NOBODY", 1), usage("D", 20_000)],
  "Tax codes": [{ "Tax code": "STD", Rate: 0.2 }],
};

const add = (rows: readonly TableRow[], column: string) =>
  rows.reduce((cents, row) => cents + Math.round(Number(row[column]) * 100), 0) / 100;

describe("the billed workbook", () => {
  let billed: Billed;
  let before: Buffer;
  beforeAll(async () => {
    const input = join(newFolder(), "book.xlsx");
    await writeBook(input, book);
    before = readFileSync(input);
    billed = await billFile(input, { asOf: "2026-04-30", sheets: "50" });
  });

  test("leaves the input file as it was", () => {
    expect(readFileSync(billed.input).equals(before)).toBe(true);
  });

  test.each(Object.entries(COLUMNS))("%s has its columns in order", (name, columns) => {
    expect(billed.tables[name]?.headers).toEqual(columns.split(", "));
  });

  test.each(["Invoices", "Invoice lines", "Reconciliation", "Control totals", "Issues", "Run log"])(
    "%s is an Excel table",
    async (name) => {
      const sheet = (await openBook(billed.output)).getWorksheet(name)!;
      expect(sheet.getTables()).toHaveLength(1);
    },
  );

  test("input sheets keep their cells and come first", async () => {
    const source = await openBook(billed.input);
    const result = await openBook(billed.output);
    for (const [at, sheet] of source.worksheets.entries()) {
      expect(result.worksheets[at]?.name).toBe(sheet.name);
      expect(result.worksheets[at]?.getSheetValues()).toEqual(sheet.getSheetValues());
    }
  });

  test("Subtotal, Tax, Total and Balance are formulas", async () => {
    const sheet = (await openBook(billed.output)).getWorksheet("Invoices")!;
    for (const title of ["Subtotal", "Tax", "Total"]) {
      const column = billed.tables.Invoices!.headers.indexOf(title) + 1;
      for (const row of [2, 3]) expect(sheet.getCell(row, column).formula).toBeTruthy();
    }
  });

  test("the lines of an invoice add up to its subtotal, and its tax to its total", () => {
    for (const invoice of billed.invoices) {
      const lines = billed
        .table("Invoice lines")
        .filter((row) => row["Invoice number"] === invoice["Invoice number"]);
      expect(lines.length).toBeGreaterThan(0);
      expect(add(lines, "Amount")).toBe(invoice.Subtotal);
      expect(add([{ x: invoice.Subtotal ?? null }, { x: invoice.Tax ?? null }], "x")).toBe(invoice.Total);
      expect(lines.map((row) => row.Line)).toEqual(lines.map((_, at) => at + 1));
    }
  });

  test("amounts carry the format of their currency", async () => {
    const sheet = (await openBook(billed.output)).getWorksheet("Invoices")!;
    const total = billed.tables.Invoices!.headers.indexOf("Total") + 1;
    const rowOf = (contractId: string) =>
      billed.invoices.findIndex((row) => row["Contract ID"] === contractId) + 2;
    expect(sheet.getCell(rowOf("A"), total).numFmt).toMatch(/0\.00$/);
    expect(sheet.getCell(rowOf("B"), total).numFmt).not.toContain(".");
  });

  test("text that begins like a formula stays text", async () => {
    const result = await openBook(billed.output);
    const suspicious: string[] = [];
    result.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (/HYPERLINK\("http|cmd\||@SUM|^1\+1$/.test(cell.formula ?? "")) suspicious.push(cell.address);
        }),
      ),
    );
    expect(suspicious).toEqual([]);
    expect(billed.invoice("A")["Customer name"]).toBe(FORMULA_TEXT);
  });

  test("each invoice has a formatted sheet, one page wide", async () => {
    const result = await openBook(billed.output);
    const formatted = result.worksheets.filter(({ name }) => name.startsWith("DRAFT"));
    expect(formatted).toHaveLength(3);
    for (const { pageSetup, headerFooter } of formatted) {
      expect(pageSetup.fitToPage).toBe(true);
      expect(pageSetup.fitToWidth).toBe(1);
      expect(`${headerFooter.oddFooter ?? ""}${headerFooter.oddHeader ?? ""}`).toContain("&P");
    }
  });

  test("a formatted sheet shows lines, tax and total", async () => {
    const sheet = (await openBook(billed.output)).worksheets.find(({ name }) => name.includes("-A-"))!;
    const shown: unknown[] = [];
    sheet.eachRow((row) => row.eachCell((cell) => shown.push(cell.formula ? cell.result : cell.value)));
    // 12.34 + 10.00 + 2.50 = 24.84; × 20 % = 4.968 → 4.97; 29.81
    expect(shown).toEqual(expect.arrayContaining([12.34, 10, 2.5, 24.84, 4.97, 29.81]));
  });

  test("a formatted sheet names the bounds of tiers in full", async () => {
    const sheet = (await openBook(billed.output)).worksheets.find(({ name }) => name.includes("-D-"))!;
    const texts: string[] = [];
    sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
    const tiers = texts.filter((shown) => shown.includes("tier"));
    expect(tiers.length).toBeGreaterThan(0);
    expect(tiers.filter((shown) => !shown.includes("10,000"))).toEqual([]);
  });

  test("the run log row hashes its cells", () => {
    const [row] = billed.table("Run log");
    const columns = COLUMNS["Run log"]!.split(", ").slice(0, -1);
    const moment = (cell: unknown) =>
      typeof cell === "string" && /^\d{4}-\d\d-\d\d$/.test(cell) ? cell : undefined;
    const texts = columns.map((column) => {
      const cell = row?.[column] ?? "";
      // A moment at midnight reads like a day.
      return column === "When" && moment(cell) ? [String(cell), `${String(cell)}T00:00:00`] : [String(cell)];
    });
    const candidates = texts.reduce<string[][]>(
      (rows, options) => rows.flatMap((before) => options.map((option) => [...before, option])),
      [[]],
    );
    const hashes = candidates.map((cells) => createHash("sha256").update(cells.join("\u001f")).digest("hex"));
    expect(hashes).toContain(row?.Hash);
  });

  test("the run log says what was run", () => {
    expect(billed.table("Run log")).toMatchObject([
      { "Run ID": "RUN-1", Who: "tester", Action: "bill", "Rows in": 5, Invoices: 3, "Previous hash": null },
    ]);
    expect(billed.table("Run log")[0]?.When).toMatch(/^2026-04-30/);
    expect(JSON.stringify(billed.table("Run log"))).not.toContain(newFolder().slice(0, 8));
  });

  test("a second row of the run log holds the hash of the first", async () => {
    const next = await billFile(billed.output, { asOf: "2026-05-01" });
    const [first, second] = next.table("Run log");
    expect(second?.["Previous hash"]).toBe(first?.Hash);
  });
});
