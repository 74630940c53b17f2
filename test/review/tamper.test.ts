import type ExcelJS from "exceljs";
import { Bench, saidBy } from "./support/bench";
import { bytesOf, october, policy } from "./support/smallBook";

type Places = Readonly<Record<string, string | number>>;
type Change =
  /** Values typed into cells, each found by its column and what its row says. */
  | {
      readonly edit: readonly (readonly [
        sheet: string,
        column: string,
        row: Places,
        value: string | number,
      ])[];
    }
  /** Anything else that a spreadsheet program can do. */
  | { readonly change: (book: ExcelJS.Workbook) => void };

/** What somebody changed in a billed workbook, and what verify must say: codes with the cell they name. */
type Case = Change & { readonly it: string; readonly says: readonly string[] };

const INV1 = { "Invoice number": "INV-2026-0001" };
const LINE1 = { "Invoice number": "INV-2026-0001", Line: 1 };

function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(`there is no sheet ${name}`);
  // A table of exceljs keeps its own copy of the cells, and would write it over what is changed here.
  for (const table of Object.keys((sheet as unknown as { tables: Record<string, unknown> }).tables))
    sheet.removeTable(table);
  return sheet;
}

function columnOf(sheet: ExcelJS.Worksheet, title: string): number {
  let found = 0;
  sheet.getRow(1).eachCell((cell, column) => {
    if (cell.value === title) found = column;
  });
  if (found === 0) throw new Error(`${sheet.name} has no column ${title}`);
  return found;
}

function rowOf(sheet: ExcelJS.Worksheet, where: Places): number {
  for (let row = 2; row <= sheet.rowCount; row++) {
    const fits = Object.entries(where).every(([title, value]) => {
      const cell = sheet.getCell(row, columnOf(sheet, title));
      return String(cell.formula ? cell.result : cell.value) === String(value);
    });
    if (fits) return row;
  }
  throw new Error(`${sheet.name} has no row ${JSON.stringify(where)}`);
}

const removeRow = (name: string, where: Places) => (book: ExcelJS.Workbook) => {
  const sheet = sheetOf(book, name);
  sheet.spliceRows(rowOf(sheet, where), 1);
};

/** A copy of a row below the last, with some cells changed. */
const copyRow = (name: string, where: Places, changes: Places) => (book: ExcelJS.Workbook) => {
  const sheet = sheetOf(book, name);
  const from = sheet.getRow(rowOf(sheet, where));
  const row = sheet.rowCount + 1;
  from.eachCell((cell, column) => {
    sheet.getCell(row, column).value = cell.formula ? (cell.result as number) : cell.value;
  });
  for (const [title, value] of Object.entries(changes))
    sheet.getCell(row, columnOf(sheet, title)).value = value;
};

const swapRows = (name: string, a: number, b: number) => (book: ExcelJS.Workbook) => {
  const sheet = sheetOf(book, name);
  const valuesOf = (row: number) => (sheet.getRow(row).values as ExcelJS.CellValue[]).slice(1);
  const [first, second] = [valuesOf(a), valuesOf(b)];
  for (const [row, values] of [
    [a, second],
    [b, first],
  ] as const)
    values.forEach((value, index) => (sheet.getCell(row, index + 1).value = value));
};

const setCell =
  (name: string, title: string, where: Places, value: ExcelJS.CellValue) => (book: ExcelJS.Workbook) => {
    const sheet = sheetOf(book, name);
    sheet.getCell(rowOf(sheet, where), columnOf(sheet, title)).value = value;
  };

