import type { ApiObject, Scalar } from "../office/apiObject";
import { booleanOf, colourOf, numberOf, oneOf, textOf } from "../office/wire";
import { isUnbounded, isWholeColumns, lastColumnOf, lastRowOf, type Area } from "../workbook/area";
import { displayText } from "../workbook/displayText";
import { fault } from "../workbook/fault";
import { checkOpen } from "../workbook/guards";
import { STANDARD_HEIGHT, STANDARD_WIDTH, type Sheet } from "../workbook/sheet";
import { plainStyle, type Style, type StyleKey } from "../workbook/style";
import { visitLines, writeStyle } from "../workbook/writing";
import { fillColourOf, fillPatternOf, patternPatch } from "./fillLook";

type Now = () => Area;

const MAX_COLUMN_WIDTH = 1342.5;
const MAX_ROW_HEIGHT = 409.5;
const EDGES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
] as const;
type Edge = (typeof EDGES)[number];

const horizontals = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
  "CenterAcrossSelection",
  "Distributed",
] as const;
const verticals = ["Top", "Center", "Bottom", "Justify", "Distributed"] as const;

export function rangeFormatObject(sheet: Sheet, now: Now): ApiObject {
  const scalar = scalarsOf(sheet, now);
  return {
    type: "RangeFormat",
    scalars: {
      WrapText: scalar("wrap", booleanOf),
      HorizontalAlignment: scalar("horizontal", oneOf(horizontals)),
      VerticalAlignment: scalar("vertical", oneOf(verticals)),
      IndentLevel: scalar("indent", numberOf),
      ShrinkToFit: scalar("shrink", booleanOf),
      TextOrientation: scalar("orientation", numberOf),
      ColumnWidth: sizeScalar(sheet, now, "column"),
      RowHeight: sizeScalar(sheet, now, "row"),
      UseStandardHeight: standardScalar(sheet, now, "row"),
      UseStandardWidth: standardScalar(sheet, now, "column"),
    },
    objects: {
      Fill: () => fillObject(sheet, now),
      Font: () => fontObject(sheet, now),
      Borders: () => bordersObject(sheet, now),
      Protection: () => ({
        type: "FormatProtection",
        scalars: {
          Locked: scalar("locked", booleanOf),
          FormulaHidden: scalar("formulaHidden", booleanOf),
        },
      }),
    },
    methods: { AutofitColumns: () => fitColumns(sheet, now()), AutofitRows: () => fitRows(sheet, now()) },
  };
}

/** Null where the cells differ. */
function common<T>(sheet: Sheet, area: Area, of: (style: Style) => T): T | null {
  const styles = new Set<Style>();
  if (isUnbounded(area)) {
    const lines = isWholeColumns(area) ? sheet.grid.columns.styles : sheet.grid.rows.styles;
    visitLines(area, isWholeColumns(area) ? "column" : "row", (line) =>
      styles.add(lines.get(line) ?? plainStyle),
    );
    for (const { cell } of sheet.grid.cellsIn(area)) styles.add(cell.style);
  } else {
    for (let row = area.row; row <= lastRowOf(area); row++) {
      for (let column = area.column; column <= lastColumnOf(area); column++) {
        styles.add(sheet.grid.styleAt(row, column));
      }
    }
  }
  const values = new Set([...styles].map(of));
  return values.size === 1 ? [...values][0]! : null;
}

function scalarsOf(sheet: Sheet, now: Now) {
  return <K extends StyleKey>(key: K, check: (value: unknown) => Style[K]): Scalar => ({
    get: () => common(sheet, now(), (style) => style[key]),
    set: (value) => {
      writeStyle(sheet, now(), { [key]: check(value) });
    },
  });
}

function fillObject(sheet: Sheet, now: Now): ApiObject {
  return {
    type: "RangeFill",
    scalars: {
      Color: {
        get: () => common(sheet, now(), fillColourOf) ?? "",
        set: (value) => {
          writeStyle(sheet, now(), { fill: colourOf(value) });
        },
      },
      Pattern: {
        get: () => common(sheet, now(), fillPatternOf),
        set: (value) => {
          writeStyle(sheet, now(), patternPatch(value));
        },
      },
    },
    methods: {
      Clear: () => {
        writeStyle(sheet, now(), { fill: "", pattern: "" });
      },
    },
  };
}

function fontObject(sheet: Sheet, now: Now): ApiObject {
  const scalar = scalarsOf(sheet, now);
  return {
    type: "RangeFont",
    scalars: {
      Name: scalar("fontName", textOf),
      Size: scalar("fontSize", numberOf),
      Color: scalar("fontColor", colourOf),
      Bold: scalar("bold", booleanOf),
      Italic: scalar("italic", booleanOf),
      Underline: scalar("underline", textOf),
      Strikethrough: scalar("strikethrough", booleanOf),
    },
  };
}

function bordersObject(sheet: Sheet, now: Now): ApiObject {
  const items = (): ApiObject[] => EDGES.map((edge) => borderObject(sheet, now, edge));
  return {
    type: "RangeBorderCollection",
    scalars: { Count: { get: () => EDGES.length } },
    items,
    item: ([edge]) => borderObject(sheet, now, oneOf(EDGES)(edge)),
    objects: { GetItemAt: ([index]) => items()[numberOf(index)] ?? null },
  };
}

