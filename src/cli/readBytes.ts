import type { Stats } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { FileBytes } from "../workbook/bytes/fileBytes";
import { CommandFailure } from "./exit";
import { orUnread } from "./fileFault";
import { FileOnDisk } from "./fileOnDisk";

/** A file from this size on is not held in memory. */
const LARGE = 8 * 1024 ** 2;
/** What the system reads at once; no sheets fill a workbook of so many bytes. */
const LARGEST = 2 * 1024 ** 3;

/** Reading a device such as /dev/zero would never end; a pipe ends with the command that fills it. */
const isDevice = (file: Stats) => file.isCharacterDevice() || file.isBlockDevice();

/** What `read` makes of a file by its size; one that cannot be read ends the command with a sentence. */
async function readFrom<Bytes>(path: string, read: (file: Stats) => Promise<Bytes> | Bytes): Promise<Bytes> {
  const file = await orUnread(path, stat(path));
  if (isDevice(file)) throw new CommandFailure(`${path}: it is a device, not a file`);
  return orUnread(
    path,
    Promise.resolve().then(() => read(file)),
  );
}

/** A file's bytes; one that cannot be read ends the command with a sentence. */
export const readBytes = (path: string): Promise<Uint8Array> => readFrom(path, () => readFile(path));

function onDisk(path: string, size: number): FileBytes {
  if (size < LARGEST) return new FileOnDisk(path);
  throw new CommandFailure(`${path}: it is larger than any workbook is (2,048 MB)`);
}

/** As `readBytes`; the bytes of a large file are read when they are asked for. */
export const openBytes = (path: string): Promise<FileBytes> =>
  readFrom<FileBytes>(path, (file) =>
    file.isFile() && file.size >= LARGE ? onDisk(path, file.size) : readFile(path),
  );
