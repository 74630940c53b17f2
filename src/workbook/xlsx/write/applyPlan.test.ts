import { Decimal, type CellStyle, type PlannedSheet } from "../../../core/api";
import { applyPlan } from "./applyPlan";
import { emptyPackage } from "../package/emptyPackage";
import {
  applied,
  cell,
  open,
  openParts,
  plan,
  png,
  sheet,
  smallWorkbook,
  readWithExcelJs,
} from "../../../../test/support/testWorkbook";
import { parseXml } from "../../xml/xml";

const title: CellStyle = { bold: true, fill: "D9E1F2", border: "bottom" };
const money: CellStyle = { format: "#,##0.00" };

const register: PlannedSheet = sheet("Bob's register", {
  rows: [
    [cell("Register", { style: { bold: true, size: 16 } })],
    ["No", "Amount", "Amount"].map((value) => cell(value, { style: title })),
    [cell("INV-1"), cell(new Decimal("12.5"), { style: money }), cell(25, { formula: "B3*2", style: money })],
    [
      cell("INV-2"),
      cell(0.1),
      cell(true),
      cell("see", { link: { sheet: "O'Hara & Co", row: 9, column: 27 } }),
    ],
  ],
  widths: [20, 0, 12.5],
  heights: new Map([[0, 30]]),
  table: { name: "Invoices", headerRow: 1, columns: ["No", "Amount", "Amount"] },
  frozenRows: 2,
  merges: ["A1:C1"],
  choices: [{ column: 0, firstRow: 2, lastRow: 9, choices: ["open", 'say "paid"'] }],
  image: { bytes: png(400, 100), type: "png", row: 0, column: 3, maxWidth: 200, maxHeight: 100 },
  page: { orientation: "landscape", repeatRows: [0, 1], footer: "&CPage &P of &N" },
  hideGridLines: true,
  tabColor: "00b050",
});

