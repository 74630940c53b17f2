import { resolveTarget, relativeTarget } from "./partName";
import { xmlDeclaration } from "./namespaces";
import { parseXml, type XmlElement } from "../xml/xml";
import { appendContent, applyEdits, removeElement } from "../xml/xmlEdit";
import { escapeAttribute } from "../xml/xmlText";

/** One relationship of a part. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The part it leads to; undefined for what is outside the package. */
  readonly part: string | undefined;
}

const NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";
const EMPTY = `${xmlDeclaration}<Relationships xmlns="${NAMESPACE}"/>`;

/** The relationships of one part, read from its .rels and changed in place. */
export class Relationships {
  private readonly root: XmlElement;
  private readonly known = new Map<string, Relationship>();
  private readonly elements = new Map<string, XmlElement>();
  private readonly removed: XmlElement[] = [];
  private readonly added = new Map<string, string>();
  private lastNumber = 0;

  constructor(
    private readonly owner: string,
    /** Undefined for a part that has none yet. */
    private readonly source: string = EMPTY,
    /** The name of a part as the package writes it. */
    nameOf: (part: string) => string = (part) => part,
  ) {
    this.root = parseXml(source);
    for (const element of this.root.childrenNamed("Relationship")) {
      const id = element.attribute("Id") ?? "";
      const target = element.attribute("Target") ?? "";
      const external = element.attribute("TargetMode") === "External" || target.startsWith("#");
      const part = external ? undefined : nameOf(resolveTarget(owner, target));
      this.known.set(id, { id, type: element.attribute("Type") ?? "", part });
      this.elements.set(id, element);
      this.lastNumber = Math.max(this.lastNumber, Number(/^rId(\d{1,9})$/i.exec(id)?.[1] ?? 0));
    }
  }

  get all(): readonly Relationship[] {
    return [...this.known.values()];
  }

  get(id: string): Relationship | undefined {
    return this.known.get(id);
  }

  /** Those of a kind, such as "/table"; the same in both dialects. */
  ofKind(kind: string): readonly Relationship[] {
    return this.all.filter((relationship) => relationship.type.endsWith(kind));
  }

  /** Leads to one more part; returns the relationship's id. */
  add(type: string, part: string): string {
    this.lastNumber++;
    const id = `rId${String(this.lastNumber)}`;
    this.known.set(id, { id, type, part });
    const target = escapeAttribute(relativeTarget(this.owner, part));
    this.added.set(
      id,
      `<${this.root.prefix}Relationship Id="${id}" Type="${escapeAttribute(type)}" Target="${target}"/>`,
    );
    return id;
  }

  remove(id: string): void {
    this.known.delete(id);
    this.added.delete(id);
    const element = this.elements.get(id);
    if (element !== undefined) this.removed.push(element);
    this.elements.delete(id);
  }

  get changed(): boolean {
    return this.removed.length > 0 || this.added.size > 0;
  }

  toXml(): string {
    const edits = this.removed.map(removeElement);
    if (this.added.size > 0) edits.push(appendContent(this.root, [...this.added.values()].join("")));
    return applyEdits(this.source, edits);
  }
}
