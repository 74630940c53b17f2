import type { PackageParts } from "../../opc/packageParts";
import type { Relationship, Relationships } from "../../opc/relationships";
import { PackageError } from "../../readFailure";
import type { XmlElement } from "../../xml/xml";
import { decodeEscapes } from "../../xml/xmlText";

/** A sheet as the workbook part lists it. */
export interface SheetPart {
  readonly name: string;
  readonly partName: string;
  readonly state: "visible" | "hidden" | "veryHidden";
  readonly relationshipId: string;
  /** A chart sheet, a dialog sheet and a macro sheet have no cells to read; "none": the part is no sheet at all. */
  readonly kind: "worksheet" | "macrosheet" | "other" | "none";
}

/** What the workbook part says. */
export interface SheetList {
  /** In the order of the tabs. */
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
}

/**
 * Reads the list of sheets and the date system. A sheet that is listed and not there, or that cannot be told from another,
 * is a failure: what is billed without it could be anything.
 */
export function readSheetList(parts: PackageParts): SheetList {
  const relationships = parts.relationships(parts.workbookPart);
  return parts.read(parts.workbookPart, (workbook) => {
    const elements = workbook.child("sheets")?.childrenNamed("sheet") ?? [];
    const sheets = elements.map((element) => {
      const sheet = readSheet(element, relationships);
      if (sheet !== undefined && parts.archive.has(sheet.partName)) return sheet;
      const part = sheet === undefined ? "" : ` (${sheet.partName})`;
      throw damagedList(
        `lists the sheet "${decodeEscapes(element.attribute("name") ?? "")}", whose part${part} is missing`,
      );
    });
    checkDistinct(sheets);
    for (const sheet of sheets) checkKind(sheet, parts);
    return { sheets, date1904: isTrue(workbook.child("workbookPr")?.attribute("date1904")) };
  });
}

function checkDistinct(sheets: readonly SheetPart[]): void {
  const names = new Set<string>();
  const parts = new Set<string>();
  for (const { name, partName } of sheets) {
    if (names.has(name.toLowerCase())) throw damagedList(`lists the sheet "${name}" twice`);
    if (parts.has(partName)) throw damagedList(`lists the part of the sheet "${name}" twice (${partName})`);
    names.add(name.toLowerCase());
    parts.add(partName);
  }
}

/** A sheet without cells must be one: by a relation that is of no sheet, or of another kind, its rows would be passed over. */
function checkKind({ name, partName, kind }: SheetPart, parts: PackageParts): void {
  if (kind === "none") throw damagedList(`lists the sheet "${name}" by a part that is none (${partName})`);
  if (kind === "other" && parts.read(partName, (root) => root.name) === "worksheet")
    throw damagedList(`lists the sheet "${name}" as one without cells, and its part has cells (${partName})`);
}

function damagedList(fault: string): PackageError {
  return new PackageError(
    "DAMAGED",
    `The workbook ${fault}; get a fresh copy, or let Excel repair it and save it again.`,
  );
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
  if (/\/xl(Intl)?Macrosheet$/.test(type)) return "macrosheet";
  return /\/(chart|dialog)sheet$/i.test(type) ? "other" : "none";
}
