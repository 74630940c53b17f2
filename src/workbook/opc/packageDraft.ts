import { concatInSteps } from "../bytes/bytes";
import type { FileBytes } from "../bytes/fileBytes";
import { decodeUtf8, encodeUtf8 } from "../bytes/text";
import { xmlEncodingOf } from "../bytes/xmlEncoding";
import { plainXml } from "../xml/plainXml";
import { ContentTypes, contentTypesPart } from "./contentTypes";
import { namingPart } from "./namingPart";
import { xmlDeclaration, type Dialect } from "./namespaces";
import type { PackageParts } from "./packageParts";
import { ownerOfRelationships, relationshipsPartOf } from "./partName";
import type { Relationships } from "./relationships";
import { finish, type Steps } from "../bytes/steps";
import { writeZipInSteps, type ZipEntry } from "../zip/writeZip";
import { unpackMember, type RawMember } from "../zip/zipArchive";

const LESS = 60;
/** What follows the bracket of a comment or CDATA, and of a processing instruction. */
const SECTION_SIGNS = [33, 63];
/** Behind the beginning of a declaration, with a byte order mark before it. */
const FIRST_SECTION_FROM = 5;

/** Whether a part has more in it than elements and text. The signs are rare, the brackets are not. */
function holdsSections(xml: Uint8Array): boolean {
  return SECTION_SIGNS.some((sign) => {
    let at = xml.indexOf(sign, FIRST_SECTION_FROM);
    while (at >= 0 && xml[at - 1] !== LESS) at = xml.indexOf(sign, at + 1);
    return at >= 0;
  });
}

/** A workbook being changed: parts that nobody touches are copied as they are packed. */
export class PackageDraft {
  readonly dialect: Dialect;
  readonly workbookPart: string;
  readonly contentTypes: ContentTypes;
  /** Large parts are packed already. */
  private readonly written = new Map<string, Uint8Array | RawMember>();
  private readonly dropped = new Set<string>();
  private readonly relationshipsByOwner = new Map<string, Relationships>();
  private readonly released = new Set<string>();
  private readonly lastNumbers = new Map<string, number>();

  constructor(private readonly source: PackageParts) {
    this.dialect = source.dialect;
    this.workbookPart = source.workbookPart;
    this.contentTypes = new ContentTypes(source.archive.text(contentTypesPart));
  }

  /**
   * A part of XML to be searched and changed as bytes: as it stands when it is UTF-8 in which what looks like a tag is one,
   * else written anew as that.
   */
  *plainBytes(part: string): Steps<Uint8Array> {
    const bytes = (yield* this.writtenBytes(part)) ?? (yield* this.source.archive.unpack(part));
    if (xmlEncodingOf(bytes) === "utf-8" && !holdsSections(bytes)) return bytes;
    return encodeUtf8(xmlDeclaration + namingPart(part, () => plainXml(this.text(part))));
  }

  /** Parts whose names fit, as the package has them. */
  partsOf(name: RegExp): string[] {
    return this.source.archive.names.filter((part) => name.test(part) && !this.dropped.has(part));
  }

  text(part: string): string {
    const written = finish(this.writtenBytes(part));
    return written === undefined ? this.source.archive.text(part) : decodeUtf8(written);
  }

  /** Puts new content into a part that exists. */
  rewrite(part: string, content: string | Uint8Array | RawMember): void {
    const bytes = typeof content === "string" ? encodeUtf8(asUtf8(content)) : content;
    this.written.set(this.nameOf(part), bytes);
  }

  /** Adds a part. */
  add(part: string, type: string, content: string | Uint8Array | RawMember): void {
    this.rewrite(part, content);
    this.contentTypes.setType(part, type);
  }

  /** Adds a picture, whose type is known by its extension. */
  addMedia(part: string, type: string, content: Uint8Array): void {
    this.rewrite(part, content);
    this.contentTypes.setTypeByExtension(part, type);
  }

