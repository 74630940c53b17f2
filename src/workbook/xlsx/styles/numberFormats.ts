import { StyleCollection } from "./styleCollection";
import type { XmlElement } from "../../xml/xml";
import type { XmlEdit } from "../../xml/xmlEdit";
import { escapeAttribute } from "../../xml/xmlText";

/** The formats Excel knows by number that look the same in every language; its dates do not. */
const BUILT_IN: ReadonlyMap<string, number> = new Map([
  ["General", 0],
  ["0", 1],
  ["0.00", 2],
  ["#,##0", 3],
  ["#,##0.00", 4],
  ["0%", 9],
  ["0.00%", 10],
  ["@", 49],
]);
const FIRST_CUSTOM_ID = 164;

/** The number formats of a style sheet; a code has one id. */
export class NumberFormats {
  private readonly collection: StyleCollection;
  private readonly ids = new Map(BUILT_IN);
  private readonly prefix: string;
  private nextId = FIRST_CUSTOM_ID;

  constructor(root: XmlElement) {
    this.prefix = root.prefix;
    this.collection = new StyleCollection(root, "numFmts");
    for (const element of this.collection.elements) {
      const id = Number(element.attribute("numFmtId"));
      const code = element.attribute("formatCode");
      if (code !== undefined) this.ids.set(code, id);
      this.nextId = Math.max(this.nextId, id + 1);
    }
  }

  /** The id of a format code; of the general format without one. */
  idOf(code: string | undefined): number {
    if (code === undefined) return 0;
    let id = this.ids.get(code);
    if (id === undefined) {
      id = this.nextId++;
      this.ids.set(code, id);
      const attributes = `numFmtId="${String(id)}" formatCode="${escapeAttribute(code)}"`;
      this.collection.intern(`<${this.prefix}numFmt ${attributes}/>`);
    }
    return id;
  }

  edits(): XmlEdit[] {
    return this.collection.edits();
  }
}
