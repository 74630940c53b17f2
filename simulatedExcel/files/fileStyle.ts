import type ExcelJS from "exceljs";
import { plainStyle, type Style, type StylePatch } from "../workbook/style";

type Line = "top" | "bottom" | "left" | "right";
const LINES: readonly Line[] = ["top", "bottom", "left", "right"];

/** Names of line styles in files, and Excel's style and weight. */
const lineStyles: Readonly<Record<string, string>> = {
  hair: "Continuous Hairline",
  thin: "Continuous Thin",
  medium: "Continuous Medium",
  thick: "Continuous Thick",
  dashed: "Dash Thin",
  dotted: "Dot Thin",
  double: "Double Thick",
};

const horizontals: Readonly<Record<string, string>> = {
  left: "Left",
  center: "Center",
  right: "Right",
  fill: "Fill",
  justify: "Justify",
  centerContinuous: "CenterAcrossSelection",
  distributed: "Distributed",
};
const verticals: Readonly<Record<string, string>> = { top: "Top", middle: "Center", bottom: "Bottom" };

export function stylePatchOf({ style }: Pick<ExcelJS.Cell, "style">): StylePatch {
  const { font, fill, alignment, protection, numFmt, border } = style;
  const found: Partial<Record<keyof Style, unknown>> = {
    numberFormat: numFmt,
    fontName: font?.name,
    fontSize: font?.size,
    fontColor: colourOf(font?.color),
    bold: font?.bold,
    italic: font?.italic,
    strikethrough: font?.strike,
    underline: font?.underline === undefined || font.underline === "none" ? undefined : "Single",
    fill: fill?.type === "pattern" && fill.pattern === "solid" ? colourOf(fill.fgColor) : undefined,
    horizontal: alignment?.horizontal && horizontals[alignment.horizontal],
    vertical: alignment?.vertical && verticals[alignment.vertical],
    wrap: alignment?.wrapText,
    indent: alignment?.indent,
    locked: protection?.locked,
  };
  for (const line of LINES) {
    const edge = border?.[line];
    const known = edge?.style && lineStyles[edge.style];
    if (known) found[line] = `${known} ${colourOf(edge.color) ?? "#000000"}`;
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined && value !== ""));
}

/** Colours of a theme are not carried. */
function colourOf(colour: Partial<ExcelJS.Color> | undefined): string | undefined {
  return colour?.argb === undefined ? undefined : `#${colour.argb.slice(-6).toUpperCase()}`;
}

export function fileStyleOf(style: Style): Partial<ExcelJS.Style> {
  const border = LINES.flatMap((line) => (style[line] === "" ? [] : [[line, borderOf(style[line])]]));
  const horizontal = nameOf(horizontals, style.horizontal);
  const vertical = nameOf(verticals, style.vertical);
  const isSet = (key: keyof Style): boolean => style[key] !== plainStyle[key];
  return {
    ...(isSet("numberFormat") ? { numFmt: style.numberFormat } : {}),
    font: {
      name: style.fontName,
      size: style.fontSize,
      ...(isSet("fontColor") ? { color: argb(style.fontColor) } : {}),
      ...(style.bold ? { bold: true } : {}),
      ...(style.italic ? { italic: true } : {}),
      ...(style.strikethrough ? { strike: true } : {}),
      ...(isSet("underline") ? { underline: true } : {}),
    },
    ...(style.fill
      ? { fill: { type: "pattern", pattern: "solid", fgColor: argb(style.fill) } as const }
      : {}),
    ...(border.length > 0 ? { border: Object.fromEntries(border) as Partial<ExcelJS.Borders> } : {}),
    alignment: {
      ...(horizontal ? { horizontal: horizontal as NonNullable<ExcelJS.Alignment["horizontal"]> } : {}),
      ...(vertical && isSet("vertical")
        ? { vertical: vertical as NonNullable<ExcelJS.Alignment["vertical"]> }
        : {}),
      ...(style.wrap ? { wrapText: true } : {}),
      ...(style.indent ? { indent: style.indent } : {}),
    },
    ...(style.locked ? {} : { protection: { locked: false } }),
  };
}

function argb(colour: string): { argb: string } {
  return { argb: `FF${colour.slice(1)}` };
}

function nameOf(names: Readonly<Record<string, string>>, wanted: string): string | undefined {
  return Object.keys(names).find((name) => names[name] === wanted);
}

function borderOf(line: string): unknown {
  const [style = "", weight = "", colour = ""] = line.split(" ");
  const name = nameOf(lineStyles, `${style} ${weight}`) ?? nameOf(lineStyles, `${style} Thin`) ?? "thin";
  return { style: name, color: argb(colour) };
}
