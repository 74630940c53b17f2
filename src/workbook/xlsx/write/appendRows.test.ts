import type { PlannedRow, PlannedRows } from "../../../core/api";
import { applyPlan } from "./applyPlan";
import {
  applied,
  cell,
  contentTypes,
  MAIN,
  openParts,
  plan,
  relationships,
  smallWorkbook,
  worksheet,
  readWithExcelJs,
  type Parts,
} from "../../../../test/support/testWorkbook";
import { parseXml, type XmlElement } from "../../xml/xml";

const SHEET = "xl/worksheets/sheet1.xml";

function withSheet(xml: string): Parts {
  return { ...smallWorkbook(), [SHEET]: xml };
}

function withTable(attributes: string, sheetXml = smallWorkbook()[SHEET]!): Parts {
  return {
    ...smallWorkbook(),
    "[Content_Types].xml": contentTypes({
      "/xl/workbook.xml": "sheet.main",
      "/xl/worksheets/sheet1.xml": "worksheet",
      "/xl/styles.xml": "styles",
      "/xl/tables/table1.xml": "table",
    }),
    [SHEET]: sheetXml,
    "xl/worksheets/_rels/sheet1.xml.rels": relationships("rId1 table ../tables/table1.xml"),
    "xl/tables/table1.xml":
      `<table xmlns="${MAIN}" id="1" displayName="Counts" ${attributes}><autoFilter ref="A1:A3"/>` +
      '<tableColumns count="1"><tableColumn id="1" name="Count"/></tableColumns></table>',
  };
}

function append(parts: Parts, firstRow: number, ...rows: PlannedRow[]): { sheet: XmlElement; xml: string } {
  const xml = applied(openParts(parts), { appended: [{ sheet: "data", firstRow, rows }] }).archive.text(
    SHEET,
  );
  return { sheet: parseXml(xml), xml };
}

function cells(root: XmlElement): [string, string][] {
  return Array.from(root.descendants("c"), (element) => [element.attribute("r") ?? "", element.tag]);
}

