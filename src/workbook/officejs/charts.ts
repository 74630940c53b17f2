import { cellAddress, type ChartRange, type PlannedChart, type PlannedSheet } from "../../core/api";
import { chartColors, chartName, chartSize, isPlannedChart } from "../xlsx/chartLook";
import { answered } from "./answers";
import type { Batch } from "./batches";

const CHART_BYTES = 4000;
const POINTS_PER_PIXEL = 0.75;
const types = { bars: "ColumnClustered", stackedBars: "ColumnStacked", lines: "Line" } as const;

export const askCharts = (sheet: Excel.Worksheet): Excel.ChartCollection =>
  sheet.charts.load("items/id,items/name");

/** The charts of a sheet that an earlier run drew. */
export const plannedCharts = (charts: Excel.ChartCollection | undefined): Excel.Chart[] =>
  (charts?.items ?? []).filter((chart) => isPlannedChart(answered(chart, "name") ?? ""));

/** Brings a chart to so many series, the last ones first where there are too many. */
export function resizeSeries(chart: Excel.Chart, names: readonly string[]): void {
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
