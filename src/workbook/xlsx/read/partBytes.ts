import { piecesOf } from "../../bytes/fileBytes";
import { Utf8Pieces } from "../../bytes/utf8Pieces";
import { crc32, inflatePieces } from "../../zip/deflate/deflate";
import type { RawMember } from "../../zip/zipArchive";
import type { Pause } from "../../bytes/steps";
import { PackageError } from "../../readFailure";
import { damagedPart } from "./partFailure";

const CHUNK_BYTES = 128 * 1024;

/**
 * The text of a part as UTF-8 in pieces, unpacked while it is read and checked as a whole at the end: a part of any size
 * costs little memory.
 */
export async function* partBytes(raw: RawMember, label: string, pause: Pause): AsyncGenerator<Uint8Array> {
  const text = new Utf8Pieces();
  let size = 0;
  let crc = 0;
  for await (const chunk of unpacked(raw, label)) {
    await pause();
    size += chunk.length;
    if (size > raw.size) throw damagedPart(label);
    crc = crc32(chunk, crc);
    yield text.write(chunk);
  }
  if (size !== raw.size || crc !== raw.crc) throw damagedPart(label);
  yield text.end();
}

async function* unpacked({ method, compressed }: RawMember, label: string): AsyncGenerator<Uint8Array> {
  if (method === "stored") {
    yield* piecesOf(compressed, CHUNK_BYTES);
    return;
  }
  try {
    yield* inflatePieces(compressed);
  } catch (error) {
    throw error instanceof PackageError ? error : damagedPart(label);
  }
}
