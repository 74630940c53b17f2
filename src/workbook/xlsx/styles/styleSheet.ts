import type { CellStyle } from "../../../core/api";
import { xmlDeclaration } from "../../opc/namespaces";
import { NumberFormats } from "./numberFormats";
import { StyleCollection } from "./styleCollection";
import { alignmentXml, borderXml, fillXml, fontXml, needsFont, reservedFills } from "./styleXml";
import { parseXml, type XmlElement } from "../../xml/xml";
import { applyEdits, replaceContent, setAttribute } from "../../xml/xmlEdit";

/** What a cell's content asks of its style. */
export interface StyleNeeds {
  /** A text that Excel would take for a formula when the cell is edited. */
  readonly quoted: boolean;
  readonly link: boolean;
}

const plainStyle: CellStyle = {};

/** The styles of a workbook: those it has keep their index, those of a plan are added once. */
export class StyleSheet {
  private readonly root: XmlElement;
  private readonly prefix: string;
  private readonly numberFormats: NumberFormats;
  private readonly fonts: StyleCollection;
  private readonly fills: StyleCollection;
  private readonly borders: StyleCollection;
  private readonly namedFormats: StyleCollection;
  private readonly cellFormats: StyleCollection;
  /** By identity: a plan shares its styles, and there is a cell for every look-up. */
  private readonly known = new Map<CellStyle, (number | undefined)[]>();

  private readonly source: string;

  constructor(source: string) {
    this.root = parseOpen(source);
    this.source = this.root.source;
    this.known.set(plainStyle, [0]);
    const prefix = this.root.prefix;
    this.prefix = prefix;
    const plainFormat = `<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0"`;
    this.numberFormats = new NumberFormats(this.root);
    this.fonts = new StyleCollection(this.root, "fonts", [defaultFont(prefix)]);
    this.fills = new StyleCollection(this.root, "fills", reservedFills(prefix));
    this.borders = new StyleCollection(this.root, "borders", [borderXml(undefined, prefix)]);
    this.namedFormats = new StyleCollection(this.root, "cellStyleXfs", [`${plainFormat}/>`]);
    this.cellFormats = new StyleCollection(this.root, "cellXfs", [`${plainFormat} xfId="0"/>`]);
  }

  /** The index that a cell of this style refers to; 0 is the style of a cell that refers to none. */
  indexOf(style: CellStyle | undefined, needs: StyleNeeds): number {
    const key = style ?? plainStyle;
    let variants = this.known.get(key);
    if (variants === undefined) this.known.set(key, (variants = []));
    const variant = (needs.quoted ? 1 : 0) + (needs.link ? 2 : 0);
    return (variants[variant] ??= this.cellFormats.intern(this.cellFormatXml(key, needs)));
  }

  /** The style of an existing cell, as a text that starts like a formula needs it. */
  quotedVariant(index: number): number {
    const written = this.cellFormats.at(index);
    if (written === undefined) return index;
    const element = parseXml(written);
    if (element.attribute("quotePrefix") === "1") return index;
    return this.cellFormats.intern(applyEdits(written, [setAttribute(element, "quotePrefix", "1")]));
  }

  toXml(): string {
    const collections = [this.fonts, this.fills, this.borders, this.namedFormats, this.cellFormats];
    const edits = collections.flatMap((collection) => collection.edits());
    return applyEdits(this.source, [...this.numberFormats.edits(), ...edits]);
  }

  private cellFormatXml(style: CellStyle, { quoted, link }: StyleNeeds): string {
    const numberFormat = this.numberFormats.idOf(style.format);
    const font = needsFont(style, link)
      ? this.fonts.intern(fontXml(this.fonts.elements[0], style, link, this.prefix))
      : 0;
    const fill = style.fill === undefined ? 0 : this.fills.intern(fillXml(style.fill, this.prefix));
    const border = style.border === undefined ? 0 : this.borders.intern(borderXml(style.border, this.prefix));
    const alignment = alignmentXml(style, this.prefix);
    const attributes = [
      `numFmtId="${String(numberFormat)}" fontId="${String(font)}" fillId="${String(fill)}"`,
      `borderId="${String(border)}" xfId="0"`,
      ...(quoted ? ['quotePrefix="1"'] : []),
      ...(numberFormat === 0 ? [] : ['applyNumberFormat="1"']),
      ...(font === 0 ? [] : ['applyFont="1"']),
      ...(fill === 0 ? [] : ['applyFill="1"']),
      ...(border === 0 ? [] : ['applyBorder="1"']),
      ...(alignment === "" ? [] : ['applyAlignment="1"']),
    ].join(" ");
    const tag = `${this.prefix}xf`;
    return alignment === "" ? `<${tag} ${attributes}/>` : `<${tag} ${attributes}>${alignment}</${tag}>`;
  }
}

/** A style sheet without content has no place for two edits; it gets one. */
function parseOpen(source: string): XmlElement {
  const root = parseXml(source);
  return root.selfClosing ? parseXml(applyEdits(source, [replaceContent(root, "")])) : root;
}

function defaultFont(prefix: string): string {
  return `<${prefix}font><${prefix}sz val="11"/><${prefix}name val="Calibri"/><${prefix}family val="2"/></${prefix}font>`;
}

/** A style sheet with nothing but the defaults. */
export function emptyStyleSheet(mainNamespace: string): string {
  const fills = reservedFills("");
  const plainFormat = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"';
  return (
    `${xmlDeclaration}<styleSheet xmlns="${mainNamespace}">` +
    `<fonts count="1">${defaultFont("")}</fonts>` +
    `<fills count="${String(fills.length)}">${fills.join("")}</fills>` +
    `<borders count="1">${borderXml(undefined, "")}</borders>` +
    `<cellStyleXfs count="1">${plainFormat}/></cellStyleXfs>` +
    `<cellXfs count="1">${plainFormat} xfId="0"/></cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    "</styleSheet>"
  );
}
