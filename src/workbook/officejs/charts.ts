import { cellAddress, type ChartRange, type PlannedChart, type PlannedSheet } from "../../core/api";
import { chartColors, chartName, chartSize, isPlannedChart } from "../xlsx/chartLook";
import { answered } from "./answers";
import { roundTrip, type Batch } from "./batches";

/** What a series shows; undefined where Excel does not say, and it is then left alone. */
interface SeriesBefore {
  readonly name: string;
  readonly values: string | undefined;
  readonly categories: string | undefined;
}

/** A chart of an earlier run, as far as a write changes it. */
interface ChartBefore {
  readonly id: string;
  readonly title: string | undefined;
  readonly series: readonly SeriesBefore[];
}

/** The charts of a sheet before a plan draws on it. */
export interface ChartsBefore {
  /** Of all charts, whoever made them. */
  readonly ids: ReadonlySet<string>;
  readonly planned: readonly ChartBefore[];
}

const CHART_BYTES = 4000;
const POINTS_PER_PIXEL = 0.75;
const types = { bars: "ColumnClustered", stackedBars: "ColumnStacked", lines: "Line" } as const;

export const askCharts = (sheet: Excel.Worksheet): Excel.ChartCollection =>
  sheet.charts.load("items/id,items/name");

/** The charts of a sheet that an earlier run drew. */
const plannedCharts = (charts: Excel.ChartCollection | undefined): Excel.Chart[] =>
  (charts?.items ?? []).filter((chart) => isPlannedChart(answered(chart, "name") ?? ""));

/** Cells that a series shows, as Excel tells them; undefined where it cannot. */
async function sourcesOf(
  context: Excel.RequestContext,
  series: readonly Excel.ChartSeries[],
  { requirements }: Office.Context,
): Promise<(Pick<SeriesBefore, "values" | "categories"> | undefined)[]> {
  // Without it a chart that a second run has moved to other rows stays there when that run is undone.
  if (requirements.isSetSupported("ExcelApi", "1.15")) {
    const asked = series.map((item) => ({
      values: item.getDimensionDataSourceString("Values"),
      categories: item.getDimensionDataSourceString("Categories"),
    }));
    try {
      await roundTrip(context);
      return asked.map(({ values, categories }) => ({ values: values.value, categories: categories.value }));
    } catch (reason) {
      // A series of somebody's own numbers has no cells; the question is then refused.
      if ((reason as { readonly code?: unknown }).code !== "InvalidArgument") throw reason;
    }
  }
  return series.map(() => undefined);
}

/** The charts of a sheet as they are; two round trips where an earlier run drew some, else none. */
export async function chartsBefore(
  context: Excel.RequestContext,
  charts: Excel.ChartCollection,
  office: Office.Context,
): Promise<ChartsBefore> {
  const planned = plannedCharts(charts);
  const ids = new Set(charts.items.map(({ id }) => id));
  if (planned.length === 0) return { ids, planned: [] };
  const asked = planned.map((chart) => ({
    chart,
    title: chart.title.load("text"),
    series: chart.series.load("items/name"),
  }));
  await roundTrip(context);
  const before: ChartBefore[] = [];
  for (const { chart, title, series } of asked) {
    const sources = await sourcesOf(context, series.items, office);
    before.push({
      id: chart.id,
      title: answered(title, "text"),
      series: series.items.map((item, index) => ({
        name: answered(item, "name") ?? "",
        values: sources[index]?.values,
        categories: sources[index]?.categories,
      })),
    });
  }
  return { ids, planned: before };
}

/** Brings a chart to so many series, the last ones first where there are too many. */
function resizeSeries(chart: Excel.Chart, names: readonly string[]): void {
  const count = chart.series.count;
  for (let last = count - 1; last >= names.length; last--) chart.series.getItemAt(last).delete();
  for (const name of names.slice(count)) chart.series.add(name);
}

