import { CellKind } from "../../../core/api";
import type { XmlElement } from "../../xml/xml";
import { currencyOfFormat } from "../styles/currencyOfFormat";
import { unitOfFormat } from "../styles/unitOfFormat";
import { kindOfBuiltInFormat, kindOfFormat, type NumberKind } from "../styles/numberFormat";

/** What the numbers of a style's cells mean, and the sign of money and the unit that they show. */
export interface StyleKind {
  readonly kind: NumberKind;
  readonly currency: string | undefined;
  readonly unit: string | undefined;
  /** So many digits are shown at least. */
  readonly digits: number | undefined;
  /** Cells are struck out. */
  readonly isStruck: boolean;
}

/** What the numbers of cells mean, by the index of their style. */
export type StyleKinds = readonly StyleKind[];

/** The style of a cell that names none, in a workbook without styles. */
export const plainNumber: StyleKind = {
  kind: CellKind.number,
  currency: undefined,
  unit: undefined,
  digits: undefined,
  isStruck: false,
};

/** The format of ids that are numbers: 00000 shows five digits. */
function digitsOfFormat(code: string): number | undefined {
  return /^0{2,15}$/.test(code) ? code.length : undefined;
}

/** What a format code makes of numbers. */
export function styleKindOf(code: string): StyleKind {
  return {
    kind: kindOfFormat(code),
    currency: currencyOfFormat(code),
    unit: unitOfFormat(code),
    digits: digitsOfFormat(code),
    isStruck: false,
  };
}

/** Whether the font of each index strikes its text out. */
function struckFonts(root: XmlElement): boolean[] {
  return childrenOf(root, "fonts").map((font) => {
    const strike = font.child("strike");
    return strike !== undefined && !["0", "false"].includes(strike.attribute("val") ?? "");
  });
}

/** Reads the number formats of a styles part, and which styles strike out. */
export function readStyleKinds(root: XmlElement): StyleKinds {
  const codes = new Map(
    childrenOf(root, "numFmts").map((format) => [
      Number(format.attribute("numFmtId")),
      format.attribute("formatCode") ?? "",
    ]),
  );
  const struck = struckFonts(root);
  return childrenOf(root, "cellXfs").map((style) => {
    const id = Number(style.attribute("numFmtId") ?? 0);
    const code = codes.get(id);
    // The currency of a built-in format is that of whoever opens the workbook, so it says nothing.
    const shown = code === undefined ? { ...plainNumber, kind: kindOfBuiltInFormat(id) } : styleKindOf(code);
    return { ...shown, isStruck: struck[Number(style.attribute("fontId") ?? 0)] ?? false };
  });
}

function childrenOf(root: XmlElement, name: string): readonly XmlElement[] {
  return root.child(name)?.children ?? [];
}
