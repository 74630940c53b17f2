import { textOf } from "../office/wire";
import type { Style, StylePatch } from "../workbook/style";

/** A cell without a fill says white, as in Excel; only the pattern tells the two apart. */
export function fillColourOf({ fill }: Style): string {
  return fill || "#FFFFFF";
}

export function fillPatternOf({ fill, pattern }: Style): string {
  return pattern || (fill === "" ? "None" : "Solid");
}

export function patternPatch(value: unknown): StylePatch {
  const pattern = textOf(value);
  if (pattern === "None") return { fill: "", pattern: "" };
  return { pattern: pattern === "Solid" ? "" : pattern };
}
