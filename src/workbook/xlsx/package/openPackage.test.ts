import ExcelJS from "exceljs";
import { openPackage } from "./openPackage";
import {
  contentTypes,
  MAIN,
  open,
  openParts,
  png,
  RELATIONSHIPS,
  relationships,
  smallWorkbook,
  workbookXml,
  worksheet,
  zipParts,
  type Parts,
} from "../../../../test/support/testWorkbook";

function failureOf(bytes: Uint8Array): { code: string; message: string } {
  const opened = openPackage(bytes);
  if (opened.ok) throw new Error("It opened.");
  return opened.failure;
}

/** An OLE compound file with these streams in its directory. */
function oleFile(...streams: string[]): Uint8Array {
  const file = Buffer.alloc(512 + 128 * streams.length);
  file.write("d0cf11e0a1b11ae1", "hex");
  streams.forEach((name, index) => {
    const at = 512 + 128 * index;
    file.write(`${name}\0`, at, "utf16le");
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
    file[at + 66] = 2;
  });
  return file;
}

describe("a workbook", () => {
  it("lists its sheets in the order of the tabs", () => {
    const workbook = openParts({
      ...smallWorkbook(),
      "xl/workbook.xml": workbookXml(
        '<workbookPr date1904="1"/><sheets><sheet name="Back" sheetId="7" state="veryHidden" r:id="rId9"/>' +
          '<sheet name="R&amp;D _x005F_x0041_" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Chart" sheetId="3" r:id="rId4"/>' +
          "</sheets>",
      ),
      "xl/_rels/workbook.xml.rels": relationships(
        "rId1 worksheet worksheets/sheet1.xml",
        "rId9 worksheet /xl/worksheets/Back.XML",
        "rId4 chartsheet ../xl/chartsheets/sheet1.xml",
      ),
      "xl/worksheets/back.xml": worksheet(""),
      "xl/chartsheets/sheet1.xml": "<chartsheet/>",
    });
    expect(workbook.date1904).toBe(true);
    expect(workbook.sheets).toEqual([
      {
        name: "Back",
        partName: "xl/worksheets/back.xml",
        state: "veryHidden",
        relationshipId: "rId9",
        kind: "worksheet",
      },
      {
        name: "R&D _x0041_",
        partName: "xl/worksheets/sheet1.xml",
        state: "hidden",
        relationshipId: "rId1",
        kind: "worksheet",
      },
      {
        name: "Chart",
        partName: "xl/chartsheets/sheet1.xml",
        state: "visible",
        relationshipId: "rId4",
        kind: "other",
      },
    ]);
  });

  it.each([
    [
      "a part is missing",
      '<sheet name="Adjustments" sheetId="4" r:id="rId5"/>',
      'lists the sheet "Adjustments", whose part (xl/worksheets/lost.xml) is missing',
    ],
    [
      "a relationship is missing",
      '<sheet name="Adjustments" sheetId="4" r:id="rId9"/>',
      'lists the sheet "Adjustments", whose part is missing',
    ],
    ["a name stands twice", '<sheet name="DATA" sheetId="4" r:id="rId4"/>', 'lists the sheet "DATA" twice'],
    ["a part stands twice", '<sheet name="Again" sheetId="4" r:id="rId1"/>', "xl/worksheets/sheet1.xml"],
  ])("of which %s is refused", (_, element, message) => {
    const failure = failureOf(
      zipParts({
        ...smallWorkbook(),
        "xl/workbook.xml": workbookXml(
          `<sheets><sheet name="Data" sheetId="1" r:id="rId1"/>${element}</sheets>`,
        ),
        "xl/_rels/workbook.xml.rels": relationships(
          "rId1 worksheet worksheets/sheet1.xml",
          "rId4 worksheet worksheets/sheet4.xml",
          "rId5 worksheet worksheets/lost.xml",
        ),
        "xl/worksheets/sheet4.xml": worksheet(""),
      }),
    );
    expect(failure.code).toBe("DAMAGED");
    expect(failure.message).toContain(message);
  });

  it("names the part that is damaged and why", () => {
    expect(
      failureOf(zipParts({ ...smallWorkbook(), "xl/_rels/workbook.xml.rels": "<a><b></a>" })).message,
    ).toBe(
      'The part "xl/_rels/workbook.xml.rels" of the workbook is damaged (</a> closes nothing); open the workbook in Excel, let Excel repair it and save it again.',
    );
    const latin1 = Buffer.from(workbookXml('<sheets><sheet name="K\u00e4ufe"/></sheets>'), "latin1");
    expect(failureOf(zipParts({ ...smallWorkbook(), "xl/workbook.xml": latin1 })).message).toContain(
      'The part "xl/workbook.xml" of the workbook is damaged (it holds bytes that are no UTF-8)',
    );
  });

  it("names the parts a reader needs", () => {
    const workbook = openParts(smallWorkbook());
    expect(workbook.date1904).toBe(false);
    expect(workbook.stylesPart).toBe("xl/styles.xml");
    expect(workbook.sharedStringsPart).toBeUndefined();
    expect(workbook.partNames).toHaveLength(6);
  });

  it("opens as a file of exceljs", async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("One").addRow(["text", 1]);
    book.addWorksheet("Two", { state: "hidden" });
    const workbook = open(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(workbook.sheets.map(({ name, state }) => [name, state])).toEqual([
      ["One", "visible"],
      ["Two", "hidden"],
    ]);
    expect(workbook.sharedStringsPart).toBe("xl/sharedStrings.xml");
  });

  it("is found by its relationship, with other prefixes, strict namespaces and UTF-16", () => {
    const strict = "http://purl.oclc.org/ooxml";
    const type = `${strict}/officeDocument/relationships`;
    const source =
      '<?xml version="1.0" encoding="UTF-16"?>' +
      `<x:workbook xmlns:x="${strict}/spreadsheetml/main" xmlns:q="${type}">` +
      '<x:sheets><x:sheet name="Data" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>';
    const workbook = openParts({
      "[content_types].xml": contentTypes({ "/book/main.xml": "sheet.main" }),
      "_rels/.rels": relationships(`rId1 ${type}/officeDocument /book/main.xml`),
      "book/main.xml": Buffer.from(`\ufeff${source}`, "utf16le"),
      "book/_rels/main.xml.rels": relationships(`rId1 ${type}/worksheet ../sheet.xml`),
      "sheet.xml": worksheet(""),
    });
    expect(workbook.sheets).toEqual([expect.objectContaining({ name: "Data", partName: "sheet.xml" })]);
  });

  it.each(["sheet.macroEnabled", "template.macroEnabled", "addin.macroEnabled"])("may be a %s", (kind) => {
    const types = contentTypes({ "/xl/workbook.xml": `application/vnd.ms-excel.${kind}.main+xml` });
    expect(openParts({ ...smallWorkbook(), "[Content_Types].xml": types }).sheets).toHaveLength(1);
  });
});

