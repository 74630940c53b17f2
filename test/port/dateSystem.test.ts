import ExcelJS from "exceljs";
import { CellKind, type Snapshot } from "../../src/core/api";
import { viewCell } from "../../src/core/schema/bind";
import { FilePort } from "../../src/workbook/file/filePort";
import type { WorkbookPort } from "../../src/workbook/port/port";
import { billingPlan, starterBook } from "./officeBooks";
import { readBy } from "./books";
import { freshOfficePerTest, written } from "./openedOffice";

const openOffice = freshOfficePerTest();

/** The starter workbook, counting its days from 1904. */
async function bookOf1904(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(starterBook() as unknown as ArrayBuffer);
  book.properties.date1904 = true;
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Every day in the book, counted from 1900, by its place. */
function daysOf(book: Snapshot): Record<string, number> {
  const days: Record<string, number> = {};
  for (const grid of book.grids)
    for (let row = 0; row < grid.rowCount; row++)
      for (let column = 0; column < grid.columns.length; column++) {
        const { kind, number } = viewCell(grid, row, column);
        if (kind === CellKind.date) days[`${grid.sheet} ${String(row)} ${String(column)}`] = number;
      }
  return days;
}

async function openFile(file: Uint8Array): Promise<FilePort> {
  const opened = await FilePort.open("book.xlsx", file);
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.value;
}

const ports: readonly (readonly [string, (file: Uint8Array) => Promise<WorkbookPort>])[] = [
  ["Excel", async (file) => (await openOffice(file)).port],
  ["a file", openFile],
];

describe.each(ports)("a workbook of the 1904 date system in %s", (_name, open) => {
  it("bills the same invoices, and every day that it writes is the same day", async () => {
    const port = await open(await bookOf1904());
    const before = await readBy(port);
    expect(before.date1904).toBe(true);
    const usual = await openFile(starterBook());
    const usualBefore = await readBy(usual);
    expect(daysOf(before)).toEqual(daysOf(usualBefore));
    const edits = [
      { at: { sheet: "Usage", row: 40, column: 9 }, value: 46_326, style: { format: "yyyy-mm-dd" } },
    ];
    const plan = { ...billingPlan(before), edits };
    expect(plan).toEqual({ ...billingPlan(usualBefore), edits });
    const receipt = await written(port.apply(plan, before));
    await written(usual.apply(plan, usualBefore));
    const days = daysOf(await readBy(port));
    expect(Object.keys(days).some((cell) => cell.startsWith("Invoices "))).toBe(true);
    expect(days["Usage 40 9"]).toBe(46_326);
    expect(days).toEqual(daysOf(await readBy(usual)));
    expect(await port.undo(receipt)).toEqual({ ok: true, value: undefined });
    expect(daysOf(await readBy(port))).toEqual(daysOf(before));
  });
});

it("stores days in Excel as its workbook counts them", async () => {
  const { host, port, snapshot } = await openOffice(await bookOf1904());
  await written(port.apply(billingPlan(snapshot), snapshot));
  const texts = await host.Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem("Invoices").getRange("A1:P3").load("text");
    await context.sync();
    return used.text.flat();
  });
  expect(texts.filter((text) => /20\d\d/.test(text) && /-|\//.test(text)).join(" ")).toContain("2026");
  expect(texts.join(" ")).not.toMatch(/20[3-9]\d-|2022-/);
});
