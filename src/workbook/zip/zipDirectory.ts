import { equalBytes, viewOf } from "../bytes/bytes";
import { decodeUtf8 } from "../bytes/text";
import { PackageError } from "../readFailure";

/** One member of a zip as its central directory declares it. */
export interface ZipMember {
  readonly name: string;
  readonly method: "stored" | "deflated";
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** DOS date in the upper 16 bits and DOS time in the lower. */
  readonly modified: number;
  /** Where the member's local header starts and its compressed bytes lie. */
  readonly headerOffset: number;
  readonly dataOffset: number;
}

/** The list of members at the end of a zip. */
export interface ZipDirectory {
  /** Folders too, whose names end with a slash. */
  readonly members: readonly ZipMember[];
  /** Where the list begins. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const ZIP64_END_SIGNATURE = 0x06064b50;
const ZIP64_END_SIZE = 56;
const MEMBER_SIGNATURE = 0x02014b50;
const MEMBER_SIZE = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const ZIP64_EXTRA = 0x0001;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;
const ENCRYPTED_FLAG = 0x0001;
const METHODS = { stored: 0, deflated: 8 } as const;

interface DirectoryBounds {
  readonly offset: number;
  readonly end: number;
  /** Of the members, as the file says. */
  readonly count: number;
}

/**
 * Reads the central directory. What the headers of the members say besides must be the same, or nothing, where a writer
 * that streams did not know it: a file that reads differently from its beginning and from its end is refused.
 */
export function readZipDirectory(bytes: Uint8Array, mostMembers: number): ZipDirectory {
  const file = viewOf(bytes);
  const directory = findDirectory(file);
  const members: ZipMember[] = [];
  let position = directory.offset;
  while (position < directory.end) {
    if (members.length >= mostMembers) {
      throw new PackageError(
        "UNSAFE_ZIP",
        `The file has more than ${String(mostMembers)} parts, which no ordinary workbook has; ask its sender for a clean copy.`,
      );
    }
    const entry = readEntry(bytes, file, position, directory);
    members.push(entry.member);
    position = entry.next;
  }
  if (members.length !== directory.count)
    throw ambiguous("Its list of parts does not have as many as it says");
  return { members, offset: directory.offset };
}

/** A file that is one to Excel and could be another to somebody else. */
function ambiguous(fault: string): PackageError {
  return new PackageError(
    "UNSAFE_ZIP",
    `${fault}; the file was not opened: ask its sender for a clean copy.`,
  );
}

function truncated(): PackageError {
  return new PackageError(
    "TRUNCATED",
    "The workbook is cut off: its end is missing or points outside the file; download or copy it again.",
  );
}

function findDirectory(file: DataView): DirectoryBounds {
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

function readUInt64(file: DataView, position: number): number {
  if (position + 8 > file.byteLength) throw truncated();
  return Number(file.getBigUint64(position, true));
}

function readEntry(
  bytes: Uint8Array,
  file: DataView,
  position: number,
  directory: DirectoryBounds,
): { member: ZipMember; next: number } {
  if (position + MEMBER_SIZE > directory.end || file.getUint32(position, true) !== MEMBER_SIGNATURE)
    throw truncated();
  const nameEnd = position + MEMBER_SIZE + file.getUint16(position + 28, true);
  const extraEnd = nameEnd + file.getUint16(position + 30, true);
  const next = extraEnd + file.getUint16(position + 32, true);
  if (next > directory.end) throw truncated();
  const name = memberName(decodeUtf8(bytes.subarray(position + MEMBER_SIZE, nameEnd)));
  if ((file.getUint16(position + 8, true) & ENCRYPTED_FLAG) !== 0) {
    throw new PackageError(
      "ENCRYPTED",
      "The file is a zip with a password; unpack it and give the workbook inside.",
    );
  }
  const sizes = readSizes(file, position, nameEnd, extraEnd);
  const dataOffset = findData(file, sizes.headerOffset);
  if (dataOffset + sizes.compressedSize > directory.offset) throw truncated();
  const member: ZipMember = {
    name,
    method: memberMethod(file.getUint16(position + 10, true), name),
    crc: file.getUint32(position + 16, true),
    modified: file.getUint32(position + 12, true),
    ...sizes,
    dataOffset,
  };
  checkHeader(bytes, file, member, bytes.subarray(position + MEMBER_SIZE, nameEnd));
  return { member, next };
}

function memberName(written: string): string {
  const name = written.replaceAll("\\", "/");
  if (name === "" || name.startsWith("/") || /^[A-Za-z]:/.test(name) || name.split("/").includes("..")) {
    throw new PackageError(
      "UNSAFE_ZIP",
      `The file holds a part with the unsafe name "${written}"; ask its sender for a clean copy.`,
    );
  }
  return name;
}

function memberMethod(method: number, name: string): ZipMember["method"] {
  if (method === METHODS.stored) return "stored";
  if (method === METHODS.deflated) return "deflated";
  throw new PackageError(
    "UNSUPPORTED",
    `The part "${name}" is packed in a way that Excel does not use; open the file in Excel and save it as .xlsx.`,
  );
}

function readSizes(
  file: DataView,
  position: number,
  extraStart: number,
  extraEnd: number,
): Pick<ZipMember, "compressedSize" | "size" | "headerOffset"> {
  const compressedSize = file.getUint32(position + 20, true);
  const size = file.getUint32(position + 24, true);
  const headerOffset = file.getUint32(position + 42, true);
  // The zip64 field holds only those values that are full in the directory, in this order.
  let wide = findZip64Extra(file, extraStart, extraEnd);
  const widened = (value: number): number => {
    if (value !== FULL_32 || wide === undefined) return value;
    const wideValue = readUInt64(file, wide);
    wide += 8;
    return wideValue;
  };
  const wideSize = widened(size);
  const wideCompressedSize = widened(compressedSize);
  return { size: wideSize, compressedSize: wideCompressedSize, headerOffset: widened(headerOffset) };
}

function findZip64Extra(file: DataView, start: number, end: number): number | undefined {
  for (let position = start; position + 4 <= end; position += 4 + file.getUint16(position + 2, true)) {
    if (file.getUint16(position, true) === ZIP64_EXTRA) return position + 4;
  }
  return undefined;
}

function findData(file: DataView, headerOffset: number): number {
  if (headerOffset + LOCAL_SIZE > file.byteLength || file.getUint32(headerOffset, true) !== LOCAL_SIGNATURE) {
    throw truncated();
  }
  return (
    headerOffset +
    LOCAL_SIZE +
    file.getUint16(headerOffset + 26, true) +
    file.getUint16(headerOffset + 28, true)
  );
}

/** The header of a member must say what its entry says, or nothing of what a writer that streams does not know. */
function checkHeader(file: Uint8Array, view: DataView, member: ZipMember, entryName: Uint8Array): void {
  const { headerOffset, crc, compressedSize, size } = member;
  const nameStart = headerOffset + LOCAL_SIZE;
  const name = file.subarray(nameStart, nameStart + view.getUint16(headerOffset + 26, true));
  const method = view.getUint16(headerOffset + 8, true);
  const says = (field: number, value: number): boolean => {
    const said = view.getUint32(headerOffset + field, true);
    return said === 0 || said === FULL_32 || said === value;
  };
  const isSame =
    equalBytes(name, entryName) &&
    method === METHODS[member.method] &&
    says(14, crc) &&
    says(18, compressedSize) &&
    says(22, size);
  if (!isSame)
    throw ambiguous(`The part "${member.name}" is another in its own place than in the list of parts`);
}
