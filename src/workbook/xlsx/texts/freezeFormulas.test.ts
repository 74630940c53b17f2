import fc from "fast-check";
import { checkAsync } from "../../../../test/properties/support/check";
import { cellsOf } from "../../../../test/support/testReading";
import { open, openParts, smallWorkbook, worksheet, zipParts } from "../../../../test/support/testWorkbook";
import { readWorkbook } from "../read/readWorkbook";
import { freezeFormulas, type FreezeChoice } from "./freezeFormulas";

const all = { sheet: "Data", firstRow: 0, lastRow: 99, firstColumn: 0, lastColumn: 3 };
const ofTables: FreezeChoice = { areas: [all], functions: false };
const ofFunctions: FreezeChoice = { areas: [], functions: true };

const withRows = (rows: string) => ({ ...smallWorkbook(), "xl/worksheets/sheet1.xml": worksheet(rows) });

function sheetOf(bytes: Uint8Array): string {
  return open(bytes).archive.text("xl/worksheets/sheet1.xml");
}

async function gridOf(bytes: Uint8Array) {
  const reading = await readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.failure.message);
  return cellsOf(reading.snapshot.grids[0]!);
}

describe("freezing formulas", () => {
  it("leaves the stored result as it is written, and the rest of the sheet too", () => {
    const rows =
      '<row r="1"><c r="A1" s="2"><f>ROUND(B1,2)</f><v>0.30000000000000004</v></c><c r="B1"><v>0.3</v></c></row>' +
      '<row r="2"><c r="A2" t="str"><f t="array" ref="A2:B2">A1&amp;"x"</f><v> é </v></c><c r="F2"><f>A1</f><v>0.3</v></c></row>' +
      '<row r="3"><c r="A3" cm="1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>';
    const { bytes, frozen, kept } = freezeFormulas(openParts(withRows(rows)), ofTables);
    expect(frozen).toEqual([{ sheet: "Data", cells: 3 }]);
    expect(kept).toEqual([]);
    expect(sheetOf(bytes)).toBe(
      worksheet(
        '<row r="1"><c r="A1" s="2"><v>0.30000000000000004</v></c><c r="B1"><v>0.3</v></c></row>' +
          '<row r="2"><c r="A2" t="str"><v> é </v></c><c r="F2"><f>A1</f><v>0.3</v></c></row>' +
          '<row r="3"><c r="A3" t="e"><v>#DIV/0!</v></c></row>',
      ),
    );
  });

  it("keeps a formula that was never calculated", () => {
    const rows = '<row r="1"><c r="A1"><f>B1+1</f></c></row>';
    const { bytes, frozen, kept } = freezeFormulas(openParts(withRows(rows)), ofTables);
    expect([frozen, kept]).toEqual([[], [{ sheet: "Data", cell: "A1" }]]);
    expect(sheetOf(bytes)).toBe(worksheet(rows));
  });

  it("takes cells that share a formula together", () => {
    const rows =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>2</v></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>6</v></c></row>';
    const first = { ...all, lastRow: 0 };
    const { bytes } = freezeFormulas(openParts(withRows(rows)), { areas: [first], functions: false });
    expect(sheetOf(bytes)).not.toContain("<f");
    expect(sheetOf(bytes)).toContain('<c r="A3"><v>6</v></c>');
  });

  it("freezes functions of the add-in wherever they are, on request alone", () => {
    const rows =
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">_xldudf_BILLING_ROUND(B1)</f><v>1.5</v></c><c r="B1"><f>SUM(C1)</f><v>0</v></c></row>' +
      '<row r="2"><c r="A2"><v>2.5</v></c><c r="B2" t="str"><f>"BILLING.ROUND("&amp;A1</f><v>x</v></c></row>';
    expect(freezeFormulas(openParts(withRows(rows)), { areas: [], functions: false }).frozen).toEqual([]);
    const { bytes } = freezeFormulas(openParts(withRows(rows)), ofFunctions);
    expect(sheetOf(bytes)).toContain('<c r="A1"><v>1.5</v></c><c r="B1"><f>SUM(C1)</f>');
    expect(sheetOf(bytes)).toContain('<f>"BILLING.ROUND("&amp;A1</f>');
  });

  it("names functions of the add-in as Excel stores them where their result is lost", () => {
    const rows =
      '<row r="1"><c r="A1" t="e"><f>_xludf.BILLING.RATE_USAGE(B1,"BILLING.X(")</f><v>#NAME?</v></c></row>';
    const { bytes, kept } = freezeFormulas(openParts(withRows(rows)), ofFunctions);
    expect(kept).toEqual([{ sheet: "Data", cell: "A1" }]);
    expect(sheetOf(bytes)).toContain('<f>_xldudf_BILLING_RATE_USAGE(B1,"BILLING.X(")</f><v>#NAME?</v>');
  });

  it("leaves every cell what it was to a reader", async () => {
    const value = fc.oneof(
      fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
        .map((number) => `><f>B1</f><v>${String(number)}`),
      fc.string().map((text) => ` t="str"><f>B1</f><v>${text.replace(/[^\w ]/g, "")}x`),
      fc.boolean().map((truth) => ` t="b"><f>B1</f><v>${truth ? "1" : "0"}`),
      fc.integer().map((number) => `><v>${String(number)}`),
    );
    const books = fc
      .array(value, { minLength: 1, maxLength: 12 })
      .map((values) =>
        zipParts(
          withRows(
            values
              .map(
                (content, row) =>
                  `<row r="${String(row + 1)}"><c r="A${String(row + 1)}"${content}</v></c></row>`,
              )
              .join(""),
          ),
        ),
      );
    await checkAsync(
      fc.asyncProperty(books, async (book) => {
        const { bytes } = freezeFormulas(open(book), ofTables);
        expect(sheetOf(bytes)).not.toContain("<f>");
        expect(await gridOf(bytes)).toEqual(await gridOf(book));
      }),
      60,
    );
  });
});
