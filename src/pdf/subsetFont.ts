import { componentOffsets, type TrueTypeFont } from "./trueType";

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const padded = (length: number) => (length + 3) & ~3;

function checksum(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  let total = 0;
  for (let at = 0; at + 4 <= bytes.length; at += 4) total = (total + view.getUint32(at)) >>> 0;
  return total;
}

/** A font file of tables, each at a multiple of four bytes. */
function fontFile(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const head = 12 + entries.length * 16;
  const total = entries.reduce((length, [, bytes]) => length + padded(bytes.length), head);
  const file = new Uint8Array(total);
  const view = new DataView(file.buffer);
  const power = 2 ** Math.floor(Math.log2(entries.length));
  view.setUint32(0, 0x10000);
  view.setUint16(4, entries.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, (entries.length - power) * 16);
  let at = head;
  for (const [index, [tag, bytes]] of entries.entries()) {
    const entry = 12 + index * 16;
    for (let i = 0; i < tag.length; i++) view.setUint8(entry + i, tag.charCodeAt(i));
    file.set(bytes, at);
    view.setUint32(entry + 4, checksum(file.subarray(at, at + padded(bytes.length))));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, bytes.length);
    at += padded(bytes.length);
  }
  return file;
}

/** The outlines of glyphs, composed ones of the numbers that their parts have here. */
function outlinesOf(font: TrueTypeFont, glyphs: readonly number[]): Uint8Array[] {
  const renumbered = new Map(glyphs.map((glyph, index) => [glyph, index]));
  return glyphs.map((glyph) => {
    const outline = font.outlineOf(glyph);
    const view = viewOf(outline);
    for (const offset of componentOffsets(view))
      view.setUint16(offset, renumbered.get(view.getUint16(offset)) ?? 0);
    return outline;
  });
}

/** A table with one of its numbers changed. */
function changed(table: Uint8Array | undefined, offset: number, value: number): Uint8Array {
  const copy = table ?? new Uint8Array(offset + 2);
  viewOf(copy).setUint16(offset, value);
  return copy;
}

/** A font file of some glyphs, in this order; the first is the one for missing signs. */
export function subsetFont(font: TrueTypeFont, glyphs: readonly number[]): Uint8Array {
  const outlines = outlinesOf(font, glyphs);
  const glyf = new Uint8Array(outlines.reduce((length, outline) => length + padded(outline.length), 0));
  const loca = new Uint8Array((glyphs.length + 1) * 4);
  const hmtx = new Uint8Array(glyphs.length * 4);
  let end = 0;
  for (const [index, outline] of outlines.entries()) {
    glyf.set(outline, end);
    end += padded(outline.length);
    viewOf(loca).setUint32((index + 1) * 4, end);
    const glyph = glyphs[index] ?? 0;
    viewOf(hmtx).setUint16(index * 4, font.widthOf(glyph));
    viewOf(hmtx).setInt16(index * 4 + 2, font.bearingOf(glyph));
  }
  const tables = new Map([
    ["head", changed(font.tableOf("head"), 50, 1)],
    ["hhea", changed(font.tableOf("hhea"), 34, glyphs.length)],
    ["maxp", changed(font.tableOf("maxp"), 4, glyphs.length)],
    ["hmtx", hmtx],
    ["loca", loca],
    ["glyf", glyf],
  ]);
  // Instructions of the outlines refer to these.
  for (const tag of ["cvt ", "fpgm", "prep"]) {
    const table = font.tableOf(tag);
    if (table) tables.set(tag, table);
  }
  return fontFile(tables);
}
