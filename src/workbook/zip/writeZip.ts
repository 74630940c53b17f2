import { concatBytes, viewOf } from "../bytes/bytes";
import type { FileBytes } from "../bytes/fileBytes";
import { encodeUtf8 } from "../bytes/text";
import { finish, type Steps } from "../bytes/steps";
import { packMember } from "./packMember";
import type { RawMember } from "./zipArchive";

/** A member of a new zip: packed as it was elsewhere, or bytes still to pack. */
export type ZipEntry =
  | { readonly name: string; readonly raw: RawMember }
  | { readonly name: string; readonly bytes: Uint8Array };

const MOST_BYTES = 0xffffffff;
const MOST_MEMBERS = 0xffff;
const VERSION = 20;
const UTF8_FLAG = 0x0800;
const LOCAL_SIZE = 30;
const ENTRY_SIZE = 46;
const END_SIZE = 22;

/** Makes a zip; throws for one that would need zip64, which is beyond any workbook Excel opens. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  return concatBytes(finish(writeZipInSteps(entries)));
}

/** As `writeZip`, in steps and as pieces: those that are copied stay where they are. */
export function* writeZipInSteps(entries: readonly ZipEntry[]): Steps<readonly FileBytes[]> {
  if (entries.length >= MOST_MEMBERS) throw new Error("A workbook cannot have more than 65,534 parts.");
  const body: FileBytes[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const raw = "raw" in entry ? entry.raw : yield* packMember(entry.bytes);
    checkSize(raw.size);
    const name = encodeUtf8(entry.name);
    const local = localHeader(raw, name);
    directory.push(directoryEntry(local, name, offset));
    body.push(local, raw.compressed);
    offset += local.length + raw.compressed.length;
    checkSize(offset);
    yield;
  }
  const directorySize = directory.reduce((sum, entry) => sum + entry.length, 0);
  checkSize(offset + directorySize);
  return [...body, ...directory, endRecord(entries.length, directorySize, offset)];
}

function checkSize(bytes: number): void {
  if (bytes >= MOST_BYTES)
    throw new Error("The workbook would be larger than 4 GB, which Excel cannot open.");
}

/** The local header of a member with its name. */
function localHeader(raw: RawMember, name: Uint8Array): Uint8Array {
  const header = new Uint8Array(LOCAL_SIZE + name.length);
  const fields = viewOf(header);
  fields.setUint32(0, 0x04034b50, true);
  fields.setUint16(4, VERSION, true);
  fields.setUint16(6, isAscii(name) ? 0 : UTF8_FLAG, true);
  fields.setUint16(8, raw.method === "deflated" ? 8 : 0, true);
  fields.setUint32(10, raw.modified, true);
  fields.setUint32(14, raw.crc, true);
  fields.setUint32(18, raw.compressed.length, true);
  fields.setUint32(22, raw.size, true);
  fields.setUint16(26, name.length, true);
  header.set(name, LOCAL_SIZE);
  return header;
}

function isAscii(name: Uint8Array): boolean {
  return name.every((byte) => byte < 0x80);
}

/** The entry of the central directory, which says again what the local header says. */
function directoryEntry(local: Uint8Array, name: Uint8Array, offset: number): Uint8Array {
  const entry = new Uint8Array(ENTRY_SIZE + name.length);
  const fields = viewOf(entry);
  fields.setUint32(0, 0x02014b50, true);
  fields.setUint16(4, VERSION, true);
  entry.set(local.subarray(4, LOCAL_SIZE), 6);
  fields.setUint32(42, offset, true);
  entry.set(name, ENTRY_SIZE);
  return entry;
}

function endRecord(count: number, directorySize: number, directoryOffset: number): Uint8Array {
  const end = new Uint8Array(END_SIZE);
  const fields = viewOf(end);
  fields.setUint32(0, 0x06054b50, true);
  fields.setUint16(8, count, true);
  fields.setUint16(10, count, true);
  fields.setUint32(12, directorySize, true);
  fields.setUint32(16, directoryOffset, true);
  return end;
}
