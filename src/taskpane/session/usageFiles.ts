import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";
import { listedFiles, type Snapshot } from "../../core/api";
import {
  BROKEN_GZIP,
  GZIP_MARK,
  isGzip,
  packedSizes,
  unpackedText,
} from "../../workbook/formats/csv/fold/gzipText";
import { toldPieces, type OnReading } from "../../workbook/formats/csv/fold/readingShare";
import { readUsageFiles } from "../../workbook/formats/csv/fold/readUsageFiles";
import { FileFault, type TextSource } from "../../workbook/formats/csv/fold/usageSource";
import { SessionFailure } from "./failure";
import type { OnProgress } from "./messages";

const PIECE = 1024 ** 2;
/** Rows of Usage with those that files bring: to write more of them takes Excel minutes. */
const ROWS_TO_COPY = 50_000;

/** A browser gives no bytes of a file that was changed, moved or deleted since it was chosen. */
async function partOf(file: File, start: number, end: number): Promise<ArrayBuffer> {
  try {
    return await file.slice(start, end).arrayBuffer();
  } catch {
    throw new FileFault(
      file.name,
      "It can no longer be read: it was changed, moved or deleted; choose it again.",
    );
  }
}

/** The bytes of a file in pieces; all of them go through `take`. */
async function* bytesOf(
  file: File,
  take: (piece: Uint8Array) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < file.size; at += PIECE) {
    const piece = new Uint8Array(await partOf(file, at, at + PIECE));
    take(piece);
    yield piece;
  }
}

/** What gzip made of a text, unpacked by the browser. */
async function* unpacked(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>, name: string) {
  const stream = new DecompressionStream("gzip");
  const writer = stream.writable.getWriter();
  const write = async () => {
    for await (const piece of pieces) await writer.write(piece);
    await writer.close();
  };
  // What is wrong with the bytes is thrown to the reader as well.
  void write().catch(() => undefined);
  const reader = stream.readable.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } catch {
    throw new FileFault(name, BROKEN_GZIP);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A chosen file as a source of usage that can be read as often as needed. */
async function sourceOf(file: File): Promise<TextSource> {
  const inflates = isGzip(new Uint8Array(await partOf(file, 0, GZIP_MARK.length)));
  let digest = "";
  return {
    name: file.name,
    ...(inflates ? packedSizes(file.size) : { size: file.size }),
    open: async function* () {
      const hash = sha256.create();
      const bytes = bytesOf(file, (piece) => hash.update(piece));
      yield* inflates ? unpackedText(unpacked(bytes, file.name), file.name, file.size) : bytes;
      digest = bytesToHex(hash.digest());
    },
    sha256: () => digest,
  };
}

/** SHA-256 of a file as it is. */
async function contentOf(file: File, onReading: OnReading): Promise<string> {
  const hash = sha256.create();
  for await (const piece of toldPieces(
    bytesOf(file, () => undefined),
    file,
    onReading,
  ))
    hash.update(piece);
  return bytesToHex(hash.digest());
}

/** Which of the chosen files a workbook names, by their content; of others with such a name the names. */
async function listedAmong(files: readonly File[], snapshot: Snapshot, onReading: OnReading) {
  const listed = listedFiles(snapshot);
  const known = new Set<File>();
  const changed: string[] = [];
  if (listed.length === 0) return { known, changed };
  const contents = new Map<string, File>();
  for (const file of files) contents.set(await contentOf(file, onReading), file);
  for (const { file, sha256: content } of listed) {
    const found = contents.get(content);
    if (found) known.add(found);
    else if (files.some(({ name }) => name === file)) changed.push(file);
  }
  return { known, changed };
}

/** A workbook with the usage of files beside it, and which of them the next write copies into Usage, by their places. */
export interface WithChosenUsage {
  readonly snapshot: Snapshot;
  readonly copied: readonly number[];
}

/**
 * The workbook with the usage of chosen files: rows that there is room for are copied into Usage with the next write,
 * others are billed where they are. Throws a SessionFailure for a file that cannot be taken.
 */
export async function withUsageFiles(
  snapshot: Snapshot,
  files: readonly File[],
  onProgress?: OnProgress,
): Promise<WithChosenUsage> {
  const onReading: OnReading = ({ file, share }) =>
    onProgress?.({ activity: { kind: "reading", name: file }, share });
  try {
    const { known, changed } = await listedAmong(files, snapshot, onReading);
    const listed: TextSource[] = [];
    const added: TextSource[] = [];
    for (const file of files) (known.has(file) ? listed : added).push(await sourceOf(file));
    const given = { added, listed, room: ROWS_TO_COPY, onReading };
    const usageFiles = await readUsageFiles(snapshot, given);
    const isCopied = usageFiles.some(({ file }) => file?.sha256 === undefined);
    return {
      snapshot: { ...snapshot, usageFiles, changedUsageFiles: changed },
      copied: files.flatMap((file, place) => (isCopied && !known.has(file) ? [place] : [])),
    };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    throw new SessionFailure({ code: "USAGE_FILE", message: `${error.file}: ${error.message}` });
  }
}
