import { PackageError } from "./failure";

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

interface DirectoryPlace {
  readonly offset: number;
  readonly end: number;
}

/** Reads the central directory. Sizes in the local headers are ignored: writers that stream leave them 0. */
export function readZipDirectory(bytes: Uint8Array, mostMembers: number): ZipMember[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const place = findDirectory(file);
  const members: ZipMember[] = [];
  let position = place.offset;
  while (position < place.end) {
    if (members.length >= mostMembers) {
      throw new PackageError(
        "UNSAFE_ZIP",
        `The file has more than ${String(mostMembers)} parts, which no ordinary workbook has; ask its sender for a clean copy.`,
      );
    }
    const entry = readEntry(file, position, place);
    if (!entry.member.name.endsWith("/")) members.push(entry.member);
    position = entry.next;
  }
  return members;
}

function truncated(): PackageError {
  return new PackageError(
    "TRUNCATED",
    "The workbook is cut off: its end is missing or points outside the file; download or copy it again.",
  );
}

function findDirectory(file: Buffer): DirectoryPlace {
  const end = findEnd(file);
  let size = file.readUInt32LE(end + 12);
  let offset = file.readUInt32LE(end + 16);
  const count = file.readUInt16LE(end + 10);
  if (size === FULL_32 || offset === FULL_32 || count === FULL_16) {
    const zip64 = findZip64End(file, end);
    size = readUInt64(file, zip64 + 40);
    offset = readUInt64(file, zip64 + 48);
  }
  if (offset + size > end) throw truncated();
  return { offset, end: offset + size };
}

function findEnd(file: Buffer): number {
  const lowest = Math.max(0, file.length - END_SIZE - LONGEST_COMMENT);
  for (let position = file.length - END_SIZE; position >= lowest; position--) {
    if (file.readUInt32LE(position) !== END_SIGNATURE) continue;
    if (position + END_SIZE + file.readUInt16LE(position + 20) <= file.length) return position;
  }
  throw truncated();
}

function findZip64End(file: Buffer, end: number): number {
  const locator = end - ZIP64_LOCATOR_SIZE;
  if (locator < 0 || file.readUInt32LE(locator) !== ZIP64_LOCATOR_SIGNATURE) throw truncated();
  const position = readUInt64(file, locator + 8);
  if (position + ZIP64_END_SIZE > end || file.readUInt32LE(position) !== ZIP64_END_SIGNATURE) {
    throw truncated();
  }
  return position;
}

function readUInt64(file: Buffer, position: number): number {
  if (position + 8 > file.length) throw truncated();
  return Number(file.readBigUInt64LE(position));
}

function readEntry(
  file: Buffer,
  position: number,
  place: DirectoryPlace,
): { member: ZipMember; next: number } {
  if (position + MEMBER_SIZE > place.end || file.readUInt32LE(position) !== MEMBER_SIGNATURE)
    throw truncated();
  const nameEnd = position + MEMBER_SIZE + file.readUInt16LE(position + 28);
  const extraEnd = nameEnd + file.readUInt16LE(position + 30);
  const next = extraEnd + file.readUInt16LE(position + 32);
  if (next > place.end) throw truncated();
  const name = memberName(file.toString("utf8", position + MEMBER_SIZE, nameEnd));
  if ((file.readUInt16LE(position + 8) & ENCRYPTED_FLAG) !== 0) {
    throw new PackageError(
      "ENCRYPTED",
      "The file is a zip with a password; unpack it and give the workbook inside.",
    );
  }
  const sizes = readSizes(file, position, nameEnd, extraEnd);
  const dataOffset = findData(file, sizes.headerOffset);
  if (dataOffset + sizes.compressedSize > place.offset) throw truncated();
  const member: ZipMember = {
    name,
    method: memberMethod(file.readUInt16LE(position + 10), name),
    crc: file.readUInt32LE(position + 16),
    modified: file.readUInt32LE(position + 12),
    ...sizes,
    dataOffset,
  };
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
  if (method === 0) return "stored";
  if (method === 8) return "deflated";
  throw new PackageError(
    "UNSUPPORTED",
    `The part "${name}" is packed in a way that Excel does not use; open the file in Excel and save it as .xlsx.`,
  );
}

function readSizes(
  file: Buffer,
  position: number,
  extraStart: number,
  extraEnd: number,
): Pick<ZipMember, "compressedSize" | "size" | "headerOffset"> {
  const compressedSize = file.readUInt32LE(position + 20);
  const size = file.readUInt32LE(position + 24);
  const headerOffset = file.readUInt32LE(position + 42);
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

function findZip64Extra(file: Buffer, start: number, end: number): number | undefined {
  for (let position = start; position + 4 <= end; position += 4 + file.readUInt16LE(position + 2)) {
    if (file.readUInt16LE(position) === ZIP64_EXTRA) return position + 4;
  }
  return undefined;
}

function findData(file: Buffer, headerOffset: number): number {
  if (headerOffset + LOCAL_SIZE > file.length || file.readUInt32LE(headerOffset) !== LOCAL_SIGNATURE) {
    throw truncated();
  }
  return (
    headerOffset + LOCAL_SIZE + file.readUInt16LE(headerOffset + 26) + file.readUInt16LE(headerOffset + 28)
  );
}
