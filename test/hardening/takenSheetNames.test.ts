import ExcelJS from "exceljs";
import { join } from "node:path";
import { newFolder, ratebook } from "../support/commandLine";
import { contract, price, usage, writeBook } from "../support/workbookFixture";

type Cell = string | number | null;

/** Sheets of the user under the names of ours; the printed invoice has labels that are titles of ours. */
const theirs: Readonly<Record<string, readonly (readonly Cell[])[]>> = {
  Invoice: [["INVOICE"], ["Invoice number", "INV-7", "Invoice date", "2026-10-01"], ["Thing", 1, 2, 3]],
  "Invoice lines": [
    ["Mine", "Yours"],
    ["a", 2],
  ],
  Issues: [
    ["Nr", "What", "Who"],
    [1, "late", "Ann"],
  ],
  "Run log": [
    ["When", "What"],
    ["Monday", "ran"],
  ],
};

async function bookWithTakenNames(): Promise<string> {
  const folder = newFolder();
  const path = join(folder, "book.xlsx");
  await writeBook(path, {
    Contracts: [contract("A")],
    Prices: [price("A", "per_unit", { "Unit price": 2 })],
    Usage: [usage("A", 3)],
  });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  for (const [name, rows] of Object.entries(theirs)) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
  }
  await workbook.xlsx.writeFile(path);
  return folder;
}

async function sheetsOf(path: string): Promise<Map<string, unknown[][]>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return new Map(
    workbook.worksheets.map((sheet) => [
      sheet.name,
      sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? [row.slice(1)] : [])),
    ]),
  );
}

test("sheets of the user that bear our names stay, ours go beside them, in the next run too", async () => {
  const folder = await bookWithTakenNames();
  const run = (book: string, out: string) => ratebook(["bill", book, "--out", out], folder);
  const first = await run("book.xlsx", "first.xlsx");
  expect(first.stderr).toBe("");
  for (const name of ["Invoice lines", "Issues", "Run log"])
    expect(first.stdout).toContain(`The sheet “${name}” is yours and stays as it is: ours is “${name} (2)”`);
  const printed = await ratebook(["bill", "book.xlsx", "--out", "printed.xlsx", "--json"], folder);
  expect((JSON.parse(printed.stdout) as { besides: unknown }).besides).toEqual(
    expect.arrayContaining([{ sheet: "Issues", writtenTo: "Issues (2)" }]),
  );
  const second = await run("first.xlsx", "second.xlsx");
  expect(second.stdout).toContain("Nothing has changed since the last run");
  const sheets = await sheetsOf(join(folder, "second.xlsx"));
  for (const [name, rows] of Object.entries(theirs)) expect(sheets.get(name)).toEqual(rows);
  expect([...sheets.keys()].filter((name) => name.includes("("))).toEqual(
    expect.arrayContaining(["Invoice lines (2)", "Issues (2)", "Run log (2)"]),
  );
  expect([...sheets.keys()].filter((name) => name.includes("(3)"))).toEqual([]);
});
