import { PickedTexts, TextBytes, type Texts } from "./texts";

/** Texts as a message between threads carries them: a clone knows plain values and arrays, and no class. */
export type PackedTexts =
  | readonly string[]
  | ReturnType<TextBytes["parts"]>
  | { readonly table: PackedTexts; readonly indexes: Int32Array<ArrayBuffer> };

/** Packs texts, the table behind several columns once; `buffers` are then to be handed over with them. */
export class TextsPacker {
  private readonly packed = new Map<Texts, PackedTexts>();

  constructor(private readonly buffers: ArrayBuffer[]) {}

  pack(texts: Texts): PackedTexts {
    const known = this.packed.get(texts) ?? this.parts(texts);
    this.packed.set(texts, known);
    return known;
  }

  private parts(texts: Texts): PackedTexts {
    if (texts instanceof TextBytes) {
      const parts = texts.parts();
      this.buffers.push(parts.bytes.buffer, parts.ends.buffer);
      return parts;
    }
    if (!(texts instanceof PickedTexts)) return [...texts];
    const indexes = texts.indexes.slice();
    this.buffers.push(indexes.buffer);
    return { table: this.pack(texts.table), indexes };
  }
}

/** Makes texts again of what a message carried, the table behind several columns once. */
export class TextsUnpacker {
  private readonly unpacked = new Map<PackedTexts, Texts>();

  unpack(packed: PackedTexts): Texts {
    const known = this.unpacked.get(packed) ?? this.texts(packed);
    this.unpacked.set(packed, known);
    return known;
  }

  private texts(packed: PackedTexts): Texts {
    if ("bytes" in packed) return TextBytes.of(packed);
    return "indexes" in packed ? new PickedTexts(this.unpack(packed.table), packed.indexes) : packed;
  }
}
