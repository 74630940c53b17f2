import { concatBytes } from "../bytes/bytes";
import type { Steps } from "../bytes/steps";
import { crc32, deflate, packPieces } from "./deflate/deflate";
import { checksum, type RawMember } from "./zipArchive";

/** 1980-01-01 00:00, the first moment of DOS: equal input gives equal bytes. */
const FIXED_MODIFIED = 0x00210000;
/** Beyond this size level 6 costs seconds for a quarter of the bytes. */
const FAST_FROM_BYTES = 8 * 1024 ** 2;
/** Of a large member, packed at a time. */
const PIECE = 1024 ** 2;

/** Packs the bytes of a member of a zip. */
export function* packMember(bytes: Uint8Array): Steps<RawMember> {
  const level = bytes.length > FAST_FROM_BYTES ? 1 : 6;
  const deflated = yield* deflate(bytes, level);
  const smaller = deflated.length < bytes.length;
  return {
    method: smaller ? "deflated" : "stored",
    crc: yield* checksum(bytes),
    size: bytes.length,
    modified: FIXED_MODIFIED,
    compressed: smaller ? deflated : bytes,
  };
}

/**
 * Packs a member while it is made: of one that turns out to be large no more is held than a piece and what it was packed
 * into. A small one is packed as `packMember` does it.
 */
export class MemberPacker {
  private held: Uint8Array[] = [];
  private heldSize = 0;
  private readonly packed: Uint8Array[] = [];
  private pack: ReturnType<typeof packPieces> | undefined;
  private crc = 0;
  private size = 0;

  *add(bytes: Uint8Array): Steps<void> {
    for (let start = 0; start < bytes.length; start += PIECE) {
      const piece = bytes.subarray(start, start + PIECE);
      this.held.push(piece);
      this.heldSize += piece.length;
      if (this.heldSize < (this.pack ? PIECE : FAST_FROM_BYTES)) continue;
      yield* this.packHeld(false);
    }
  }

  /** The member once all of it was added. */
  *finish(): Steps<RawMember> {
    if (!this.pack) return yield* packMember(concatBytes(this.held));
    yield* this.packHeld(true);
    const { crc, size, packed } = this;
    return { method: "deflated", crc, size, modified: FIXED_MODIFIED, compressed: concatBytes(packed) };
  }

  private *packHeld(isLast: boolean): Steps<void> {
    for (const piece of this.held) {
      this.crc = crc32(piece, this.crc);
      yield;
    }
    const bytes = concatBytes(this.held);
    this.held = [];
    this.heldSize = 0;
    this.size += bytes.length;
    this.pack ??= packPieces();
    this.packed.push(yield* this.pack(bytes, isLast));
  }
}
