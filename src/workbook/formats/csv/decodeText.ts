import { concatBytes } from "../../bytes/bytes";
import { decodeUtf8, decodeWindows1252, encodeUtf8, encodingOf, withoutMark } from "../../bytes/text";
import { EncodingError, Utf8Decoder } from "../../bytes/textPieces";

/** Bytes that become text at a time: that of a whole file may be longer than a text can be. */
const PIECE = 1024 ** 2;

/**
 * The text of a file in the encoding that it shows: UTF-16 by its byte order mark, UTF-8 where it is valid,
 * else windows-1252, as Excel saves CSV in western Europe and America.
 */
export function decodeText(bytes: Uint8Array): string {
  return decodeUtf8(utf8OfText(bytes));
}

/** The same text as UTF-8 without a mark; a file of UTF-8 is not copied. */
export function utf8OfText(bytes: Uint8Array): Uint8Array {
  const encoding = encodingOf(bytes);
  if (encoding === "utf-8" && isUtf8(bytes)) return withoutMark(bytes);
  const decoder = new TextDecoder(encoding);
  const decode =
    encoding === "utf-8" ? decodeWindows1252 : (piece: Uint8Array) => decoder.decode(piece, { stream: true });
  return concatBytes([...pieces(bytes)].map((piece) => encodeUtf8(decode(piece))));
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += PIECE) yield bytes.subarray(start, start + PIECE);
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new Utf8Decoder();
  try {
    for (const piece of pieces(bytes)) decoder.write(piece);
    decoder.end();
    return true;
  } catch (error) {
    if (error instanceof EncodingError) return false;
    throw error;
  }
}
