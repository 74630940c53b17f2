import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";
import { emptyPackage } from "../../src/workbook/xlsx/package/emptyPackage";
import { cell, plan, sheet } from "../../src/workbook/xlsx/write/testWorkbook";
import { codeOf, hostForEachTest, write } from "./testHost";

const host = hostForEachTest();

/** A file as a run writes it: a table, styles, a formula, a frozen header and a page set-up. */
function file(): Uint8Array {
  const head = { bold: true, fill: "D9E1F2" };
  return applyPlan(
    emptyPackage(),
    plan({
      sheets: [
        sheet("Invoices", {
          rows: [
            [cell("Customer", { style: head }), cell("Amount", { style: head })],
            [cell("=Acme"), cell(10.5, { style: { format: "#,##0.00", align: "right" } })],
            [cell("Baltic"), cell(21, { formula: "B2*2", style: { border: "top" } })],
          ],
          widths: [20, 12],
          frozenRows: 1,
          table: { name: "Invoices", headerRow: 0, columns: ["Customer", "Amount"] },
          merges: ["D1:E1"],
          tabColor: "1F4E79",
          page: { orientation: "landscape", repeatRows: [0, 0], footer: "&CPage &P" },
        }),
        sheet("Notes", { rows: [[cell("note")]] }),
      ],
    }),
  );
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

describe("insertWorksheetsFromBase64", () => {
  it("brings in sheets with values, formulas, looks and tables", async () => {
    const ids = await host().Excel.run(async (context) => {
      const inserted = context.workbook.insertWorksheetsFromBase64(base64(file()), {
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
      context.workbook.insertWorksheetsFromBase64(base64(file()));
      context.workbook.insertWorksheetsFromBase64(base64(file()));
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
    expect(await inserted(base64(file()), { sheetNamesToInsert: ["Nothing"] })).toBe("ItemNotFound");
  });
});

describe("a file", () => {
  it("is loaded, and saved with what it had", async () => {
    await host().load(file());
    const loaded = host().snapshot();
    expect(loaded.sheets.map(({ name }) => name)).toEqual(["Invoices", "Notes"]);
    const saved = await host().save();
    await write(host(), "A1", "gone").catch(() => undefined);
    await host().load(saved);
    expect(host().snapshot().sheets[0]!.cells).toEqual(loaded.sheets[0]!.cells);
    expect(host().snapshot().sheets[0]).toMatchObject({ tables: [{ area: "A1:B3" }], merges: ["D1:E1"] });
  });
});