describe("tables and pictures", () => {
  const table = (attributes: string): string => `<x:table xmlns:x="${MAIN}" ${attributes}/>`;
  const drawing =
    `<xdr:wsDr xmlns:xdr="d" xmlns:a="a" xmlns:r="${RELATIONSHIPS}"><xdr:pic><a:blip r:embed="rId2"/></xdr:pic>` +
    '<xdr:grpSp><xdr:pic><a:blip r:embed="rId1"/></xdr:pic></xdr:grpSp><xdr:pic><a:blip r:embed="rId3"/></xdr:pic></xdr:wsDr>';
  const jpeg = Buffer.from("ffd8ffe0", "hex");
  const workbook = openParts({
    ...smallWorkbook(),
    "xl/worksheets/_rels/sheet1.xml.rels": relationships(
      "rId1 table ../tables/table1.xml",
      "rId2 table ../tables/table2.xml",
      "rId3 table ../tables/table3.xml",
      "rId4 drawing ../drawings/drawing1.xml",
    ),
    "xl/tables/table1.xml": table('id="4" name="t" displayName="Prices" ref="B2:D9"'),
    "xl/tables/table2.xml": table('id="5" displayName="Sum" ref="F1:F4" totalsRowCount="1"'),
    "xl/tables/table3.xml": table('id="6" displayName="Bare" ref="H1:I4" headerRowCount="0"'),
    "xl/drawings/drawing1.xml": drawing,
    "xl/drawings/_rels/drawing1.xml.rels": relationships(
      "rId1 image ../media/a.png",
      "rId2 image ../media/b.bin",
      "rId3 image ../media/c.emf",
    ),
    "xl/media/a.png": png(2, 1),
    "xl/media/b.bin": jpeg,
    "xl/media/c.emf": Buffer.from("emf"),
  });

  it("of which one is missing are a failure: its name would be given to another", () => {
    const lacking = openParts({
      ...smallWorkbook(),
      "xl/worksheets/_rels/sheet1.xml.rels": relationships("rId1 table ../tables/table1.xml"),
    });
    expect(() => lacking.tables).toThrow(
      'The sheet "Data" has a table whose part (xl/tables/table1.xml) is missing',
    );
  });

  it("are read from the parts of the sheet", () => {
    expect(workbook.tables).toEqual([
      { name: "Prices", sheet: "Data", firstRow: 1, lastRow: 8, firstColumn: 1, lastColumn: 3 },
      { name: "Sum", sheet: "Data", firstRow: 0, lastRow: 2, firstColumn: 5, lastColumn: 5 },
    ]);
    expect(workbook.tableParts.map(({ id, hasHeader }) => [id, hasHeader])).toEqual([
      [4, true],
      [5, true],
      [6, false],
    ]);
  });

  it("gives PNG and JPEG pictures in the order of the drawing", () => {
    expect(workbook.pictures(workbook.sheets[0]!)).toEqual([
      { sheet: "Data", bytes: jpeg, type: "jpeg" },
      { sheet: "Data", bytes: png(2, 1), type: "png" },
    ]);
  });
});

