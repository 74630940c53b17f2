import { CellKind } from "../../../core/api";
import { parseXml, type XmlElement } from "../../xml/xml";
import { kindOfBuiltInFormat, kindOfFormat, type NumberKind } from "../styles/numberFormat";

/** What the numbers of cells mean, by the index of their style. */
export type StyleKinds = readonly NumberKind[];

/** Reads the number formats of a styles part; a workbook without one has plain numbers only. */
export function readStyleKinds(source: string | undefined): StyleKinds {
  if (source === undefined) return [];
  const root = parseXml(source);
  const codes = new Map(
    childrenOf(root, "numFmts").map((format) => [
      Number(format.attribute("numFmtId")),
      format.attribute("formatCode") ?? "",
    ]),
  );
  return childrenOf(root, "cellXfs").map((style) => {
    const id = Number(style.attribute("numFmtId") ?? 0);
    const code = codes.get(id);
    return code === undefined ? kindOfBuiltInFormat(id) : kindOfFormat(code);
  });
}

/** The kind of a cell by its style; a cell that names none has the first. */
export function kindOfStyle(kinds: StyleKinds, style: number): NumberKind {
  return kinds[style] ?? CellKind.number;
}

function childrenOf(root: XmlElement, name: string): readonly XmlElement[] {
  return root.child(name)?.children ?? [];
}
