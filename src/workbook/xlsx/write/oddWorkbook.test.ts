import ExcelJS from "exceljs";
import { parseXml } from "../../xml/xml";
import {
  applied,
  cell,
  MAIN,
  open,
  openParts,
  png,
  RELATIONSHIPS,
  report,
  sheet,
  sheetNames,
  smallWorkbook,
  worksheet,
  readWithExcelJs,
} from "../../../../test/support/testWorkbook";

describe("a workbook in another dress", () => {
  it("keeps its prefixes", () => {
    const parts = smallWorkbook();
    const prefixed = (source: string | Uint8Array): string =>
      String(source)
        .replaceAll("<", "<x:")
        .replaceAll("<x:/", "</x:")
        .replace("xmlns=", "xmlns:x=")
        .replaceAll("xmlns:r", "xmlns:rel")
        .replaceAll("r:id", "rel:id");
    for (const part of ["xl/workbook.xml", "xl/styles.xml"]) parts[part] = prefixed(parts[part]!);
    const result = applied(openParts(parts), {
      sheets: [
        sheet("Report", {
          rows: [[cell(1, { style: { italic: true, format: "0.0", fill: "FFFFFF", wrap: true } })]],
          page: { orientation: "portrait", repeatRows: [0, 0] },
        }),
      ],
    });
    expect(sheetNames(result)).toEqual(["Data", "Report"]);
    for (const part of ["xl/workbook.xml", "xl/styles.xml"]) {
      expect(result.archive.text(part).match(/<(?!\/?x:)/g)).toBeNull();
    }
    expect(result.archive.text("xl/workbook.xml")).toContain('rel:id="rId3"');
    const styles = parseXml(result.archive.text("xl/styles.xml"));
    expect(styles.child("cellXfs")?.children).toHaveLength(4);
  });

  it("that is strict gets strict sheets", () => {
    const strict = "http://purl.oclc.org/ooxml";
    const parts = Object.fromEntries(
      Object.entries(smallWorkbook()).map(([name, content]) => [
        name,
        String(content)
          .replaceAll(MAIN, `${strict}/spreadsheetml/main`)
          .replaceAll(RELATIONSHIPS, `${strict}/officeDocument/relationships`),
      ]),
    );
    const image = { bytes: png(1, 1), type: "png", row: 0, column: 0, maxWidth: 9, maxHeight: 9 } as const;
    const result = applied(openParts(parts), { sheets: [{ ...report, image }] });
    const added = result.partNames.filter((name) => !(name in parts) || name.includes("_rels"));
    for (const part of added.filter((name) => !name.endsWith(".png")))
      expect(result.archive.text(part)).not.toContain("officeDocument/2006");
    expect(result.archive.text("xl/worksheets/sheet2.xml")).toContain(`${strict}/spreadsheetml/main`);
  });

  it("that declares no prefix for relationships gets one", () => {
    const parts = smallWorkbook();
    parts["xl/workbook.xml"] =
      `<workbook xmlns="${MAIN}"><sheets><sheet xmlns:q="${RELATIONSHIPS}" name="Data" sheetId="1" q:id="rId1"/></sheets></workbook>`;
    const result = applied(openParts(parts), { sheets: [report] });
    expect(sheetNames(result)).toEqual(["Data", "Report"]);
    expect(result.archive.text("xl/workbook.xml")).toContain(`xmlns:r="${RELATIONSHIPS}" r:id="rId3"`);
  });

  it.each([
    [
      "in ISO-8859-1",
      (xml: string) => Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${xml}`, "latin1"),
    ],
    [
      "in UTF-16",
      (xml: string) => Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${xml}`, "utf16le"),
    ],
    [
      "with comments and CDATA",
      (xml: string) =>
        Buffer.from(
          `<!-- <worksheet><sheetData> -->${xml
            .replace("Stück", "<![CDATA[Stück]]>")
            .replace("</sheetData>", '<!-- <row r="9"><c r="A9"/></row></sheetData> --></sheetData>')}`,
        ),
    ],
  ])("whose sheet is %s takes rows and values", (_, encode) => {
    const parts = smallWorkbook();
    const xml = String(parts["xl/worksheets/sheet1.xml"]).replace("Count", "Stück");
    parts["xl/worksheets/sheet1.xml"] = encode(xml);
    const result = applied(openParts(parts), {
      appended: [{ sheet: "Data", firstRow: 3, rows: [[cell("größer")]] }],
      edits: [{ at: { sheet: "Data", row: 1, column: 0 }, value: 7 }],
    });
    const expected = xml
      .replace('<dimension ref="A1:A3"/>', '<dimension ref="A1:A4"/>')
      .replace('<c r="A2" s="2"><v>1</v></c>', '<c r="A2" s="2"><v>7</v></c>')
      .replace(
        "</sheetData>",
        '<row r="4"><c r="A4" s="2" t="inlineStr"><is><t>größer</t></is></c></row></sheetData>',
      );
    expect(result.archive.text("xl/worksheets/sheet1.xml")).toMatch(/^<\?xml [^>]*encoding="UTF-8"/);
    expect(result.archive.text("xl/worksheets/sheet1.xml")).toContain(expected);
  });

  it("finds a cell whose reference has dollars", () => {
    const parts = smallWorkbook();
    parts["xl/worksheets/sheet1.xml"] = worksheet(
      '<row r="1"><c r="$A$1"/><c r="$C$1" s="2"><v>1</v></c></row>',
    );
    const result = applied(openParts(parts), {
      edits: [{ at: { sheet: "Data", row: 0, column: 2 }, value: 7 }],
    });
    expect(result.archive.text("xl/worksheets/sheet1.xml")).toContain(
      '<row r="1"><c r="$A$1"/><c r="C1" s="2"><v>7</v></c></row>',
    );
  });

  it("without styles gets them", async () => {
    const parts = smallWorkbook();
    delete parts["xl/styles.xml"];
    const result = applied(openParts(parts), { sheets: [report] });
    expect(result.stylesPart).toBe("xl/styles.xml");
    expect((await readWithExcelJs(result)).getWorksheet("Report")?.getCell("A1").font).toMatchObject({
      bold: true,
      name: "Calibri",
    });
  });

  it("that exceljs wrote takes a plan", async () => {
    const book = new ExcelJS.Workbook();
    const data = book.addWorksheet("Data");
    data.addTable({ name: "T", ref: "A1", columns: [{ name: "a" }], rows: [[1]] });
    data.getCell("A2").note = "kept";
    data.pageSetup.printArea = "A1:B2";
    const source = open(new Uint8Array(await book.xlsx.writeBuffer()));
    const read = await readWithExcelJs(applied(source, { sheets: [report] }));
    expect(read.getWorksheet("Data")?.getCell("A2").note).toBe("kept");
    expect(read.getWorksheet("Data")?.pageSetup.printArea).toBe("A1:B2");
    expect(read.getWorksheet("Report")?.getCell("A1").font).toMatchObject({ bold: true });
  });
});
