import { parseXml, type XmlElement } from "../xml/xml";
import { appendContent, applyEdits, removeElement, type XmlEdit } from "../xml/xmlEdit";
import { escapeAttribute } from "../xml/xmlText";

/** The part that says what each other part is. */
export const contentTypesPart = "[Content_Types].xml";

/** The content type of a part of a workbook, such as its "worksheet" or its "styles". */
export function spreadsheetType(kind: string): string {
  return `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
}

/** The content types of a package, changed in place. */
export class ContentTypes {
  private readonly root: XmlElement;
  private readonly defaults = new Map<string, string>();
  private readonly overrides = new Map<string, string>();
  private readonly elements = new Map<string, XmlElement>();
  private readonly removed: XmlElement[] = [];
  private readonly added = new Map<string, string>();

  constructor(private readonly source: string) {
    this.root = parseXml(source);
    for (const element of this.root.children) {
      const type = element.attribute("ContentType") ?? "";
      const key = keyOf(element);
      this.elements.set(key, element);
      (element.name === "Default" ? this.defaults : this.overrides).set(key, type);
    }
  }

  typeOf(part: string): string | undefined {
    return this.overrides.get(overrideKey(part)) ?? this.defaults.get(defaultKey(extensionOf(part)));
  }

  /** Says what one part is, whatever was said before. */
  setType(part: string, type: string): void {
    this.removePart(part);
    const name = escapeAttribute(`/${part}`);
    this.overrides.set(overrideKey(part), type);
    this.added.set(
      overrideKey(part),
      `<${this.root.prefix}Override PartName="${name}" ContentType="${escapeAttribute(type)}"/>`,
    );
  }

  /** Says what a part is by its extension if that is free, else by its name. */
  setTypeByExtension(part: string, type: string): void {
    if (this.typeOf(part) === type) return;
    const extension = extensionOf(part);
    if (this.defaults.has(defaultKey(extension))) {
      this.setType(part, type);
      return;
    }
    this.defaults.set(defaultKey(extension), type);
    this.added.set(
      defaultKey(extension),
      `<${this.root.prefix}Default Extension="${escapeAttribute(extension)}" ContentType="${escapeAttribute(type)}"/>`,
    );
  }

  removePart(part: string): void {
    this.overrides.delete(overrideKey(part));
    this.drop(overrideKey(part));
  }

  /** Takes away what is said of extensions with this type. */
  removeDefaults(type: string): void {
    for (const [key, known] of this.defaults) {
      if (known !== type) continue;
      this.defaults.delete(key);
      this.drop(key);
    }
  }

  get changed(): boolean {
    return this.removed.length > 0 || this.added.size > 0;
  }

  toXml(): string {
    const edits: XmlEdit[] = this.removed.map(removeElement);
    if (this.added.size > 0) edits.push(appendContent(this.root, [...this.added.values()].join("")));
    return applyEdits(this.source, edits);
  }

  private drop(key: string): void {
    this.added.delete(key);
    const element = this.elements.get(key);
    if (element !== undefined) this.removed.push(element);
    this.elements.delete(key);
  }
}

function keyOf(element: XmlElement): string {
  if (element.name === "Default") return defaultKey(element.attribute("Extension") ?? "");
  return overrideKey((element.attribute("PartName") ?? "").replace(/^\//, ""));
}

function overrideKey(part: string): string {
  return `/${part.toLowerCase()}`;
}

function defaultKey(extension: string): string {
  return `.${extension.toLowerCase()}`;
}

function extensionOf(part: string): string {
  return part.slice(part.lastIndexOf(".") + 1);
}
