import { CellKind } from "../../../core/api";
import { parseXml, type XmlElement } from "../../xml/xml";
import { currencyOfFormat } from "../styles/currencyOfFormat";
import { kindOfBuiltInFormat, kindOfFormat, type NumberKind } from "../styles/numberFormat";

/** What the numbers of a style's cells mean, and the sign of money they show. */
export interface StyleKind {
  readonly kind: NumberKind;
  readonly currency: string | undefined;
}

/** What the numbers of cells mean, by the index of their style. */
export type StyleKinds = readonly StyleKind[];

const plainNumber: StyleKind = { kind: CellKind.number, currency: undefined };

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
    // The currency of a built-in format is that of whoever opens the workbook, so it says nothing.
    return code === undefined
      ? { kind: kindOfBuiltInFormat(id), currency: undefined }
      : { kind: kindOfFormat(code), currency: currencyOfFormat(code) };
  });
}

/** The kind of a cell by its style; a cell that names none has the first. */
export function kindOfStyle(kinds: StyleKinds, style: number): StyleKind {
  return kinds[style] ?? plainNumber;
}

function childrenOf(root: XmlElement, name: string): readonly XmlElement[] {
  return root.child(name)?.children ?? [];
}