  /** The first free name with a number between these two. */
  freeName(start: string, end: string): string {
    for (let number = (this.lastNumbers.get(start) ?? 0) + 1; ; number++) {
      const name = start + String(number) + end;
      if (this.source.archive.has(name) || this.written.has(name)) continue;
      this.lastNumbers.set(start, number);
      return name;
    }
  }

  relationships(owner: string): Relationships {
    let relationships = this.relationshipsByOwner.get(owner);
    if (relationships === undefined) {
      relationships = this.source.relationships(owner);
      this.relationshipsByOwner.set(owner, relationships);
    }
    return relationships;
  }

  /** Takes a relationship away; the part it led to goes as well unless something else leads there. */
  release(owner: string, relationshipId: string): void {
    const relationships = this.relationships(owner);
    const part = relationships.get(relationshipId)?.part;
    relationships.remove(relationshipId);
    if (part !== undefined) this.released.add(part);
  }

  *toZip(): Steps<Uint8Array> {
    return yield* concatInSteps(yield* this.toPieces());
  }

  /** The file in pieces, of which those of parts that were not changed are not copied. */
  *toPieces(): Steps<readonly FileBytes[]> {
    yield* this.dropOrphans();
    for (const [owner, relationships] of this.relationshipsByOwner) {
      if (relationships.changed && !this.dropped.has(owner)) {
        this.rewrite(relationshipsPartOf(owner), relationships.toXml());
      }
    }
    if (this.contentTypes.changed) this.rewrite(contentTypesPart, this.contentTypes.toXml());
    return yield* writeZipInSteps(this.entries());
  }

  private *writtenBytes(part: string): Steps<Uint8Array | undefined> {
    const content = this.written.get(this.nameOf(part));
    return content !== undefined && "compressed" in content ? yield* unpackMember(content, part) : content;
  }

  private nameOf(part: string): string {
    return this.source.archive.nameOf(part);
  }

  private entries(): ZipEntry[] {
    const { archive } = this.source;
    const kept = archive.names.filter((name) => !this.dropped.has(name));
    const added = [...this.written.keys()].filter((name) => !archive.has(name));
    return [...kept, ...added].map((name) => {
      const content = this.written.get(name) ?? archive.raw(name);
      return "compressed" in content ? { name, raw: content } : { name, bytes: content };
    });
  }

  private *dropOrphans(): Steps<void> {
    const candidates = yield* this.reachableFrom(this.released, () => true);
    if (candidates.size === 0) return;
    const stillLed = new Set<string>();
    for (const owner of this.owners()) {
      if (candidates.has(owner)) continue;
      for (const part of this.targets(owner)) if (candidates.has(part)) stillLed.add(part);
      yield;
    }
    const kept = yield* this.reachableFrom(stillLed, (part) => candidates.has(part));
    for (const part of candidates) if (!kept.has(part)) this.drop(part);
  }

  private drop(part: string): void {
    this.dropped.add(part);
    this.dropped.add(relationshipsPartOf(part));
    this.contentTypes.removePart(part);
  }

  /** Every part that leads to others, the package itself ("") among them. */
  private owners(): Set<string> {
    const owners = new Set(this.relationshipsByOwner.keys());
    for (const name of this.source.archive.names) {
      const owner = ownerOfRelationships(name);
      if (owner !== undefined) owners.add(owner);
    }
    return owners;
  }

  private targets(owner: string): string[] {
    return this.relationships(owner)
      .all.map((relationship) => relationship.part)
      .filter((part) => part !== undefined);
  }

  private *reachableFrom(start: Iterable<string>, follow: (part: string) => boolean): Steps<Set<string>> {
    const reached = new Set(start);
    for (const part of reached) {
      for (const target of this.targets(part)) if (follow(target)) reached.add(target);
      yield;
    }
    return reached;
  }
}

/** A part that had another encoding is written as UTF-8 and has to say so. */
function asUtf8(xml: string): string {
  return xml.replace(/^(<\?xml\s[^>]*?encoding\s*=\s*["'])(?!utf-8["'])[^"']*/i, "$1UTF-8");
}
