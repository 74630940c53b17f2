import { booleanOf, colourOf, isAbsent, numberOf, recordOf, textOf } from "../office/wire";
import { fullAddress } from "../workbook/address";
import { cellAt, isUnbounded, type Area } from "../workbook/area";
import { matrixOf } from "../workbook/cellInput";
import { fault } from "../workbook/fault";
import { checkOpen } from "../workbook/guards";
import type { Sheet } from "../workbook/sheet";
import type { Style, StyleKey, StylePatch } from "../workbook/style";
import type { ApiHost } from "./apiHost";
import { fillColourOf, fillPatternOf, patternPatch } from "./fillLook";
import { hyperlinkOf } from "./hyperlink";

interface Look {
  get(style: Style): unknown;
  patch(value: unknown): StylePatch;
}

function plain<K extends StyleKey>(key: K, check: (value: unknown) => Style[K]): Look {
  return { get: (style) => style[key], patch: (value) => ({ [key]: check(value) }) };
}

/** What can be asked for each cell, in the order in which it is set. */
const looks: Readonly<Record<string, Look>> = {
  "format/fill/color": { get: fillColourOf, patch: (value) => ({ fill: colourOf(value) }) },
  "format/fill/pattern": { get: fillPatternOf, patch: patternPatch },
  "format/font/name": plain("fontName", textOf),
  "format/font/size": plain("fontSize", numberOf),
  "format/font/color": plain("fontColor", colourOf),
  "format/font/bold": plain("bold", booleanOf),
  "format/font/italic": plain("italic", booleanOf),
  "format/font/underline": plain("underline", textOf),
  "format/font/strikethrough": plain("strikethrough", booleanOf),
  "format/horizontalAlignment": plain("horizontal", textOf),
  "format/verticalAlignment": plain("vertical", textOf),
  "format/wrapText": plain("wrap", booleanOf),
  "format/indentLevel": plain("indent", numberOf),
  "format/shrinkToFit": plain("shrink", booleanOf),
  "format/textOrientation": plain("orientation", numberOf),
  "format/protection/locked": plain("locked", booleanOf),
  "format/protection/formulaHidden": plain("formulaHidden", booleanOf),
};

const SIDES = ["top", "bottom", "left", "right"] as const;
const LINE_PARTS = ["style", "weight", "color"] as const;
const NO_LINE = ["None", "Thin", "#000000"];

/** A line is one text in a style; requests name its parts. */
const lineLooks: Readonly<Record<string, Look["get"]>> = Object.fromEntries(
  SIDES.flatMap((side) =>
    LINE_PARTS.map((part, partIndex): [string, Look["get"]] => [
      `format/borders/${side}/${part}`,
      (style) => (style[side] === "" ? NO_LINE : style[side].split(" "))[partIndex],
    ]),
  ),
);

function linePatch(values: ReadonlyMap<string, unknown>): StylePatch {
  const patch: Partial<Record<(typeof SIDES)[number], string>> = {};
  for (const side of SIDES) {
    const given = LINE_PARTS.map((part) => values.get(`format/borders/${side}/${part}`));
    if (given.every(isAbsent)) continue;
    const [style, weight, colour] = given.map((value, partIndex) => textOf(value ?? NO_LINE[partIndex]));
    patch[side] = style === "None" ? "" : `${style!} ${weight!} ${colourOf(colour)}`;
  }
  return patch;
}

/** What is asked for as one and given in its parts. */
const groups: Readonly<Record<string, readonly string[]>> = {
  "format/protection": ["format/protection/locked", "format/protection/formulaHidden"],
  ...Object.fromEntries(
    LINE_PARTS.map((part) => [
      `format/borders/${part}`,
      SIDES.map((side) => `format/borders/${side}/${part}`),
    ]),
  ),
};

type Leaf = readonly [path: string, value: unknown];

/** `{format: {font: {bold: true}}}` as `format/font/bold`. */
function leavesOf(value: Readonly<Record<string, unknown>>, above = ""): Leaf[] {
  return Object.entries(value).flatMap(([name, inner]): Leaf[] => {
    if (isAbsent(inner)) return [];
    const path = above === "" ? name : `${above}/${name}`;
    return typeof inner === "object" ? leavesOf(recordOf(inner), path) : [[path, inner]];
  });
}

/** Range.getCellProperties: an object for each cell. */
export function readCellProperties(host: ApiHost, sheet: Sheet, area: Area, options: unknown): unknown[][] {
  if (isUnbounded(area)) throw fault("InvalidArgument");
  const asked = leavesOf(recordOf(options)).flatMap(([path, isAsked]) =>
    isAsked === true ? (groups[path] ?? [path]) : [],
  );
  const unknown = asked.find(
    (path) => path !== "address" && path !== "hyperlink" && !(path in looks) && !(path in lineLooks),
  );
  if (unknown !== undefined) throw host.missing.notSimulated(`Range.getCellProperties of ${unknown}`);
  const getters = new Map(
    asked.map((path) => [path, lineLooks[path] ?? ((style: Style) => looks[path]?.get(style))]),
  );
  host.cells.read += area.rows * area.columns;
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => {
      const cell = cellAt(area.row + row, area.column + column);
      const style = sheet.grid.styleAt(cell.row, cell.column);
      const answer: Record<string, unknown> = {};
      for (const path of asked) {
        const value =
          path === "hyperlink"
            ? hyperlinkOf(sheet, () => cell).get()
            : (getters.get(path)?.(style) ?? fullAddress(sheet.name, cell));
        put(answer, path.split("/"), value);
      }
      return answer;
    }),
  );
}

function put(into: Record<string, unknown>, [first = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) into[first] = value;
  else put((into[first] ??= {}) as Record<string, unknown>, rest, value);
}

/** Range.setCellProperties: an object for each cell, of the range's size. */
export function writeCellProperties(host: ApiHost, sheet: Sheet, area: Area, data: unknown): void {
  checkOpen(sheet, "allowFormatCells");
  if (isUnbounded(area) || !Array.isArray(data)) throw fault("InvalidArgument");
  const at = matrixOf(data, area.rows, area.columns);
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const given = at(row, column);
      if (isAbsent(given)) continue;
      const { hyperlink, ...look } = recordOf(given);
      if (!isAbsent(hyperlink)) {
        hyperlinkOf(sheet, () => cellAt(area.row + row, area.column + column)).set!(hyperlink);
      }
      const patch = patchOf(host, leavesOf(look));
      sheet.grid.restyleCell(area.row + row, area.column + column, patch);
    }
  }
}

function patchOf(host: ApiHost, leaves: readonly Leaf[]): StylePatch {
  const unknown = leaves.find(([path]) => !(path in looks) && !(path in lineLooks));
  if (unknown) throw host.missing.notSimulated(`Range.setCellProperties of ${unknown[0]}`);
  const values = new Map(leaves);
  const patches = Object.keys(looks).flatMap((path) =>
    values.has(path) ? [looks[path]!.patch(values.get(path))] : [],
  );
  return Object.assign({}, ...patches, linePatch(values)) as StylePatch;
}
