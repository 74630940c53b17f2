import { StringDecoder } from "node:string_decoder";
import { crc32, createInflateRaw } from "node:zlib";
import type { RawMember } from "../package/zipArchive";
import { damagedPart } from "./partFailure";

const CHUNK_BYTES = 128 * 1024;

/**
 * The text of a part in pieces, unpacked while it is read and checked as a whole at the end: a part of any size costs
 * little memory.
 */
export async function* partText(raw: RawMember, label: string): AsyncGenerator<string> {
  let decoder: StringDecoder | undefined;
  let size = 0;
  let crc = 0;
  for await (const chunk of unpacked(raw, label)) {
    size += chunk.length;
    if (size > raw.size) throw damagedPart(label);
    crc = crc32(chunk, crc);
    decoder ??= new StringDecoder(encodingOf(chunk));
    yield decoder.write(chunk);
  }
  if (size !== raw.size || crc !== raw.crc) throw damagedPart(label);
  yield decoder?.end() ?? "";
}

/** SpreadsheetML is UTF-8, or UTF-16 with a byte order mark. */
function encodingOf(start: Buffer): BufferEncoding {
  return start[0] === 0xff && start[1] === 0xfe ? "utf16le" : "utf8";
}

async function* unpacked({ method, compressed }: RawMember, label: string): AsyncGenerator<Buffer> {
  if (method === "stored") {
    const bytes = Buffer.from(compressed.buffer, compressed.byteOffset, compressed.byteLength);
    for (let start = 0; start < bytes.length; start += CHUNK_BYTES)
      yield bytes.subarray(start, start + CHUNK_BYTES);
    return;
  }
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
  inflate.end(compressed);
  try {
    for await (const chunk of inflate) yield chunk as Buffer;
  } catch {
    throw damagedPart(label);
  } finally {
    inflate.destroy();
  }
}
