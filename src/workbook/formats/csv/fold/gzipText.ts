import { startsWith } from "../../../bytes/bytes";
import { FileFault } from "./usageSource";

/** Texts of up to so many bytes are read whatever gzip made of them. */
const PLAIN_SIZE = 64 * 1024 ** 2;
/** Beyond it one that is so many times as long as its file is made to fill the memory, or has the same rows over and over. */
const MOST_RATIO = 100;
/** Texts of usage are some ten times as long as what gzip makes of them. */
const USUAL_RATIO = 10;

/** How a file of gzip begins. */
export const GZIP_MARK = [0x1f, 0x8b];

export const isGzip = (bytes: Uint8Array): boolean => startsWith(bytes, ...GZIP_MARK);

/** Bytes that the text of a gzip file may have. */
const mostBytes = (packedSize: number): number => Math.max(PLAIN_SIZE, packedSize * MOST_RATIO);

/** Bytes of the text of a gzip file, as far as its size tells. */
export const packedSizes = (packedSize: number) => ({
  size: packedSize * USUAL_RATIO,
  mostBytes: mostBytes(packedSize),
});

/** The text of a gzip file while its length is that of a text; throws a FileFault beyond. */
export async function* unpackedText(
  pieces: AsyncIterable<Uint8Array>,
  file: string,
  packedSize: number,
): AsyncGenerator<Uint8Array> {
  let room = mostBytes(packedSize);
  for await (const piece of pieces) {
    room -= piece.length;
    if (room < 0)
      throw new FileFault(
        file,
        `its text is more than ${String(MOST_RATIO)} times as long as the file; if that is right, unpack it and give the text`,
      );
    yield piece;
  }
}

/** What is wrong with a file whose packing does not hold. */
export const BROKEN_GZIP = "it is damaged or not whole (gzip)";