const invoicesCases: readonly Case[] = [
  {
    it: "the total of an issued invoice",
    edit: [["Invoices", "Total", INV1, 1]],
    says: ["Invoices!Total CELL_CHANGED", "Invoices!Total FORMULA_OVERWRITTEN"],
  },
  {
    it: "subtotal, tax and total at once",
    edit: [
      ["Invoices", "Subtotal", INV1, 1],
      ["Invoices", "Tax", INV1, 0],
      ["Invoices", "Total", INV1, 1],
    ],
    says: ["Invoices!Subtotal CELL_CHANGED", "Invoices!Tax CELL_CHANGED", "Invoices!Total CELL_CHANGED"],
  },
  {
    it: "a subtotal typed over with the same figure",
    edit: [["Invoices", "Subtotal", INV1, 735]],
    says: ["Invoices!Subtotal FORMULA_OVERWRITTEN"],
  },
  {
    it: "a balance typed over with the same figure",
    edit: [["Invoices", "Balance", INV1, 882]],
    says: ["Invoices!Balance FORMULA_OVERWRITTEN"],
  },
  {
    it: "a tax formula that says something else",
    change: setCell("Invoices", "Tax", INV1, { formula: "ROUND($L2*0.2,2)", result: 147 }),
    says: ["Invoices!Tax FORMULA_OVERWRITTEN"],
  },
  {
    it: "a status set back to Draft",
    edit: [["Invoices", "Status", INV1, "Draft"]],
    says: ["Invoices!Status STATE_NOT_LOGGED"],
  },
  {
    it: "a status set to Void",
    edit: [["Invoices", "Status", INV1, "Void"]],
    says: ["Invoices!Status STATE_NOT_LOGGED"],
  },
  {
    it: "a status set to Paid",
    edit: [["Invoices", "Status", INV1, "Paid"]],
    says: ["Invoices!Status STATE_NOT_LOGGED"],
  },
  { it: "what was paid", edit: [["Invoices", "Paid", INV1, 100]], says: ["Invoices!Paid PAID_DIFFERS"] },
  {
    it: "who approved it",
    edit: [["Invoices", "Approved by", INV1, "Ann"]],
    says: ["Invoices!Approved by STATE_NOT_LOGGED"],
  },
  {
    it: "when it was approved",
    edit: [["Invoices", "Approved at", INV1, 46300]],
    says: ["Invoices!Approved at STATE_NOT_LOGGED"],
  },
  {
    it: "who prepared it",
    edit: [["Invoices", "Prepared by", INV1, "Zoe"]],
    says: ["Invoices!Prepared by CELL_CHANGED", "Invoices!Prepared by STATE_NOT_LOGGED"],
  },
  { it: "the seal", edit: [["Invoices", "Seal", INV1, "1-00"]], says: ["Invoices!Seal SEAL_BROKEN"] },
  { it: "the seal taken away", edit: [["Invoices", "Seal", INV1, ""]], says: ["Invoices!Seal SEAL_BROKEN"] },
  {
    it: "the customer of a document",
    edit: [["Invoices", "Customer ID", INV1, "C2"]],
    says: ["Invoices!Customer ID CELL_CHANGED"],
  },
  {
    it: "the customer's name on a document",
    edit: [["Invoices", "Customer name", INV1, "Somebody"]],
    says: ["Invoices!Customer name CELL_CHANGED"],
  },
  {
    it: "the contract of a document",
    edit: [["Invoices", "Contract ID", INV1, "K9"]],
    says: ["Invoices!Contract ID CELL_CHANGED"],
  },
  {
    it: "the invoice date",
    edit: [["Invoices", "Invoice date", INV1, 46300]],
    says: ["Invoices!Invoice date CELL_CHANGED"],
  },
  {
    it: "the due date",
    edit: [["Invoices", "Due date", INV1, 46400]],
    says: ["Invoices!Due date CELL_CHANGED"],
  },
  {
    it: "the period",
    edit: [["Invoices", "Period end", INV1, 46320]],
    says: ["Invoices!Period end CELL_CHANGED"],
  },
  {
    it: "the currency",
    edit: [["Invoices", "Currency", INV1, "USD"]],
    says: ["Invoices!Currency CELL_CHANGED"],
  },
  { it: "the type", edit: [["Invoices", "Type", INV1, "Credit note"]], says: ["Invoices!Type CELL_CHANGED"] },
  {
    it: "the order number",
    edit: [["Invoices", "PO number", INV1, "PO-78"]],
    says: ["Invoices!PO number CELL_CHANGED"],
  },
  {
    it: "a reason code on an invoice",
    edit: [["Invoices", "Reason code", INV1, "SLA"]],
    says: ["Invoices!Reason code CELL_CHANGED"],
  },
  {
    it: "the run of a document",
    edit: [["Invoices", "Run ID", INV1, "RUN-9"]],
    says: ["Invoices!Run ID CELL_CHANGED", "Invoices!Invoice number LOG_TRUNCATED"],
  },
  {
    it: "the number of a document",
    edit: [["Invoices", "Invoice number", INV1, "INV-2026-0009"]],
    says: ["Invoices DOCUMENT_MISSING"],
  },
  {
    it: "a number that another document has",
    edit: [["Invoices", "Invoice number", { "Invoice number": "INV-2026-0002" }, "INV-2026-0001"]],
    says: ["Invoices!Invoice number DUPLICATE_NUMBER"],
  },
  { it: "a document taken out", change: removeRow("Invoices", INV1), says: ["Invoices DOCUMENT_MISSING"] },
  {
    it: "a document copied under a number of its own",
    change: copyRow("Invoices", INV1, { "Invoice number": "INV-2026-0008" }),
    says: ["Invoices!Status STATE_NOT_LOGGED"],
  },
];

