import {
  applied,
  cell,
  contentTypes,
  MAIN,
  openParts,
  png,
  relationships,
  report,
  sheet,
  sheetNames,
  smallWorkbook,
  workbookXml,
  worksheet,
  readWithExcelJs,
} from "../../../../test/support/testWorkbook";
import type { WorkbookPackage } from "../package/workbookPackage";
import { parseXml } from "../../xml/xml";

const rules =
  '<conditionalFormatting sqref="A2"><cfRule type="expression" dxfId="0" priority="1"><formula>$A2&gt;5</formula></cfRule></conditionalFormatting>';

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
    "xl/worksheets/sheet2.xml": worksheet("").replace("</worksheet>", `${rules}</worksheet>`),
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

  it("keeps the conditional formats that somebody gave it", () => {
    const id = result.archive
      .text("xl/workbook.xml")
      .match(/name="Old" sheetId="5" state="hidden" r:id="(\w+)"/)![1]!;
    const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`);
    const found = target.exec(result.archive.text("xl/_rels/workbook.xml.rels"))!;
    const part = result.archive.text(`xl/${(found[1] ?? found[2])!.replace(/^\/?(xl\/)?/, "")}`);
    expect(part).toContain(`</sheetData>${rules}`);
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
