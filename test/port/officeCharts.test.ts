import { openOfficeHost, oldestExcel, type OfficeHost } from "../../simulatedExcel";
import type { PlannedSheet, WritePlan } from "../../src/core/api";
import { OfficePort } from "../../src/workbook/officejs/officePort";
import { noPlan, readBy } from "./books";
import { agingLike, describeCharts, type ShownChart } from "./chartContract";
import { starterBook } from "./officeBooks";
import { freshOfficePerTest, written, type OpenedOffice } from "./openedOffice";

const open = freshOfficePerTest();
const planOf = (...sheets: PlannedSheet[]): WritePlan => ({ ...noPlan, sheets });

/** The charts of a workbook, as Office.js itself tells them. */
async function chartsOf({ Excel }: OfficeHost): Promise<ShownChart[]> {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    const sheets = worksheets.items.map(({ name, charts }) => ({
      name,
      charts: charts.load("items/name,items/chartType,items/title/text,items/series/items/name"),
    }));
    await context.sync();
    const shown: ShownChart[] = [];
    for (const { name: sheet, charts } of sheets)
      for (const { name, chartType, title, series } of charts.items) {
        const sources = series.items.map((each) => ({
          name: each.name,
          values: each.getDimensionDataSourceString("Values"),
          categories: each.getDimensionDataSourceString("Categories"),
        }));
        await context.sync();
        const plainly = (source: string) =>
          source
            .replaceAll("$", "")
            .replace(/^'(.*)'!/, (_, text: string) => `${text.replaceAll("''", "'")}!`);
        shown.push({
          sheet,
          name,
          title: title.text,
          kind: chartType === "Line" ? "lines" : "bars",
          series: sources.map((each) => ({
            name: each.name,
            values: plainly(each.values.value),
            categories: plainly(each.categories.value),
          })),
        });
      }
    return shown;
  });
}

describeCharts("Excel", async (file) => {
  const host = await openOfficeHost({ file });
  const close = async () => {
    expect(host.unimplemented).toEqual([]);
    expect(host.faults).toEqual([]);
    await host.close();
  };
  return { port: new OfficePort(host), charts: () => chartsOf(host), close };
});

describe("a chart in Excel", () => {
  /** A workbook with a first chart that somebody has moved and coloured, and one of their own beside it. */
  async function arranged(options?: { readonly requirementSets: typeof oldestExcel }): Promise<OpenedOffice> {
    const opened = await open(starterBook(), options);
    await written(opened.port.apply(planOf(agingLike(3, 2, "Open")), opened.snapshot));
    await opened.host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("It's aging");
      const chart = sheet.charts.getItem("Ratebook chart 1");
      chart.left = 700;
      chart.series.getItemAt(0).format.fill.setSolidColor("#00FF00");
      sheet.charts.add("Pie", sheet.getRange("B2:C4")).name = "Mine";
      await context.sync();
    });
    return { ...opened, snapshot: await readBy(opened.port) };
  }

  it("has the place, size, colours and axes of the file's", async () => {
    const { host, port, snapshot } = await open(starterBook());
    await written(port.apply(planOf(agingLike(3, 2, "Open")), snapshot));
    const [chart] = host.book.sheet("It's aging").charts;
    const settings = Object.fromEntries(chart!.settings);
    expect(settings).toMatchObject({
      ChartType: "ColumnClustered",
      Width: 480,
      Height: 240,
      Top: 45,
      "Title/Text": "Open",
      "Legend/Position": "Bottom",
      "Axes/ValueAxis/NumberFormat": "#,##0",
    });
    expect(settings["Left"]).toBeGreaterThan(0);
    expect(chart!.series.map(({ settings: look }) => look.get("Fill"))).toEqual(["#1F3A5F", "#2E75B6"]);
  });

  it("keeps what people did to it in a second run, and theirs is left alone", async () => {
    const { host, port, snapshot } = await arranged();
    const before = host.snapshot();
    const receipt = await written(port.apply(planOf(agingLike(5, 3, "Open now")), snapshot));
    const [chart, mine] = host.book.sheet("It's aging").charts;
    expect(chart!.settings.get("Left")).toBe(700);
    expect(chart!.series.map(({ settings }) => settings.get("Fill"))).toEqual([
      "#00FF00",
      "#2E75B6",
      "#9DC3E6",
    ]);
    expect(mine!.settings.get("Name")).toBe("Mine");
    expect(await port.undo(receipt)).toEqual({ ok: true, value: undefined });
    expect(host.snapshot()).toEqual(before);
  });

  it("that somebody adds after a run stays when the run is undone", async () => {
    const { host, port, snapshot } = await open(starterBook());
    await written(port.apply(planOf({ ...agingLike(3, 2, "Open"), charts: [] }), snapshot));
    const between = await readBy(port);
    const receipt = await written(port.apply(planOf(agingLike(3, 2, "Open")), between));
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("It's aging");
      sheet.charts.add("Pie", sheet.getRange("B2:C4"));
      await context.sync();
    });
    expect(await port.undo(receipt)).toEqual({ ok: true, value: undefined });
    expect(host.book.sheet("It's aging").charts.map(({ settings }) => settings.get("ChartType"))).toEqual([
      "Pie",
    ]);
  });

  it("leaves the workbook as it was, whichever round trip fails and wherever", async () => {
    const { host, port, snapshot: first } = await arranged();
    const bare = {
      ...agingLike(2, 2, "Other"),
      name: "Other",
      table: { ...agingLike(2, 2, "").table!, name: "Other" },
    };
    await written(port.apply(planOf({ ...bare, charts: [] }), first));
    const snapshot = await readBy(port);
    const before = host.snapshot();
    const plan = planOf(agingLike(5, 3, "Open now"), bare);
    host.resetCounters();
    const receipt = await written(port.apply(plan, snapshot));
    const trips = host.roundTrips;
    await port.undo(receipt);
    expect(host.snapshot()).toEqual(before);
    for (let trip = 1; trip <= trips; trip++)
      for (const where of [{ afterActions: 9 }, { afterActions: 45 }]) {
        host.failAt(trip, "GeneralException", where);
        const result = await port.apply(plan, snapshot);
        const left = result.ok ? [] : (result.failure.left ?? []);
        if (result.ok) await port.undo(result.value);
        expect({ trip, where, left, book: host.snapshot() }).toEqual({ trip, where, left: [], book: before });
      }
  });

  it("is drawn and moved in the oldest Excel, which does not say what a chart shows", async () => {
    const { host, port, snapshot } = await arranged({ requirementSets: oldestExcel });
    const receipt = await written(port.apply(planOf(agingLike(5, 2, "Open now")), snapshot));
    const valuesOf = () =>
      host.book.sheet("It's aging").charts[0]!.series.map(({ values }) => values!.tracked.area?.row);
    expect(valuesOf()).toEqual([6, 6]);
    expect(await port.undo(receipt)).toEqual({ ok: true, value: undefined });
    const [chart] = host.book.sheet("It's aging").charts;
    expect(chart!.settings.get("Title/Text")).toBe("Open");
  });
});
