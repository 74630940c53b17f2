import { XmlAttributes } from "../../xml/xmlAttributes";
import { XmlScanner, type XmlHandler, type XmlTag } from "../../xml/xmlScanner";
import { decodeAttribute, decodeText } from "../../xml/xmlText";

/** Characters of a part that hold a piece of a text, as places in its source. */
export interface TextPiece {
  readonly start: number;
  readonly end: number;
}

/** A text that a person reads as one, in one piece or in several: the runs of a cell are formatted apart. */
export interface TextSpot {
  readonly text: string;
  readonly pieces: readonly TextPiece[];
  /** The element, or the attribute of it, that holds the text: `t` within `si`, `@tooltip` of a link. */
  readonly element: string;
  /** The cell in whose element it stands, or to which its comment belongs. */
  readonly cell: CellTag | undefined;
}

/** The opening tag of a cell, or of what belongs to one. */
export interface CellTag {
  readonly start: number;
  readonly end: number;
  readonly reference: string;
  readonly type: string;
  readonly hasFormula: boolean;
}

/** Elements whose texts are one: the runs of a text, of a comment, of a paragraph in a drawing. */
const WHOLES = new Set(["si", "is", "text", "p"]);
/** Attributes that people read or type; all others name or count something. */
const TEXT_ATTRIBUTES = new Set([
  ...["tooltip", "display", "prompt", "promptTitle", "error", "errorTitle", "descr", "title", "caption"],
  ...["totalsRowLabel", "alt", "comment"],
]);
/** Elements that keep a value of a cell in an attribute: of a pivot table's cache, of the header of a table. */
const VALUE_ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ["s", "v"],
  ["n", "v"],
  ["tableColumn", "name"],
  ["cacheField", "name"],
]);
const CELL_ELEMENTS = new Set(["c", "comment", "threadedComment"]);

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

interface Open {
  readonly name: string;
  readonly contentStart: number;
  hasChildren: boolean;
}

interface Whole {
  readonly name: string;
  readonly depth: number;
  readonly pieces: TextPiece[];
  text: string;
}

/** Collects the texts of a part that is written at once and has no comments or CDATA in it. */
class SpotCollector implements XmlHandler {
  readonly spots: TextSpot[] = [];
  private readonly path: Open[] = [];
  private readonly attributes = new XmlAttributes();
  private source = "";
  private whole: Whole | undefined;
  private cell: { -readonly [Key in keyof CellTag]: CellTag[Key] } | undefined;

  constructor(private readonly isWanted: (text: string) => boolean) {}

  open(tag: XmlTag): void {
    this.source = tag.source;
    const name = localName(tag.name);
    const parent = this.path.at(-1);
    if (parent) parent.hasChildren = true;
    this.readAttributes(tag, name);
    if (name === "f" && this.cell) this.cell.hasFormula = true;
    if (tag.isEmpty) {
      if (CELL_ELEMENTS.has(name)) this.cell = undefined;
      return;
    }
    this.path.push({ name, contentStart: tag.bracket + 1, hasChildren: false });
    if (WHOLES.has(name) && !this.whole) this.whole = { name, depth: this.path.length, pieces: [], text: "" };
  }

  close(_name: string, start: number): void {
    const depth = this.path.length;
    const { name, contentStart, hasChildren } = this.path.pop()!;
    if (!hasChildren && start > contentStart) this.addText(name, contentStart, start);
    if (this.whole?.depth === depth) {
      const { text, pieces, name: element } = this.whole;
      if (pieces.length > 0) this.add({ text, pieces, element, cell: this.cell });
      this.whole = undefined;
    }
    if (CELL_ELEMENTS.has(name)) this.cell = undefined;
  }

  text(): void {
    // A text is known by its places, when its element ends.
  }

  private addText(name: string, start: number, end: number): void {
    const text = decodeText(this.source.slice(start, end));
    const piece = { start, end };
    const isOfWhole = this.whole && (name === "t" || name === this.whole.name);
    if (this.whole && isOfWhole && !this.path.some((element) => element.name === "rPh")) {
      this.whole.pieces.push(piece);
      this.whole.text += text;
    } else this.add({ text, pieces: [piece], element: name, cell: this.cell });
  }

  private add(spot: TextSpot): void {
    if (this.isWanted(spot.text)) this.spots.push(spot);
  }

  private readAttributes(tag: XmlTag, name: string): void {
    const { attributes } = this;
    const isCell = CELL_ELEMENTS.has(name);
    if (isCell)
      this.cell = { start: tag.start, end: tag.bracket + 1, reference: "", type: "", hasFormula: false };
    attributes.begin(tag.source, tag.nameEnd, tag.bracket);
    while (attributes.next()) {
      const attribute = localName(attributes.name);
      if (isCell && this.cell) {
        if (attribute === "r" || attribute === "ref") this.cell.reference = attributes.written;
        if (attribute === "t") this.cell.type = attributes.written;
      }
      if (!TEXT_ATTRIBUTES.has(attribute) && VALUE_ATTRIBUTES.get(name) !== attribute) continue;
      const { valueStart: start, valueEnd: end, written } = attributes;
      const pieces = [{ start, end }];
      this.add({ text: decodeAttribute(written), pieces, element: `${name}@${attribute}`, cell: this.cell });
    }
  }
}

/**
 * The texts of a part of XML that a person may read and that are wanted: a sheet has millions of cells, and few of them
 * matter. Throws an XmlError for what is not well formed.
 */
export function textSpots(source: string, isWanted: (text: string) => boolean): readonly TextSpot[] {
  const collector = new SpotCollector(isWanted);
  const scanner = new XmlScanner(collector);
  scanner.write(source);
  scanner.end();
  return collector.spots;
}
