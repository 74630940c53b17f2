import type { ApiObject, Scalar } from "../office/apiObject";
import { booleanOf, colourOf, numberOf, oneOf, textOf } from "../office/wire";
import type { Settings } from "../workbook/chart";
import { checkOpen } from "../workbook/guards";
import type { Sheet } from "../workbook/sheet";

type Check = (value: unknown) => unknown;
type Objects = NonNullable<ApiObject["objects"]>;

const LEGEND_POSITIONS = ["Top", "Bottom", "Left", "Right", "Corner", "Custom"] as const;
const LABEL_POSITIONS = ["NextToAxis", "High", "Low", "None"] as const;

/** A property that is kept under a path as it is set; `standard` is what it is before. */
export function settingOf(
  sheet: Sheet,
  settings: Settings,
  path: string,
  check: Check,
  standard?: unknown,
): Scalar {
  return {
    get: () => settings.get(path) ?? standard ?? null,
    set: (value) => {
      checkOpen(sheet, "allowEditObjects");
      settings.set(path, check(value));
    },
  };
}

/** A line's colour and width. */
export function lineObject(sheet: Sheet, settings: Settings, path: string): ApiObject {
  return {
    type: "ChartLineFormat",
    scalars: {
      Color: settingOf(sheet, settings, `${path}/Color`, colourOf),
      Weight: settingOf(sheet, settings, `${path}/Weight`, numberOf),
    },
  };
}

/** Title, legend and axes of a chart: stored as they are set, what is plainly wrong is refused. */
export function chartParts(
  sheet: Sheet,
  settings: Settings,
): { scalar: (path: string, check: Check, standard?: unknown) => Scalar; objects: Objects } {
  const scalar = (path: string, check: Check, standard?: unknown) =>
    settingOf(sheet, settings, path, check, standard);
  const font = (path: string): ApiObject => ({
    type: "ChartFont",
    scalars: {
      Bold: scalar(`${path}/Bold`, booleanOf, false),
      Size: scalar(`${path}/Size`, numberOf),
      Color: scalar(`${path}/Color`, colourOf),
    },
  });
  const gridlines = (path: string): ApiObject => ({
    type: "ChartGridlines",
    scalars: { Visible: scalar(`${path}/Visible`, booleanOf, true) },
    objects: {
      Format: () => ({
        type: "ChartGridlinesFormat",
        objects: { Line: () => lineObject(sheet, settings, `${path}/Line`) },
      }),
    },
  });
  const axis = (path: string): ApiObject => ({
    type: "ChartAxis",
    scalars: {
      NumberFormat: scalar(`${path}/NumberFormat`, textOf, "General"),
      TickLabelPosition: scalar(`${path}/TickLabelPosition`, oneOf(LABEL_POSITIONS), "NextToAxis"),
      Visible: scalar(`${path}/Visible`, booleanOf, true),
    },
    objects: { MajorGridlines: () => gridlines(`${path}/MajorGridlines`) },
  });
  return {
    scalar,
    objects: {
      Title: () => ({
        type: "ChartTitle",
        scalars: {
          Text: scalar("Title/Text", textOf, ""),
          Visible: scalar("Title/Visible", booleanOf, true),
        },
        objects: {
          Format: () => ({ type: "ChartTitleFormat", objects: { Font: () => font("Title/Font") } }),
        },
      }),
      Legend: () => ({
        type: "ChartLegend",
        scalars: {
          Position: scalar("Legend/Position", oneOf(LEGEND_POSITIONS), "Right"),
          Visible: scalar("Legend/Visible", booleanOf, true),
        },
      }),
      Axes: () => ({
        type: "ChartAxes",
        objects: {
          CategoryAxis: () => axis("Axes/CategoryAxis"),
          ValueAxis: () => axis("Axes/ValueAxis"),
        },
      }),
    },
  };
}