const linesCases: readonly Case[] = [
  {
    it: "the amount of a line",
    edit: [["Invoice lines", "Amount", LINE1, 1]],
    says: ["Invoice lines!Amount CELL_CHANGED"],
  },
  {
    it: "the quantity of a line",
    edit: [["Invoice lines", "Quantity", LINE1, 999]],
    says: ["Invoice lines!Quantity CELL_CHANGED"],
  },
  {
    it: "the unit price of a line",
    edit: [["Invoice lines", "Unit price", LINE1, 0.2]],
    says: ["Invoice lines!Unit price CELL_CHANGED"],
  },
  {
    it: "the explanation of a line",
    edit: [["Invoice lines", "Explanation", LINE1, "as agreed"]],
    says: ["Invoice lines!Explanation CELL_CHANGED"],
  },
  {
    it: "the tax code of a line",
    edit: [["Invoice lines", "Tax code", LINE1, "RED"]],
    says: ["Invoice lines!Tax code CELL_CHANGED"],
  },
  {
    it: "the tax rate of a line",
    edit: [["Invoice lines", "Tax rate", LINE1, 0.1]],
    says: ["Invoice lines!Tax rate CELL_CHANGED"],
  },
  {
    it: "the service days of a line",
    edit: [["Invoice lines", "Period start", LINE1, 46300]],
    says: ["Invoice lines!Period start CELL_CHANGED"],
  },
  {
    it: "the description of a line",
    edit: [["Invoice lines", "Description", LINE1, "Calls, all of them"]],
    says: ["Invoice lines!Description CELL_CHANGED"],
  },
  {
    it: "the kind of a line",
    edit: [["Invoice lines", "Kind", LINE1, "usage"]],
    says: ["Invoice lines!Kind CELL_CHANGED"],
  },
  {
    it: "how many usage rows a line says",
    edit: [["Invoice lines", "Source rows", LINE1, 4]],
    says: ["Invoice lines!Source rows CELL_CHANGED"],
  },
  { it: "a line taken out", change: removeRow("Invoice lines", LINE1), says: ["Invoice lines LINE_MISSING"] },
  {
    it: "a line more",
    change: copyRow("Invoice lines", LINE1, { Line: 9 }),
    says: ["Invoice lines LINE_ADDED"],
  },
  {
    it: "a line moved to another document",
    edit: [["Invoice lines", "Invoice number", LINE1, "INV-2026-0002"]],
    says: ["Invoice lines LINE_MISSING"],
  },
];

