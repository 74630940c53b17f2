import ExcelJS from "exceljs";
import {
  applied,
  cell,
  contentTypes,
  MAIN,
  open,
  openParts,
  plan,
  png,
  fileOf,
  RELATIONSHIPS,
  relationships,
  sheet,
  smallWorkbook,
  workbookXml,
  worksheet,
  type Parts,
} from "./testWorkbook";
import type { WorkbookPackage } from "../package/workbookPackage";
import { parseXml } from "../../xml/xml";
import { applyPlan } from "./applyPlan";

async function readWithExcelJs(workbook: WorkbookPackage): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  // Its types are of a time when Buffer was not generic.
  await book.xlsx.load(fileOf(workbook) as unknown as ExcelJS.Buffer);
  return book;
}

const report = sheet("Report", { rows: [[cell("Total", { style: { bold: true } }), cell(3)]] });

/** "Data" with a chart and a comment, "Old" with a table, a picture shared with "Data", and names of each. */
function richParts(): Record<string, string | Uint8Array> {
  return {
    ...smallWorkbook(),
    "[Content_Types].xml": contentTypes(
      {
        "/xl/workbook.xml": "sheet.main",
        "/xl/worksheets/sheet1.xml": "worksheet",
        "/xl/worksheets/sheet2.xml": "worksheet",
        "/xl/worksheets/sheet3.xml": "worksheet",
        "/xl/styles.xml": "styles",
        "/xl/calcChain.xml": "calcChain",
        "/xl/tables/table1.xml": "table",
        "/xl/comments1.xml": "comments",
        "/xl/charts/chart1.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
      },
      '<Default Extension="png" ContentType="image/png"/>',
    ),
    "xl/workbook.xml": workbookXml(
      '<workbookPr/><bookViews><workbookView activeTab="2" firstSheet="1"/></bookViews>' +
        '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="Old" sheetId="5" state="hidden" r:id="rId2"/>' +
        '<sheet name="Last one" sheetId="3" r:id="rId3"/></sheets><definedNames>' +
        '<definedName name="Rates">Old!$A$1:$B$2</definedName>' +
        "<definedName name=\"Sum\">SUM('Last one'!$A$1,Old!$A$1,[1]Old!$A$1,MyOld!$A$1)</definedName>" +
        '<definedName name="Entities">&apos;old&apos;!$A$1&amp;"&lt;"</definedName>' +
        '<definedName name="_xlnm.Print_Area" localSheetId="1">Old!$A$1</definedName>' +
        '<definedName name="Local" localSheetId="1">Old!$B$1</definedName>' +
        `<definedName name="_xlnm.Print_Titles" localSheetId="2">'Last one'!$1:$1</definedName></definedNames>` +
        '<calcPr calcId="191029"/>',
    ),
    "xl/_rels/workbook.xml.rels": relationships(
      "rId1 worksheet worksheets/sheet1.xml",
      "rId2 worksheet worksheets/sheet2.xml",
      "rId3 worksheet worksheets/sheet3.xml",
      "rId4 styles styles.xml",
      "rId5 calcChain calcChain.xml",
    ),
    "xl/calcChain.xml": "<calcChain/>",
    "xl/worksheets/_rels/sheet1.xml.rels": relationships(
      "rId1 drawing ../drawings/drawing1.xml",
      "rId2 comments ../comments1.xml",
    ),
    "xl/comments1.xml": "<comments/>",
    "xl/drawings/drawing1.xml": "<wsDr/>",
    "xl/drawings/_rels/drawing1.xml.rels": relationships(
      "rId1 chart ../charts/chart1.xml",
      "rId2 image ../media/image1.png",
    ),
    "xl/charts/chart1.xml": "<chartSpace/>",
    "xl/media/image1.png": png(1, 1),
    "xl/media/image2.png": png(2, 2),
    "xl/worksheets/sheet2.xml": worksheet(""),
    "xl/worksheets/_rels/sheet2.xml.rels": relationships(
      "rId1 table ../tables/table1.xml",
      "rId2 drawing ../drawings/drawing2.xml",
    ),
    "xl/tables/table1.xml": `<table xmlns="${MAIN}" id="7" displayName="Prices" ref="A1:B2"/>`,
    "xl/drawings/drawing2.xml": "<wsDr/>",
    "xl/drawings/_rels/drawing2.xml.rels": relationships(
      "rId1 image ../media/image1.png",
      "rId2 image ../media/image2.png",
    ),
    "xl/worksheets/sheet3.xml": worksheet(""),
  };
}

