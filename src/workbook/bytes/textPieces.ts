import { concatBytes } from "./bytes";
import { decodeLatin1, decodeWindows1252, withoutMark } from "./text";
import { DECLARATION_WITHIN, xmlEncodingOf } from "./xmlEncoding";

/** Bytes that are no text of the encoding they should have, or an encoding that nobody knows. */
export class EncodingError extends Error {}

/** Turns bytes that come in pieces, cut anywhere, into text. */
interface Decoder {
  write(piece: Uint8Array): string;
  /** What a character that never became whole leaves behind. */
  end(): string;
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });

/** The text of whole UTF-8; throws an EncodingError for what is none. */
export function strictUtf8(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new EncodingError("it holds bytes that are no UTF-8");
  }
}

/**
 * UTF-8, cut anew before a character that is not whole and decoded piece by piece: in Node a decoder that streams takes
 * twice the time and makes strings of twice the size.
 */
export class Utf8Decoder implements Decoder {
  private rest: Uint8Array = new Uint8Array();

  write(piece: Uint8Array): string {
    const bytes = this.rest.length === 0 ? piece : concatBytes([this.rest, piece]);
    const end = wholeCharacters(bytes);
    // A copy, since whoever made the piece may use its memory again. What Buffer has for `slice` is none.
    this.rest = new Uint8Array(bytes.subarray(end));
    return strictUtf8(bytes.subarray(0, end));
  }

  end(): string {
    return strictUtf8(this.rest);
  }

  /** Whether nothing of a character waits for the next piece. */
  get isBetweenCharacters(): boolean {
    return this.rest.length === 0;
  }
}

const WORD = 4;
/** The highest bit of each byte of a word. */
const BEYOND_ASCII = 0x80808080;

function isAscii(bytes: Uint8Array): boolean {
  const { buffer, byteOffset, length } = bytes;
  const lead = Math.min(length, (WORD - (byteOffset % WORD)) % WORD);
  const count = Math.floor((length - lead) / WORD);
  const words = count === 0 ? new Uint32Array() : new Uint32Array(buffer, byteOffset + lead, count);
  let all = 0;
  for (let at = 0; at < lead; at++) all |= bytes[at]!;
  for (let at = lead + words.length * WORD; at < length; at++) all |= bytes[at]!;
  // By fours, since little else is done for a word than to count it.
  const fours = words.length & ~3;
  for (let at = 0; at < fours; at += 4) all |= words[at]! | words[at + 1]! | words[at + 2]! | words[at + 3]!;
  for (let at = fours; at < words.length; at++) all |= words[at]!;
  return (all & BEYOND_ASCII) === 0;
}

/** Checks that bytes that come in pieces are UTF-8; most are ASCII, which need not be decoded to be seen. */
export class Utf8Check {
  private readonly decoder = new Utf8Decoder();

  write(piece: Uint8Array): void {
    if (!this.decoder.isBetweenCharacters || !isAscii(piece)) this.decoder.write(piece);
  }

  end(): void {
    this.decoder.end();
  }
}

function streamed(encoding: string): Decoder {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  } catch {
    throw new EncodingError(`its encoding “${encoding}” is not known`);
  }
  return { write: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() };
}

const byteByByte = (decode: (bytes: Uint8Array) => string): Decoder => ({ write: decode, end: () => "" });

function decoderOf(encoding: string): Decoder {
  switch (encoding) {
    case "utf-8":
    case "utf8":
    case "us-ascii":
    case "ascii":
      return new Utf8Decoder();
    // By hand: decoders of browsers take it for windows-1252.
    case "iso-8859-1":
    case "latin1":
      return byteByByte(decodeLatin1);
    case "windows-1252":
    case "cp1252":
      return byteByByte(decodeWindows1252);
    default:
      return streamed(encoding);
  }
}

/** The text of an XML part from bytes that come in pieces, in the encoding that it declares; its mark is left out. */
export class TextPieces {
  private decoder: Decoder | undefined;
  private encoding = "";
  private start: Uint8Array = new Uint8Array();

  /** Throws an EncodingError for what is no text. */
  write(piece: Uint8Array): string {
    if (this.decoder !== undefined) return this.decode(piece);
    this.start = concatBytes([this.start, piece]);
    return this.start.length < DECLARATION_WITHIN ? "" : this.begin();
  }

  /** What is left at the end. */
  end(): string {
    const start = this.decoder === undefined ? this.begin() : "";
    return start + this.checked(() => this.decoder?.end() ?? "");
  }

  private begin(): string {
    const { start } = this;
    this.encoding = xmlEncodingOf(start);
    this.decoder = decoderOf(this.encoding);
    this.start = new Uint8Array();
    return this.decode(withoutMark(start));
  }

  private decode(piece: Uint8Array): string {
    return this.checked(() => this.decoder?.write(piece) ?? "");
  }

  private checked(decode: () => string): string {
    try {
      return decode();
    } catch (error) {
      if (error instanceof EncodingError) throw error;
      throw new EncodingError(`it holds bytes that are no ${this.encoding.toUpperCase()}`);
    }
  }
}

/** The whole text of an XML part; throws an EncodingError for what is no text. */
export function decodeXml(bytes: Uint8Array): string {
  const text = new TextPieces();
  return text.write(bytes) + text.end();
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
