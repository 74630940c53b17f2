import type { TableArea } from "../../../core/api";
import { parseArea } from "../areaReference";
import type { PackageParts } from "../../opc/packageParts";
import type { SheetPart } from "./sheetList";
import type { XmlElement } from "../../xml/xml";
import { decodeEscapes } from "../../xml/xmlText";

/** A table with its part. */
export interface TablePart {
  readonly partName: string;
  /** Unique in the workbook, as its name is. */
  readonly id: number;
  /** Without its row of totals. */
  readonly area: TableArea;
  readonly hasHeader: boolean;
}

/** The tables of one sheet; a part without a usable area is left out. */
export function readTableParts(parts: PackageParts, sheet: SheetPart): TablePart[] {
  return parts
    .relatedParts(sheet.partName, "/table")
    .map((partName) => parts.read(partName, (root) => readTablePart(root, partName, sheet.name)))
    .filter((table) => table !== undefined);
}

function readTablePart(root: XmlElement, partName: string, sheet: string): TablePart | undefined {
  const area = parseArea(root.attribute("ref") ?? "");
  if (area === undefined) return undefined;
  const name = decodeEscapes(root.attribute("displayName") ?? root.attribute("name") ?? "");
  const totals = Number(root.attribute("totalsRowCount") ?? 0);
  return {
    partName,
    id: Number(root.attribute("id") ?? 0),
    area: { name, sheet, ...area, lastRow: area.lastRow - totals },
    hasHeader: root.attribute("headerRowCount") !== "0",
  };
}
