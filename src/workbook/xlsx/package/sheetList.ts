import type { PackageParts } from "../../opc/packageParts";
import type { Relationship, Relationships } from "../../opc/relationships";
import { parseXml, type XmlElement } from "../../xml/xml";
import { decodeEscapes } from "../../xml/xmlText";

/** A sheet as the workbook part lists it. */
export interface SheetPart {
  readonly name: string;
  readonly partName: string;
  readonly state: "visible" | "hidden" | "veryHidden";
  readonly relationshipId: string;
  /** A chart sheet and a macro sheet have no cells to read. */
  readonly kind: "worksheet" | "macrosheet" | "other";
}

/** What the workbook part says. */
export interface SheetList {
  /** In the order of the tabs. */
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
}

/** Reads the list of sheets and the date system. A sheet whose part is missing is left out. */
export function readSheetList(parts: PackageParts): SheetList {
  const workbook = parseXml(parts.archive.text(parts.workbookPart));
  const relationships = parts.relationships(parts.workbookPart);
  const sheets = (workbook.child("sheets")?.childrenNamed("sheet") ?? [])
    .map((element) => readSheet(element, relationships))
    .filter((sheet) => sheet !== undefined)
    .filter((sheet) => parts.archive.has(sheet.partName));
  return { sheets, date1904: isTrue(workbook.child("workbookPr")?.attribute("date1904")) };
}

/** A sheet by its element; undefined when it leads to no part. */
export function readSheet(element: XmlElement, relationships: Relationships): SheetPart | undefined {
  const relationshipId = element.prefixedAttribute("id") ?? "";
  const relationship = relationships.get(relationshipId);
  if (relationship?.part === undefined) return undefined;
  return {
    name: decodeEscapes(element.attribute("name") ?? ""),
    partName: relationship.part,
    state: sheetState(element.attribute("state")),
    relationshipId,
    kind: sheetKind(relationship),
  };
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function sheetState(state: string | undefined): SheetPart["state"] {
  return state === "hidden" || state === "veryHidden" ? state : "visible";
}

function sheetKind({ type }: Relationship): SheetPart["kind"] {
  if (type.endsWith("/worksheet")) return "worksheet";
  return /\/xl(Intl)?Macrosheet$/.test(type) ? "macrosheet" : "other";
}
