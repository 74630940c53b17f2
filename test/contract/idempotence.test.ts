import { join } from "node:path";
import type ExcelJS from "exceljs";
import { contract, price, settings, usage, writeBook, type RowInput } from "../support/workbookFixture";
import { openBook, readCells } from "../support/workbookReading";
import { newFolder } from "../support/commandLine";
import { bill, billFile, type Billed } from "../support/workbookRun";

const OUTPUTS = ["Invoices", "Invoice lines", "Reconciliation", "Control totals", "Issues", "Run log"];

const used: readonly RowInput[] = [
  usage("A", 150),
  usage("B", 7),
  usage("C", "not a number"),
  usage("D", 20, { Date: "2026-04-11" }),
];

const book = (rows: readonly RowInput[] = used) => ({
  Settings: settings({ "Company name": "Harbour", "Tax code": "STD" }),
  Contracts: ["A", "B", "C", "D"].map((id) => contract(id)),
  Prices: [
    price("A", "graduated", { Tiers: "100: 0.10; *: 0.05" }),
    price("B", "per_unit", { "Unit price": 3 }),
    price("C", "per_unit", { "Unit price": 3 }),
    price("D", "per_unit", { "Unit price": 1 }),
    price("B", "flat", { Product: "Fee", "Flat fee": 10 }),
  ],
  Usage: rows,
  "Tax codes": [{ "Tax code": "STD", Rate: 0.2 }],
});

/** The cells of every output sheet. */
async function outputCells(path: string): Promise<Record<string, Readonly<Record<string, string>>>> {
  const sheets = await Promise.all(OUTPUTS.map(async (name) => [name, await readCells(path, name)] as const));
  return Object.fromEntries(sheets);
}

/** A copy of a workbook with changes, made the way a colleague would: by opening and saving it. */
async function edited(path: string, edit: (workbook: ExcelJS.Workbook) => void): Promise<string> {
  const workbook = await openBook(path);
  edit(workbook);
  const copy = join(newFolder(), "book.xlsx");
  await workbook.xlsx.writeFile(copy);
  return copy;
}

/** The cell of a sheet in the first row whose cell in a column holds a value. */
function cellWhere(
  workbook: ExcelJS.Workbook,
  name: string,
  [column, value]: readonly [string, string],
  wanted: string,
): ExcelJS.Cell {
  const sheet = workbook.getWorksheet(name)!;
  const headers = (sheet.getRow(1).values as readonly unknown[]).map(String);
  for (let row = 2; row <= sheet.rowCount; row++) {
    const cell = sheet.getCell(row, headers.indexOf(column));
    if (cell.text === value) return sheet.getCell(row, headers.indexOf(wanted));
  }
  throw new Error(`${name} has no row whose ${column} is ${value}`);
}

const number = (row: Readonly<Record<string, unknown>>) => String(row["Invoice number"]);

