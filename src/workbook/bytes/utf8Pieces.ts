import { concatBytes } from "./bytes";
import { encodeUtf8, withoutMark } from "./text";
import { TextPieces } from "./textPieces";
import { DECLARATION_WITHIN, xmlEncodingOf } from "./xmlEncoding";

const SAME_BYTES = new Set(["utf-8", "utf8", "us-ascii", "ascii"]);

/** The bytes of an XML part as UTF-8, whatever the encoding that it declares; those of UTF-8 are passed on as they are. */
export class Utf8Pieces {
  private start: Uint8Array = new Uint8Array();
  private hasBegun = false;
  /** Set where the bytes are those of another encoding. */
  private text: TextPieces | undefined;

  /** Throws an EncodingError for what is no text of another encoding. */
  write(piece: Uint8Array): Uint8Array {
    if (this.hasBegun) return this.text ? encodeUtf8(this.text.write(piece)) : piece;
    this.start = concatBytes([this.start, piece]);
    return this.start.length < DECLARATION_WITHIN ? new Uint8Array() : this.begin();
  }

  /** What is left at the end. */
  end(): Uint8Array {
    const start = this.hasBegun ? new Uint8Array() : this.begin();
    return this.text ? concatBytes([start, encodeUtf8(this.text.end())]) : start;
  }

  private begin(): Uint8Array {
    const { start } = this;
    this.hasBegun = true;
    this.start = new Uint8Array();
    if (SAME_BYTES.has(xmlEncodingOf(start))) return withoutMark(start);
    this.text = new TextPieces();
    return encodeUtf8(this.text.write(start));
  }
}
