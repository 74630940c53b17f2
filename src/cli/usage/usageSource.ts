import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { startsWith } from "../../workbook/bytes/bytes";
import {
  BROKEN_GZIP,
  GZIP_MARK,
  isGzip,
  packedSizes,
  unpackedText,
} from "../../workbook/formats/csv/fold/gzipText";
import { CHANGED, FileFault, type TextSource } from "../../workbook/formats/csv/fold/usageSource";
import type { SqlTable } from "../../workbook/formats/sql/sqlTable";
import { CommandFailure } from "../exit";
import { readBytes } from "../readBytes";
import { sha256 } from "../sha256";
import { faultCode, orUnread, whyUnread } from "../fileFault";
import { marksOf } from "../fileOnDisk";

const PIECE = 1024 ** 2;
/** PAR1 */
const PARQUET = [0x50, 0x41, 0x52, 0x31];

interface Placed {
  /** As messages call it. */
  readonly path: string;
}

/** A text file of usage with its place. */
export interface UsageText extends TextSource, Placed {}

/** A Parquet file or a table of a database. */
export interface UsageTable extends SqlTable, Placed {}

/** Usage that is billed with that of a workbook. */
export type UsageFile = UsageText | UsageTable;

async function beginningOf(path: string, count: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(new Uint8Array(count), 0, count, 0);
    return buffer;
  } finally {
    await file.close();
  }
}

const firstBytes = (path: string, count: number) => orUnread(path, beginningOf(path, count));

/** What tells that a file is still the one that it was. */
const marksAt = async (path: string) => marksOf(await orUnread(path, stat(path, { bigint: true })));

/** Whether a file is Parquet, by its first bytes. */
export async function isParquet(path: string): Promise<boolean> {
  const bytes = await firstBytes(path, PARQUET.length);
  return startsWith(bytes, ...PARQUET);
}

/** The bytes of a file, all in the same memory; all that is read goes through the hash. */
async function* plainPieces(path: string, hash: Hash): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = new Uint8Array(PIECE);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, PIECE);
      if (bytesRead === 0) return;
      const piece = buffer.subarray(0, bytesRead);
      hash.update(piece);
      yield piece;
    }
  } finally {
    await file.close();
  }
}

/** The text of a gzip file; what is packed goes through the hash. */
async function* inflatedPieces(path: string, size: number, hash: Hash): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: PIECE });
  file.on("data", (piece) => hash.update(piece));
  try {
    // What fails in the file or in what it holds is thrown by the loop over the last stream.
    const text = pipeline(file, createGunzip({ chunkSize: PIECE }), () => undefined);
    yield* unpackedText(text, basename(path), size);
  } finally {
    file.destroy();
  }
}

async function* pieces(
  path: string,
  size: number,
  inflates: boolean,
  hash: Hash,
): AsyncGenerator<Uint8Array> {
  try {
    yield* inflates ? inflatedPieces(path, size, hash) : plainPieces(path, hash);
  } catch (error) {
    if (error instanceof FileFault) throw error;
    const isBroken = inflates && faultCode(error)?.startsWith("Z_") === true;
    throw new CommandFailure(`${path}: ${isBroken ? BROKEN_GZIP : whyUnread(error)}`);
  }
}

/** A file that can be read as often as needed; its name is that of the file without its folder. */
export async function usageText(path: string, size: number): Promise<UsageText> {
  const inflates = isGzip(await firstBytes(path, GZIP_MARK.length));
  const marks = await marksAt(path);
  let digest = "";
  return {
    name: basename(path),
    path,
    ...(inflates ? packedSizes(size) : { size }),
    open: async function* () {
      const hash = createHash("sha256");
      yield* pieces(path, size, inflates, hash);
      // Rows that were cut off or added meanwhile would be billed in part.
      if ((await marksAt(path)) !== marks) throw new FileFault(basename(path), CHANGED);
      digest = hash.digest("hex");
    },
    sha256: () => digest,
  };
}

/** What a pipe brings, which comes only once; a device is refused. */
export async function pipedFile(path: string): Promise<UsageText> {
  const bytes = await readBytes(path);
  return {
    name: basename(path),
    path,
    size: bytes.length,
    open: async function* () {
      yield* [bytes];
      await Promise.resolve();
    },
    sha256: () => sha256([bytes]),
  };
}

/** The hash of a file as it is. */
export function sha256OfFile(path: string): Promise<string> {
  const hashed = async () => {
    const hash = createHash("sha256");
    for await (const piece of createReadStream(path, { highWaterMark: PIECE }))
      hash.update(piece as Uint8Array);
    return hash.digest("hex");
  };
  return orUnread(path, hashed());
}