const inputCases: readonly Case[] = [
  {
    it: "a unit price",
    edit: [["Prices", "Unit price", { "Price ID": "P3" }, 0.6]],
    says: ["Prices!Unit price INPUT_CHANGED"],
  },
  {
    it: "a flat fee",
    edit: [["Prices", "Flat fee", { "Price ID": "P2" }, 260]],
    says: ["Prices!Flat fee INPUT_CHANGED"],
  },
  {
    it: "a discount",
    edit: [["Prices", "Discount %", { "Price ID": "P3" }, 0.2]],
    says: ["Prices!Discount % INPUT_CHANGED"],
  },
  {
    it: "tiers in a cell",
    edit: [["Prices", "Tiers", { "Price ID": "P4" }, "100: 0.30; *: 0.25"]],
    says: ["Prices!Tiers INPUT_CHANGED"],
  },
  {
    it: "a price in the Tiers table",
    edit: [["Tiers", "Unit price", { "Up to": 5000 }, 0.09]],
    says: ["Tiers!Unit price INPUT_CHANGED"],
  },
  {
    it: "a bound in the Tiers table",
    edit: [["Tiers", "Up to", { "Up to": 1000 }, 2000]],
    says: ["Tiers INPUT_CHANGED"],
  },
  {
    it: "a pricing model",
    edit: [["Prices", "Pricing model", { "Price ID": "P4" }, "graduated"]],
    says: ["Prices!Pricing model INPUT_CHANGED"],
  },
  {
    it: "the meter of a price",
    edit: [["Prices", "Meter", { "Price ID": "P3" }, "calls"]],
    says: ["Prices!Meter INPUT_CHANGED"],
  },
  {
    it: "a price that cannot be read any more",
    edit: [["Prices", "Unit price", { "Price ID": "P3" }, "on request"]],
    says: ["Prices!Unit price INPUT_CHANGED"],
  },
  {
    it: "an end of validity within the days",
    change: setCell("Prices", "Effective to", { "Price ID": "P1" }, new Date("2026-10-10")),
    says: ["Prices!Effective to INPUT_CHANGED"],
  },
  {
    it: "a price taken out",
    change: removeRow("Prices", { "Price ID": "P2" }),
    says: ["Prices INPUT_MISSING"],
  },
  {
    it: "the payment terms of a customer",
    edit: [["Customers", "Payment terms", { "Customer ID": "C1" }, "Net 60"]],
    says: ["Customers!Payment terms INPUT_CHANGED"],
  },
  {
    it: "a customer taken out",
    change: removeRow("Customers", { "Customer ID": "C3" }),
    says: ["Customers INPUT_MISSING"],
  },
  {
    it: "the billing frequency of a contract",
    edit: [["Contracts", "Billing frequency", { "Contract ID": "K1" }, "Quarterly"]],
    says: ["Contracts!Billing frequency INPUT_CHANGED"],
  },
  {
    it: "the tax code of a contract",
    edit: [["Contracts", "Tax code", { "Contract ID": "K3" }, "STD"]],
    says: ["Contracts!Tax code INPUT_CHANGED"],
  },
  {
    it: "an end of a contract within the days",
    change: setCell("Contracts", "End date", { "Contract ID": "K1" }, new Date("2026-10-15")),
    says: ["Contracts!End date INPUT_CHANGED"],
  },
  {
    it: "a contract taken out",
    change: removeRow("Contracts", { "Contract ID": "K2" }),
    says: ["Contracts INPUT_MISSING"],
  },
  {
    it: "a rate of tax",
    edit: [["Tax codes", "Rate", { "Tax code": "RED" }, 0.2]],
    says: ["Tax codes!Rate INPUT_CHANGED"],
  },
  {
    it: "the filter of a meter",
    edit: [["Meters", "Filter", { Meter: "traffic EU" }, "Region = US"]],
    says: ["Meters!Filter INPUT_CHANGED"],
  },
  {
    it: "an aggregation",
    edit: [["Meters", "Aggregation", { Meter: "calls" }, "Max"]],
    says: ["Meters!Aggregation INPUT_CHANGED"],
  },
  {
    it: "a rounding mode",
    edit: [["Settings", "Value", { Key: "Rounding mode" }, "half_even"]],
    says: ["Settings!Value INPUT_CHANGED"],
  },
  {
    it: "the quantity of a usage row",
    edit: [["Usage", "Quantity", { "Event ID": "E2" }, 4400]],
    says: ["Usage!Quantity INPUT_MISSING", "Usage!Quantity INPUT_CHANGED"],
  },
  {
    it: "the day of a usage row",
    change: setCell("Usage", "Date", { "Event ID": "E2" }, new Date("2026-10-18")),
    says: ["Usage!Quantity INPUT_MISSING"],
  },
  {
    it: "the meter of a usage row",
    edit: [["Usage", "Meter", { "Event ID": "E6" }, "storage"]],
    says: ["Usage INPUT_MISSING"],
  },
  {
    it: "the contract of a usage row",
    edit: [["Usage", "Contract ID", { "Event ID": "E6" }, "K1"]],
    says: ["Usage INPUT_MISSING"],
  },
  {
    it: "the property of a usage row that a meter filters by",
    edit: [["Usage", "Region", { "Event ID": "E7" }, "EU"]],
    says: ["Usage!Quantity INPUT_MISSING"],
  },
  {
    it: "a usage row taken out",
    change: removeRow("Usage", { "Event ID": "E1" }),
    says: ["Usage INPUT_MISSING"],
  },
  {
    it: "a quantity made text",
    edit: [["Usage", "Quantity", { "Event ID": "E4" }, "many"]],
    says: ["Usage!Quantity INPUT_MISSING"],
  },
  {
    it: "the amount of an adjustment",
    edit: [["Adjustments", "Amount", { "Adjustment ID": "A1" }, -30]],
    says: ["Adjustments!Amount INPUT_CHANGED"],
  },
  {
    it: "an adjustment taken out",
    change: removeRow("Adjustments", { "Adjustment ID": "A1" }),
    says: ["Adjustments INPUT_MISSING"],
  },
];