describe("a second run over the same inputs", () => {
  describe("of drafts", () => {
    let first: Billed;
    let second: Billed;
    beforeAll(async () => {
      first = await bill(book(), { asOf: "2026-04-30" });
      second = await billFile(first.output, { asOf: "2026-04-30" });
    });

    test.each(OUTPUTS)("leaves %s as it is, cell by cell", async (name) => {
      expect((await outputCells(second.output))[name]).toEqual((await outputCells(first.output))[name]);
    });

    test("gives drafts keys of contract, period and currency", () => {
      expect(first.invoices.map(number).sort()).toEqual([
        "DRAFT-A-2026-04-USD",
        "DRAFT-B-2026-04-USD",
        "DRAFT-D-2026-04-USD",
      ]);
      expect(new Set(first.invoices.map((row) => row.Status))).toEqual(new Set(["Draft"]));
    });

    test("adds a row to the run log when the arguments change", async () => {
      const other = await billFile(second.output, { asOf: "2026-05-02" });
      expect(other.table("Run log").map((row) => row["Run ID"])).toEqual(["RUN-1", "RUN-2"]);
      expect(other.invoices).toHaveLength(3);
    });
  });

  it("writes only the formatted sheets that it is asked for beyond those that stand there", async () => {
    const options = { asOf: "2026-04-30" };
    const first = await bill(book(), { ...options, args: ["--sheets", "1"] });
    const second = await billFile(first.output, { ...options, args: ["--sheets", "all"] });
    const third = await billFile(second.output, { ...options, args: ["--sheets", "all"] });
    const names = async ({ output }: Billed) =>
      (await openBook(output)).worksheets.map(({ name }) => name).filter((name) => name.startsWith("DRAFT-"));
    expect([await names(first), await names(second)].map((sheets) => sheets.length)).toEqual([1, 3]);
    expect(await names(third)).toEqual(await names(second));
    expect(third.table("Run log").map((row) => row["Run ID"])).toEqual(["RUN-1", "RUN-2"]);
    const invoices = async ({ output }: Billed) => (await outputCells(output))["Invoices"];
    expect(await invoices(second)).toEqual(await invoices(first));
  });

  describe("of numbered invoices", () => {
    let first: Billed;
    let second: Billed;
    beforeAll(async () => {
      first = await bill(book(), { asOf: "2026-04-30", args: ["--number"] });
      second = await billFile(first.output, { asOf: "2026-04-30", args: ["--number"] });
    });

    test("numbers are without gaps, and held invoices spend none", () => {
      expect(first.invoices.map(number)).toEqual(["INV-2026-0001", "INV-2026-0002", "INV-2026-0003"]);
      expect(new Set(first.invoices.map((row) => row.Status))).toEqual(new Set(["Issued"]));
      expect(first.json.held).toBe(1);
    });

    test.each(OUTPUTS)("leaves %s as it is, cell by cell", async (name) => {
      expect((await outputCells(second.output))[name]).toEqual((await outputCells(first.output))[name]);
    });

    test("the next month's numbers follow", async () => {
      const may = await billFile(
        await edited(first.output, (workbook) => {
          workbook.getWorksheet("Usage")!.addRow(["A", "Calls", new Date(Date.UTC(2026, 4, 5)), 10]);
        }),
        { period: "2026-05", asOf: "2026-05-31", args: ["--number"] },
      );
      const ofMay = may.invoices.filter((row) => row["Period start"] === "2026-05-01").map(number);
      expect(ofMay.sort()).toEqual(["INV-2026-0004", "INV-2026-0005"]);
    });

    test("an invoice mended later takes the next number", async () => {
      const mended = await billFile(
        await edited(first.output, (workbook) => {
          cellWhere(workbook, "Usage", ["Contract ID", "C"], "Quantity").value = 5;
        }),
        { asOf: "2026-04-30", args: ["--number"] },
      );
      expect(mended.invoice("C")).toMatchObject({
        "Invoice number": "INV-2026-0004",
        Subtotal: 15,
        Total: 18,
      });
      expect(mended.invoices).toHaveLength(4);
    });

    test("changed usage leaves the issued invoice alone and is a finding", async () => {
      const changed = await billFile(
        await edited(first.output, (workbook) => {
          cellWhere(workbook, "Usage", ["Contract ID", "D"], "Quantity").value = 26;
        }),
        { asOf: "2026-04-30", args: ["--number"] },
      );
      expect(changed.invoice("D")).toEqual(first.invoice("D"));
      // (26 - 20) × 1
      expect(changed.findings("D")).toMatchObject([
        { Code: "QUANTITY_MISMATCH", Expected: 26, Found: 20, Difference: 6, Currency: "USD" },
      ]);
    });

    test("a changed price leaves the issued invoice alone and is a finding", async () => {
      const changed = await billFile(
        await edited(first.output, (workbook) => {
          cellWhere(workbook, "Prices", ["Contract ID", "D"], "Unit price").value = 0.9;
        }),
        { asOf: "2026-04-30", args: ["--number"] },
      );
      expect(changed.invoice("D")).toEqual(first.invoice("D"));
      // 20 × (0.90 - 1.00)
      expect(changed.findings("D")).toMatchObject([
        { Code: "PRICE_MISMATCH", Expected: 18, Found: 20, Difference: -2 },
      ]);
    });
  });
});

