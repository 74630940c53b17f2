import type { TableArea } from "../../../core/api";
import { parseArea } from "../areaReference";
import type { PackageParts } from "../../opc/packageParts";
import type { SheetPart } from "./sheetList";
import { PackageError } from "../../readFailure";
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

/**
 * The tables of one sheet; a part without a usable area is left out. A part that is missing is a failure: its name would be
 * given to a table of another sheet.
 */
export function readTableParts(parts: PackageParts, sheet: SheetPart): TablePart[] {
  for (const { part } of parts.relationships(sheet.partName).ofKind("/table"))
    if (part !== undefined && !parts.archive.has(part))
      throw new PackageError(
        "DAMAGED",
        `The sheet "${sheet.name}" has a table whose part (${part}) is missing; get a fresh copy, or let Excel repair it and save it again.`,
      );
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
