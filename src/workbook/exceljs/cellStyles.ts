import { CellKind } from "../../core/api";
import { parseXml, type XmlElement } from "../package/xml";
import { kindOfBuiltInFormat, kindOfFormat, type NumberKind } from "./numberFormat";

/** What the numbers of cells mean, by the index of their style. */
export type StyleKinds = readonly NumberKind[];

/**
 * The number formats that exceljs is given in place of the workbook's. It takes none of these codes for a date,
 * so a cell's number stays the double that is in the file, and its kind is one comparison.
 */
const formats: readonly { readonly kind: NumberKind; readonly id: number; readonly code: string }[] = [
  { kind: CellKind.number, id: 164, code: "PLAIN" },
  { kind: CellKind.date, id: 165, code: "DATE" },
  { kind: CellKind.percent, id: 166, code: "PERCENT" },
];

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

function childrenOf(root: XmlElement, name: string): readonly XmlElement[] {
  return root.child(name)?.children ?? [];
}

/** The kind of a cell that names no style. */
export function unstyledKind(kinds: StyleKinds): NumberKind {
  return kinds[0] ?? CellKind.number;
}

/** A styles part with nothing but the kinds; a style that is like an unstyled cell has no format. */
export function toStylesXml(kinds: StyleKinds): string {
  const unstyled = unstyledKind(kinds);
  const idOf = (kind: NumberKind): number =>
    kind === unstyled ? 0 : formats.find((format) => format.kind === kind)!.id;
  const numberFormats = formats.map(
    ({ id, code }) => `<numFmt numFmtId="${String(id)}" formatCode="${code}"/>`,
  );
  const styles = kinds.map((kind) => `<xf numFmtId="${String(idOf(kind))}"/>`);
  return (
    `<styleSheet><numFmts>${numberFormats.join("")}</numFmts>` +
    `<cellXfs>${styles.join("")}</cellXfs></styleSheet>`
  );
}

/** The kinds by the format codes of `toStylesXml`, as exceljs hands them out. */
export function kindsByCode(kinds: StyleKinds): ReadonlyMap<string | undefined, NumberKind> {
  return new Map<string | undefined, NumberKind>([
    [undefined, unstyledKind(kinds)],
    ...formats.map(({ code, kind }) => [code, kind] as const),
  ]);
}