const logCases: readonly Case[] = [
  {
    it: "who ran what",
    edit: [["Run log", "Who", { "Run ID": "RUN-2" }, "Nobody"]],
    says: ["Run log!Hash LOG_ALTERED"],
  },
  {
    it: "a total in the log",
    edit: [["Run log", "Total", { "Run ID": "RUN-1" }, "EUR 1.00"]],
    says: ["Run log!Hash LOG_ALTERED"],
  },
  {
    it: "a hash in the log",
    edit: [["Run log", "Hash", { "Run ID": "RUN-2" }, "00"]],
    says: ["Run log!Hash LOG_ALTERED"],
  },
  {
    it: "a row of the log taken out",
    change: removeRow("Run log", { "Run ID": "RUN-2" }),
    says: ["Run log!Previous hash LOG_MISSING"],
  },
  {
    it: "the first row of the log taken out",
    change: removeRow("Run log", { "Run ID": "RUN-1" }),
    says: ["Run log!Previous hash LOG_MISSING"],
  },
  {
    it: "the last row of the log taken out",
    change: removeRow("Run log", { "Run ID": "RUN-4" }),
    says: ["Approvals LOG_TRUNCATED"],
  },
  {
    it: "rows of the log in another order",
    change: swapRows("Run log", 3, 4),
    says: ["Run log LOG_REORDERED"],
  },
  {
    it: "a row of the log copied",
    change: copyRow("Run log", { "Run ID": "RUN-4" }, {}),
    says: ["Run log LOG_FORKED"],
  },
  {
    it: "a comment of Approvals",
    edit: [
      ["Approvals", "Comment", { "Run ID": "RUN-2", "Invoice number": "DRAFT-K1-2026-10-EUR" }, "urgent"],
    ],
    says: ["Approvals!Hash LOG_ALTERED"],
  },
  {
    it: "who approved, in Approvals",
    edit: [["Approvals", "Who", { "Run ID": "RUN-3", "Invoice number": "DRAFT-K1-2026-10-EUR" }, "Ann"]],
    says: ["Approvals!Hash LOG_ALTERED"],
  },
  {
    it: "a row of Approvals taken out",
    change: removeRow("Approvals", { "Run ID": "RUN-3", "Invoice number": "DRAFT-K2-2026-10-EUR" }),
    says: ["Approvals LOG_ALTERED"],
  },
  {
    it: "the last row of Approvals taken out",
    change: removeRow("Approvals", { "Invoice number": "INV-2026-0003" }),
    says: ["Run log!Parameters LOG_TRUNCATED"],
  },
  {
    it: "rows of Approvals in another order",
    change: swapRows("Approvals", 2, 3),
    says: ["Approvals LOG_REORDERED"],
  },
  {
    it: "a text of Seals",
    edit: [["Seals", "Text", { "Invoice number": "INV-2026-0001", Table: "Settings" }, "Currency: USD"]],
    says: ["Seals!Text SEAL_BROKEN"],
  },
  {
    it: "a hash of Seals",
    edit: [["Seals", "Hash", { "Invoice number": "INV-2026-0001", Table: "Settings" }, "00"]],
    says: ["Invoices!Seal SEAL_BROKEN"],
  },
  {
    it: "a row of Seals taken out",
    change: removeRow("Seals", { "Invoice number": "INV-2026-0001", Table: "Settings" }),
    says: ["Invoices!Seal SEAL_BROKEN"],
  },
  {
    it: "all of Seals taken out",
    change: (book) => book.removeWorksheet("Seals"),
    says: ["Invoices!Seal SEAL_BROKEN"],
  },
  {
    it: "the Run log taken out",
    change: (book) => book.removeWorksheet("Run log"),
    says: ["Invoices LOG_TRUNCATED"],
  },
];