describe("what is no workbook", () => {
  const text = (content: string): Uint8Array => Buffer.from(content, "utf8");

  it.each([
    ["", "is empty"],
    ["customer;day;quantity\nAcme;1;2", "CSV"],
    ["\ufeffone\ttwo", "CSV"],
    ["%PDF-1.7\n\0", "PDF"],
    ["<!DOCTYPE html><table>", "HTML"],
    ["\n<html>", "HTML"],
    ["<?xml version='1.0'?><Workbook/>", "XML"],
    ["{\\rtf1", "RTF"],
    ["hello", "plain text"],
    ["\u0001\0\u0002", "binary"],
  ])("%j is named as what it is", (content, kind) => {
    const failure = failureOf(text(content));
    expect(failure.code).toBe("NOT_A_WORKBOOK");
    expect(failure.message).toContain(kind);
  });

  it("includes UTF-16 text and gzip", () => {
    expect(failureOf(Buffer.from("\ufeffa;b", "utf16le")).message).toContain("CSV");
    expect(failureOf(Buffer.from("1f8b08", "hex")).message).toContain("gzip");
  });

  it.each<[string, Parts]>([
    ["OpenDocument", { mimetype: "application/vnd.oasis.opendocument.spreadsheet" }],
    ["Numbers", { "Index/Document.iwa": "" }],
    ["zip archive", { "notes.txt": "" }],
    ["zip archive", { ...smallWorkbook(), "_rels/.rels": relationships() }],
  ])("a zip is named as what it is: %s", (kind, parts) => {
    const failure = failureOf(zipParts(parts));
    expect(failure.code).toBe("NOT_A_WORKBOOK");
    expect(failure.message).toContain(kind);
  });

  it.each([
    ["word/document.xml", "wordprocessingml.document", "Word"],
    ["ppt/presentation.xml", "presentationml.presentation", "PowerPoint"],
  ])("%s is named as what it is", (part, kind, product) => {
    const type = `application/vnd.openxmlformats-officedocument.${kind}.main+xml`;
    const failure = failureOf(
      zipParts({
        "[Content_Types].xml": contentTypes({ [`/${part}`]: type }),
        "_rels/.rels": relationships(`rId1 officeDocument ${part}`),
        [part]: "<document/>",
      }),
    );
    expect(failure.code).toBe("NOT_A_WORKBOOK");
    expect(failure.message).toContain(product);
  });
});

describe("a workbook that cannot be read", () => {
  it("is encrypted", () => {
    const failure = failureOf(oleFile("Root Entry", "EncryptionInfo", "EncryptedPackage"));
    expect(failure.code).toBe("ENCRYPTED");
    expect(failure.message).toContain("password");
  });

  it("is of the old format", () => {
    expect(failureOf(oleFile("Root Entry", "Workbook")).message).toContain(".xls");
    expect(failureOf(oleFile("Root Entry", "Book")).code).toBe("OLD_XLS");
    expect(failureOf(oleFile("Root Entry", "WordDocument")).code).toBe("OLD_XLS");
  });

  it("does not take a text in an old workbook for encryption", () => {
    const file = Buffer.concat([oleFile("Workbook"), Buffer.from("x EncryptedPackage\0", "utf16le")]);
    expect(failureOf(file).code).toBe("OLD_XLS");
  });

  it("is binary", () => {
    const types = contentTypes({
      "/xl/workbook.bin": "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
    });
    const parts = {
      "[Content_Types].xml": types,
      "_rels/.rels": relationships("rId1 officeDocument xl/workbook.bin"),
      "xl/workbook.bin": "",
    };
    expect(failureOf(zipParts(parts)).code).toBe("UNSUPPORTED");
  });

  it("is cut off, wherever it is cut", () => {
    const whole = zipParts(smallWorkbook());
    for (let length = 2; length < whole.length; length += 7) {
      expect(failureOf(whole.subarray(0, length)).code).toBe("TRUNCATED");
    }
  });

  it("is damaged", () => {
    const parts = { ...smallWorkbook(), "xl/workbook.xml": "<workbook><sheets>" };
    expect(failureOf(zipParts(parts)).code).toBe("DAMAGED");
  });

  it("is a bomb", () => {
    const parts = { ...smallWorkbook(), "xl/worksheets/sheet1.xml": Buffer.alloc(64 * 1024 ** 2, " ") };
    expect(failureOf(zipParts(parts)).code).toBe("UNSAFE_ZIP");
  });
});
