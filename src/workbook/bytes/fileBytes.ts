/**
 * The bytes of a file by their places: held in memory, as an array of bytes is, or read from a disk when they are asked
 * for, so that a large file is never held.
 */
export interface FileBytes {
  readonly length: number;
  /** The bytes from one place up to another, or to the end; places beyond the end are none. */
  subarray(start: number, end?: number): Uint8Array;
}

/** Bytes of a file that are read when they are asked for, as those of the whole file are. */
class Section implements FileBytes {
  readonly length: number;

  constructor(
    private readonly file: FileBytes,
    private readonly start: number,
    end: number,
  ) {
    this.length = end - start;
  }

  subarray(start: number, end = this.length): Uint8Array {
    return this.file.subarray(
      this.start + Math.min(start, this.length),
      this.start + Math.min(end, this.length),
    );
  }
}

/** A section of a file, without reading it: bytes 2 to 4 of abcdef are "cd". */
export function sectionOf(file: FileBytes, start: number, end: number): FileBytes {
  return file instanceof Uint8Array ? file.subarray(start, end) : new Section(file, start, end);
}

/** The bytes in pieces of at most this size, one after the other; nothing of an empty file. */
export function* piecesOf(file: FileBytes, size: number): Generator<Uint8Array> {
  for (let start = 0; start < file.length; start += size) yield file.subarray(start, start + size);
}