function names(workbook: WorkbookPackage): [string | undefined, string | undefined, string][] {
  const list = parseXml(workbook.archive.text("xl/workbook.xml")).child("definedNames")?.children ?? [];
  return list.map((name) => [name.attribute("name"), name.attribute("localSheetId"), name.text]);
}

function sheetNames(workbook: WorkbookPackage): string[] {
  return workbook.sheets.map(({ name }) => name);
}

describe("a sheet added to a workbook", () => {
  const source = openParts(richParts());
  const result = applied(source, { sheets: [report] });

  it("comes last, with an id of its own", async () => {
    expect(sheetNames(result)).toEqual(["Data", "Old", "Last one", "Report"]);
    const listed = parseXml(result.archive.text("xl/workbook.xml")).child("sheets")!.children;
    expect(listed.map((element) => element.attribute("sheetId"))).toEqual(["1", "5", "3", "6"]);
    expect(
      (await readWithExcelJs(applied(openParts(smallWorkbook()), { sheets: [report] })))
        .getWorksheet("Report")
        ?.getCell("B1").value,
    ).toBe(3);
  });

  it("leaves every other part as it was packed", () => {
    const changed = new Set([
      "[Content_Types].xml",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/calcChain.xml",
    ]);
    const kept = source.partNames.filter((name) => !changed.has(name));
    expect(kept).toHaveLength(source.partNames.length - changed.size);
    for (const name of kept) expect(result.archive.raw(name)).toEqual(source.archive.raw(name));
  });

  it("leaves names and views alone", () => {
    expect(names(result)).toEqual(names(source));
    expect(result.archive.text("xl/workbook.xml")).toContain('activeTab="2" firstSheet="1"');
  });

  it("makes Excel find the order of calculation again, and calculate what stayed", () => {
    expect(result.archive.has("xl/calcChain.xml")).toBe(false);
    expect(result.archive.text("[Content_Types].xml")).not.toContain("calcChain");
    expect(result.archive.text("xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
    const calculation = parseXml(result.archive.text("xl/workbook.xml")).child("calcPr");
    expect(calculation?.attribute("fullCalcOnLoad")).toBe("1");
    expect(calculation?.attribute("calcId")).toBe("191029");
  });

  it("gives the same file when it is written over itself", () => {
    const again = applied(result, { sheets: [report] });
    expect(sheetNames(again)).toEqual(sheetNames(result));
    expect(again.archive.text("xl/styles.xml")).toBe(result.archive.text("xl/styles.xml"));
    expect(again.partNames).toHaveLength(result.partNames.length);
  });

  it("leaves the styles alone when it needs none", () => {
    const plain = applied(source, { sheets: [sheet("Plain", { rows: [[cell(1)]] })] });
    expect(plain.archive.raw("xl/styles.xml")).toEqual(source.archive.raw("xl/styles.xml"));
  });

  it("has a table name that no other table and no name has", () => {
    const table = { headerRow: 0, columns: ["a"] };
    const result = applied(source, {
      sheets: ["prices", "RATES", "Prices", "INV2026", "R1C1", "7up"].map((name, index) =>
        sheet(`S${String(index)}`, { table: { ...table, name } }),
      ),
    });
    expect(result.tableParts.map(({ id, area }) => [id, area.name])).toEqual([
      [7, "Prices"],
      [8, "prices_2"],
      [9, "RATES_2"],
      [10, "Prices_3"],
      [11, "_INV2026"],
      [12, "_R1C1"],
      [13, "_7up"],
    ]);
  });
});

describe("a sheet that is replaced", () => {
  const source = openParts(richParts());
  const table = { name: "Prices", headerRow: 0, columns: ["Price"] };
  const page = { orientation: "portrait", repeatRows: [0, 2] } as const;
  const result = applied(source, {
    sheets: [sheet("OLD", { rows: [[cell("Price")], [cell(9)]], table, page })],
  });

  it("keeps its place, name, id and state", () => {
    expect(result.sheets.map(({ name, state }) => [name, state])).toEqual([
      ["Data", "visible"],
      ["Old", "hidden"],
      ["Last one", "visible"],
    ]);
    expect(result.archive.text("xl/workbook.xml")).toContain('name="Old" sheetId="5" state="hidden"');
  });

  it("loses the parts that only it led to", () => {
    for (const part of [
      "xl/worksheets/sheet2.xml",
      "xl/worksheets/_rels/sheet2.xml.rels",
      "xl/tables/table1.xml",
      "xl/drawings/drawing2.xml",
      "xl/drawings/_rels/drawing2.xml.rels",
      "xl/media/image2.png",
    ]) {
      expect(result.archive.has(part)).toBe(false);
    }
    expect(result.archive.has("xl/media/image1.png")).toBe(true);
    expect(result.archive.text("[Content_Types].xml")).not.toMatch(/sheet2\.xml|table1\.xml/);
  });

  it("gets the name of its table back", () => {
    expect(result.tables).toEqual([expect.objectContaining({ name: "Prices", sheet: "Old" })]);
  });

  it("keeps the names a user gave, with the print titles of the plan", () => {
    expect(names(result)).toEqual([
      ["Rates", undefined, "Old!$A$1:$B$2"],
      ["Sum", undefined, "SUM('Last one'!$A$1,Old!$A$1,[1]Old!$A$1,MyOld!$A$1)"],
      ["Entities", undefined, "'old'!$A$1&\"<\""],
      ["Local", "1", "Old!$B$1"],
      ["_xlnm.Print_Titles", "2", "'Last one'!$1:$1"],
      ["_xlnm.Print_Titles", "1", "'OLD'!$1:$3"],
    ]);
  });
});

describe("a sheet that is removed", () => {
  it("goes with its names; other names and the tab in front move up", () => {
    const result = applied(openParts(richParts()), { removedSheets: ["old", "never there"] });
    expect(sheetNames(result)).toEqual(["Data", "Last one"]);
    expect(names(result)).toEqual([
      ["Rates", undefined, "#REF!$A$1:$B$2"],
      ["Sum", undefined, "SUM('Last one'!$A$1,#REF!$A$1,[1]Old!$A$1,MyOld!$A$1)"],
      ["Entities", undefined, '#REF!$A$1&"<"'],
      ["_xlnm.Print_Titles", "1", "'Last one'!$1:$1"],
    ]);
    const view = parseXml(result.archive.text("xl/workbook.xml")).child("bookViews")!.children[0]!;
    expect(view.attribute("activeTab")).toBe("1");
    expect(view.attribute("firstSheet")).toBeUndefined();
    expect(result.archive.has("xl/tables/table1.xml")).toBe(false);
  });

  it("gives way to the first visible sheet when it was in front", () => {
    const result = applied(openParts(richParts()), { removedSheets: ["Last one"] });
    expect(result.archive.text("xl/workbook.xml")).toContain('activeTab="0"');
    expect(names(result)[1]?.[2]).toContain("SUM(#REF!$A$1,Old!$A$1");
  });

  it("is added at the end when the plan writes it as well", () => {
    const result = applied(openParts(richParts()), { removedSheets: ["Data"], sheets: [sheet("Data")] });
    expect(sheetNames(result)).toEqual(["Old", "Last one", "Data"]);
  });

  it("takes the list of names with it when the list is empty", () => {
    const parts = {
      ...richParts(),
      "xl/workbook.xml": workbookXml(
        '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="Old" sheetId="2" r:id="rId2"/></sheets>' +
          '<definedNames><definedName name="L" localSheetId="1">1</definedName></definedNames>',
      ),
    };
    const result = applied(openParts(parts), { removedSheets: ["Old"] });
    expect(result.archive.text("xl/workbook.xml")).not.toContain("definedName");
  });
});

describe("a workbook with macros", () => {
  const MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships";
  const parts: Parts = {
    ...smallWorkbook(),
    "[Content_Types].xml": contentTypes(
      {
        "/xl/workbook.xml": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        "/xl/worksheets/sheet1.xml": "worksheet",
        "/xl/styles.xml": "styles",
        "/xl/vbaProjectSignature.bin": "application/vnd.ms-office.vbaProjectSignature",
        "/xl/macrosheets/sheet1.xml": "application/vnd.ms-excel.macrosheet+xml",
      },
      '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
    ),
    "xl/workbook.xml": workbookXml(
      '<sheets><sheet name="Macro1" sheetId="2" r:id="rId4"/><sheet name="Data" sheetId="1" r:id="rId1"/></sheets>',
    ),
    "xl/_rels/workbook.xml.rels": relationships(
      "rId1 worksheet worksheets/sheet1.xml",
      "rId2 styles styles.xml",
      `rId3 ${MICROSOFT}/vbaProject vbaProject.bin`,
      `rId4 ${MICROSOFT}/xlMacrosheet macrosheets/sheet1.xml`,
    ),
    "xl/vbaProject.bin": "macros",
    "xl/_rels/vbaProject.bin.rels": relationships(
      `rId1 ${MICROSOFT}/vbaProjectSignature vbaProjectSignature.bin`,
    ),
    "xl/vbaProjectSignature.bin": "signature",
    "xl/macrosheets/sheet1.xml": "<macrosheet/>",
  };

  it("becomes one without", async () => {
    const result = applied(openParts(parts), { sheets: [report] });
    expect(result.partNames.filter((name) => /vba|macro/i.test(name))).toEqual([]);
    expect(result.archive.text("[Content_Types].xml")).not.toMatch(/vba|macro/i);
    expect(result.archive.text("[Content_Types].xml")).toContain("spreadsheetml.sheet.main+xml");
    expect(result.archive.text("xl/_rels/workbook.xml.rels")).not.toMatch(/vba|macro/i);
    expect(sheetNames(result)).toEqual(["Data", "Report"]);
    expect((await readWithExcelJs(result)).getWorksheet("Data")?.getCell("A3").value).toBe(2);
  });

  it("keeps them, all that belongs to them byte for byte, and the names by which they know its sheets", () => {
    const data = worksheet("", "", '<sheetPr codeName="Sheet1"><tabColor rgb="FF00FF00"/></sheetPr>');
    const source = openParts({ ...parts, "xl/worksheets/sheet1.xml": data });
    expect(source).toMatchObject({ format: "xlsm", hasMacros: true });
    const changes = plan({ sheets: [report, sheet("Data", { rows: [[cell(1)]] })] });
    const result = open(applyPlan(source, changes, { format: "xlsm" }));
    expect(result).toMatchObject({ format: "xlsm", hasMacros: true });
    const kept = [
      "xl/vbaProject.bin",
      "xl/_rels/vbaProject.bin.rels",
      "xl/vbaProjectSignature.bin",
      "xl/macrosheets/sheet1.xml",
    ];
    for (const part of kept) expect(result.archive.raw(part)).toEqual(source.archive.raw(part));
    const types = result.archive.text("[Content_Types].xml");
    expect(types).toContain(
      '"/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"',
    );
    expect(types).toContain('<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>');
    expect(types).toContain("application/vnd.ms-office.vbaProjectSignature");
    expect(result.archive.text("xl/_rels/workbook.xml.rels")).toContain(
      `Id="rId3" Type="${MICROSOFT}/vbaProject" Target="vbaProject.bin"`,
    );
    expect(sheetNames(result)).toEqual(["Macro1", "Data", "Report"]);
    const replaced = result.sheets.find(({ name }) => name === "Data")!.partName;
    expect(result.archive.text(replaced)).toContain('<sheetPr codeName="Sheet1"></sheetPr>');
  });

  it("is an .xlsm as well when it was a template or had none", () => {
    const template = contentTypes({
      "/xl/workbook.xml": "application/vnd.ms-excel.template.macroEnabled.main+xml",
      "/xl/worksheets/sheet1.xml": "worksheet",
    });
    for (const source of [
      openParts({ ...smallWorkbook(), "[Content_Types].xml": template }),
      openParts(smallWorkbook()),
    ]) {
      expect(source.hasMacros).toBe(false);
      const result = open(applyPlan(source, plan({ sheets: [report] }), { format: "xlsm" }));
      expect(result.archive.text("[Content_Types].xml")).toContain("sheet.macroEnabled.main+xml");
    }
  });
});

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
