import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type ExcelJS from "exceljs";
import { Bench, saidBy } from "./support/bench";
import { bytesOf, october, policy } from "./support/smallBook";

/** Sheets without their Excel tables, of which exceljs keeps copies that it would write over changes. */
function plain(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name)!;
  for (const table of Object.keys((sheet as unknown as { tables: Record<string, unknown> }).tables))
    sheet.removeTable(table);
  return sheet;
}

const valuesOf = (sheet: ExcelJS.Worksheet, row: number) =>
  (sheet.getRow(row).values as ExcelJS.CellValue[]).slice(1);

interface Copied {
  readonly value: ExcelJS.CellValue;
  readonly style: Partial<ExcelJS.Style>;
}

const copied = (sheet: ExcelJS.Worksheet, row: number, column: number): Copied => {
  const { value, style } = sheet.getCell(row, column);
  return { value, style };
};

function put(sheet: ExcelJS.Worksheet, row: number, column: number, { value, style }: Copied): void {
  const cell = sheet.getCell(row, column);
  cell.value = value;
  cell.style = style;
}

const columnsOf = (sheet: ExcelJS.Worksheet) => Array.from({ length: sheet.columnCount }, (_, at) => at + 1);

function reverseRows(sheet: ExcelJS.Worksheet): void {
  const columns = columnsOf(sheet);
  const rows = Array.from({ length: sheet.rowCount - 1 }, (_, index) =>
    columns.map((column) => copied(sheet, index + 2, column)),
  ).reverse();
  rows.forEach((cells, index) =>
    cells.forEach((cell, at) => {
      put(sheet, index + 2, at + 1, cell);
    }),
  );
}

/** The last column comes first, with all its cells. */
function turnColumns(sheet: ExcelJS.Worksheet): void {
  for (let row = 1; row <= sheet.rowCount; row++) {
    const cells = columnsOf(sheet).map((column) => copied(sheet, row, column));
    [...cells.slice(-1), ...cells.slice(0, -1)].forEach((cell, column) => {
      put(sheet, row, column + 1, cell);
    });
  }
}

const harmless: Readonly<Record<string, (book: ExcelJS.Workbook) => void>> = {
  "wider columns and higher rows": (book) =>
    book.eachSheet((sheet) => {
      sheet.getColumn(1).width = 50;
      sheet.getRow(1).height = 60;
    }),
  "colours, fonts and comments": (book) =>
    book.eachSheet((sheet) => {
      const cell = sheet.getCell(2, 1);
      cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFEE00" } };
      cell.font = { bold: true };
      if (sheet.name === "Prices") cell.note = "agreed by phone";
    }),
  "hidden rows": (book) => {
    book.getWorksheet("Usage")!.getRow(3).hidden = true;
  },
  "other number formats": (book) => {
    book.getWorksheet("Prices")!.getCell("H4").numFmt = "0.0000";
    book.getWorksheet("Usage")!.getColumn(3).numFmt = "dd/mm/yyyy";
  },
  "usage in another order": (book) => reverseRows(plain(book, "Usage")),
  "prices, contracts and customers in another order": (book) =>
    ["Prices", "Contracts", "Customers", "Tax codes"].forEach((name) => reverseRows(plain(book, name))),
  "tiers in another order": (book) => reverseRows(plain(book, "Tiers")),
  "columns of inputs in another order": (book) =>
    ["Usage", "Prices", "Customers"].forEach((name) => turnColumns(plain(book, name))),
  "columns that people added": (book) => {
    for (const name of ["Usage", "Prices", "Customers", "Invoices"]) {
      const sheet = plain(book, name);
      const column = sheet.columnCount + 1;
      sheet.getCell(1, column).value = "Remark of ours";
      sheet.getCell(2, column).value = "looked at";
    }
  },
  "headers of the same meaning": (book) => {
    book.getWorksheet("Usage")!.getCell("B1").value = "Metric";
    book.getWorksheet("Customers")!.getCell("B1").value = "Client name";
  },
  "sheets in another order": (book) => {
    book.worksheets.forEach((sheet, index) => {
      (sheet as unknown as { orderNo: number }).orderNo = 100 - index;
    });
  },
  "a sheet of notes": (book) => {
    book.addWorksheet("Notes").getCell("A1").value = "Call Mr Heron";
  },
  "an Approval limit, other limits, a Logo, the Next number and a Mapping": (book) => {
    const settings = book.getWorksheet("Settings")!;
    settings.addRow(["Logo", "logo.png"]);
    settings.addRow(["Next number", 500]);
    settings.addRow(["Mapping: Usage", "Meter = Meter"]);
    settings.eachRow((row) => {
      if (row.getCell(1).value === "Aging limits") row.getCell(2).value = "10, 20";
      if (row.getCell(1).value === "Approval limit") row.getCell(2).value = 5000;
    });
  },
  "a contract that ends later and is suspended": (book) => {
    book.getWorksheet("Contracts")!.getCell("D2").value = new Date("2027-03-31");
    book.getWorksheet("Contracts")!.getCell("I3").value = "Suspended";
  },
  "tiers moved from a cell to the table": (book) => {
    const prices = plain(book, "Prices");
    prices.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.value === "100: 0.30; *: 0.20") cell.value = null;
      }),
    );
    const tiers = plain(book, "Tiers");
    tiers.addRow(["P4", 100, 0.3, 0]);
    tiers.addRow(["P4", "*", 0.2, 0]);
  },
  "usage of the next month": (book) => {
    const usage = plain(book, "Usage");
    usage.addRow(["K1", "calls", new Date("2026-11-03"), 500, "E9", "EU"]);
  },
  "a price from the next month on": (book) => {
    const prices = plain(book, "Prices");
    const headers = valuesOf(prices, 1) as string[];
    const row: Record<string, ExcelJS.CellValue> = {
      "Contract ID": "K2",
      "Price ID": "P9",
      Product: "Backup",
      "Pricing model": "per_unit",
      Meter: "backup",
      "Unit price": 2,
      "Effective from": new Date("2026-11-01"),
    };
    prices.addRow(headers.map((header) => row[header] ?? null));
  },
  "a row of Policy": (book) => {
    plain(book, "Policy").addRow(["Emil", "Closer"]);
  },
};