const printedCases: readonly Case[] = [
  {
    it: "a figure on the printed invoice",
    change: (book) => changeFigure(sheetOf(book, "INV-2026-0001")),
    says: ["INV-2026-0001 SHEET_DIFFERS"],
  },
  {
    it: "the number on the printed invoice",
    change: (book) => changeText(sheetOf(book, "INV-2026-0001"), "INV-2026-0001", "INV-2026-0007"),
    says: ["INV-2026-0001 SHEET_DIFFERS"],
  },
];

function changeFigure(sheet: ExcelJS.Worksheet): void {
  let isDone = false;
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (isDone || !(typeof cell.value === "number" || typeof cell.result === "number")) return;
      cell.value = 7777;
      isDone = true;
    }),
  );
}

function changeText(sheet: ExcelJS.Worksheet, from: string, to: string): void {
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (typeof cell.value === "string" && cell.value.includes(from))
        cell.value = cell.value.replace(from, to);
    }),
  );
}

/** Cells by their columns: "Invoices!N2 CELL_CHANGED" is "Invoices!Total CELL_CHANGED". */
async function byColumn(bench: Bench, said: readonly string[]): Promise<string[]> {
  const { grids } = await bench.snapshot();
  return said.map((line) => {
    const match = /^(.+)!([A-Z]+)(\d+) (\w+)$/.exec(line);
    if (!match) return line;
    const [, sheet, letters, , code] = match;
    const column = [...letters!].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const cells = grids.find((grid) => grid.sheet === sheet)?.columns[column];
    const header = cells?.kinds[0] === 2 ? cells.texts[cells.values[0]!]! : letters!;
    return `${sheet!}!${header} ${code!}`;
  });
}

describe("a billed, approved and issued workbook", () => {
  let issued: Bench;

  beforeAll(async () => {
    const start = new Bench(await bytesOf({ ...october, Policy: policy }));
    const billed = (await start.bill()).bench;
    const submitted = (await billed.act("submit", { by: "Ann" })).bench;
    const approved = (await submitted.act("approve", { by: "Cleo" })).bench;
    issued = (await approved.act("issue", { by: "Dora" })).bench;
  });

  it("passes as it is", async () => {
    const verified = await issued.verify();
    expect([verified.result, verified.passed, saidBy(verified)]).toEqual(["PASS", 3, []]);
  });

  const cases = [...invoicesCases, ...linesCases, ...inputCases, ...logCases, ...printedCases];

  it("is changed in more than sixty ways", () => {
    expect(cases.length).toBeGreaterThan(60);
    expect(new Set(cases.map((each) => each.it)).size).toBe(cases.length);
  });

  it.each(cases)("tells $it", async (each) => {
    let changed = issued;
    if ("edit" in each)
      for (const [sheet, column, row, value] of each.edit)
        changed = await changed.edit({ [await issued.cell(sheet, column, row)]: value });
    else changed = await issued.change(each.change);
    const verified = await changed.verify();
    expect(verified.result).toBe("FAIL");
    const said = await byColumn(changed, saidBy(verified));
    const sheets = said.map((line) => line.replace(/!.* (?=\w+$)/, " "));
    for (const expected of each.says) expect([...said, ...sheets]).toContain(expected);
  });
});
