import { pipeline, Readable } from "node:stream";
import { constants, crc32, createInflateRaw, deflateRawSync, inflateRawSync } from "node:zlib";
import { piecesOf, type FileBytes } from "../../bytes/fileBytes";
import type { Steps } from "../../bytes/steps";
import { TooLargeError } from "./tooLargeError";

/* oxlint-disable require-yield -- zlib is fast, and in Node nobody waits for a turn */

// Deflate by Node. In a browser deflate.browser.ts stands in its place; package.json says so under "browser".

export { crc32 };

/** Of the pieces that zlib inflates into; more pieces than needed cost a fifth of the time. */
const SMALLEST_INFLATED = 64;
const SMALLEST_DEFLATED = 1024;
const LARGEST_CHUNK = 1024 ** 2;
/** Of text that is read while it is unpacked. */
const PIECE = 128 * 1024;
/** Packed bytes that a file which is not in memory is asked for. */
const READ_AT_ONCE = 256 * 1024;

/** Unpacks up to `size` bytes; throws a TooLargeError for more, and another error for what is damaged. */
export function* inflate(compressed: Uint8Array, size: number): Steps<Uint8Array> {
  // Zero is no valid limit of zlib.
  const maxOutputLength = Math.max(size, 1);
  const chunkSize = Math.min(Math.max(size, SMALLEST_INFLATED), LARGEST_CHUNK);
  let bytes: Uint8Array;
  try {
    bytes = inflateRawSync(compressed, { maxOutputLength, chunkSize });
  } catch (error) {
    throw isTooLarge(error) ? new TooLargeError() : error;
  }
  if (bytes.length > size) throw new TooLargeError();
  return bytes;
}

/** Unpacks piece by piece, whatever the size; throws for what is damaged. */
export async function* inflatePieces(compressed: FileBytes): AsyncGenerator<Uint8Array> {
  const stream = createInflateRaw({ chunkSize: PIECE });
  if (compressed instanceof Uint8Array) stream.end(compressed);
  // A fault of either ends both, and is thrown below.
  else pipeline(Readable.from(piecesOf(compressed, READ_AT_ONCE)), stream, () => undefined);
  try {
    for await (const piece of stream) yield piece as Uint8Array;
  } finally {
    stream.destroy();
  }
}

/** Packs; level 1 is fast, 9 is small. */
export function* deflate(bytes: Uint8Array, level: 1 | 6): Steps<Uint8Array> {
  // Each result keeps its whole chunk alive, and a workbook has thousands of small parts.
  const chunkSize = Math.min(Math.max(bytes.length >> 2, SMALLEST_DEFLATED), LARGEST_CHUNK);
  return deflateRawSync(bytes, { level, chunkSize });
}

/**
 * Packs one piece after the other, fast; what comes of them is, put together, one packed text. A piece begins with nothing
 * to refer back to, which costs a large one next to nothing.
 */
export function packPieces(): (bytes: Uint8Array, isLast: boolean) => Steps<Uint8Array> {
  return function* (bytes, isLast) {
    const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    const chunkSize = Math.max(bytes.length >> 2, SMALLEST_DEFLATED);
    // A copy: what zlib gives is kept alive with all of its chunk.
    return deflateRawSync(bytes, { level: 1, finishFlush, chunkSize }).slice();
  };
}

function isTooLarge(error: unknown): boolean {
  return (
    typeof error === "object" && error !== null && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE"
  );
}
