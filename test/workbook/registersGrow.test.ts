import { billStep } from "../../scripts/workedExamples/billStep";
import { openPackage } from "../../src/workbook/xlsx/package/openPackage";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { monthsBook } from "../support/monthsBook";
import { unzip, zip } from "../support/workbookZip";

/** Where the part of a sheet is, by its name. */
function partOf(bytes: Uint8Array, name: string): string {
  const opened = openPackage(bytes);
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.package.sheets.find((each) => each.name === name)!.partName;
}

const xmlOf = (bytes: Uint8Array, name: string): string =>
  unzip(Buffer.from(bytes)).get(partOf(bytes, name))!.toString();

/** The rows of a sheet as they are in its file. */
const rowsOf = (bytes: Uint8Array, name: string): string[] => xmlOf(bytes, name).match(/<row .*?<\/row>/g)!;

/** The workbook after somebody has made the first document's row higher and painted it. */
function arranged(bytes: Uint8Array, name: string): Uint8Array {
  const parts = new Map(unzip(Buffer.from(bytes)));
  const xml = xmlOf(bytes, name);
  expect(xml).toContain('<row r="2"');
  parts.set(
    partOf(bytes, name),
    Buffer.from(
      xml.replace(/<row r="2"[^>]*>/, '<row r="2" ht="44" customHeight="1" s="1" customFormat="1">'),
    ),
  );
  return zip(parts);
}

async function tablesOf(bytes: Uint8Array): Promise<Record<string, number>> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.failure.message);
  return Object.fromEntries(read.snapshot.tables.map(({ name, lastRow }) => [name, lastRow]));
}

describe("the registers of a second month", () => {
  it.each(["Invoices", "Invoice lines"])(
    "keep the rows of %s, and what people made of them, byte by byte",
    async (name) => {
      const first = await billStep(monthsBook, "--period 2026-09 --number");
      const before = arranged(first.bytes, name);
      const second = await billStep(before, "--period 2026-10 --number");
      const [rows, kept] = [rowsOf(second.bytes, name), rowsOf(before, name)];
      expect(rows.slice(0, kept.length)).toEqual(kept);
      expect(rows.length).toBe(kept.length + (name === "Invoices" ? 2 : 3));
      expect(await tablesOf(second.bytes)).toMatchObject({ Invoices: 4, InvoiceLines: 5 });
    },
  );

  it("has formulas over its lines, those above over theirs", async () => {
    const first = await billStep(monthsBook, "--period 2026-09 --number");
    const second = await billStep(first.bytes, "--period 2026-10 --number");
    const rows = rowsOf(second.bytes, "Invoices");
    expect(rows[1]).toContain("'Invoice lines'!$O$2:$O$3");
    expect(rows[4]).toContain("'Invoice lines'!$O$2:$O$6");
  });

  it("has the height and the look that its own texts need", async () => {
    const first = await billStep(monthsBook, "--period 2026-09 --number");
    const second = await billStep(first.bytes, "--period 2026-10 --number");
    const heights = rowsOf(second.bytes, "Invoice lines").map(
      (row) => /^<row [^>]* ht="([\d.]+)"/.exec(row)?.[1],
    );
    expect(heights.slice(3)).toEqual([undefined, "45", undefined]);
  });

  it("are written whole where a document above has changed", async () => {
    const first = await billStep(monthsBook, "--period 2026-09");
    const second = await billStep(arranged(first.bytes, "Invoices"), "--period 2026-09 --number");
    expect(rowsOf(second.bytes, "Invoices")[1]).not.toContain('ht="44"');
    expect(rowsOf(second.bytes, "Invoices")).toHaveLength(3);
  });
});
