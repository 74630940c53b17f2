import { XmlAttributes } from "../../xml/xmlAttributes";
import type { XmlTag } from "../../xml/xmlScanner";
import { decodeAttribute } from "../../xml/xmlText";

interface Scope {
  readonly depth: number;
  readonly bindings: ReadonlyMap<string, string>;
}

/**
 * Tells which elements of a part belong to the namespace of its root, whatever their prefixes: it is asked for every
 * tag, in the order of the document.
 */
export class MainNamespace {
  /** Of the tag that was opened last; its attributes are gone through here. */
  readonly attributes = new XmlAttributes();
  private readonly scopes: Scope[] = [];
  /** Local names by name as written; undefined for another namespace. Made anew where a tag declares a namespace. */
  private names = new Map<string, string | undefined>();
  private bindings: ReadonlyMap<string, string> = new Map();
  private uri: string | undefined;
  private depth = 0;

  /** The name of an element without its prefix; undefined for one of another namespace. `visit` sees its attributes. */
  open(tag: XmlTag, visit?: (attributes: XmlAttributes) => void): string | undefined {
    if (!tag.isEmpty) this.depth++;
    const outer = this.scopes.length;
    if (tag.bracket - tag.nameEnd > 1) this.readAttributes(tag, visit);
    if (this.uri === undefined) this.beginRoot(tag.name);
    const name = this.localName(tag.name);
    // What an empty element declares is over with it.
    if (tag.isEmpty && this.scopes.length > outer) this.leaveScope();
    return name;
  }

  /** Whether names without a prefix belong to it. */
  get isDefault(): boolean {
    return this.uri !== undefined && (this.bindings.get("") ?? "") === this.uri;
  }

  /** Takes note of an element that declares nothing and was opened without being asked for; it is closed as others are. */
  enter(): void {
    this.depth++;
  }

  close(): void {
    if (this.scopes.at(-1)?.depth === this.depth) this.leaveScope();
    this.depth--;
  }

  private readAttributes(tag: XmlTag, visit: ((attributes: XmlAttributes) => void) | undefined): void {
    const { attributes } = this;
    attributes.begin(tag.source, tag.nameEnd, tag.bracket);
    let declared: Map<string, string> | undefined;
    while (attributes.next()) {
      const prefix = declaredPrefix(attributes.name);
      if (prefix === undefined) visit?.(attributes);
      else (declared ??= new Map(this.bindings)).set(prefix, decodeAttribute(attributes.written));
    }
    if (declared === undefined) return;
    this.scopes.push({ depth: tag.isEmpty ? -1 : this.depth, bindings: this.bindings });
    this.bindings = declared;
    this.names = new Map();
  }

  private leaveScope(): void {
    this.bindings = this.scopes.pop()?.bindings ?? this.bindings;
    this.names = new Map();
  }

  private beginRoot(name: string): void {
    this.uri = this.bindings.get(prefixOf(name)) ?? "";
  }

  private localName(written: string): string | undefined {
    const known = this.names.get(written);
    if (known !== undefined || this.names.has(written)) return known;
    const prefix = prefixOf(written);
    const isMain = (this.bindings.get(prefix) ?? "") === this.uri;
    const name = isMain ? written.slice(prefix === "" ? 0 : prefix.length + 1) : undefined;
    this.names.set(written, name);
    return name;
  }
}

function prefixOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf(":")));
}

/** The prefix that `xmlns:x` declares; empty for `xmlns`, undefined for any other attribute. */
function declaredPrefix(name: string): string | undefined {
  if (!name.startsWith("xmlns")) return undefined;
  if (name.length === 5) return "";
  return name.charAt(5) === ":" ? name.slice(6) : undefined;
}
