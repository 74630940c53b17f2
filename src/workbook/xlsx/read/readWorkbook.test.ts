import {
  contentTypes,
  relationships,
  workbookXml,
  worksheet,
  zipParts,
} from "../../../../test/support/testWorkbook";
import { readWorkbook } from "./readWorkbook";
import { cellsOf, read, readFailure, workbookOf } from "../../../../test/support/testReading";

// Reading is slow work on a busy machine, and these tests are not about time.
jest.setTimeout(60_000);

const rowsOf = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `<row r="${String(index + 1)}"><c r="A${String(index + 1)}"><v>1</v></c></row>`,
  ).join("");

test("all worksheets are read in the order of the tabs, hidden ones too, and chart sheets are left out", async () => {
  const bytes = zipParts({
    "[Content_Types].xml": contentTypes({ "/xl/workbook.xml": "sheet.main" }),
    "_rels/.rels": relationships("rId1 officeDocument xl/workbook.xml"),
    "xl/workbook.xml": workbookXml(
      '<sheets><sheet name="Usage &amp; more" sheetId="9" r:id="rId3"/><sheet name="Chart" sheetId="2" r:id="rId1"/>' +
        '<sheet name="Old" sheetId="4" state="hidden" r:id="rId2"/></sheets>',
    ),
    "xl/_rels/workbook.xml.rels": relationships(
      "rId1 chartsheet chartsheets/sheet1.xml",
      "rId2 worksheet worksheets/sheet1.xml",
      "rId3 worksheet worksheets/sheet2.xml",
    ),
    "xl/worksheets/sheet1.xml": worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
    "xl/worksheets/sheet2.xml": worksheet('<row r="1"><c r="A1"><v>2</v></c></row>'),
    "xl/chartsheets/sheet1.xml": "<chartsheet/>",
  });
  const { grids } = await read(bytes);
  expect(grids.map((grid) => [grid.sheet, cellsOf(grid)])).toEqual([
    ["Usage & more", { A1: 2 }],
    ["Old", { A1: 1 }],
  ]);
});

test("an empty sheet is a grid without rows", async () => {
  const { grids } = await read(workbookOf({ sheet: "<worksheet><sheetData/></worksheet>" }));
  expect(grids).toEqual([{ sheet: "Data", rowCount: 0, columns: [] }]);
});

test("what is no workbook is said by the package layer", async () => {
  expect(await readFailure(Buffer.from("a,b\n1,2\n"))).toMatchObject({ code: "NOT_A_WORKBOOK" });
});

describe("a damaged sheet is a failure that names it", () => {
  test.each([
    ["cut off between two rows", `<worksheet><sheetData>${rowsOf(3)}`],
    ["cut off in a row", '<worksheet><sheetData><row r="1"><c r="A1"><v>1'],
    ["cut off after its rows", `<worksheet><sheetData>${rowsOf(3)}</sheetData><pageMargins`],
    ["cut off before its rows", "<worksheet><sheetViews>"],
    ["empty", ""],
  ])("%s", async (_, sheet) => {
    const failure = await readFailure(workbookOf({ sheet }));
    expect(failure).toEqual({
      code: "TRUNCATED",
      message: 'The sheet "Data" is cut off before its end; download or copy the workbook again.',
    });
  });

  test.each([
    ["tags that do not match", worksheet('<row r="1"><c r="A1"><v>1</c></row>')],
    ["an entity that nothing defines", worksheet('<row r="1"><c r="A1"><v>&big;</v></c></row>')],
    ["a column beyond the last", worksheet('<row r="1"><c r="XFE1"><v>1</v></c></row>')],
    ["another kind of part", "<chartsheet></chartsheet>"],
  ])("%s", async (_, sheet) => {
    const failure = await readFailure(workbookOf({ sheet }));
    expect(failure.code).toBe("DAMAGED");
    expect(failure.message).toContain('The sheet "Data" is damaged');
  });

  test("packed bytes that changed on their way", async () => {
    const bytes = workbookOf({ rows: rowsOf(2000) });
    const middle = bytes.indexOf(0x3c, bytes.length / 4);
    bytes.fill(0x55, middle, middle + 40);
    expect((await readFailure(bytes)).code).toBe("DAMAGED");
  });

  test("a text table that is cut off", async () => {
    const failure = await readFailure(workbookOf({ rows: rowsOf(1), texts: "<sst><si><t>a</t></si>" }));
    expect(failure.code).toBe("TRUNCATED");
    expect(failure.message).toContain("The text table of the workbook is cut off");
  });

  test("a text table whose tags do not match", async () => {
    const failure = await readFailure(workbookOf({ rows: rowsOf(1), texts: "<sst><si><t>a</si></sst>" }));
    expect(failure.message).toContain("The text table of the workbook is damaged");
  });
});

test("a stray cell at the far corner costs its column, not the sheet", async () => {
  const { grids } = await read(workbookOf({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }));
  expect(grids[0]).toMatchObject({ rowCount: 1_048_576, columns: { length: 16_384 } });
  expect(grids[0]!.columns[0]!.kinds).toHaveLength(0);
});

test("formats far from the cells do no harm", async () => {
  const rows = '<row r="2"><c r="A2"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>';
  const { grids } = await read(workbookOf({ rows, styles: [0, 14] }));
  expect(grids[0]).toMatchObject({ rowCount: 2, columns: { length: 1 } });
});

describe("a long sheet", () => {
  const bytes = workbookOf({ rows: rowsOf(12_000) });

  test("tells how far its reading is", async () => {
    const progress: number[] = [];
    await readWorkbook(bytes, { onProgress: (rows) => progress.push(rows) });
    expect(progress).toEqual([5000, 10_000]);
  });

  test("takes its pauses, and gives the same with them", async () => {
    let pauses = 0;
    const reading = await readWorkbook(bytes, { pause: () => void pauses++ });
    expect(pauses).toBeGreaterThan(4);
    expect(reading).toMatchObject({ ok: true, snapshot: await read(bytes) });
  });

  test("ends with what a pause throws", async () => {
    const pause = () => Promise.reject(new Error("closed"));
    await expect(readWorkbook(bytes, { pause })).rejects.toThrow("closed");
  });

  test("stops when it is told to", async () => {
    const controller = new AbortController();
    const reading = await readWorkbook(bytes, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(reading).toEqual({
      ok: false,
      failure: { code: "CANCELLED", message: "Reading the workbook was stopped." },
    });
  });
});
