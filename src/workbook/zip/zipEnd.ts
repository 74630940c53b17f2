import { viewOf } from "../bytes/bytes";
import type { FileBytes } from "../bytes/fileBytes";
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
/** The end with its comment, and what tells where the end of a file beyond 4 GB is. */
const LONGEST_TAIL = ZIP64_LOCATOR_SIZE + END_SIZE + LONGEST_COMMENT;

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

/** The last bytes of a file, among them all in which its end can be, and where they begin. */
interface Tail {
  readonly view: DataView;
  readonly start: number;
}

export function findDirectory(file: FileBytes): DirectoryBounds {
  const start = Math.max(0, file.length - LONGEST_TAIL);
  const tail: Tail = { view: viewOf(file.subarray(start)), start };
  const end = findEnd(tail.view);
  let size = tail.view.getUint32(end + 12, true);
  let offset = tail.view.getUint32(end + 16, true);
  let count = tail.view.getUint16(end + 10, true);
  if (size === FULL_32 || offset === FULL_32 || count === FULL_16) {
    const zip64 = findZip64End(file, tail, end);
    size = readUInt64(zip64, 40);
    offset = readUInt64(zip64, 48);
    if (count === FULL_16) count = readUInt64(zip64, 32);
  }
  const directoryEnd = offset + size;
  if (directoryEnd > start + end) throw truncated();
  const behind = viewOf(file.subarray(directoryEnd, directoryEnd + 4));
  if (directoryEnd < start + end && behind.getUint32(0, true) === MEMBER_SIGNATURE)
    throw ambiguous("It lists more parts than its list is long");
  return { offset, end: directoryEnd, count };
}

/** The record at the end: the one that ends with the file, else the last that has bytes of no meaning behind it. */
function findEnd(tail: DataView): number {
  const lowest = Math.max(0, tail.byteLength - END_SIZE - LONGEST_COMMENT);
  let last: number | undefined;
  let exact: number | undefined;
  for (let position = tail.byteLength - END_SIZE; position >= lowest; position--) {
    if (tail.getUint32(position, true) !== END_SIGNATURE) continue;
    const end = position + END_SIZE + tail.getUint16(position + 20, true);
    if (end === tail.byteLength && exact !== undefined) throw ambiguous("It ends in two ways");
    if (end === tail.byteLength) exact = position;
    if (end <= tail.byteLength) last ??= position;
  }
  const found = exact ?? last;
  if (found === undefined) throw truncated();
  return found;
}

function findZip64End(file: FileBytes, { view, start }: Tail, end: number): DataView {
  const locator = end - ZIP64_LOCATOR_SIZE;
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR_SIGNATURE) throw truncated();
  const position = readUInt64(view, locator + 8);
  if (position + ZIP64_END_SIZE > start + end) throw truncated();
  const record = viewOf(file.subarray(position, position + ZIP64_END_SIZE));
  if (record.getUint32(0, true) !== ZIP64_END_SIGNATURE) throw truncated();
  return record;
}

export function readUInt64(view: DataView, position: number): number {
  if (position + 8 > view.byteLength) throw truncated();
  return Number(view.getBigUint64(position, true));
}