describe("a new workbook", () => {
  const bytes = applyPlan(emptyPackage(), plan({ sheets: [register, sheet("O'Hara & Co")] }));
  const workbook = open(bytes);

  it("is the same bytes each time", () => {
    const again = applyPlan(emptyPackage(), plan({ sheets: [register, sheet("O'Hara & Co")] }));
    expect(Buffer.compare(again, bytes)).toBe(0);
  });

  it("holds the cells as they were planned", async () => {
    const read = (await readWithExcelJs(workbook)).getWorksheet("Bob's register")!;
    expect(read.getCell("A1").value).toBe("Register");
    expect(read.getCell("A1").font).toMatchObject({ bold: true, size: 16, name: "Calibri" });
    expect(read.getCell("B3").value).toBe(12.5);
    expect(read.getCell("B3").numFmt).toBe("#,##0.00");
    expect(read.getCell("C3").value).toEqual({ formula: "B3*2", result: 25 });
    expect(read.getCell("B4").value).toBe(0.1);
    expect(read.getCell("C4").value).toBe(true);
    expect(read.getCell("D4").font).toMatchObject({ underline: true, color: { argb: "FF0563C1" } });
    expect(read.getCell("A2").fill).toMatchObject({ pattern: "solid", fgColor: { argb: "FFD9E1F2" } });
    expect(read.getCell("A2").border).toMatchObject({ bottom: { style: "thin" } });
  });

  it("holds page breaks, the pages it is scaled down to, and columns that are not shown", async () => {
    const page = { orientation: "portrait", pages: 1, breaks: [40, 75] } as const;
    const hidden = sheet("Hidden", {
      rows: [[cell(1), cell(2)]],
      widths: [10, 12],
      hiddenColumns: [1],
      page,
    });
    const written = open(applyPlan(emptyPackage(), plan({ sheets: [hidden] })));
    const read = (await readWithExcelJs(written)).getWorksheet("Hidden")!;
    expect([read.getColumn(1).hidden, read.getColumn(2).hidden]).toEqual([false, true]);
    expect(read.getColumn(2).width).toBe(12);
    expect(read.pageSetup).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: 1 });
    const { children } = parseXml(written.archive.text("xl/worksheets/sheet1.xml"));
    const names = children.map(({ name }) => name);
    expect(names.slice(names.indexOf("pageSetup"))).toEqual(["pageSetup", "rowBreaks"]);
    const breaks = children.find(({ name }) => name === "rowBreaks")!;
    expect([breaks.attribute("count"), breaks.attribute("manualBreakCount")]).toEqual(["2", "2"]);
    expect(breaks.children.map((pageBreak) => pageBreak.attribute("id"))).toEqual(["40", "75"]);
  });

  it("holds the layout and the page", async () => {
    const read = (await readWithExcelJs(workbook)).getWorksheet("Bob's register")!;
    expect(read.getColumn(1).width).toBe(20);
    expect(read.getColumn(3).width).toBe(12.5);
    expect(read.getRow(1).height).toBe(30);
    expect(read.getCell("B1").master.address).toBe("A1");
    expect(read.views[0]).toMatchObject({ state: "frozen", ySplit: 2, showGridLines: false });
    expect(read.properties.tabColor).toEqual({ argb: "FF00B050" });
    expect(read.pageSetup).toMatchObject({
      orientation: "landscape",
      fitToPage: true,
      fitToHeight: 0,
      printTitlesRow: "1:2",
    });
    expect(read.headerFooter.oddFooter).toBe("&CPage &P of &N");
    expect(read.getCell("A5").dataValidation).toMatchObject({
      type: "list",
      formulae: ['"open,say ""paid"""'],
    });
  });

  it("holds the picture at its proportions", async () => {
    const read = (await readWithExcelJs(workbook)).getWorksheet("Bob's register")!;
    const [image] = read.getImages();
    expect(image?.range).toMatchObject({
      ext: { width: 200, height: 50 },
      tl: { nativeCol: 3, nativeRow: 0 },
    });
    expect(workbook.pictures(workbook.sheets[0]!)).toEqual([
      { sheet: "Bob's register", type: "png", bytes: Buffer.from(png(400, 100)) },
    ]);
  });

  it("has a table whose columns are the texts of its header", async () => {
    const read = (await readWithExcelJs(workbook)).getWorksheet("Bob's register")!;
    expect(workbook.tables).toEqual([
      { name: "Invoices", sheet: "Bob's register", firstRow: 1, lastRow: 3, firstColumn: 0, lastColumn: 2 },
    ]);
    const table = parseXml(workbook.archive.text("xl/tables/table1.xml"));
    expect(table.child("autoFilter")?.attribute("ref")).toBe("A2:C4");
    const columns = table.child("tableColumns")!.children;
    expect(columns.map((column) => [column.attribute("id"), column.attribute("name")])).toEqual([
      ["1", "No"],
      ["2", "Amount"],
      ["3", "Amount2"],
    ]);
    expect(read.getCell("C2").value).toBe("Amount2");
    expect(read.getCell("C2").font).toMatchObject({ bold: true });
  });

  it("links to cells of sheets whose names need quotes", () => {
    const xml = parseXml(workbook.archive.text("xl/worksheets/sheet1.xml"));
    const [link] = xml.child("hyperlinks")!.children;
    expect(link?.attribute("ref")).toBe("D4");
    expect(link?.attribute("location")).toBe("'O''Hara & Co'!AB10");
  });

  it("has the elements of a sheet in the order of the schema", () => {
    const names = (part: string): string[] =>
      parseXml(workbook.archive.text(part)).children.map((child) => child.name);
    expect(names("xl/worksheets/sheet1.xml")).toEqual([
      "sheetPr",
      "dimension",
      "sheetViews",
      "sheetFormatPr",
      "cols",
      "sheetData",
      "mergeCells",
      "dataValidations",
      "hyperlinks",
      "pageMargins",
      "pageSetup",
      "headerFooter",
      "drawing",
      "tableParts",
    ]);
    expect(names("xl/worksheets/sheet2.xml")).toEqual([
      "dimension",
      "sheetViews",
      "sheetFormatPr",
      "sheetData",
    ]);
    expect(names("xl/workbook.xml")).toEqual(["bookViews", "sheets", "definedNames"]);
  });
});

describe("texts", () => {
  const texts = ["=1+1", "+1", "-1", "@SUM(A1)", "\t1", "\r1"];

  it("that start like a formula stay texts, also when somebody edits the cell", async () => {
    const workbook = applied(emptyPackage(), {
      sheets: [sheet("S", { rows: texts.map((text) => [cell(text), cell(text, { style: money })]) })],
    });
    const read = (await readWithExcelJs(workbook)).getWorksheet("S")!;
    const formats = parseXml(workbook.archive.text("xl/styles.xml")).child("cellXfs")!.children;
    const cells = Array.from(parseXml(workbook.archive.text("xl/worksheets/sheet1.xml")).descendants("c"));
    texts.forEach((text, row) => {
      if (!text.startsWith("\r")) expect(read.getCell(row + 1, 1).value).toBe(text);
      for (const written of [cells[2 * row]!, cells[2 * row + 1]!]) {
        expect(written.attribute("t")).toBe("inlineStr");
        expect(formats[Number(written.attribute("s"))]?.attribute("quotePrefix")).toBe("1");
      }
    });
    expect(read.getCell("B1").numFmt).toBe("#,##0.00");
  });

  it("keep their spaces, and are cut where Excel cuts", () => {
    const long = "x".repeat(32_766);
    const workbook = applied(emptyPackage(), {
      sheets: [sheet("S", { rows: [[cell(" a"), cell("b c"), cell(`${long}yz`), cell(`${long}😀`)]] })],
    });
    const [first, second, third, fourth] = Array.from(
      parseXml(workbook.archive.text("xl/worksheets/sheet1.xml")).descendants("t"),
    );
    expect(first?.attribute("xml:space")).toBe("preserve");
    expect(second?.attribute("xml:space")).toBeUndefined();
    expect(third?.text).toBe(`${long}y`);
    expect(fourth?.text).toBe(long);
  });
});