function addChart(sheet: Excel.Worksheet, planned: PlannedChart, index: number): Excel.Chart {
  const [first] = planned.series;
  const chart = sheet.charts.add(types[planned.kind], cells(sheet, first?.values ?? planned.categories));
  chart.name = chartName(index);
  chart.setPosition(cellAddress(planned));
  chart.width = chartSize.width * POINTS_PER_PIXEL;
  chart.height = chartSize.height * POINTS_PER_PIXEL;
  chart.title.format.font.bold = true;
  chart.title.format.font.size = 12;
  chart.legend.position = "Bottom";
  chart.axes.categoryAxis.tickLabelPosition = "Low";
  chart.axes.valueAxis.numberFormat = "#,##0";
  chart.axes.valueAxis.majorGridlines.format.line.color = "#D9D9D9";
  return chart;
}

function cells(sheet: Excel.Worksheet, { firstRow, lastRow, column }: ChartRange): Excel.Range {
  return sheet.getRangeByIndexes(firstRow, column, lastRow - firstRow + 1, 1);
}

function setLook(series: Excel.ChartSeries, { kind }: PlannedChart, index: number): void {
  const color = `#${chartColors[index % chartColors.length]!}`;
  if (kind === "lines") {
    series.format.line.color = color;
    series.format.line.weight = 2.25;
    series.markerStyle = "None";
  } else {
    series.format.fill.setSolidColor(color);
    series.gapWidth = 80;
  }
}

/**
 * Draws the planned charts. One that an earlier run drew stays as people have set it up, and shows the cells that are
 * written now.
 */
export async function setCharts(
  batch: Batch,
  sheet: Excel.Worksheet,
  { charts = [] }: PlannedSheet,
  existing: Excel.ChartCollection | undefined,
): Promise<void> {
  const earlier = plannedCharts(existing);
  for (const [index, planned] of charts.entries()) {
    await batch.reserve(CHART_BYTES);
    const known = earlier.find(({ name }) => name === chartName(index));
    const chart = known ?? addChart(sheet, planned, index);
    chart.series.load("count");
    // Excel has made series of the cells that it was given; how many decides what is added.
    await batch.send();
    await batch.reserve(CHART_BYTES);
    const drawn = known ? chart.series.count : 0;
    resizeSeries(
      chart,
      planned.series.map(({ name }) => name),
    );
    chart.title.text = planned.title;
    for (const [position, { name, values }] of planned.series.entries()) {
      const series = chart.series.getItemAt(position);
      series.name = name;
      series.setValues(cells(sheet, values));
      series.setXAxisValues(cells(sheet, planned.categories));
      if (position >= drawn) setLook(series, planned, position);
    }
  }
}

/** Cells as Excel tells them: `Aging!$D$8:$D$9`. */
function cellsAt(context: Excel.RequestContext, source: string): Excel.Range | undefined {
  const at = source.lastIndexOf("!");
  if (at < 0) return undefined;
  const name = source.slice(source.startsWith("=") ? 1 : 0, at);
  const sheet = name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
  return context.workbook.worksheets.getItem(sheet).getRange(source.slice(at + 1).replaceAll("$", ""));
}

/** Charts of a sheet with the number of their series, as `putBackCharts` needs them once that was sent. */
export function askDrawn({ charts }: Excel.Worksheet): Excel.ChartCollection {
  return charts.load("items/id,items/name,items/series/count");
}

/** Takes away the charts that a write has drawn, and lets the others show what they showed before. */
export function putBackCharts(
  now: Excel.ChartCollection,
  { ids, planned }: ChartsBefore,
  isOfWrite: (name: string) => boolean,
): void {
  for (const chart of now.items) {
    const before = planned.find(({ id }) => id === chart.id);
    if (!ids.has(chart.id) && isOfWrite(answered(chart, "name") ?? "")) chart.delete();
    if (!before) continue;
    resizeSeries(
      chart,
      before.series.map(({ name }) => name),
    );
    if (before.title !== undefined) chart.title.text = before.title;
    for (const [position, { name, values, categories }] of before.series.entries()) {
      const series = chart.series.getItemAt(position);
      series.name = name;
      const [shown, below] = [values, categories].map((source) => source && cellsAt(now.context, source));
      if (shown) series.setValues(shown);
      if (below) series.setXAxisValues(below);
    }
  }
}
