import { contract, price, settings, usage, type RowInput } from "../support/workbookFixture";
import { pastInvoices } from "../support/workbookInvoices";
import { openBook, readCells } from "../support/workbookReading";
import { newFolder } from "../support/commandLine";
import { bill, billFile, type Billed } from "../support/workbookRun";
import { join } from "node:path";

const OUTPUTS = ["Invoices", "Invoice lines", "Reconciliation", "Control totals", "Issues", "Run log"];

async function outputCells(path: string): Promise<unknown> {
  return Promise.all(OUTPUTS.map((name) => readCells(path, name)));
}

const numbersOf = (billed: Billed, type: string) =>
  billed.invoices.filter((row) => row.Type === type).map((row) => row["Invoice number"]);

/** A book with all that makes a run hard to repeat: late usage, credit notes, two contracts on one invoice. */
function hardBook(settingRows: readonly RowInput[]): Record<string, readonly RowInput[]> {
  const of = (id: string) =>
    contract(id, { "Customer ID": "K-1", "Customer name": "Acme", "Start date": "2026-03-01" });
  return {
    Settings: settingRows,
    Contracts: [of("A"), of("B")],
    Prices: [
      price("A", "graduated", { Tiers: "10: 1; *: 0.5" }),
      price("B", "flat", { Product: "Fee", "Flat fee": 20 }),
    ],
    Usage: [usage("A", 14, { Date: "2026-03-20" }), usage("A", 6)],
    ...pastInvoices([
      {
        number: "INV-2026-0001",
        contractId: "A",
        month: "2026-03",
        lines: [{ quantity: 8, unitPrice: 1 }],
        row: { "Customer ID": "K-1" },
      },
      {
        number: "INV-2026-0002",
        contractId: "B",
        month: "2026-03",
        lines: [{ product: "Fee", quantity: 1, unitPrice: 20, row: { Kind: "fixed" } }],
        row: { "Customer ID": "K-1" },
      },
    ]),
    Adjustments: [
      {
        "Adjustment ID": "ADJ-1",
        "Contract ID": "B",
        Date: "2026-04-05",
        Amount: -3,
        Description: "Outage",
        "Reason code": "SLA",
        "Invoice number": "INV-2026-0002",
      },
    ],
  };
}

describe("numbers", () => {
  let billed: Billed;
  beforeAll(async () => {
    billed = await bill(
      hardBook(
        settings({
          "Invoice number pattern": "R{YY}{MM}-{000}",
          "Credit note number pattern": "CN-{YYYY}-{00}",
        }),
      ),
      { args: ["--number"] },
    );
  });

  test("follow the pattern of Settings", () => {
    expect(numbersOf(billed, "Invoice").filter((number) => !String(number).startsWith("INV"))).toEqual([
      "R2604-001",
      "R2604-002",
    ]);
  });

  test("of credit notes have their own pattern", () => {
    expect(numbersOf(billed, "Credit note")).toEqual(["CN-2026-01"]);
  });

  test("begin with Next number", async () => {
    const other = await bill(
      {
        Settings: settings({ "Next number": 100 }),
        Contracts: [contract("A"), contract("B")],
        Prices: ["A", "B"].map((id) => price(id, "flat", { "Flat fee": 1 })),
      },
      { args: ["--number"] },
    );
    expect(numbersOf(other, "Invoice")).toEqual(["INV-2026-0100", "INV-2026-0101"]);
  });
});

describe.each([
  ["drafts by contract", {}, []],
  ["numbers by contract", {}, ["--number"]],
  ["drafts by customer", { "Invoice grouping": "customer" }, []],
  ["numbers by customer", { "Invoice grouping": "customer" }, ["--number"]],
])("late usage and credit notes as %s", (_says, values, args) => {
  let first: Billed;
  let second: Billed;
  beforeAll(async () => {
    first = await bill(hardBook(settings(values)), { args, asOf: "2026-04-30" });
    second = await billFile(first.output, { args, asOf: "2026-04-30" });
  });

  test("are priced as the difference", () => {
    const lines = first
      .linesOf("A")
      .filter((row) => row["Invoice number"] !== "INV-2026-0001" && row["Period start"] === "2026-03-01");
    // 14 are 10 × 1 + 4 × 0.5 = 12.00, billed were 8.00
    expect(lines.reduce((cents, row) => cents + Math.round(Number(row.Amount) * 100), 0)).toBe(400);
    const notes = first.invoices.filter((row) => row.Type === "Credit note");
    expect(notes).toMatchObject([{ Corrects: "INV-2026-0002", Total: -3, "Reason code": "SLA" }]);
  });

  test("are the same in a second run, cell by cell", async () => {
    expect(await outputCells(second.output)).toEqual(await outputCells(first.output));
  });

  test("make no third document", () => {
    expect(second.invoices).toHaveLength(first.invoices.length);
    expect(second.ran.status).toBe(first.ran.status);
  });
});

describe("an invoice that somebody approved", () => {
  let changed: Billed;
  let approved: Record<string, unknown>;
  beforeAll(async () => {
    const first = await bill({
      Contracts: [contract("A"), contract("B")],
      Prices: ["A", "B"].map((id) => price(id, "per_unit", { "Unit price": 1 })),
      Usage: [usage("A", 5), usage("B", 5)],
    });
    const workbook = await openBook(first.output);
    const invoices = workbook.getWorksheet("Invoices")!;
    expect(invoices.getCell("F2").value).toBe("A");
    invoices.getCell("B2").value = "Approved";
    for (const cell of ["D2", "D3"]) workbook.getWorksheet("Usage")!.getCell(cell).value = 9;
    const path = join(newFolder(), "book.xlsx");
    await workbook.xlsx.writeFile(path);
    changed = await billFile(path);
    approved = { ...first.invoice("A"), Status: "Approved" };
  });

  test("is not changed", () => {
    expect(changed.invoice("A")).toEqual(approved);
    expect(changed.amounts("A")).toEqual(["usage 5"]);
  });

  test("is compared with what it should be", () => {
    expect(changed.findings("A")).toMatchObject([
      { Code: "QUANTITY_MISMATCH", Expected: 9, Found: 5, Difference: 4 },
    ]);
  });

  test("lets the drafts beside it be replaced", () => {
    expect(changed.amounts("B")).toEqual(["usage 9"]);
    expect(changed.findings("B")).toEqual([]);
  });
});