describe("values", () => {
  it("are written as the double that Excel holds", () => {
    const values = [
      new Decimal("0.1").plus("0.2"),
      1e21,
      new Decimal("123456789012345678"),
      -0,
      5e-7,
      Infinity,
    ];
    const workbook = applied(emptyPackage(), {
      sheets: [sheet("S", { rows: [values.map((value) => cell(value))] })],
    });
    const cells = Array.from(parseXml(workbook.archive.text("xl/worksheets/sheet1.xml")).descendants("c"));
    expect(cells.map(({ children }) => children[0]?.text)).toEqual([
      "0.3",
      "1e+21",
      "123456789012345680",
      "0",
      "5e-7",
      "#NUM!",
    ]);
    expect(cells.at(-1)?.attribute("t")).toBe("e");
  });

  it("of formulas are stored with their kinds", async () => {
    const workbook = applied(emptyPackage(), {
      sheets: [
        sheet("S", {
          rows: [[cell("a<b", { formula: 'IF(1<2,"a<b","")' }), cell(false, { formula: "1>2" }), cell("")]],
        }),
      ],
    });
    const read = (await readWithExcelJs(workbook)).getWorksheet("S")!;
    expect(read.getCell("A1").value).toEqual({ formula: 'IF(1<2,"a<b","")', result: "a<b" });
    expect(workbook.archive.text("xl/worksheets/sheet1.xml")).toContain(
      '<c r="B1" t="b"><f>1&gt;2</f><v>0</v></c>',
    );
    expect(workbook.archive.text("xl/worksheets/sheet1.xml")).not.toContain('r="C1"');
  });
});

describe("a sheet", () => {
  it("has at most the links that Excel allows", () => {
    const rows = Array.from({ length: 65_531 }, () => [
      cell("go", { link: { sheet: "S", row: 0, column: 0 } }),
    ]);
    const xml = applied(emptyPackage(), { sheets: [sheet("S", { rows })] }).archive.text(
      "xl/worksheets/sheet1.xml",
    );
    expect(xml.match(/<hyperlink /g)).toHaveLength(65_530);
    expect(xml).toContain('<c r="A65531"');
  });

  it("leaves out a drop-down list that cannot be given in place", () => {
    const choices = [["a,b"], ["x".repeat(256)], []].map((list) => ({
      column: 0,
      firstRow: 0,
      lastRow: 1,
      choices: list,
    }));
    const xml = applied(emptyPackage(), { sheets: [sheet("S", { choices })] }).archive.text(
      "xl/worksheets/sheet1.xml",
    );
    expect(xml).not.toContain("dataValidation");
  });

  it("has a blank row below the header of a table without rows", () => {
    const table = { name: "T", headerRow: 0, columns: ["", "a", "A"] };
    const workbook = applied(emptyPackage(), { sheets: [sheet("S", { table, rows: [] })] });
    expect(workbook.tables).toEqual([expect.objectContaining({ firstRow: 0, lastRow: 1, lastColumn: 2 })]);
    const xml = workbook.archive.text("xl/worksheets/sheet1.xml");
    for (const name of ["Column1", "a", "A2"]) expect(xml).toContain(`<t>${name}</t>`);
  });

  it("shares its picture with other sheets", () => {
    const image = { bytes: png(1, 1), type: "png", row: 0, column: 0, maxWidth: 9, maxHeight: 9 } as const;
    const workbook = applied(emptyPackage(), {
      sheets: [sheet("A", { image }), sheet("B", { image: { ...image, bytes: png(1, 1) } })],
    });
    expect(workbook.partNames.filter((name) => name.includes("media"))).toEqual(["xl/media/image1.png"]);
  });
});

describe("a plan that would break the file", () => {
  const small = (): ReturnType<typeof open> => openParts(smallWorkbook());

  it.each(["", "x".repeat(32), "a/b", "[a]", "'a", "a'"])("is refused for the sheet name %j", (name) => {
    expect(() => applyPlan(small(), plan({ sheets: [sheet(name)] }))).toThrow("cannot be the name");
  });

  it("is refused for a sheet written twice and for one too large", () => {
    expect(() => applyPlan(small(), plan({ sheets: [sheet("a"), sheet("A")] }))).toThrow("twice");
    const rows = new Array<[]>(1_048_577).fill([]);
    expect(() => applyPlan(small(), plan({ sheets: [sheet("a", { rows })] }))).toThrow("more rows");
  });

  it("is refused when no sheet would be seen", () => {
    expect(() => applyPlan(small(), plan({ removedSheets: ["data"] }))).toThrow("visible sheet");
  });
});
