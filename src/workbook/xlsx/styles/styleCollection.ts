import type { XmlElement } from "../../xml/xml";
import { appendContent, insertInOrder, setAttribute, type XmlEdit } from "../../xml/xmlEdit";

/** The children of a style sheet in the order of the schema. */
const STYLE_SHEET_ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

/** One list of a style sheet, such as its fonts: what is there keeps its index, what is new is added once. */
export class StyleCollection {
  private readonly element: XmlElement | undefined;
  private readonly items: string[];
  private readonly indexes = new Map<string, number>();
  private readonly original: number;

  constructor(
    private readonly root: XmlElement,
    private readonly name: string,
    /** Entries that the first places must hold. */
    required: readonly string[] = [],
  ) {
    this.element = root.child(name);
    this.items = this.element?.children.map((child) => child.outer) ?? [];
    this.original = this.items.length;
    this.items.push(...required.slice(this.items.length));
    // The first of equal entries counts.
    for (let index = this.items.length - 1; index >= 0; index--) this.indexes.set(this.items[index]!, index);
  }

  get elements(): readonly XmlElement[] {
    return this.element?.children ?? [];
  }

  /** An entry as it is written. */
  at(index: number): string | undefined {
    return this.items[index];
  }

  /** The index of an entry that is written this way. */
  intern(item: string): number {
    let index = this.indexes.get(item);
    if (index === undefined) {
      index = this.items.push(item) - 1;
      this.indexes.set(item, index);
    }
    return index;
  }

  edits(): XmlEdit[] {
    const added = this.items.slice(this.original).join("");
    if (added === "") return [];
    const count = String(this.items.length);
    if (this.element !== undefined) {
      return [setAttribute(this.element, "count", count), appendContent(this.element, added)];
    }
    const tag = this.root.prefix + this.name;
    const text = `<${tag} count="${count}">${added}</${tag}>`;
    return [insertInOrder(this.root, STYLE_SHEET_ORDER, this.name, text)];
  }
}