describe("rows added to a sheet", () => {
  it("may be made when they are written, and do not take the look of titles right above", () => {
    const made: number[] = [];
    const rows: PlannedRows = {
      length: 600,
      width: 2,
      slice: (from, to) => {
        made.push(to - from);
        return Array.from({ length: to - from }, (_, index) => [cell(from + index), null]);
      },
    };
    const added = { sheet: "Data", firstRow: 3, rows, hasOwnLook: true };
    const xml = applied(openParts(smallWorkbook()), { appended: [added] }).archive.text(SHEET);
    const root = parseXml(xml);
    expect(cells(root).slice(-2)).toEqual([
      ["A602", '<c r="A602">'],
      ["A603", '<c r="A603">'],
    ]);
    expect(root.child("dimension")?.attribute("ref")).toBe("A1:B603");
    // A few at a time, and each once.
    expect(made).toEqual([256, 256, 88]);
  });

  it("come after its last row, in the styles of the cells above", async () => {
    const source = openParts(smallWorkbook());
    const result = applied(source, {
      appended: [
        {
          sheet: "Data",
          firstRow: 3,
          rows: [
            [cell(3), cell("note")],
            [cell("=4"), null, cell(true)],
          ],
        },
        { sheet: "Data", firstRow: 5, rows: [[cell(5, { style: { bold: true } })]] },
      ],
    });
    const read = (await readWithExcelJs(result)).getWorksheet("Data")!;
    expect(read.getColumn(1).values).toEqual([undefined, "Count", 1, 2, 3, "=4", 5]);
    expect(read.getCell("A4").numFmt).toBe("0.00");
    expect(read.getCell("B4").value).toBe("note");
    expect(read.getCell("C5").value).toBe(true);
    expect(read.getCell("A6").font).toMatchObject({ bold: true, name: "Arial", size: 10 });
    const formats = parseXml(result.archive.text("xl/styles.xml")).child("cellXfs")!.children;
    const quoted = parseXml(result.archive.text(SHEET)).descendants("c");
    const style = Array.from(quoted)
      .find((element) => element.attribute("r") === "A5")
      ?.attribute("s");
    expect(formats[Number(style)]?.attribute("quotePrefix")).toBe("1");
    expect(formats[Number(style)]?.attribute("numFmtId")).toBe("2");
    expect(parseXml(result.archive.text(SHEET)).child("dimension")?.attribute("ref")).toBe("A1:C6");
  });

  it("leave all before them as it was written", () => {
    const before = String(smallWorkbook()[SHEET]);
    const { xml } = append(smallWorkbook(), 3, [cell(3)]);
    const rows = before.slice(before.indexOf("<sheetData>"), before.indexOf("</sheetData>"));
    expect(xml).toContain(`${rows}<row r="4"><c r="A4" s="2"><v>3</v></c></row></sheetData>`);
  });

  it("may be the first, and may leave a gap", () => {
    const empty = `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`;
    expect(append(withSheet(empty), 0, [cell(1)]).xml).toBe(
      `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
    );
    expect(append(smallWorkbook(), 9, [cell(1)]).xml).toContain('<row r="10"><c r="A10"><v>1</v></c></row>');
  });

  it("take the prefix of the sheet", () => {
    const prefixed =
      `<?xml version="1.0"?><!-- x --><x:worksheet xmlns:x="${MAIN}"><x:dimension ref="A1"/><x:sheetData>` +
      '<x:row r="1"><x:c r="A1" s="2"><x:v>1</x:v></x:c></x:row></x:sheetData><x:rowBreaks/></x:worksheet>';
    const link = { sheet: "Data", row: 0, column: 0 };
    expect(append(withSheet(prefixed), 1, [cell("a", { link })]).xml).toContain(
      '<x:dimension ref="A1:A2"/><x:sheetData><x:row r="1"><x:c r="A1" s="2"><x:v>1</x:v></x:c></x:row>' +
        '<x:row r="2"><x:c r="A2" s="2" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData>' +
        `<x:hyperlinks><x:hyperlink ref="A2" location="'Data'!A1"/></x:hyperlinks><x:rowBreaks/>`,
    );
  });

  it("add their links to those of the sheet", () => {
    const link = { sheet: "Data", row: 0, column: 0 };
    const linked = worksheet("", '<mergeCells/><hyperlinks><hyperlink ref="A1"/></hyperlinks><pageMargins/>');
    const { sheet } = append(withSheet(linked), 3, [cell("a", { link })]);
    expect(sheet.child("hyperlinks")?.children.map((element) => element.attribute("ref"))).toEqual([
      "A1",
      "A4",
    ]);
    const plain = worksheet("", "<mergeCells/><pageMargins/>");
    expect(append(withSheet(plain), 3, [cell("a", { link })]).sheet.children.map(({ name }) => name)).toEqual(
      ["sheetData", "mergeCells", "hyperlinks", "pageMargins"],
    );
  });

  it("fill blank rows that have a format, and keep what else is there", () => {
    const formatted = worksheet(
      '<row r="1"><c r="A1" s="1"/></row>\n<row r="2" spans="1:3" ht="20"><c r="A2" s="2"/><c r="C2"><f>A2*2</f><v>0</v></c></row>\n' +
        '<row r="4"><c r="A4" s="2"/></row><row r="5"><c r="A5"><v>9</v></c></row>',
    );
    const { sheet } = append(withSheet(formatted), 1, [cell(1), cell(2)], [cell(3)], [cell(4)]);
    expect(cells(sheet)).toEqual([
      ["A1", '<c r="A1" s="1"/>'],
      ["A2", '<c r="A2" s="2">'],
      ["B2", '<c r="B2">'],
      ["C2", '<c r="C2">'],
      ["A3", '<c r="A3" s="1">'],
      ["A4", '<c r="A4" s="2">'],
      ["A5", '<c r="A5">'],
    ]);
    expect(sheet.child("sheetData")?.children[1]?.tag).toBe('<row r="2" ht="20">');
  });

  it("find their place when rows and cells do not say theirs", () => {
    const bare = worksheet(
      '<row><c s="1"><v>1</v></c></row><row/><row><c/><c s="2"><v>1</v></c></row><row><c/></row>',
    );
    const { sheet } = append(withSheet(bare), 3, [cell("a"), cell("b")]);
    expect(cells(sheet).slice(-2)).toEqual([
      ["A4", '<c r="A4" t="inlineStr">'],
      ["B4", '<c r="B4" s="2" t="inlineStr">'],
    ]);
  });

  it("are nothing when they hold nothing", () => {
    const source = openParts(smallWorkbook());
    const result = applied(source, { appended: [{ sheet: "Data", firstRow: 3, rows: [[null], []] }] });
    expect(result.archive.raw(SHEET)).toEqual(source.archive.raw(SHEET));
  });
});

describe("rows that cannot be added", () => {
  const attempt = (parts: Parts, sheet: string, firstRow: number) => () =>
    applyPlan(openParts(parts), plan({ appended: [{ sheet, firstRow, rows: [[cell(1)]] }] }));

  it("would overwrite a cell", () => {
    expect(attempt(smallWorkbook(), "Data", 2)).toThrow("A3 is not empty");
  });

  it("have no sheet to go to", () => {
    expect(attempt(smallWorkbook(), "Other", 3)).toThrow("no such sheet");
    expect(attempt(withSheet("<worksheet/>"), "Data", 3)).toThrow("no rows to add to");
    expect(attempt(withSheet("<chartsheet/>"), "Data", 3)).toThrow("no rows to add to");
    expect(attempt(smallWorkbook(), "Data", 1_048_576)).toThrow("more rows");
  });

  it("would go where a table has its totals", () => {
    expect(attempt(withTable('ref="A1:A4" totalsRowCount="1"'), "Data", 3)).toThrow('"Counts"');
  });
});

describe("a table above rows that are added", () => {
  const tableAfter = (parts: Parts, firstRow: number, row: PlannedRow): XmlElement => {
    const result = applied(openParts(parts), { appended: [{ sheet: "Data", firstRow, rows: [row] }] });
    return parseXml(result.archive.text("xl/tables/table1.xml"));
  };

  it("takes them in when they come right below it", () => {
    const table = tableAfter(withTable('ref="A1:A3"'), 3, [cell(3)]);
    expect(table.attribute("ref")).toBe("A1:A4");
    expect(table.child("autoFilter")?.attribute("ref")).toBe("A1:A4");
  });

  it("takes them in when they begin in its blank first row, without the style of its header", () => {
    const header = worksheet('<row r="1"><c r="A1" s="1" t="str"><v>Count</v></c></row>');
    const result = applied(openParts(withTable('ref="A1:A2"', header)), {
      appended: [{ sheet: "Data", firstRow: 1, rows: [[cell(1)], [cell(2)]] }],
    });
    expect(result.tables[0]?.lastRow).toBe(2);
    expect(cells(parseXml(result.archive.text(SHEET)))[1]).toEqual(["A2", '<c r="A2">']);
  });

  it("stays as it is when they are not its own", () => {
    expect(tableAfter(withTable('ref="A1:A3"'), 4, [cell(3)]).attribute("ref")).toBe("A1:A3");
    expect(tableAfter(withTable('ref="A1:A3"'), 3, [null, cell(3)]).attribute("ref")).toBe("A1:A3");
    expect(tableAfter(withTable('ref="A1:A9"'), 3, [cell(3)]).attribute("ref")).toBe("A1:A9");
  });
});
