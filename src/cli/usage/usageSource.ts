import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { UsageSource } from "../../workbook/formats/csv/fold/foldFiles";
import { CommandFailure } from "../exit";
import { readBytes } from "../readBytes";
import { sha256 } from "../sha256";
import { faultCode, faultReason } from "../fileFault";

const PIECE = 1024 ** 2;
/** Texts of usage are some ten times as long as what gzip makes of them. */
const GZIP_RATIO = 10;
const GZIP = [0x1f, 0x8b] as const;

/** A file of usage with its place. */
export interface UsageFile extends UsageSource {
  readonly path: string;
  readonly isGzip: boolean;
}

async function beginsAsGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(new Uint8Array(2), 0, 2, 0);
    return buffer[0] === GZIP[0] && buffer[1] === GZIP[1];
  } finally {
    await file.close();
  }
}

/** The bytes of a file, inflated where it is gzip; all that is read goes through the hash. */
async function* pieces(path: string, inflates: boolean, hash: Hash): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: PIECE });
  file.on("data", (piece) => hash.update(piece));
  // What fails in the file or in what it holds is thrown by the loop over the last stream.
  const text = inflates ? pipeline(file, createGunzip({ chunkSize: PIECE }), () => undefined) : file;
  try {
    for await (const piece of text) yield piece as Uint8Array;
  } catch (error) {
    const isBroken = inflates && faultCode(error)?.startsWith("Z_") === true;
    const why = isBroken ? "it is damaged or not whole (gzip)" : `it cannot be read: ${faultReason(error)}`;
    throw new CommandFailure(`${path}: ${why}`);
  } finally {
    file.destroy();
  }
}

/** A file that can be read as often as needed; its name is that of the file without its folder. */
export async function usageFile(path: string, size: number): Promise<UsageFile> {
  const inflates = await beginsAsGzip(path);
  let digest = "";
  return {
    name: basename(path),
    path,
    isGzip: inflates,
    size: inflates ? size * GZIP_RATIO : size,
    open: async function* () {
      const hash = createHash("sha256");
      yield* pieces(path, inflates, hash);
      digest = hash.digest("hex");
    },
    sha256: () => digest,
  };
}

/** What a pipe brings, which comes only once; a device is refused. */
export async function pipedFile(path: string): Promise<UsageFile> {
  const bytes = await readBytes(path);
  return {
    name: basename(path),
    path,
    isGzip: false,
    size: bytes.length,
    open: async function* () {
      yield* [bytes];
      await Promise.resolve();
    },
    sha256: () => sha256([bytes]),
  };
}

/** The hash of a file as it is. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path, { highWaterMark: PIECE }))
    hash.update(piece as Uint8Array);
  return hash.digest("hex");
}

const LINE_FEED = 10;

/** How many lines a file has; as soon as there are more than `enough` it is read no further. */
export async function linesOf(file: UsageSource, enough: number): Promise<number> {
  let lines = 1;
  for await (const piece of file.open()) {
    for (let at = piece.indexOf(LINE_FEED); at >= 0; at = piece.indexOf(LINE_FEED, at + 1)) lines++;
    if (lines > enough) break;
  }
  return lines;
}
