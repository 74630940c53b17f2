import { PackageError } from "../readFailure";

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const ZIP64_END_SIGNATURE = 0x06064b50;
const ZIP64_END_SIZE = 56;
export const MEMBER_SIGNATURE = 0x02014b50;
const FULL_16 = 0xffff;
export const FULL_32 = 0xffffffff;

export interface DirectoryBounds {
  readonly offset: number;
  readonly end: number;
  /** Of the members, as the file says. */
  readonly count: number;
}

/** A file that is one to Excel and could be another to somebody else. */
export function ambiguous(fault: string): PackageError {
  return new PackageError(
    "UNSAFE_ZIP",
    `${fault}; the file was not opened: ask its sender for a clean copy.`,
  );
}

export function truncated(): PackageError {
  return new PackageError(
    "TRUNCATED",
    "The workbook is cut off: its end is missing or points outside the file; download or copy it again.",
  );
}

export function findDirectory(file: DataView): DirectoryBounds {
  const end = findEnd(file);
  let size = file.getUint32(end + 12, true);
  let offset = file.getUint32(end + 16, true);
  let count = file.getUint16(end + 10, true);
  if (size === FULL_32 || offset === FULL_32 || count === FULL_16) {
    const zip64 = findZip64End(file, end);
    size = readUInt64(file, zip64 + 40);
    offset = readUInt64(file, zip64 + 48);
    if (count === FULL_16) count = readUInt64(file, zip64 + 32);
  }
  const directoryEnd = offset + size;
  if (directoryEnd > end) throw truncated();
  if (directoryEnd < end && file.getUint32(directoryEnd, true) === MEMBER_SIGNATURE)
    throw ambiguous("It lists more parts than its list is long");
  return { offset, end: directoryEnd, count };
}

/** The record at the end: the one that ends with the file, else the last that has bytes of no meaning behind it. */
function findEnd(file: DataView): number {
  const lowest = Math.max(0, file.byteLength - END_SIZE - LONGEST_COMMENT);
  let last: number | undefined;
  let exact: number | undefined;
  for (let position = file.byteLength - END_SIZE; position >= lowest; position--) {
    if (file.getUint32(position, true) !== END_SIGNATURE) continue;
    const end = position + END_SIZE + file.getUint16(position + 20, true);
    if (end === file.byteLength && exact !== undefined) throw ambiguous("It ends in two ways");
    if (end === file.byteLength) exact = position;
    if (end <= file.byteLength) last ??= position;
  }
  const found = exact ?? last;
  if (found === undefined) throw truncated();
  return found;
}

function findZip64End(file: DataView, end: number): number {
  const locator = end - ZIP64_LOCATOR_SIZE;
  if (locator < 0 || file.getUint32(locator, true) !== ZIP64_LOCATOR_SIGNATURE) throw truncated();
  const position = readUInt64(file, locator + 8);
  if (position + ZIP64_END_SIZE > end || file.getUint32(position, true) !== ZIP64_END_SIGNATURE) {
    throw truncated();
  }
  return position;
}

export function readUInt64(file: DataView, position: number): number {
  if (position + 8 > file.byteLength) throw truncated();
  return Number(file.getBigUint64(position, true));
}
