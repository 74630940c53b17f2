import { crc32, createInflateRaw } from "node:zlib";
import type { RawMember } from "../package/zipArchive";
import { damagedPart } from "./partFailure";

const CHUNK_BYTES = 16 * 1024;

/** Unpacks a part in pieces and checks it as a whole at the end: a part of any size costs little memory. */
export async function* memberChunks(raw: RawMember, label: string): AsyncGenerator<Buffer> {
  let size = 0;
  let crc = 0;
  for await (const chunk of unpacked(raw, label)) {
    size += chunk.length;
    if (size > raw.size) throw damagedPart(label);
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (size !== raw.size || crc !== raw.crc) throw damagedPart(label);
}

async function* unpacked({ method, compressed }: RawMember, label: string): AsyncGenerator<Buffer> {
  if (method === "stored") {
    const bytes = Buffer.from(compressed.buffer, compressed.byteOffset, compressed.byteLength);
    for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
      yield bytes.subarray(start, start + CHUNK_BYTES);
    }
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
