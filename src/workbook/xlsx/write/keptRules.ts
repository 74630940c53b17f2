import type { PlannedSheet } from "../../../core/api";
import type { XmlElement } from "../../xml/xml";
import { escapeAttribute } from "../../xml/xmlText";
import { areaReference, parseArea } from "../areaReference";
import { cutWorksheet, parseTail, usedAreaOf } from "./worksheetPieces";

/** The areas of a rule; one that reached the last row reaches the last row of what is written in its place. */
function grown(areas: string, lastBefore: number | undefined, lastNow: number): string {
  const each = areas.split(" ").map((reference) => {
    const area = parseArea(reference);
    const isWhole =
      area && lastBefore !== undefined && area.lastRow >= lastBefore && area.firstRow < lastBefore;
    return isWhole ? areaReference({ ...area, lastRow: Math.max(area.lastRow, lastNow) }) : reference;
  });
  return each.join(" ");
}

const tagsOf = (element: XmlElement): string[] => [element.tag, ...element.children.flatMap(tagsOf)];

/** A rule without what belongs to extensions, which the sheet that is written has not; undefined where that is all of it. */
function plainRule(rule: XmlElement, prefix: string): string | undefined {
  const extension = rule.child("extLst");
  const text = extension ? rule.outer.replace(extension.outer, "") : rule.outer;
  const tags = tagsOf(rule).filter((tag) => extension?.outer.includes(tag) !== true);
  const own = tags.map((tag) => tag.replace(`<${prefix}`, "<"));
  if (own.some((tag) => /[<\s][A-Za-z_][\w.-]*:/.test(tag))) return undefined;
  return prefix === "" ? text : text.replaceAll(`<${prefix}`, "<").replaceAll(`</${prefix}`, "</");
}

/**
 * Conditional formats that people gave a sheet, for the sheet that is written in its place: they look as they did, over
 * the rows that there are now.
 */
export function keptRules(part: Uint8Array, { rows }: PlannedSheet): string {
  const pieces = cutWorksheet(part);
  if (!pieces) return "";
  const found = parseTail(pieces).children.filter(({ name }) => name === "conditionalFormatting");
  if (found.length === 0) return "";
  const lastBefore = parseArea(usedAreaOf(pieces) ?? "")?.lastRow;
  return found
    .filter((element) => element.attribute("pivot") !== "1")
    .map((element) => {
      const rules = element.children
        .filter(({ name }) => name === "cfRule")
        .flatMap((rule) => plainRule(rule, pieces.prefix) ?? []);
      const areas = grown(element.attribute("sqref") ?? "", lastBefore, rows.length - 1);
      if (rules.length === 0 || areas === "") return "";
      return `<conditionalFormatting sqref="${escapeAttribute(areas)}">${rules.join("")}</conditionalFormatting>`;
    })
    .join("");
}
