import { parseXml, type XmlElement } from "../xml/xml";
import { namingPart } from "./namingPart";
import type { Dialect } from "./namespaces";
import { relationshipsPartOf } from "./partName";
import { Relationships } from "./relationships";
import type { ZipArchive } from "../zip/zipArchive";

/** The parts of a workbook and the way from one to another. */
export class PackageParts {
  constructor(
    readonly archive: ZipArchive,
    /** The part that lists the sheets. */
    readonly workbookPart: string,
    readonly dialect: Dialect,
  ) {}

  /** Where a part leads to. */
  relationships(part: string): Relationships {
    const name = relationshipsPartOf(part);
    const source = this.archive.has(name) ? this.archive.text(name) : undefined;
    return namingPart(name, () => new Relationships(part, source, (target) => this.archive.nameOf(target)));
  }

  /** What `read` makes of a part of XML that is small. */
  read<Result>(part: string, read: (root: XmlElement) => Result): Result {
    return namingPart(part, () => read(parseXml(this.archive.text(part))));
  }

  /** The parts of a kind, such as "/table", that a part leads to. */
  relatedParts(part: string, kind: string): string[] {
    return this.relationships(part)
      .ofKind(kind)
      .map((relationship) => relationship.part)
      .filter((related) => related !== undefined)
      .filter((related) => this.archive.has(related));
  }
}
