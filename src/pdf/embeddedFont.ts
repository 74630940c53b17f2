import { subsetFont } from "./subsetFont";
import type { TrueTypeFont } from "./trueType";

/** A font in one document: which glyphs it has been used for. */
export class EmbeddedFont {
  readonly #glyphs: number[] = [0];
  readonly #numbers = new Map<number, number>([[0, 0]]);
  readonly #texts = new Map<number, string>();

  /** Signs that the font has no glyph for. */
  readonly missing = new Set<string>();

  constructor(
    readonly name: string,
    readonly font: TrueTypeFont,
  ) {}

  /** The width of a text in points at a size. */
  widthOf(text: string, size: number): number {
    let width = 0;
    for (const sign of text) width += this.font.widthOf(this.font.glyphOf(sign.codePointAt(0) ?? 0));
    return (width * size) / this.font.unitsPerEm;
  }

  /** A text as hexadecimal numbers of this document's glyphs. */
  encode(text: string): string {
    let encoded = "";
    for (const sign of text) {
      const glyph = this.font.glyphOf(sign.codePointAt(0) ?? 0);
      if (glyph === 0) this.missing.add(sign);
      const number = this.#numberOf(glyph);
      this.#texts.set(number, sign);
      encoded += number.toString(16).padStart(4, "0");
    }
    return `<${encoded}>`;
  }

  #numberOf(glyph: number): number {
    const known = this.#numbers.get(glyph);
    if (known !== undefined) return known;
    const number = this.#glyphs.length;
    this.#glyphs.push(glyph);
    this.#numbers.set(glyph, number);
    return number;
  }

  /** The font file of the glyphs that were used, and of those they are composed of. */
  file(): Uint8Array {
    for (let index = 0; index < this.#glyphs.length; index++)
      for (const part of this.font.partsOf(this.#glyphs[index] ?? 0)) this.#numberOf(part);
    return subsetFont(this.font, this.#glyphs);
  }

  /** Widths by glyph, as a PDF has them: thousandths of the size. */
  widths(): string {
    const scaled = this.#glyphs.map((glyph) =>
      Math.round((this.font.widthOf(glyph) * 1000) / this.font.unitsPerEm),
    );
    return `[0 [${scaled.join(" ")}]]`;
  }

  /** Which text each glyph stands for, so that it can be copied and read aloud. */
  toUnicode(): string {
    const hex = (text: string) =>
      Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, "0")).join(
        "",
      );
    const lines = [...this.#texts].map(
      ([number, text]) => `<${number.toString(16).padStart(4, "0")}> <${hex(text)}>`,
    );
    const blocks: string[] = [];
    for (let at = 0; at < lines.length; at += 100) {
      const block = lines.slice(at, at + 100);
      blocks.push(`${String(block.length)} beginbfchar\n${block.join("\n")}\nendbfchar`);
    }
    return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${blocks.join("\n")}
endcmap CMapName currentdict /CMap defineresource pop end end`;
  }
}
