import { readOnly, type ApiObject } from "../office/apiObject";
import { booleanOf, isAbsent, numberOf, oneOf, textOf } from "../office/wire";
import type { Chart } from "../workbook/chart";
import { seriesOf } from "../workbook/chartData";
import { fault } from "../workbook/fault";
import { checkOpen } from "../workbook/guards";
import { STANDARD_HEIGHT, STANDARD_WIDTH, type Sheet } from "../workbook/sheet";
import { removeWhere } from "../workbook/workbook";
import type { ApiHost } from "./apiHost";
import { chartParts } from "./chartParts";
import { seriesCollection } from "./chartSeriesObject";
import { sheetAreaOf } from "./sheetArea";

const CHART_TYPES = [
  "ColumnClustered",
  "ColumnStacked",
  "BarClustered",
  "BarStacked",
  "Line",
  "Pie",
] as const;
const SERIES_BY = ["Auto", "Columns", "Rows"] as const;
/** Points of a chart that nobody has sized. */
const USUAL_SIZE = { width: 360, height: 216 };

export function chartsObject(host: ApiHost, sheet: Sheet): ApiObject {
  const { charts } = sheet;
  const find = (key: unknown): Chart | undefined =>
    charts.find(({ id, settings }) => id === key || settings.get("Name") === key);
  const get = (key: unknown): ApiObject => {
    const chart = find(key);
    if (!chart) throw fault("ItemNotFound", `there is no chart ${JSON.stringify(key)}`);
    return chartObject(host, sheet, chart);
  };
  const add = (type: unknown, source: unknown, by: unknown): ApiObject => {
    checkOpen(sheet, "allowEditObjects");
    const { sheet: from, area } = sheetAreaOf(host.book, source, sheet);
    const chart: Chart = {
      id: `{00000000-0003-4000-8000-${host.book.newId().padStart(12, "0")}}`,
      series: seriesOf(from, area, isAbsent(by) ? "Auto" : oneOf(SERIES_BY)(by)),
      settings: new Map<string, unknown>([
        ["Name", `Chart ${String(charts.length + 1)}`],
        ["ChartType", oneOf(CHART_TYPES)(type)],
        ["Left", 0],
        ["Top", 0],
        ["Width", USUAL_SIZE.width],
        ["Height", USUAL_SIZE.height],
      ]),
    };
    charts.push(chart);
    return chartObject(host, sheet, chart);
  };
  return {
    type: "ChartCollection",
    scalars: { Count: readOnly(() => charts.length) },
    items: () => charts.map((chart) => chartObject(host, sheet, chart)),
    item: ([key]) => get(key),
    objects: {
      Add: ([type, source, by]) => add(type, source, by),
      GetItem: ([key]) => get(key),
      GetItemAt: ([position]) => get(charts[numberOf(position)]?.id),
      GetItemOrNullObject: ([key]) => (find(key) ? get(key) : null),
    },
    methods: { GetCount: () => charts.length },
  };
}

/** Points from the edge of the sheet to a line. */
function distance(sizes: ReadonlyMap<number, number>, usual: number, line: number): number {
  let points = 0;
  for (let before = 0; before < line; before++) points += sizes.get(before) ?? usual;
  return points;
}

function chartObject(host: ApiHost, sheet: Sheet, chart: Chart): ApiObject {
  const { id, settings } = chart;
  const { scalar, objects } = chartParts(sheet, settings);
  const positive = (value: unknown): number => {
    if (numberOf(value) <= 0) throw fault("InvalidArgument");
    return numberOf(value);
  };
  return {
    type: "Chart",
    id,
    scalars: {
      Id: readOnly(() => id),
      Name: scalar("Name", textOf),
      ChartType: scalar("ChartType", oneOf(CHART_TYPES)),
      Left: scalar("Left", numberOf),
      Top: scalar("Top", numberOf),
      Width: scalar("Width", positive),
      Height: scalar("Height", positive),
      PlotVisibleOnly: scalar("PlotVisibleOnly", booleanOf, true),
    },
    objects: { ...objects, Series: () => seriesCollection(host, sheet, chart) },
    methods: {
      SetPosition: ([startCell, endCell]) => {
        checkOpen(sheet, "allowEditObjects");
        const { grid } = sheet;
        const { area } = sheetAreaOf(host.book, startCell, sheet);
        const left = distance(grid.columns.sizes, STANDARD_WIDTH, area.column);
        const top = distance(grid.rows.sizes, STANDARD_HEIGHT, area.row);
        settings.set("Left", left).set("Top", top);
        if (isAbsent(endCell)) return;
        const end = sheetAreaOf(host.book, endCell, sheet).area;
        const right = distance(grid.columns.sizes, STANDARD_WIDTH, end.column + end.columns);
        const bottom = distance(grid.rows.sizes, STANDARD_HEIGHT, end.row + end.rows);
        settings.set("Width", right - left).set("Height", bottom - top);
      },
      Delete: () => {
        checkOpen(sheet, "allowEditObjects");
        removeWhere(sheet.charts, (other) => other.id === id);
      },
    },
  };
}
