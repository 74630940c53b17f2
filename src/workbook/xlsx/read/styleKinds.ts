import { CellKind } from "../../../core/api";
import type { XmlElement } from "../../xml/xml";
import { currencyOfFormat } from "../styles/currencyOfFormat";
import { kindOfBuiltInFormat, kindOfFormat, type NumberKind } from "../styles/numberFormat";

/** What the numbers of a style's cells mean, and the sign of money they show. */
export interface StyleKind {
  readonly kind: NumberKind;
  readonly currency: string | undefined;
}

/** What the numbers of cells mean, by the index of their style. */
export type StyleKinds = readonly StyleKind[];

/** The style of a cell that names none, in a workbook without styles. */
export const plainNumber: StyleKind = { kind: CellKind.number, currency: undefined };

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
    // The currency of a built-in format is that of whoever opens the workbook, so it says nothing.
    return code === undefined
      ? { kind: kindOfBuiltInFormat(id), currency: undefined }
      : { kind: kindOfFormat(code), currency: currencyOfFormat(code) };
  });
}

function childrenOf(root: XmlElement, name: string): readonly XmlElement[] {
  return root.child(name)?.children ?? [];
}
