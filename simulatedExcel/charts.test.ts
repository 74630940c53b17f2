import { freshHostPerTest } from "./hostForTests";
import { codeOf } from "./testHost";

const host = freshHostPerTest();

/** Two columns of figures with names above and beside them, and a chart of them. */
async function draw(context: Excel.RequestContext, source = "A1:C3"): Promise<Excel.Chart> {
  const sheet = context.workbook.worksheets.getFirst();
  sheet.getRange("A1:C3").values = [
    ["", "Current", "Past due"],
    ["EUR", 10, 20],
    ["USD", 30, 40],
  ];
  const chart = sheet.charts.add("ColumnClustered", sheet.getRange(source), "Columns");
  await context.sync();
  return chart;
}

describe("charts", () => {
  it("make series of the cells that they are given, and say which", async () => {
    await host().Excel.run(async (context) => {
      const { series } = await draw(context);
      series.load("items/name");
      await context.sync();
      expect(series.items.map(({ name }) => name)).toEqual(["Current", "Past due"]);
      const values = series.items[1]!.getDimensionDataSourceString("Values");
      const categories = series.items[1]!.getDimensionDataSourceString("Categories");
      await context.sync();
      expect([values.value, categories.value]).toEqual(["Sheet1!$C$2:$C$3", "Sheet1!$A$2:$A$3"]);
    });
  });

  it("take series of other cells, which move with the sheet", async () => {
    await host().Excel.run(async (context) => {
      const chart = await draw(context, "B2:B3");
      const sheet = context.workbook.worksheets.getFirst();
      const added = chart.series.add("Late");
      added.setValues(sheet.getRange("C2:C3"));
      sheet.getRange("1:1").insert("Down");
      chart.series.load("items/name");
      await context.sync();
      expect(chart.series.items.map(({ name }) => name)).toEqual(["Series1", "Late"]);
      const values = chart.series.getItemAt(1).getDimensionDataSourceString("Values");
      await context.sync();
      expect(values.value).toBe("Sheet1!$C$3:$C$4");
      chart.series.getItemAt(0).delete();
      chart.series.load("items/name");
      await context.sync();
      expect(chart.series.items.map(({ name }) => name)).toEqual(["Late"]);
    });
  });

  it("refuse a series of a block of cells, and to name cells that they do not have", async () => {
    const { Excel } = host();
    const ofBlock = Excel.run(async (context) => {
      const chart = await draw(context);
      chart.series.getItemAt(0).setValues(context.workbook.worksheets.getFirst().getRange("A1:C3"));
      await context.sync();
    });
    expect(await codeOf(ofBlock)).toBe("InvalidArgument");
    const ofNothing = Excel.run(async (context) => {
      const chart = await draw(context, "B2:B3");
      chart.series.getItemAt(0).getDimensionDataSourceString("Categories");
      await context.sync();
    });
    expect(await codeOf(ofNothing)).toBe("InvalidArgument");
  });

  it("are found by name, stand where they are put, and are in the snapshot until they are deleted", async () => {
    const { Excel } = host();
    await Excel.run(async (context) => {
      const chart = await draw(context);
      chart.name = "Open";
      chart.setPosition("C3");
      chart.title.text = "Open items";
      await context.sync();
      const { charts } = context.workbook.worksheets.getFirst();
      const found = charts.getItem("Open").load("left,top,title/text");
      const none = charts.getItemOrNullObject("Nothing");
      await context.sync();
      expect([found.left, found.top, found.title.text, none.isNullObject]).toEqual([
        96,
        30,
        "Open items",
        true,
      ]);
    });
    expect(host().snapshot().sheets[0]).toMatchObject({
      charts: [{ Name: "Open", "Title/Text": "Open items" }],
    });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().charts.getItem("Open").delete();
      await context.sync();
    });
    expect(host().snapshot().sheets[0]).toMatchObject({ charts: [] });
  });
});
