import { Deflate, deflateSync, Inflate, inflateSync, type FlateError } from "fflate";
import { concatBytes } from "../../bytes/bytes";
import type { FileBytes } from "../../bytes/fileBytes";
import type { Steps } from "../../bytes/steps";
import { TooLargeError } from "./tooLargeError";

// Deflate by fflate and the browser, with the same exports as deflate.ts, which is its description.

export { crc32 } from "./crc32";

/** Packed bytes that are unpacked at a time: some 150 kB of a sheet, and at the very most 16 MB. */
const PACKED_STEP = 16 * 1024;
/** Bytes that are packed at a time, in some 10 ms. */
const UNPACKED_STEP = 64 * 1024;

export function* inflate(compressed: Uint8Array, size: number): Steps<Uint8Array> {
  if (compressed.length <= PACKED_STEP) return inflateAtOnce(compressed, size);
  const bytes = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((piece) => {
    if (length + piece.length > size) throw new TooLargeError();
    bytes.set(piece, length);
    length += piece.length;
  });
  for (const [packed, isLast] of cut(compressed, PACKED_STEP)) {
    stream.push(packed, isLast);
    yield;
  }
  return bytes.subarray(0, length);
}

/** Most parts are small, and a stream costs each of them 300 kB of buffers. */
function inflateAtOnce(compressed: Uint8Array, size: number): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = inflateSync(compressed, { out: new Uint8Array(size + 1) });
  } catch (error) {
    // Bytes that are not packed and do not fit are refused by the array; errors of fflate have a code.
    throw (error as Partial<FlateError>).code === undefined ? new TooLargeError() : error;
  }
  if (bytes.length > size) throw new TooLargeError();
  return bytes;
}

/** By the browser itself, whose own code is four times as fast as any script. */
export async function* inflatePieces(compressed: FileBytes): AsyncGenerator<Uint8Array> {
  const pieces = cut(compressed, PACKED_STEP);
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const next = pieces.next();
      if (next.done === true) controller.close();
      // No file is in memory that others share.
      else controller.enqueue(next.value[0] as Uint8Array<ArrayBuffer>);
    },
  });
  const reader = packed.pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    // Of a stream that failed, this fails as well.
    await reader.cancel().catch(() => undefined);
  }
}

export function* deflate(bytes: Uint8Array, level: 1 | 6): Steps<Uint8Array> {
  if (bytes.length <= UNPACKED_STEP) return deflateSync(bytes, { level });
  const packed: Uint8Array[] = [];
  const stream = new Deflate({ level }, (piece) => packed.push(piece));
  for (const [piece, isLast] of cut(bytes, UNPACKED_STEP)) {
    stream.push(piece, isLast);
    yield;
  }
  return concatBytes(packed);
}

export function packPieces(): (bytes: Uint8Array, isLast: boolean) => Steps<Uint8Array> {
  let packed: Uint8Array[] = [];
  const stream = new Deflate({ level: 1 }, (piece) => packed.push(piece));
  return function* (bytes, isLast) {
    packed = [];
    for (const [piece, isEnd] of cut(bytes, UNPACKED_STEP)) {
      stream.push(piece, isEnd && isLast);
      yield;
    }
    return concatBytes(packed);
  };
}

/** The bytes in pieces, at least one, and whether it is the last. */
function* cut(bytes: FileBytes, size: number): Generator<[piece: Uint8Array, isLast: boolean]> {
  let start = 0;
  for (; start + size < bytes.length; start += size) yield [bytes.subarray(start, start + size), false];
  yield [bytes.subarray(start), true];
}
