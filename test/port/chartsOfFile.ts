import { parseXml, type XmlElement } from "../../src/workbook/xml/xml";
import { open } from "../support/testWorkbook";
import type { ShownChart } from "./chartContract";

function allOf(element: XmlElement, name: string): XmlElement[] {
  const own = element.name === name ? [element] : [];
  return [...own, ...element.children.flatMap((child) => allOf(child, name))];
}

const textOf = (element: XmlElement, ...path: string[]): string => {
  const [first, ...rest] = path;
  if (first === undefined) return element.text;
  const found = allOf(element, first)[0];
  return found ? textOf(found, ...rest) : "";
};

/** 'It''s aging'!$C$5 as It's aging!C5. */
const plainly = (reference: string): string => {
  const at = reference.lastIndexOf("!");
  const sheet = reference.slice(0, at).replace(/^'|'$/g, "").replaceAll("''", "'");
  return `${sheet}!${reference.slice(at + 1).replaceAll("$", "")}`;
};

/** The charts of a file, by its parts. */
export function chartsOfFile(bytes: Uint8Array): ShownChart[] {
  const { parts, sheets } = open(bytes);
  return sheets.flatMap(({ name: sheet, partName }) => {
    return parts.relatedParts(partName, "/drawing").flatMap((drawing) => {
      const names = parts
        .read(drawing, (root) => allOf(root, "graphicFrame"))
        .map((frame) => allOf(frame, "cNvPr")[0]?.attribute("name") ?? "");
      return parts.relatedParts(drawing, "/chart").map((chart, index): ShownChart => {
        const root = parseXml(parts.archive.text(chart));
        return {
          sheet,
          name: names[index]!,
          title: textOf(root, "title", "t"),
          kind: allOf(root, "lineChart").length > 0 ? "lines" : "bars",
          series: allOf(root, "ser").map((series) => ({
            name: textOf(series, "tx", "v"),
            values: plainly(textOf(series, "val", "f")),
            categories: plainly(textOf(series, "cat", "f")),
          })),
        };
      });
    });
  });
}