describe("a run over changed inputs", () => {
  test("replaces the drafts of the period", async () => {
    const first = await bill(book());
    const second = await billFile(
      await edited(first.output, (workbook) => {
        cellWhere(workbook, "Usage", ["Contract ID", "D"], "Quantity").value = 26;
      }),
    );
    expect(second.invoice("D")).toMatchObject({ Subtotal: 26, Status: "Draft" });
    expect(second.invoices).toHaveLength(3);
    expect(second.amounts("D")).toEqual(["usage 26"]);
  });

  test("bills late usage with the next month, priced as the difference", async () => {
    const april = await bill(
      {
        Contracts: [contract("A")],
        Prices: [price("A", "graduated", { Tiers: "100: 0.10; *: 0.05" })],
        Usage: [usage("A", 90)],
      },
      { asOf: "2026-04-30", args: ["--number"] },
    );
    const may = await billFile(
      await edited(april.output, (workbook) => {
        const sheet = workbook.getWorksheet("Usage")!;
        sheet.addRow(["A", "Calls", new Date(Date.UTC(2026, 3, 28)), 30]);
        sheet.addRow(["A", "Calls", new Date(Date.UTC(2026, 4, 3)), 40]);
      }),
      { period: "2026-05" },
    );
    const lines = may
      .linesOf("A")
      .filter((row) => String(row["Invoice number"]).startsWith("DRAFT"))
      .map((row) => `${String(row["Period start"])} ${String(row.Amount)}`);
    // May: 40 × 0.10. April: 120 are 100 × 0.10 + 20 × 0.05 = 11.00, billed were 9.00: 10 × 0.10 + 20 × 0.05
    expect(lines).toEqual(["2026-05-01 4", "2026-04-01 1", "2026-04-01 1"]);
    expect(may.invoicesOf("A").map((row) => row.Total)).toEqual([9, 6]);
    expect(may.findings("A").map((row) => row.Code)).toEqual(["LATE_USAGE"]);
  });
});

describe("what people write into the output", () => {
  let second: Billed;
  beforeAll(async () => {
    const folder = newFolder();
    const path = join(folder, "book.xlsx");
    await writeBook(path, book([...used, usage("NOBODY", 3)]));
    const first = await billFile(path);
    const commented = await edited(first.output, (workbook) => {
      const where = ["Code", "USAGE_WITHOUT_CONTRACT"] as const;
      cellWhere(workbook, "Reconciliation", where, "Status").value = "Explained";
      cellWhere(workbook, "Reconciliation", where, "Owner").value = "Ann";
      cellWhere(workbook, "Reconciliation", where, "Comment").value = "test account";
      const invoices = workbook.getWorksheet("Invoices")!;
      invoices.getCell(1, 25).value = "Checked by";
      cellWhere(workbook, "Invoices", ["Contract ID", "D"], "Checked by").value = "Ben";
    });
    second = await billFile(commented);
  });

  test("Status, Owner and Comment of a finding survive", () => {
    const [finding] = second.findings().filter((row) => row.Code === "USAGE_WITHOUT_CONTRACT");
    expect(finding).toMatchObject({ Status: "Explained", Owner: "Ann", Comment: "test account" });
  });

  test("a column of the user's own survives, in its row", () => {
    expect(second.invoices.map((row) => [row["Contract ID"], row["Checked by"]])).toContainEqual([
      "D",
      "Ben",
    ]);
    expect(second.invoices.filter((row) => row["Checked by"] === "Ben")).toHaveLength(1);
  });
});
