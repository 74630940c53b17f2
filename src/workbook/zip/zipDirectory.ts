import { equalBytes, viewOf } from "../bytes/bytes";
import { decodeUtf8 } from "../bytes/text";
import { PackageError } from "../readFailure";
import {
  ambiguous,
  findDirectory,
  FULL_32,
  MEMBER_SIGNATURE,
  readUInt64,
  truncated,
  type DirectoryBounds,
} from "./zipEnd";

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

const MEMBER_SIZE = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const ZIP64_EXTRA = 0x0001;
const ENCRYPTED_FLAG = 0x0001;
const METHODS = { stored: 0, deflated: 8 } as const;

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
