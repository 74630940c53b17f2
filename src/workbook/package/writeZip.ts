import { crc32, deflateRawSync } from "node:zlib";
import type { RawMember } from "./zipArchive";

/** A member of a new zip: packed as it was elsewhere, or bytes still to pack. */
export type ZipEntry =
  { readonly name: string; readonly raw: RawMember } | { readonly name: string; readonly bytes: Uint8Array };

/** 1980-01-01 00:00, the first moment of DOS: equal input gives equal bytes. */
const FIXED_MODIFIED = 0x00210000;
/** Beyond this size level 6 costs seconds for a quarter of the bytes. */
const FAST_FROM_BYTES = 8 * 1024 ** 2;
const SMALLEST_CHUNK = 1024;
const LARGEST_CHUNK = 1024 ** 2;
const MOST_BYTES = 0xffffffff;
const MOST_MEMBERS = 0xffff;
const VERSION = 20;
const UTF8_FLAG = 0x0800;

/** Makes a zip; throws for one that would need zip64, which is beyond any workbook Excel opens. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  if (entries.length >= MOST_MEMBERS) throw new Error("A workbook cannot have more than 65,534 parts.");
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const raw = "raw" in entry ? entry.raw : pack(entry.bytes);
    checkSize(raw.size);
    const name = Buffer.from(entry.name, "utf8");
    const header = commonHeader(raw, name);
    const local = Buffer.concat([signature(0x04034b50), header, name]);
    directory.push(directoryEntry(header, name, offset));
    body.push(local, raw.compressed);
    offset += local.length + raw.compressed.length;
    checkSize(offset);
  }
  const directorySize = directory.reduce((sum, entry) => sum + entry.length, 0);
  checkSize(offset + directorySize);
  return Buffer.concat([...body, ...directory, endRecord(entries.length, directorySize, offset)]);
}

function checkSize(bytes: number): void {
  if (bytes >= MOST_BYTES)
    throw new Error("The workbook would be larger than 4 GB, which Excel cannot open.");
}

function pack(bytes: Uint8Array): RawMember {
  const level = bytes.length > FAST_FROM_BYTES ? 1 : 6;
  // Each result keeps its whole chunk alive, and a workbook has thousands of small parts.
  const chunkSize = Math.min(Math.max(bytes.length >> 2, SMALLEST_CHUNK), LARGEST_CHUNK);
  const deflated = deflateRawSync(bytes, { level, chunkSize });
  const smaller = deflated.length < bytes.length;
  return {
    method: smaller ? "deflated" : "stored",
    crc: crc32(bytes),
    size: bytes.length,
    modified: FIXED_MODIFIED,
    compressed: smaller ? deflated : bytes,
  };
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The 26 bytes that the local header and the central directory share. */
function commonHeader(raw: RawMember, name: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(VERSION, 0);
  header.writeUInt16LE(isAscii(name) ? 0 : UTF8_FLAG, 2);
  header.writeUInt16LE(raw.method === "deflated" ? 8 : 0, 4);
  header.writeUInt32LE(raw.modified, 6);
  header.writeUInt32LE(raw.crc, 10);
  header.writeUInt32LE(raw.compressed.length, 14);
  header.writeUInt32LE(raw.size, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

function isAscii(name: Buffer): boolean {
  return name.every((byte) => byte < 0x80);
}

function directoryEntry(header: Buffer, name: Buffer, offset: number): Buffer {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(VERSION);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([signature(0x02014b50), madeBy, header, rest, name]);
}

function endRecord(count: number, directorySize: number, directoryOffset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(directoryOffset, 16);
  return end;
}
