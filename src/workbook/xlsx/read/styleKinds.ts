import type { XmlElement } from "../../xml/xml";
import { kindOfBuiltInFormat, kindOfFormat, type NumberKind } from "../styles/numberFormat";

/** What the numbers of cells mean, by the index of their style. */
export type StyleKinds = readonly NumberKind[];

/** Reads the number formats of a styles part. */
export function readStyleKinds(root: XmlElement): StyleKinds {
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

function childrenOf(root: XmlElement, name: string): readonly XmlElement[] {
  return root.child(name)?.children ?? [];
}
