import ExcelJS from "exceljs";
import { freshHostPerTest } from "./hostForTests";
import { codeOf, write } from "./testHost";

const host = freshHostPerTest();
let file: Uint8Array;

/** A file with a table, looks, a formula, merged cells, a frozen header and a page set-up. */
beforeAll(async () => {
  const book = new ExcelJS.Workbook();
  const invoices = book.addWorksheet("Invoices", {
    views: [{ state: "frozen", ySplit: 1 }],
    properties: { tabColor: { argb: "FF1F4E79" } },
    pageSetup: { orientation: "landscape", printTitlesRow: "1:1" },
    headerFooter: { oddFooter: "&CPage &P" },
  });
  const columns = ["Customer", "Amount"].map((name) => ({ name }));
  const rows = [
    ["=Acme", 10.5],
    ["Baltic", { formula: "B2*2", result: 21 }],
  ];
  invoices.addTable({ name: "Invoices", ref: "A1", headerRow: true, columns, rows });
  invoices.getCell("A1").font = { bold: true };
  invoices.getCell("A1").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFD9E1F2" } };
  invoices.getCell("B2").numFmt = "#,##0.00";
  invoices.getCell("B2").alignment = { horizontal: "right" };
  invoices.getCell("B3").border = { top: { style: "thin", color: { argb: "FF000000" } } };
  invoices.mergeCells("D1:E1");
  book.addWorksheet("Notes").getCell("A1").value = "note";
  file = new Uint8Array(await book.xlsx.writeBuffer());
});

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

describe("insertWorksheetsFromBase64", () => {
  it("brings in sheets with values, formulas, looks and tables", async () => {
    const ids = await host().Excel.run(async (context) => {
      const inserted = context.workbook.insertWorksheetsFromBase64(base64(file), {
        sheetNamesToInsert: ["Invoices"],
        positionType: "Before",
        relativeTo: "Sheet1",
      });
      await context.sync();
      const added = context.workbook.worksheets.getItem(inserted.value[0]!).load("name,position");
      await context.sync();
      expect([added.name, added.position]).toEqual(["Invoices", 0]);
      return inserted.value;
    });
    expect(ids).toHaveLength(1);
    expect(host().snapshot().sheets[0]).toMatchObject({
      cells: {
        A1: { value: "Customer", bold: true, fill: "#D9E1F2" },
        A2: { value: "=Acme" },
        B2: { value: 10.5, numberFormat: "#,##0.00", horizontal: "Right" },
        B3: { value: 21, formula: "=B2*2", top: "Continuous Thin #000000" },
      },
      tables: [{ name: "Invoices", area: "A1:B3" }],
      merges: ["D1:E1"],
      frozen: { rows: 1, columns: 0 },
      tabColor: "#1F4E79",
      page: {
        settings: { Orientation: "Landscape" },
        texts: { "DefaultForAllPages.CenterFooter": "Page &P" },
        titleRows: "1:1",
      },
    });
  });

  it("gives numbers to names that are taken", async () => {
    await host().Excel.run(async (context) => {
      context.workbook.insertWorksheetsFromBase64(base64(file));
      context.workbook.insertWorksheetsFromBase64(base64(file));
      await context.sync();
    });
    const { sheets } = host().snapshot();
    expect(sheets.map(({ name }) => name)).toEqual([
      "Sheet1",
      "Invoices",
      "Notes",
      "Invoices (2)",
      "Notes (2)",
    ]);
    expect(sheets[3]!.tables).toMatchObject([{ name: "Invoices_2" }]);
  });

  it("refuses what is no file, and sheets that are not in it", async () => {
    const inserted = async (data: string, options?: object): Promise<unknown> =>
      await codeOf(
        host().Excel.run(async (context) => {
          context.workbook.insertWorksheetsFromBase64(data, options);
          await context.sync();
        }),
      );
    expect(await inserted("bm8gZmlsZQ==")).toBe("InvalidArgument");
    expect(await inserted(base64(file), { sheetNamesToInsert: ["Nothing"] })).toBe("ItemNotFound");
  });
});

describe("a file", () => {
  it("is loaded, and saved with what it had", async () => {
    await host().load(file);
    const loaded = host().snapshot();
    expect(loaded.sheets.map(({ name }) => name)).toEqual(["Invoices", "Notes"]);
    const saved = await host().save();
    await write(host(), "A1", "gone").catch(() => undefined);
    await host().load(saved);
    expect(host().snapshot().sheets[0]!.cells).toEqual(loaded.sheets[0]!.cells);
    expect(host().snapshot().sheets[0]).toMatchObject({ tables: [{ area: "A1:B3" }], merges: ["D1:E1"] });
  });
});
