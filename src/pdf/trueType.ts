/** A TrueType font as the tables that a PDF needs of it. */
export interface TrueTypeFont {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly box: readonly [number, number, number, number];
  readonly glyphOf: (codePoint: number) => number;
  readonly widthOf: (glyph: number) => number;
  readonly bearingOf: (glyph: number) => number;
  /** The outline of a glyph, a copy. */
  readonly outlineOf: (glyph: number) => Uint8Array;
  /** The glyphs that a glyph is composed of. */
  readonly partsOf: (glyph: number) => readonly number[];
  /** A table as it is, a copy; undefined where the font has none. */
  readonly tableOf: (tag: string) => Uint8Array | undefined;
}

interface Table {
  readonly offset: number;
  readonly length: number;
}

const TAG_LENGTH = 4;

function tablesOf(view: DataView): ReadonlyMap<string, Table> {
  const count = view.getUint16(4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = 12 + index * 16;
      const tag = String.fromCharCode(
        ...Array.from({ length: TAG_LENGTH }, (__, i) => view.getUint8(at + i)),
      );
      return [tag, { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) }] as const;
    }),
  );
}

/** Segments of a map from characters to glyphs, format 4. */
function readCharacterMap(view: DataView, offset: number): (codePoint: number) => number {
  const count = view.getUint16(offset + 2);
  const records = Array.from(
    { length: count },
    (_, index) => offset + view.getUint32(offset + 4 + index * 8 + 4),
  );
  const at = records.find((record) => view.getUint16(record) === 4);
  if (at === undefined) return () => 0;
  const segments = view.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  return (codePoint) => {
    for (let segment = 0; segment < segments && codePoint <= 0xffff; segment++) {
      if (codePoint > view.getUint16(ends + segment * 2)) continue;
      const start = view.getUint16(starts + segment * 2);
      if (codePoint < start) return 0;
      const delta = view.getUint16(deltas + segment * 2);
      const range = view.getUint16(ranges + segment * 2);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = view.getUint16(ranges + segment * 2 + range + (codePoint - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

/** A function that is asked the same again and again. */
function remembered(find: (codePoint: number) => number): (codePoint: number) => number {
  const known = new Map<number, number>();
  return (codePoint) => {
    const found = known.get(codePoint) ?? find(codePoint);
    known.set(codePoint, found);
    return found;
  };
}

/** Where the ids of component glyphs are in a composed glyph. */
export function componentOffsets(glyph: DataView): number[] {
  if (glyph.byteLength === 0 || glyph.getInt16(0) >= 0) return [];
  const offsets: number[] = [];
  for (let at = 10; ;) {
    const flags = glyph.getUint16(at);
    offsets.push(at + 2);
    const scale = flags & 0x8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
    at += 4 + (flags & 1 ? 4 : 2) + scale;
    if (!(flags & 0x20)) return offsets;
  }
}

function partsOfOutline(outline: Uint8Array): number[] {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  return componentOffsets(view).map((offset) => view.getUint16(offset));
}

/** Reads a TrueType font with outlines in `glyf`. */
export function readTrueType(file: Uint8Array): TrueTypeFont {
  // A copy of its own: slices of Node's buffers share their memory, and components are renumbered in slices.
  const bytes = new Uint8Array(file);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tablesOf(view);
  const at = (tag: string) => {
    const table = tables.get(tag);
    if (!table) throw new Error(`The font has no table ${tag}`);
    return table.offset;
  };
  const copyOf = (tag: string) => {
    const table = tables.get(tag);
    return table && bytes.slice(table.offset, table.offset + table.length);
  };
  const [head, hhea, hmtx, loca, glyf] = ["head", "hhea", "hmtx", "loca", "glyf"].map(at) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const metrics = view.getUint16(hhea + 34);
  const isLong = view.getInt16(head + 50) === 1;
  const locationOf = (glyph: number) =>
    isLong ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2;
  const outlineOf = (glyph: number) => bytes.slice(glyf + locationOf(glyph), glyf + locationOf(glyph + 1));
  const widthOf = (glyph: number) => view.getUint16(hmtx + Math.min(glyph, metrics - 1) * 4);
  const bearingOf = (glyph: number) =>
    glyph < metrics
      ? view.getInt16(hmtx + glyph * 4 + 2)
      : view.getInt16(hmtx + metrics * 4 + (glyph - metrics) * 2);
  return {
    unitsPerEm: view.getUint16(head + 18),
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    box: [36, 38, 40, 42].map((offset) => view.getInt16(head + offset)) as unknown as TrueTypeFont["box"],
    glyphOf: remembered(readCharacterMap(view, at("cmap"))),
    widthOf,
    bearingOf,
    outlineOf,
    partsOf: (glyph) => partsOfOutline(outlineOf(glyph)),
    tableOf: copyOf,
  };
}
