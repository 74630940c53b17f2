import { join } from "node:path";
import ExcelJS from "exceljs";
import { credit, line, october, onOutput, tablesOf, type CreditJson } from "../support/creditBook";
import { newFolder, ratebook } from "../support/commandLine";
import { runAgain, type JsonRun, type Tables } from "../support/receivablesBook";
import { writeBook } from "../support/workbookFixture";

const named: Tables = {
  ...october,
  Customers: [{ "Customer ID": "C1", "Customer name": "Heron GmbH", City: "Bonn", Language: "de" }],
  Settings: [
    { Key: "Company name", Value: "Harbour Ltd" },
    { Key: "Currency", Value: "EUR" },
  ],
  "Tax codes": [
    { "Tax code": "VAT20", Rate: 0.2, Name: "VAT" },
    { "Tax code": "VAT9", Rate: 0.09, Name: "Reduced VAT" },
  ],
};

async function sheetsOf({ folder, json }: JsonRun<CreditJson>): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(folder, json.output));
  return book;
}

/** What stands at the right of a printed sheet, from the top: formulas with their stored results. */
function figures(sheet: ExcelJS.Worksheet): { readonly formula: string; readonly result: number }[] {
  const column = sheet.columnCount;
  const found: { formula: string; result: number }[] = [];
  sheet.eachRow((row) => {
    const { value } = row.getCell(column);
    if (value !== null && typeof value === "object" && "formula" in value)
      found.push({ formula: value.formula, result: value.result as number });
  });
  return found;
}

const texts = (sheet: ExcelJS.Worksheet): string[] => {
  const found: string[] = [];
  sheet.eachRow((row) =>
    row.eachCell(({ value }) => {
      if (typeof value === "string") found.push(value);
    }),
  );
  return found;
};

describe("the printed sheet of a credit note", () => {
  it("is written beside the register, one page of A4 upright, in the customer's language", async () => {
    const run = await credit(named, "INV-1", "--amount", "30", "--reason", "PRICE");
    const sheet = (await sheetsOf(run)).getWorksheet("CN-2026-0001")!;
    expect(sheet.pageSetup).toMatchObject({ orientation: "portrait", fitToWidth: 1, fitToHeight: 1 });
    expect(texts(sheet)).toEqual(
      expect.arrayContaining(["Gutschrift", "CN-2026-0001", "INV-1", "Service 1", "Name of C1", "Bonn"]),
    );
  });

  it("adds up by formulas over the lines of the workbook to what the command reports", async () => {
    const run = await credit(named, "INV-1", "--amount", "30", "--reason", "PRICE");
    const sheet = (await sheetsOf(run)).getWorksheet("CN-2026-0001")!;
    // 30.00 over 100, 50 and 30 is 16.67, 8.33 and 5.00; 20 % of 25.00 and 9 % of 5.00.
    expect(figures(sheet).map(({ result }) => result)).toEqual([
      -16.67, -8.33, -5, -30, -5, -0.45, -35.45, 35.45,
    ]);
    expect(figures(sheet)[0]!.formula).toBe("'Invoice lines'!O6");
    expect(run.json.credit).toMatchObject({ net: 30, tax: 5.45, total: 35.45 });
  });

  it("says that it waits until it is approved, and then bears its number in place of the draft", async () => {
    const tables = { ...named, Settings: [...named.Settings!, { Key: "Approval limit", Value: 1 }] };
    const waiting = await credit(tables, "INV-1", "--reason", "PRICE", "--by", "Ann");
    const draft = (await sheetsOf(waiting)).getWorksheet("DRAFT-CREDIT-INV-1-1")!;
    expect(texts(draft).some((text) => text.startsWith("Entwurf"))).toBe(true);
    const issued = await onOutput(waiting, "DRAFT-CREDIT-INV-1-1", "--approved-by", "Bob");
    const book = await sheetsOf(issued);
    expect(book.worksheets.map(({ name }) => name)).toContain("CN-2026-0001");
    expect(book.worksheets.map(({ name }) => name)).not.toContain("DRAFT-CREDIT-INV-1-1");
    expect(figures(book.getWorksheet("CN-2026-0001")!).at(-1)!.result).toBe(212.7);
  });

  it("bears the tax of a document that names no code", async () => {
    const tables = {
      ...october,
      "Invoice lines": [line("INV-2", 1, 50, { "Tax code": undefined, "Tax rate": undefined })],
    };
    const run = await credit(tables, "INV-2", "--reason", "PRICE");
    const sheet = (await sheetsOf(run)).getWorksheet("CN-2026-0001")!;
    expect(figures(sheet).map(({ result }) => result)).toEqual([-50, -50, -10, -60, 60]);
  });
});

describe("explain of a credit note", () => {
  interface ExplainJson {
    readonly total: string;
    readonly lines: readonly Readonly<Record<string, unknown>>[];
  }

  it("names the cell of the line that each of its lines takes back, and what all credits leave", async () => {
    const run = await credit(named, "INV-1", "--amount", "30", "--reason", "PRICE");
    const explained = await runAgain<ExplainJson>(
      join(run.folder, run.json.output),
      "explain",
      "CN-2026-0001",
    );
    expect([explained.status, explained.json.total, explained.json.lines.length]).toEqual([0, "−35.45", 3]);
    expect(explained.json.lines[0]).toMatchObject({
      line: 1,
      amount: "−16.67",
      sentence: "credit of 16.67 on line 1 of invoice INV-1, reason PRICE",
      credits: "Invoice lines!O2",
      rounding:
        "shared over lines by what was left of each, to the currency's minor unit, the largest remainder first; " +
        "all credits leave of INV-1 net 150.00 and tax 27.25",
    });
    const { rows } = (await tablesOf(run)).Invoices!;
    expect(rows.find((row) => row["Invoice number"] === "CN-2026-0001")!.Total).toBe(-35.45);
  });

  it("prints one line, and says which lines there are where it has no such line", async () => {
    const run = await credit(named, "INV-1", "--amount", "30", "--reason", "PRICE");
    const path = join(run.folder, run.json.output);
    const one = await ratebook(["explain", path, "CN-2026-0001", "2"]);
    expect(one.stdout).toContain("  Credits: Invoice lines!O3\n");
    expect(one.stdout).not.toContain("Line 1 ");
    const none = await ratebook(["explain", path, "CN-2026-0001", "9"]);
    expect([none.status, none.stderr]).toEqual([
      2,
      "ratebook: invoice CN-2026-0001 has lines 1 to 3, not 9\n",
    ]);
  });

  it("knows no credit note of another system that has no lines", async () => {
    const path = join(newFolder(), "book.xlsx");
    const [first] = october.Invoices!;
    await writeBook(path, {
      Invoices: [
        first!,
        { ...first!, "Invoice number": "X-1", Type: "Credit note", Total: -1, Corrects: "INV-1" },
      ],
    });
    const { status, stderr } = await ratebook(["explain", path, "X-1"]);
    expect([status, stderr]).toEqual([
      2,
      `ratebook: ${path}: there is no invoice X-1, or its inputs no longer give one\n`,
    ]);
  });
});
