import { answered } from "./answers";
import { roundTrip } from "./batches";
import { plannedCharts, resizeSeries } from "./charts";

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