const SOFFICE = ["/usr/bin/libreoffice", "/usr/bin/soffice"].find(existsSync);
if (SOFFICE === undefined)
  process.stderr.write(
    "NOT RUN: LibreOffice is not installed, so whether a file saved by it verifies is not tested\n",
  );
const itWithLibreOffice = SOFFICE === undefined ? it.skip : it;

function savedByLibreOffice(bytes: Uint8Array, program: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-office-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const words = [
      profile,
      "--headless",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      join(folder, "out"),
    ];
    execFileSync(program, [...words, join(folder, "book.xlsx")], { stdio: "ignore" });
    return new Uint8Array(readFileSync(join(folder, "out", "book.xlsx")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("what does no harm to an issued workbook", () => {
  let issued: Bench;

  beforeAll(async () => {
    const start = new Bench(await bytesOf({ ...october, Policy: policy }));
    const submitted = (await (await start.bill()).bench.act("submit", { by: "Ann" })).bench;
    const approved = (await submitted.act("approve", { by: "Cleo" })).bench;
    issued = (await approved.act("issue", { by: "Dora" })).bench;
  });

  it.each(Object.entries(harmless))("%s", async (_name, change) => {
    const verified = await (await issued.change(change)).verify();
    expect(saidBy(verified)).toEqual([]);
    expect([verified.result, verified.passed]).toEqual(["PASS", 3]);
  });

  it("rows of Invoices and lines in another order", async () => {
    const { snapshot } = { snapshot: await issued.snapshot() };
    expect(snapshot.grids.map(({ sheet }) => sheet)).toContain("Seals");
    const sorted = await issued.change((book) => {
      const invoices = plain(book, "Invoices");
      const move = (formula: string, by: number) =>
        formula.replace(/\$([A-Z]+)(\d+)(?!\d|:)/g, (all, letters: string, row: string) =>
          all.includes("$O$") ? all : `$${letters}${String(Number(row) + by)}`,
        );
      const rows = [2, 3, 4].map((row) => valuesOf(invoices, row));
      rows.reverse().forEach((values, index) => {
        const by = index + 2 - (4 - index);
        for (let column = 1; column <= invoices.columnCount; column++) {
          const value = values[column - 1] ?? null;
          const isFormula = typeof value === "object" && value !== null && "formula" in value;
          invoices.getCell(index + 2, column).value = isFormula
            ? { ...value, formula: move((value as ExcelJS.CellFormulaValue).formula, by) }
            : value;
        }
      });
    });
    expect(saidBy(await sorted.verify())).toEqual([]);
  });

  itWithLibreOffice("saving by LibreOffice", async () => {
    const saved = new Bench(savedByLibreOffice(issued.bytes, SOFFICE!));
    const verified = await saved.verify();
    expect(saidBy(verified)).toEqual([]);
    expect(verified.passed).toBe(3);
    // What it wrote differently must not hide a change.
    const changed = await saved.edit({
      [await saved.cell("Invoices", "Total", { "Invoice number": "INV-2026-0001" })]: 1,
    });
    expect(saidBy(await changed.verify()).join()).toContain("CELL_CHANGED");
  });
});
