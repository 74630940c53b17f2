import { sha256 as hashing } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";

/** A text as UTF-8; a script has no TextEncoder. Half of a pair becomes the sign for what is not known, as there. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0)!;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return Uint8Array.from(bytes);
}

/** SHA-256 of pieces as if they were one (texts as UTF-8), lower-case hex. */
export function sha256(pieces: Iterable<string | Uint8Array>): string {
  const hash = hashing.create();
  for (const piece of pieces) hash.update(typeof piece === "string" ? utf8Bytes(piece) : piece);
  return bytesToHex(hash.digest());
}
