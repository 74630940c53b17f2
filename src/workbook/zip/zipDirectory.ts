import { equalBytes, viewOf } from "../bytes/bytes";
import type { FileBytes } from "../bytes/fileBytes";
import { decodeUtf8 } from "../bytes/text";
import { PackageError } from "../readFailure";
import { ambiguous, findDirectory, FULL_32, MEMBER_SIGNATURE, readUInt64, truncated } from "./zipEnd";

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
export function readZipDirectory(file: FileBytes, mostMembers: number): ZipDirectory {
  const { offset, end, count } = findDirectory(file);
  const list = file.subarray(offset, end);
  const members: ZipMember[] = [];
  let position = 0;
  while (position < list.length) {
    if (members.length >= mostMembers) {
      throw new PackageError(
        "UNSAFE_ZIP",
        `The file has more than ${String(mostMembers)} parts, which no ordinary workbook has; ask its sender for a clean copy.`,
      );
    }
    const entry = readEntry(list, position);
    members.push(placed(file, entry, offset));
    position = entry.next;
  }
  if (members.length !== count) throw ambiguous("Its list of parts does not have as many as it says");
  return { members, offset };
}

/** A member as the list has it, before its place was looked at. */
interface Entry extends Omit<ZipMember, "dataOffset"> {
  readonly nameBytes: Uint8Array;
  /** Where the next one begins in the list. */
  readonly next: number;
}

function readEntry(list: Uint8Array, position: number): Entry {
  const view = viewOf(list);
  if (position + MEMBER_SIZE > list.length || view.getUint32(position, true) !== MEMBER_SIGNATURE)
    throw truncated();
  const nameEnd = position + MEMBER_SIZE + view.getUint16(position + 28, true);
  const extraEnd = nameEnd + view.getUint16(position + 30, true);
  const next = extraEnd + view.getUint16(position + 32, true);
  if (next > list.length) throw truncated();
  const nameBytes = list.subarray(position + MEMBER_SIZE, nameEnd);
  const name = memberName(decodeUtf8(nameBytes));
  if ((view.getUint16(position + 8, true) & ENCRYPTED_FLAG) !== 0) {
    throw new PackageError(
      "ENCRYPTED",
      "The file is a zip with a password; unpack it and give the workbook inside.",
    );
  }
  return {
    name,
    nameBytes,
    method: memberMethod(view.getUint16(position + 10, true), name),
    crc: view.getUint32(position + 16, true),
    modified: view.getUint32(position + 12, true),
    ...readSizes(view, position, nameEnd, extraEnd),
    next,
  };
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

/**
 * A member with the place of its bytes. Its own header must say what its entry says, or nothing of what a writer that
 * streams does not know.
 */
function placed(
  file: FileBytes,
  { nameBytes, next: _next, ...entry }: Entry,
  directoryOffset: number,
): ZipMember {
  const { headerOffset, compressedSize, name } = entry;
  const nameStart = headerOffset + LOCAL_SIZE;
  const header = file.subarray(headerOffset, nameStart);
  if (header.length < LOCAL_SIZE) throw truncated();
  const view = viewOf(header);
  if (view.getUint32(0, true) !== LOCAL_SIGNATURE) throw truncated();
  const nameEnd = nameStart + view.getUint16(26, true);
  const dataOffset = nameEnd + view.getUint16(28, true);
  if (dataOffset + compressedSize > directoryOffset) throw truncated();
  if (!saysTheSame(view, entry) || !equalBytes(file.subarray(nameStart, nameEnd), nameBytes))
    throw ambiguous(`The part "${name}" is another in its own place than in the list of parts`);
  return { ...entry, dataOffset };
}

function saysTheSame(header: DataView, { method, crc, compressedSize, size }: Omit<ZipMember, "dataOffset">) {
  const says = (field: number, value: number): boolean => {
    const said = header.getUint32(field, true);
    return said === 0 || said === FULL_32 || said === value;
  };
  return (
    header.getUint16(8, true) === METHODS[method] &&
    says(14, crc) &&
    says(18, compressedSize) &&
    says(22, size)
  );
}
