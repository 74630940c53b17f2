import { workbookViewEdits } from "./bookViews";
import { DefinedNames } from "./definedNames";
import type { PackageDraft } from "../../opc/packageDraft";
import { PlanError } from "../write/planError";
import { readSheet, type SheetPart } from "../package/sheetList";
import { WORKBOOK_ORDER } from "./workbookOrder";
import { parseXml, type XmlElement } from "../../xml/xml";
import {
  applyEdits,
  insertInOrder,
  removeElement,
  replaceContent,
  setAttribute,
  type XmlEdit,
} from "../../xml/xmlEdit";
import { escapeAttribute } from "../../xml/xmlText";

/** A tab of the workbook with the sheet behind it. */
export interface ListedSheet {
  readonly name: string;
  readonly sheetId: number;
  readonly state: SheetPart["state"];
  readonly kind: SheetPart["kind"];
  /** Undefined when the list names a part that is not there. */
  readonly part: string | undefined;
  readonly relationshipId: string;
  /** Its element in the list. */
  readonly xml: string;
  /** Written by the plan from end to end. */
  readonly isNew: boolean;
}

/** The workbook part being changed: its sheets and its names. */
export class WorkbookDraft {
  /** By sheet id, which stays when a sheet moves or is replaced. */
  readonly names: DefinedNames<number>;
  private readonly root: XmlElement;
  private readonly original: readonly ListedSheet[];
  /** By name in lower case; a sheet that is replaced keeps its place. */
  private readonly listed: Map<string, ListedSheet>;
  private lastSheetId: number;

  constructor(private readonly draft: PackageDraft) {
    this.root = parseXml(draft.text(draft.workbookPart));
    const elements = this.root.child("sheets")?.childrenNamed("sheet") ?? [];
    this.original = elements.map((element) => this.listedSheet(element));
    this.listed = new Map(this.original.map((sheet) => [keyOf(sheet.name), sheet]));
    this.lastSheetId = this.original.reduce((most, { sheetId }) => Math.max(most, sheetId), 0);
    this.names = new DefinedNames(
      this.root.child("definedNames")?.childrenNamed("definedName") ?? [],
      this.original.map(({ sheetId }) => sheetId),
      this.root.prefix,
    );
  }

  get sheets(): readonly ListedSheet[] {
    return [...this.listed.values()];
  }

  /** A sheet by its name, without regard to case as in Excel. */
  find(name: string): ListedSheet | undefined {
    return this.listed.get(keyOf(name));
  }

  remove(sheet: ListedSheet): void {
    this.listed.delete(keyOf(sheet.name));
    this.names.removeSheet(sheet.sheetId, sheet.name);
    this.draft.release(this.draft.workbookPart, sheet.relationshipId);
  }

  /**
   * Lists a new part: in the place of the sheet of this name, else at the end. Returns the sheet's id. `state` is that of
   * a sheet that is not there yet.
   */
  put(name: string, part: string, state: ListedSheet["state"] = "visible"): number {
    const old = this.find(name);
    const { workbookPart, dialect } = this.draft;
    const relationships = this.draft.relationships(workbookPart);
    const relationshipId = relationships.add(`${dialect.relationships}/worksheet`, part);
    if (old !== undefined) {
      this.draft.release(workbookPart, old.relationshipId);
      this.names.removeBuiltIn(old.sheetId);
    }
    const sheetId = old?.sheetId ?? ++this.lastSheetId;
    const entry = { name: old?.name ?? name, sheetId, state: old?.state ?? state, part, relationshipId };
    const sheet = this.newSheet(entry);
    this.listed.set(keyOf(name), sheet);
    return sheet.sheetId;
  }

  save(): void {
    const { sheets } = this;
    if (!sheets.some(({ state }) => state === "visible")) {
      throw new PlanError("The plan leaves the workbook without a visible sheet.");
    }
    const edits = [
      ...workbookViewEdits(this.root, this.original, sheets),
      ...this.contentEdits("sheets", sheets.map(({ xml }) => xml).join("")),
      ...this.contentEdits("definedNames", this.names.toXml(sheets.map(({ sheetId }) => sheetId))),
      ...this.calculationEdits(),
    ];
    this.draft.rewrite(this.draft.workbookPart, applyEdits(this.root.source, edits));
  }

  private listedSheet(element: XmlElement): ListedSheet {
    const part = readSheet(element, this.draft.relationships(this.draft.workbookPart));
    return {
      name: part?.name ?? element.attribute("name") ?? "",
      sheetId: Number(element.attribute("sheetId")),
      state: part?.state ?? "visible",
      kind: part?.kind ?? "other",
      part: part?.partName,
      relationshipId: part?.relationshipId ?? "",
      xml: element.outer,
      isNew: false,
    };
  }

  private newSheet(sheet: Omit<ListedSheet, "kind" | "xml" | "isNew">): ListedSheet {
    const { relationships } = this.draft.dialect;
    const declared = namespacePrefix(this.root, relationships);
    const idAttribute =
      declared === undefined
        ? `xmlns:r="${relationships}" r:id="${sheet.relationshipId}"`
        : `${declared}id="${sheet.relationshipId}"`;
    const state = sheet.state === "visible" ? "" : ` state="${sheet.state}"`;
    const attributes = `name="${escapeAttribute(sheet.name)}" sheetId="${String(sheet.sheetId)}"${state} ${idAttribute}`;
    return { ...sheet, kind: "worksheet", xml: `<${this.root.prefix}sheet ${attributes}/>`, isNew: true };
  }

  /** Formulas on sheets that stay may refer to what the plan changed, and their stored results are then old. */
  private calculationEdits(): XmlEdit[] {
    if (this.sheets.every(({ isNew }) => isNew)) return [];
    const element = this.root.child("calcPr");
    if (element !== undefined) return [setAttribute(element, "fullCalcOnLoad", "1")];
    const text = `<${this.root.prefix}calcPr fullCalcOnLoad="1"/>`;
    return [insertInOrder(this.root, WORKBOOK_ORDER, "calcPr", text)];
  }

  private contentEdits(name: string, content: string): XmlEdit[] {
    const element = this.root.child(name);
    if (element !== undefined) {
      return [content === "" ? removeElement(element) : replaceContent(element, content)];
    }
    if (content === "") return [];
    const tag = this.root.prefix + name;
    return [insertInOrder(this.root, WORKBOOK_ORDER, name, `<${tag}>${content}</${tag}>`)];
  }
}

function keyOf(name: string): string {
  return name.toLowerCase();
}

/** The prefix, with its colon, that an element declares for a namespace. */
function namespacePrefix(element: XmlElement, namespace: string): string | undefined {
  for (const [, prefix, value] of element.tag.matchAll(/\sxmlns:([^\s=]+)\s*=\s*["']([^"']*)["']/g)) {
    if (value === namespace) return `${prefix!}:`;
  }
  return undefined;
}
