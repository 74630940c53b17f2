import { concatBytes } from "./bytes";
import { decodeUtf8, encodingOf } from "./text";

/**
 * Text from bytes that come in pieces, cut anywhere. UTF-8 is cut anew before a character that is not whole and decoded
 * piece by piece: in Node a decoder that streams takes twice the time and makes strings of twice the size.
 */
export class TextPieces {
  private rest: Uint8Array = new Uint8Array();
  private wide: TextDecoder | undefined;
  private isFirst = true;

  write(piece: Uint8Array): string {
    if (this.isFirst) this.begin(piece);
    if (this.wide !== undefined) return this.wide.decode(piece, { stream: true });
    const bytes = this.rest.length === 0 ? piece : concatBytes([this.rest, piece]);
    const end = wholeCharacters(bytes);
    // A copy, since whoever made the piece may use its memory again. What Buffer has for `slice` is none.
    this.rest = new Uint8Array(bytes.subarray(end));
    return decodeUtf8(bytes.subarray(0, end));
  }

  /** What a character that never became whole leaves behind. */
  end(): string {
    return this.wide?.decode() ?? decodeUtf8(this.rest);
  }

  private begin(piece: Uint8Array): void {
    this.isFirst = false;
    const encoding = encodingOf(piece);
    if (encoding !== "utf-8") this.wide = new TextDecoder(encoding);
  }
}

const LONGEST_CHARACTER = 4;

/** Where the last character of UTF-8 begins that is not whole; the length when all are. */
function wholeCharacters(bytes: Uint8Array): number {
  const { length } = bytes;
  const earliest = Math.max(0, length - LONGEST_CHARACTER);
  for (let at = length - 1; at >= earliest; at--) {
    const byte = bytes[at]!;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const size = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return at + size > length ? at : length;
  }
  return length;
}
