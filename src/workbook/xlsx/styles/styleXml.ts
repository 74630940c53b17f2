import type { CellStyle } from "../../../core/api";
import type { XmlElement } from "../../xml/xml";

/** The blue of a link in the themes of Office. */
const LINK_COLOR = "0563C1";

/** The properties of the workbook's default font that a font made from it keeps, in the order of the schema. */
const KEPT_FONT_PROPERTIES = ["name", "family", "charset", "scheme"];

/** Whether a style needs a font of its own. */
export function needsFont(style: CellStyle, link: boolean): boolean {
  return (
    link ||
    style.bold === true ||
    style.italic === true ||
    style.size !== undefined ||
    style.color !== undefined
  );
}

/** The default font with what the style changes; a link is underlined, and blue unless the style says otherwise. */
export function fontXml(
  base: XmlElement | undefined,
  style: CellStyle,
  link: boolean,
  prefix: string,
): string {
  const color = style.color ?? (link ? LINK_COLOR : undefined);
  const size =
    style.size === undefined ? base?.child("sz")?.outer : `<${prefix}sz val="${String(style.size)}"/>`;
  const colorXml =
    color === undefined ? base?.child("color")?.outer : `<${prefix}color rgb="${opaque(color)}"/>`;
  const kept = KEPT_FONT_PROPERTIES.map((name) => base?.child(name)?.outer ?? "");
  const content = [
    style.bold === true ? `<${prefix}b/>` : "",
    style.italic === true ? `<${prefix}i/>` : "",
    link ? `<${prefix}u/>` : "",
    size ?? "",
    colorXml ?? "",
    ...kept,
  ].join("");
  return `<${prefix}font>${content}</${prefix}font>`;
}

/** A solid fill. */
export function fillXml(color: string, prefix: string): string {
  return (
    `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${opaque(color)}"/>` +
    `<${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`
  );
}

/** The two fills that Excel takes for given, whatever the first places say. */
export function reservedFills(prefix: string): string[] {
  return ["none", "gray125"].map(
    (pattern) => `<${prefix}fill><${prefix}patternFill patternType="${pattern}"/></${prefix}fill>`,
  );
}

/** Thin lines above or below. */
export function borderXml(border: CellStyle["border"], prefix: string): string {
  const line = (side: "top" | "bottom"): string =>
    border === side || border === "topAndBottom"
      ? `<${prefix}${side} style="thin"><${prefix}color auto="1"/></${prefix}${side}>`
      : `<${prefix}${side}/>`;
  const sides = `<${prefix}left/><${prefix}right/>${line("top")}${line("bottom")}<${prefix}diagonal/>`;
  return `<${prefix}border>${sides}</${prefix}border>`;
}

/** The alignment of a cell; empty when the style says nothing of it. */
export function alignmentXml({ align, vertical, wrap }: CellStyle, prefix: string): string {
  const attributes = [
    align === undefined ? "" : ` horizontal="${align}"`,
    vertical === undefined ? "" : ` vertical="${vertical}"`,
    wrap === true ? ' wrapText="1"' : "",
  ].join("");
  return attributes === "" ? "" : `<${prefix}alignment${attributes}/>`;
}

function opaque(color: string): string {
  return `FF${color.toUpperCase()}`;
}
