import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { newFolder, ratebook } from "../support/commandLine";
import type { BillJson } from "../support/workbookRun";
import { contract, price, usage, writeBook } from "../support/workbookFixture";

const HEADER = "Contract ID,Meter,Date,Quantity";

/** A book with a row of totals and a note below its usage, and much that names these cells. */
async function bookWithTotals(folder: string, change?: (usage: ExcelJS.Worksheet) => void): Promise<void> {
  const path = join(folder, "book.xlsx");
  const rows = [usage("A", 3), usage("A", 4), usage("A", 5)].map((row) => ({
    ...row,
    "Event ID": undefined,
  }));
  await writeBook(path, {
    Contracts: [contract("A")],
    Prices: [price("A", "per_unit", { "Unit price": 2 })],
    Usage: rows,
  });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.getWorksheet("Usage")!;
  const column = sheet.getRow(1).values as string[];
  const letter = sheet.getColumn(column.indexOf("Quantity")).letter;
  sheet.getCell("A5").value = "Total";
  sheet.getCell(`${letter}5`).value = { formula: `SUM(${letter}2:${letter}4)`, result: 12 };
  sheet.getCell("H7").value = "Checked by Ann";
  sheet.getCell("F2").value = { formula: `${letter}2/${letter}$5`, result: 0.25 };
  sheet.mergeCells("H7:J7");
  sheet.getCell("H9").dataValidation = { type: "list", formulae: ["$H$7:$H$8"] };
  workbook.definedNames.add("Usage!$H$7", "CheckedBy");
  const summary = workbook.addWorksheet("Summary");
  summary.getCell("A1").value = { formula: `Usage!${letter}5*2+A5`, result: 24 };
  change?.(sheet);
  await workbook.xlsx.writeFile(path);
}

async function billWith(folder: string, book: string, out: string, extra: readonly string[] = []) {
  const ran = await ratebook(["bill", book, "--out", out, "--json", ...extra], folder);
  return { ran, json: ran.stdout === "" ? undefined : (JSON.parse(ran.stdout) as BillJson) };
}

test("rows of a file come in above totals and notes; what names their cells follows, and the next run agrees", async () => {
  const folder = newFolder();
  await bookWithTotals(folder);
  writeFileSync(join(folder, "more.csv"), `${HEADER}\nA,Calls,2026-04-02,10\nA,Calls,2026-04-03,20\n`);
  const first = await billWith(folder, "book.xlsx", "first.xlsx", ["--usage", "more.csv"]);
  expect(first.ran.stderr).toBe("");
  expect(first.json!.totals).toMatchObject([{ subtotal: 84 }]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, "first.xlsx"));
  const sheet = workbook.getWorksheet("Usage")!;
  const letter = sheet.getColumn((sheet.getRow(1).values as string[]).indexOf("Quantity")).letter;
  const quantities = [2, 3, 4, 5, 6].map((row) => sheet.getCell(`${letter}${String(row)}`).value);
  expect(quantities).toEqual([3, 4, 5, 10, 20]);
  expect(sheet.getCell("A7").value).toBe("Total");
  expect(sheet.getCell(`${letter}7`).formula).toBe(`SUM(${letter}2:${letter}6)`);
  expect(sheet.getCell("F2").formula).toBe(`${letter}2/${letter}$7`);
  expect(sheet.getCell("H9").value).toBe("Checked by Ann");
  expect(sheet.getCell("J9").master.address).toBe("H9");
  expect(sheet.getCell("H11").dataValidation).toMatchObject({ formulae: ["$H$9:$H$10"] });
  expect(workbook.definedNames.getRanges("CheckedBy").ranges).toEqual(["Usage!$H$9"]);
  expect(workbook.getWorksheet("Summary")!.getCell("A1").formula).toBe(`Usage!${letter}7*2+A5`);
  const second = await billWith(folder, "first.xlsx", "second.xlsx");
  expect(second.json!.totals).toMatchObject([{ subtotal: 84 }]);
  expect(second.json!.issues.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("rows do not come in above a note that people wrote to a cell, which is said in one line", async () => {
  const folder = newFolder();
  await bookWithTotals(folder, (sheet) => (sheet.getCell("A5").note = "as agreed"));
  writeFileSync(join(folder, "more.csv"), `${HEADER}\nA,Calls,2026-04-02,10\n`);
  const { ran } = await billWith(folder, "book.xlsx", "out.xlsx", ["--usage", "more.csv"]);
  expect(ran).toMatchObject({ status: 2, stdout: "" });
  expect(ran.stderr).toMatch(/^ratebook: [^\n]*a note is there[^\n]*\n$/);
});
