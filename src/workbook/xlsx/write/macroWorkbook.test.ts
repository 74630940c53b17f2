import { applyPlan } from "./applyPlan";
import {
  applied,
  cell,
  contentTypes,
  open,
  openParts,
  plan,
  relationships,
  report,
  sheet,
  sheetNames,
  smallWorkbook,
  workbookXml,
  worksheet,
  type Parts,
} from "../../../../test/support/testWorkbook";

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

  it("becomes one without", () => {
    const source = openParts(parts);
    const result = applied(source, { sheets: [report] });
    expect(result.partNames.filter((name) => /vba|macro/i.test(name))).toEqual([]);
    expect(result.archive.text("[Content_Types].xml")).not.toMatch(/vba|macro/i);
    expect(result.archive.text("[Content_Types].xml")).toContain("spreadsheetml.sheet.main+xml");
    expect(result.archive.text("xl/_rels/workbook.xml.rels")).not.toMatch(/vba|macro/i);
    expect(sheetNames(result)).toEqual(["Data", "Report"]);
    const data = "xl/worksheets/sheet1.xml";
    expect(result.archive.raw(data)).toEqual(source.archive.raw(data));
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
