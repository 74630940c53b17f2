import { sectionOf, type FileBytes } from "../bytes/fileBytes";
import { decodeXml, EncodingError } from "../bytes/textPieces";
import { crc32, inflate } from "./deflate/deflate";
import { TooLargeError } from "./deflate/tooLargeError";
import { finish, type Steps } from "../bytes/steps";
import { PackageError } from "../readFailure";
import { readZipDirectory, type ZipMember } from "./zipDirectory";
import { checkZipSafety, defaultZipLimits, type ZipLimits } from "./zipSafety";

/** A member as it is packed, to be copied into another zip or inflated in pieces. */
export interface RawMember extends Pick<ZipMember, "method" | "crc" | "size" | "modified"> {
  readonly compressed: FileBytes;
}

/** A zip. Names are looked up as part names are: without regard to case. */
export class ZipArchive {
  private readonly members: ReadonlyMap<string, ZipMember>;

  constructor(
    private readonly file: FileBytes,
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

  /** Still packed; a section of the file, not a copy. */
  raw(name: string): RawMember {
    const { method, crc, size, modified, dataOffset, compressedSize } = this.member(name);
    const compressed = sectionOf(this.file, dataOffset, dataOffset + compressedSize);
    return { method, crc, size, modified, compressed };
  }

  /** Unpacked and checked; never more bytes than the zip declares. */
  bytes(name: string): Uint8Array {
    return finish(this.unpack(name));
  }

  /** As `bytes`, in steps. */
  *unpack(name: string): Steps<Uint8Array> {
    return yield* unpackMember(this.raw(name), name);
  }

  /** Unpacked text in the encoding that it declares. */
  text(name: string): string {
    const bytes = this.bytes(name);
    try {
      return decodeXml(bytes);
    } catch (error) {
      if (error instanceof EncodingError) throw damaged(name, error.message);
      throw error;
    }
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
export function openZip(file: FileBytes, limits: ZipLimits = defaultZipLimits): ZipArchive {
  const directory = readZipDirectory(file, limits.members);
  checkZipSafety(file, directory, limits);
  return new ZipArchive(
    file,
    directory.members.filter(({ name }) => !name.endsWith("/")),
  );
}

/** The bytes of a member, checked; what is wrong with them is said by its name. */
export function* unpackMember(raw: RawMember, name: string): Steps<Uint8Array> {
  const bytes = raw.method === "stored" ? raw.compressed.subarray(0) : yield* unpacked(raw, name);
  if (bytes.length !== raw.size || (yield* checksum(bytes)) !== raw.crc) throw damaged(name);
  return bytes;
}

function* unpacked(raw: RawMember, name: string): Steps<Uint8Array> {
  const compressed = raw.compressed.subarray(0);
  try {
    return yield* inflate(compressed, raw.size);
  } catch (error) {
    if (error instanceof TooLargeError) {
      throw new PackageError(
        "UNSAFE_ZIP",
        `The part "${name}" unpacks to more than it declares; the file was not opened: ask its sender for a clean copy.`,
      );
    }
    throw damaged(name);
  }
}

/** Bytes whose checksum is a step. */
const CHECKED_STEP = 1024 ** 2;

/** The checksum of bytes as a zip keeps it. */
export function* checksum(bytes: Uint8Array): Steps<number> {
  let crc = 0;
  for (let start = 0; start < bytes.length; start += CHECKED_STEP) {
    if (start > 0) yield;
    crc = crc32(bytes.subarray(start, start + CHECKED_STEP), crc);
  }
  return crc;
}

function damaged(name: string, reason?: string): PackageError {
  const why = reason === undefined ? "" : ` (${reason})`;
  return new PackageError(
    "DAMAGED",
    `The part "${name}" of the workbook is damaged${why}; get a fresh copy, or let Excel repair it and save it again.`,
  );
}
