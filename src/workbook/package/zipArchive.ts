import { crc32, inflateRawSync } from "node:zlib";
import { PackageError } from "./failure";
import { readZipDirectory, type ZipMember } from "./zipDirectory";
import { checkZipSafety, defaultZipLimits, type ZipLimits } from "./zipSafety";

/** A member as it is packed, to be copied into another zip or inflated in pieces. */
export interface RawMember extends Pick<ZipMember, "method" | "crc" | "size" | "modified"> {
  readonly compressed: Uint8Array;
}

/** A zip in memory. Names are looked up as part names are: without regard to case. */
export class ZipArchive {
  private readonly members: ReadonlyMap<string, ZipMember>;

  constructor(
    private readonly file: Uint8Array,
    members: readonly ZipMember[],
  ) {
    this.members = new Map(members.map((member) => [member.name.toLowerCase(), member]));
  }

  /** In the order of the zip. */
  get names(): readonly string[] {
    return Array.from(this.members.values(), (member) => member.name);
  }

  has(name: string): boolean {
    return this.members.has(name.toLowerCase());
  }

  /** A name as the zip writes it; as it is given when there is no such member. */
  nameOf(name: string): string {
    return this.members.get(name.toLowerCase())?.name ?? name;
  }

  /** The unpacked size that the zip declares. */
  size(name: string): number {
    return this.member(name).size;
  }

  /** Still packed; a view into the file, not a copy. */
  raw(name: string): RawMember {
    const { method, crc, size, modified, dataOffset, compressedSize } = this.member(name);
    const compressed = this.file.subarray(dataOffset, dataOffset + compressedSize);
    return { method, crc, size, modified, compressed };
  }

  /** Unpacked and checked; never more bytes than the zip declares. */
  bytes(name: string): Uint8Array {
    const raw = this.raw(name);
    const bytes = raw.method === "stored" ? raw.compressed : inflate(raw, name);
    if (bytes.length !== raw.size || crc32(bytes) !== raw.crc) throw damaged(name);
    return bytes;
  }

  /** Unpacked text: UTF-8, or UTF-16 with a byte order mark. */
  text(name: string): string {
    return decodeText(this.bytes(name));
  }

  private member(name: string): ZipMember {
    const member = this.members.get(name.toLowerCase());
    if (member !== undefined) return member;
    throw new PackageError(
      "DAMAGED",
      `The part "${name}" of the workbook is missing; open the file in Excel and save it again.`,
    );
  }
}

/** Opens a zip without unpacking anything; throws a PackageError for one that is cut off or unsafe. */
export function openZip(bytes: Uint8Array, limits: ZipLimits = defaultZipLimits): ZipArchive {
  const members = readZipDirectory(bytes, limits.members);
  checkZipSafety(members, limits);
  return new ZipArchive(bytes, members);
}

/** Of the pieces that zlib inflates into; more pieces than needed cost a fifth of the time. */
const SMALLEST_CHUNK = 64;
const LARGEST_CHUNK = 1024 ** 2;

function inflate(raw: RawMember, name: string): Uint8Array {
  try {
    // Zero is no valid limit of zlib; the check of the size afterwards catches the one byte too many.
    const maxOutputLength = Math.max(raw.size, 1);
    const chunkSize = Math.min(Math.max(raw.size, SMALLEST_CHUNK), LARGEST_CHUNK);
    return inflateRawSync(raw.compressed, { maxOutputLength, chunkSize });
  } catch (error) {
    if (isTooLarge(error)) {
      throw new PackageError(
        "UNSAFE_ZIP",
        `The part "${name}" unpacks to more than it declares; the file was not opened: ask its sender for a clean copy.`,
      );
    }
    throw damaged(name);
  }
}

function isTooLarge(error: unknown): boolean {
  return (
    typeof error === "object" && error !== null && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE"
  );
}

function damaged(name: string): PackageError {
  return new PackageError(
    "DAMAGED",
    `The part "${name}" of the workbook is damaged; get a fresh copy, or let Excel repair it and save it again.`,
  );
}

function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}
