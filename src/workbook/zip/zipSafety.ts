import { PackageError } from "../readFailure";
import { indexOfBytes } from "../bytes/bytes";
import type { FileBytes } from "../bytes/fileBytes";
import type { ZipDirectory, ZipMember } from "./zipDirectory";

/** What a workbook may unpack to before it is taken for a zip bomb. */
export interface ZipLimits {
  readonly members: number;
  /** Unpacked bytes of one member and of all together. */
  readonly memberBytes: number;
  readonly totalBytes: number;
  /** Unpacked over packed, looked at only in members of more than `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
}

/**
 * A sheet of 1,000,000 usage rows unpacks to about 300 MB at 6:1; one row repeated reaches about 100:1.
 * A sheet with a table and a picture has six parts, so as many are taken as a zip without zip64 can have.
 */
export const defaultZipLimits: ZipLimits = {
  members: 65_534,
  memberBytes: 2 * 1024 ** 3,
  totalBytes: 4 * 1024 ** 3,
  ratio: 200,
  ratioFromBytes: 50 * 1024 ** 2,
};

/** Refuses, before anything is unpacked, a zip made to exhaust memory or to be read in two ways. */
export function checkZipSafety(file: FileBytes, { members, offset }: ZipDirectory, limits: ZipLimits): void {
  checkSizes(members, limits);
  checkNames(members);
  checkOverlap(members);
  checkGaps(file, members, offset);
}

function unsafe(fault: string): PackageError {
  return new PackageError(
    "UNSAFE_ZIP",
    `${fault}; the file was not opened: ask its sender for a clean copy.`,
  );
}

function checkSizes(members: readonly ZipMember[], limits: ZipLimits): void {
  let total = 0;
  for (const { name, size, compressedSize } of members) {
    total += size;
    if (size > limits.memberBytes) {
      throw unsafe(`The part "${name}" would unpack to more than ${megabytes(limits.memberBytes)}`);
    }
    if (size > limits.ratioFromBytes && size > compressedSize * limits.ratio) {
      throw unsafe(`The part "${name}" would unpack to more than ${String(limits.ratio)} times its size`);
    }
  }
  if (total > limits.totalBytes) {
    throw unsafe(`The file would unpack to more than ${megabytes(limits.totalBytes)}`);
  }
}

function megabytes(bytes: number): string {
  return `${String(Math.round(bytes / 1024 ** 2))} MB`;
}

function checkNames(members: readonly ZipMember[]): void {
  const names = new Set<string>();
  for (const { name } of members) {
    const key = name.toLowerCase();
    if (names.has(key)) throw unsafe(`The file holds the part "${name}" twice`);
    names.add(key);
  }
}

function byPosition(members: readonly ZipMember[]): ZipMember[] {
  return [...members].sort((left, right) => left.headerOffset - right.headerOffset);
}

function checkOverlap(members: readonly ZipMember[]): void {
  let end = 0;
  for (const { name, headerOffset, dataOffset, compressedSize } of byPosition(members)) {
    if (headerOffset < end) throw unsafe(`The part "${name}" overlaps another`);
    end = dataOffset + compressedSize;
  }
}

/** The header of a member. */
const LOCAL_SIGNATURE = Uint8Array.of(0x50, 0x4b, 0x03, 0x04);

/** Between the members there may be the sizes of one that was streamed, or nothing of meaning, but no part that is not listed. */
function checkGaps(file: FileBytes, members: readonly ZipMember[], directoryOffset: number): void {
  let end = 0;
  const starts = byPosition(members).map(({ headerOffset, dataOffset, compressedSize }) => ({
    start: headerOffset,
    next: dataOffset + compressedSize,
  }));
  for (const { start, next } of [...starts, { start: directoryOffset, next: directoryOffset }]) {
    if (start > end && indexOfBytes(file.subarray(end, start), LOCAL_SIGNATURE) >= 0)
      throw unsafe("The file holds a part that its list of parts does not name");
    end = next;
  }
}
