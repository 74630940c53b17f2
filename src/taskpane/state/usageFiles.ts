import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";
import { listedFiles, type Snapshot } from "../../core/api";
import { pauseForPage, type Pause } from "../../workbook/bytes/steps";
import { BROKEN_GZIP, isGzip, unpackedText } from "../../workbook/formats/csv/fold/gzipText";
import { readUsageFiles } from "../../workbook/formats/csv/fold/readUsageFiles";
import { FileFault, type TextSource } from "../../workbook/formats/csv/fold/usageSource";
import type { Work } from "../../workbook/port/port";
import { SessionFailure } from "../session/failure";
import type { ChosenUsage } from "./billState";

/** So much is read between two looks at what else there is to do. */
const PIECE = 64 * 1024;
/** Rows of Usage with those that files bring: to write more of them takes Excel minutes. */
const ROWS_TO_COPY = 50_000;
/** Texts of usage are some ten times as long as what gzip makes of them. */
const GZIP_RATIO = 10;

/** The bytes of a file, a few at a time. */
async function* bytesOf(file: File, take: (piece: Uint8Array) => void, pause: Pause) {
  for (let at = 0; at < file.size; at += PIECE) {
    const piece = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
    take(piece);
    yield piece;
    await pause();
  }
}

/** What gzip made of a text, unpacked by the browser. */
async function* unpacked(pieces: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream("gzip");
  const writer = stream.writable.getWriter();
  const pump = async () => {
    for await (const piece of pieces) await writer.write(piece as Uint8Array<ArrayBuffer>);
    await writer.close();
  };
  // What is wrong with the bytes is thrown to the reader as well; what the pause throws, only here.
  let stopped: unknown;
  void pump().catch((error: unknown) => {
    stopped = error;
    return writer.abort(error).catch(() => undefined);
  });
  const reader = stream.readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    if (stopped instanceof SessionFailure) throw stopped;
    throw error instanceof FileFault ? error : new FileFault(name, BROKEN_GZIP);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A chosen file as a source of usage that can be read as often as needed. */
async function sourceOf(file: File, pause: Pause): Promise<TextSource> {
  const inflates = isGzip(new Uint8Array(await file.slice(0, 2).arrayBuffer()));
  let digest = "";
  return {
    name: file.name,
    size: inflates ? file.size * GZIP_RATIO : file.size,
    open: async function* () {
      const hash = sha256.create();
      const bytes = bytesOf(file, (piece) => hash.update(piece), pause);
      yield* inflates ? unpackedText(unpacked(bytes, file.name), file.name, file.size) : bytes;
      digest = bytesToHex(hash.digest());
    },
    sha256: () => digest,
  };
}

/** SHA-256 of a file as it is. */
async function contentOf(file: File, pause: Pause): Promise<string> {
  const hash = sha256.create();
  for await (const piece of bytesOf(file, (each) => hash.update(each), pause)) void piece;
  return bytesToHex(hash.digest());
}

/** Which of the chosen files a workbook names, by their content; of others with such a name the names. */
async function listedAmong(files: readonly File[], snapshot: Snapshot, pause: Pause) {
  const listed = listedFiles(snapshot);
  const known = new Set<File>();
  if (listed.length === 0) return { known, changed: [] };
  const contents = new Map<string, File>();
  for (const file of files) contents.set(await contentOf(file, pause), file);
  const changed: string[] = [];
  for (const { file, sha256: content } of listed) {
    const found = contents.get(content);
    if (found) known.add(found);
    else if (files.some(({ name }) => name === file)) changed.push(file);
  }
  return { known, changed };
}

/**
 * The workbook with the usage of chosen files: rows that there is room for are copied into Usage with the next write,
 * others are billed where they are. Throws a SessionFailure for a file that cannot be taken, and once it is cancelled.
 */
export async function withUsageFiles(
  snapshot: Snapshot,
  files: readonly File[],
  { isCancelled, onProgress }: Work,
): Promise<{ readonly snapshot: Snapshot; readonly usage: ChosenUsage }> {
  onProgress?.({ activity: `Reading ${files.map(({ name }) => name).join(", ")}`, share: 0.9 });
  const rest = pauseForPage();
  const pause: Pause = () => {
    if (isCancelled?.() === true) throw new SessionFailure({ code: "CANCELLED", message: "Cancelled." });
    return rest();
  };
  try {
    const { known, changed } = await listedAmong(files, snapshot, pause);
    const sources = new Map<File, TextSource>();
    for (const file of files) sources.set(file, await sourceOf(file, pause));
    const sourcesOf = (isListed: boolean) =>
      [...sources].flatMap(([file, source]) => (known.has(file) === isListed ? [source] : []));
    const usageFiles = await readUsageFiles(snapshot, {
      added: sourcesOf(false),
      listed: sourcesOf(true),
      room: ROWS_TO_COPY,
    });
    const isCopied = usageFiles.some(({ file }) => file?.sha256 === undefined);
    const copied = isCopied ? files.filter((file) => !known.has(file)) : [];
    return {
      snapshot: { ...snapshot, usageFiles, changedUsageFiles: changed },
      usage: { files, copied },
    };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    throw new SessionFailure({ code: "USAGE_FILE", message: `${error.file}: ${error.message}` });
  }
}
