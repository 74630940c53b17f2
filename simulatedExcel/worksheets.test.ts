import { freshHostPerTest } from "./hostForTests";
import { codeOf } from "./testHost";

const host = freshHostPerTest();

describe("worksheets", () => {
  it("are listed in their order, added, moved and deleted", async () => {
    const names = await host().Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add("Usage");
      const invoices = worksheets.add("Invoices");
      invoices.position = 0;
      worksheets.getItem("Sheet1").delete();
      worksheets.load("items/name,items/visibility");
      await context.sync();
      return worksheets.items.map((sheet) => [sheet.name, sheet.visibility]);
    });
    expect(names).toEqual([
      ["Invoices", "Visible"],
      ["Usage", "Visible"],
    ]);
  });

  it("are null objects where there are none, and missing where one is asked for", async () => {
    const { Excel } = host();
    await Excel.run(async (context) => {
      const none = context.workbook.worksheets.getItemOrNullObject("Nothing");
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
    const missing = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Nothing").load("name");
      await context.sync();
    });
    await expect(missing).rejects.toMatchObject({
      code: "ItemNotFound",
      debugInfo: { errorLocation: "WorksheetCollection.getItem" },
    });
  });

  it("must be loaded before they are read", async () => {
    const early = host().Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      await context.sync();
      return sheet.name;
    });
    expect(await codeOf(early)).toBe("PropertyNotLoaded");
  });

  it.each(["", "a/b", "a:b", "[a]", "'a'", "history", "a name with more than thirty-one characters"])(
    "cannot be called %p",
    async (name) => {
      const renamed = host().Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().name = name;
        await context.sync();
      });
      expect(await codeOf(renamed)).toBe("InvalidArgument");
    },
  );

  it("have names of their own, whatever their case", async () => {
    const added = host().Excel.run(async (context) => {
      context.workbook.worksheets.add("SHEET1");
      await context.sync();
    });
    expect(await codeOf(added)).toBe("ItemAlreadyExists");
  });

  it("keep one that is visible", async () => {
    const hidden = host().Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().visibility = "Hidden";
      await context.sync();
    });
    expect(await codeOf(hidden)).toBe("InvalidOperation");
  });

  it("keep colour, gridlines, frozen rows and print settings", async () => {
    await host().Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.set({ tabColor: "#1f4e79", showGridlines: false });
      sheet.freezePanes.freezeRows(3);
      sheet.pageLayout.orientation = "Landscape";
      sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      sheet.pageLayout.setPrintArea("A1:H40");
      sheet.pageLayout.setPrintTitleRows("$1:$3");
      sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = "Page &P of &N";
      await context.sync();
      const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      expect(frozen.address).toBe("Sheet1!1:3");
    });
    expect(host().snapshot().sheets[0]).toMatchObject({
      tabColor: "#1F4E79",
      showGridlines: false,
      frozen: { rows: 3, columns: 0 },
      page: {
        settings: { Orientation: "Landscape", Zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 } },
        texts: { "DefaultForAllPages.CenterFooter": "Page &P of &N" },
        printArea: "A1:H40",
        titleRows: "1:3",
      },
    });
  });

  it("keep pictures with their place and size", async () => {
    const pixel =
      "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAYAAAB/qH1jAAAAEElEQVR4nGNgYGD4z4AKADgIAf+F0Bq1AAAAAElFTkSuQmCC";
    await host().Excel.run(async (context) => {
      const shape = context.workbook.worksheets.getFirst().shapes.addImage(pixel);
      shape.set({ name: "Logo", left: 12, top: 6 });
      shape.load("width,height");
      await context.sync();
      expect([shape.width, shape.height]).toEqual([3, 1.5]);
      shape.width = 60;
      shape.load("height");
      await context.sync();
      expect(shape.height).toBe(30);
    });
    const noPicture = host().Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().shapes.addImage("bm8gcGljdHVyZQ==");
      await context.sync();
    });
    expect(await codeOf(noPicture)).toBe("InvalidArgument");
  });

  it("are refused when the API is used in a way that the host does not know", async () => {
    const unknown = host().Excel.run(async (context) => {
      context.workbook.pivotTables.refreshAll();
      await context.sync();
    });
    await expect(unknown).rejects.toMatchObject({ code: "ApiNotFound" });
    expect(host().unimplemented).toEqual(["Workbook.pivotTables"]);
    const nonsense = host().Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().load("nonsense");
      await context.sync();
    });
    expect(await codeOf(nonsense)).toBe("InvalidArgument");
    expect(host().unimplemented).toEqual(["Workbook.pivotTables"]);
  });
});
