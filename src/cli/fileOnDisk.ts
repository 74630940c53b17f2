import { closeSync, fstatSync, openSync, readSync, type BigIntStats } from "node:fs";
import type { FileBytes } from "../workbook/bytes/fileBytes";
import { whyUnread } from "./fileFault";
import { PackageError } from "../workbook/readFailure";

/** Read at once around a few bytes that are asked for: the headers of small parts lie close to each other. */
const BLOCK = 64 * 1024;

/** What tells that a file is still the one that it was. */
export const marksOf = ({ dev, ino, size, mtimeNs }: BigIntStats): string =>
  [dev, ino, size, mtimeNs].join(" ");

/**
 * A file whose bytes are read when they are asked for. It is opened anew each time, so that nobody is kept from saving,
 * renaming or deleting it; bytes of a file that was changed meanwhile are refused, since they do not go with the earlier ones.
 */
export class FileOnDisk implements FileBytes {
  readonly length: number;
  private readonly marks: string;
  private block: Uint8Array = new Uint8Array(0);
  private blockStart = 0;

  /** Throws what the system says of a file that cannot be opened. */
  constructor(private readonly path: string) {
    const file = openSync(path, "r");
    try {
      const stats = fstatSync(file, { bigint: true });
      this.length = Number(stats.size);
      this.marks = marksOf(stats);
    } finally {
      closeSync(file);
    }
  }

  subarray(start: number, end = this.length): Uint8Array {
    const [first, last] = [Math.min(start, this.length), Math.min(end, this.length)];
    if (last - first >= BLOCK) return this.read(first, last);
    if (first < this.blockStart || last > this.blockStart + this.block.length) {
      this.block = this.read(first, Math.min(first + BLOCK, this.length));
      this.blockStart = first;
    }
    return this.block.subarray(first - this.blockStart, Math.max(last, first) - this.blockStart);
  }

  /** Whether nobody has written the file in between. */
  isSameAs(other: FileOnDisk): boolean {
    return this.path === other.path && this.marks === other.marks;
  }

  private read(first: number, last: number): Uint8Array {
    const bytes = new Uint8Array(last - first);
    let marks: string;
    let count = 0;
    try {
      const file = openSync(this.path, "r");
      try {
        for (let more = 1; count < bytes.length && more > 0; count += more)
          more = readSync(file, bytes, count, bytes.length - count, first + count);
        // Behind the reading: what was read by then is of the file as it is now.
        marks = marksOf(fstatSync(file, { bigint: true }));
      } finally {
        closeSync(file);
      }
    } catch (error) {
      throw overtaken(whyUnread(error));
    }
    if (count < bytes.length || marks !== this.marks) throw overtaken("another program wrote it");
    return bytes;
  }
}

const overtaken = (why: string) =>
  new PackageError("CHANGED", `The workbook could not be read to its end: ${why}; run again.`);
