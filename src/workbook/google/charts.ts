import type { ChartRange, PlannedChart } from "../../core/api";
import { chartColors, chartName, chartSize, isPlannedChart } from "../xlsx/chartLook";
import type { GoogleServices, GoogleSheet } from "./api";

/** Charts have no name in Google Sheets; what it says to screen readers is the name that a later run finds it by. */
const NAME = "alternateText";

function rangeOf(sheet: GoogleSheet, { firstRow, lastRow, column }: ChartRange) {
  return sheet.getRange(firstRow + 1, column + 1, lastRow - firstRow + 1, 1);
}

/** Draws the charts of a planned sheet beside its cells. */
export function addCharts(
  sheet: GoogleSheet,
  charts: readonly PlannedChart[],
  { chartTypes }: GoogleServices,
): void {
  for (const [index, chart] of charts.entries()) {
    const builder = sheet
      .newChart()
      .setChartType(chart.kind === "lines" ? chartTypes.LINE : chartTypes.COLUMN)
      .addRange(rangeOf(sheet, chart.categories))
      .setPosition(chart.row + 1, chart.column + 1, 0, 0)
      .setOption("title", chart.title)
      .setOption(NAME, chartName(index))
      .setOption("isStacked", chart.kind === "stackedBars")
      .setOption("width", chartSize.width)
      .setOption("height", chartSize.height);
    for (const [at, { name, values }] of chart.series.entries())
      builder
        .addRange(rangeOf(sheet, values))
        .setOption(`series.${String(at)}.labelInLegend`, name)
        .setOption(`series.${String(at)}.color`, `#${chartColors[at % chartColors.length]!}`);
    sheet.insertChart(builder.build());
  }
}

/** The charts that plans have drawn on a sheet; those of people are none of them. */
export const plannedCharts = (sheet: GoogleSheet) =>
  sheet.getCharts().filter((chart) => isPlannedChart(String(chart.getOptions().get(NAME))));