/** `style weight colour` of one side. */
function borderObject(sheet: Sheet, now: Now, edge: Edge): ApiObject {
  const parts = (): string[] | null => {
    const [key, area] = edgeCells(now(), edge)[0] ?? ["top", now()];
    const line = common(sheet, area, (style) => style[key]);
    return line === null ? null : line === "" ? ["None", "Thin", "#000000"] : line.split(" ");
  };
  const scalar = (partIndex: number, check: (value: unknown) => string): Scalar => ({
    get: () => parts()?.[partIndex] ?? null,
    set: (value) => {
      const line = [...(parts() ?? ["None", "Thin", "#000000"])];
      line[partIndex] = check(value);
      // A colour or a weight makes a line where none was.
      if (partIndex > 0 && line[0] === "None") line[0] = "Continuous";
      for (const [key, area] of edgeCells(now(), edge)) {
        writeStyle(sheet, area, { [key]: line[0] === "None" ? "" : line.join(" ") });
      }
    },
  });
  const styles = [
    "None",
    "Continuous",
    "Dash",
    "DashDot",
    "DashDotDot",
    "Dot",
    "Double",
    "SlantDashDot",
  ] as const;
  return {
    type: "RangeBorder",
    id: edge,
    scalars: {
      SideIndex: { get: () => edge },
      Style: scalar(0, oneOf(styles)),
      Weight: scalar(1, oneOf(["Hairline", "Thin", "Medium", "Thick"] as const)),
      Color: scalar(2, colourOf),
    },
  };
}

type Side = "top" | "bottom" | "left" | "right";

/** The sides of which cells a line of the range is. */
function edgeCells(area: Area, edge: Edge): [Side, Area][] {
  switch (edge) {
    case "EdgeTop":
      return [["top", { ...area, rows: 1 }]];
    case "EdgeBottom":
      return [["bottom", { ...area, row: lastRowOf(area), rows: 1 }]];
    case "EdgeLeft":
      return [["left", { ...area, columns: 1 }]];
    case "EdgeRight":
      return [["right", { ...area, column: lastColumnOf(area), columns: 1 }]];
    case "InsideHorizontal":
      return area.rows < 2
        ? []
        : [
            ["top", { ...area, row: area.row + 1, rows: area.rows - 1 }],
            ["bottom", { ...area, rows: area.rows - 1 }],
          ];
    case "InsideVertical":
      return area.columns < 2
        ? []
        : [
            ["left", { ...area, column: area.column + 1, columns: area.columns - 1 }],
            ["right", { ...area, columns: area.columns - 1 }],
          ];
  }
}

function sizeScalar(sheet: Sheet, now: Now, axis: "row" | "column"): Scalar {
  const { sizes } = axis === "row" ? sheet.grid.rows : sheet.grid.columns;
  const [standard, most] =
    axis === "row" ? [STANDARD_HEIGHT, MAX_ROW_HEIGHT] : [STANDARD_WIDTH, MAX_COLUMN_WIDTH];
  return {
    get: () => {
      const area = now();
      const all = new Set<number>();
      const isWhole = axis === "row" ? area.rows > 100_000 : area.columns > 10_000;
      if (isWhole) return sizes.size === 0 ? standard : null;
      visitLines(area, axis, (line) => all.add(sizes.get(line) ?? standard));
      return all.size === 1 ? [...all][0] : null;
    },
    set: (value) => {
      checkOpen(sheet, axis === "row" ? "allowFormatRows" : "allowFormatColumns");
      const size = numberOf(value);
      if (size < 0 || size > most) throw fault("InvalidArgument", `${String(size)} points`);
      visitLines(now(), axis, (line) => sizes.set(line, size));
    },
  };
}

/** Whether lines have the size that the sheet gives to all; setting false changes nothing, as in Excel. */
function standardScalar(sheet: Sheet, now: Now, axis: "row" | "column"): Scalar {
  const { sizes } = axis === "row" ? sheet.grid.rows : sheet.grid.columns;
  const resized = (): number[] => {
    const area = now();
    const [first, last] = axis === "row" ? [area.row, lastRowOf(area)] : [area.column, lastColumnOf(area)];
    return [...sizes.keys()].filter((line) => line >= first && line <= last);
  };
  return {
    get: () => {
      const count = axis === "row" ? now().rows : now().columns;
      return resized().length === 0 ? true : resized().length === count ? false : null;
    },
    set: (value) => {
      checkOpen(sheet, axis === "row" ? "allowFormatRows" : "allowFormatColumns");
      if (booleanOf(value)) for (const line of resized()) sizes.delete(line);
    },
  };
}

/** About as wide as the texts: there is no font to measure with. */
function fitColumns(sheet: Sheet, area: Area): null {
  checkOpen(sheet, "allowFormatColumns");
  const longest = new Map<number, number>();
  for (const { column, cell } of sheet.grid.cellsIn(area)) {
    const { length } = displayText(cell.value, cell.style.numberFormat, false);
    longest.set(column, Math.max(longest.get(column) ?? 0, length));
  }
  for (const [column, length] of longest) {
    if (length > 0) sheet.grid.columns.sizes.set(column, Math.min(length * 5.25 + 3.75, MAX_COLUMN_WIDTH));
  }
  return null;
}

function fitRows(sheet: Sheet, area: Area): null {
  checkOpen(sheet, "allowFormatRows");
  for (const line of [...sheet.grid.rows.sizes.keys()]) {
    if (line >= area.row && line <= lastRowOf(area)) sheet.grid.rows.sizes.delete(line);
  }
  return null;
}
