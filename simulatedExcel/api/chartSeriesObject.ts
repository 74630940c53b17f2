import { readOnly, type ApiObject } from "../office/apiObject";
import { booleanOf, colourOf, isAbsent, numberOf, oneOf, textOf } from "../office/wire";
import { fullAddress } from "../workbook/address";
import type { Chart, ChartSeries, SeriesSource } from "../workbook/chart";
import { fault } from "../workbook/fault";
import { checkOpen } from "../workbook/guards";
import type { Sheet } from "../workbook/sheet";
import type { ApiHost } from "./apiHost";
import { lineObject, settingOf } from "./chartParts";
import { sheetAreaOf } from "./sheetArea";

const MARKERS = ["Automatic", "None", "Square", "Diamond", "Circle"] as const;
const DIMENSIONS = ["Categories", "Values"] as const;

/** Series have no id: requests address them by their position, as it is at the moment. */
export function seriesCollection(host: ApiHost, sheet: Sheet, chart: Chart): ApiObject {
  const { series } = chart;
  const at = (position: unknown): ApiObject => {
    const found = series[numberOf(position)];
    if (!found) throw fault("InvalidArgument", `there is no series ${String(position)}`);
    return seriesObject(host, sheet, chart, found);
  };
  return {
    type: "ChartSeriesCollection",
    scalars: { Count: readOnly(() => series.length) },
    items: () => series.map((item) => seriesObject(host, sheet, chart, item)),
    objects: {
      Add: ([name, position]) => {
        checkOpen(sheet, "allowEditObjects");
        const settings = new Map<string, unknown>();
        settings.set("Name", isAbsent(name) ? `Series${String(series.length + 1)}` : textOf(name));
        const added: ChartSeries = { values: undefined, categories: undefined, settings };
        series.splice(isAbsent(position) ? series.length : numberOf(position), 0, added);
        return seriesObject(host, sheet, chart, added);
      },
      GetItemAt: ([position]) => at(position),
    },
    methods: { GetCount: () => series.length },
  };
}

function seriesObject(host: ApiHost, sheet: Sheet, chart: Chart, series: ChartSeries): ApiObject {
  const { settings } = series;
  const sourceOf = (given: unknown): SeriesSource => {
    checkOpen(sheet, "allowEditObjects");
    const { sheet: from, area } = sheetAreaOf(host.book, given, sheet);
    if (area.rows > 1 && area.columns > 1) throw fault("InvalidArgument", "a series is a row or a column");
    return { sheet: from, tracked: from.track(area) };
  };
  const sourceText = (dimension: unknown): string => {
    const source = oneOf(DIMENSIONS)(dimension) === "Values" ? series.values : series.categories;
    const area = source?.tracked.area;
    if (!source || !area) throw fault("InvalidArgument", "the series has no cells for that");
    return fullAddress(source.sheet.name, area, "$");
  };
  return {
    type: "ChartSeries",
    scalars: {
      Name: settingOf(sheet, settings, "Name", textOf),
      GapWidth: settingOf(sheet, settings, "GapWidth", numberOf, 219),
      MarkerStyle: settingOf(sheet, settings, "MarkerStyle", oneOf(MARKERS), "Automatic"),
      Smooth: settingOf(sheet, settings, "Smooth", booleanOf, false),
    },
    objects: {
      Format: () => ({
        type: "ChartSeriesFormat",
        objects: {
          Fill: () => ({
            type: "ChartFill",
            methods: {
              SetSolidColor: ([colour]) => {
                checkOpen(sheet, "allowEditObjects");
                settings.set("Fill", colourOf(colour));
              },
            },
          }),
          Line: () => lineObject(sheet, settings, "Line"),
        },
      }),
    },
    methods: {
      SetValues: ([given]) => void (series.values = sourceOf(given)),
      SetXAxisValues: ([given]) => void (series.categories = sourceOf(given)),
      GetDimensionDataSourceString: ([dimension]) => sourceText(dimension),
      Delete: () => {
        checkOpen(sheet, "allowEditObjects");
        chart.series.splice(chart.series.indexOf(series), 1);
      },
    },
  };
}
