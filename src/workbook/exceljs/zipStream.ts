import { Readable } from "node:stream";

/** A member of a zip that is made while it is read. */
export interface StreamedMember {
  readonly name: string;
  readonly text: AsyncIterable<string> | Iterable<string>;
}

/** A zip of ASCII members, stored and with their sizes left out, as fast as the members come. */
export function zipStream(members: Iterable<StreamedMember>, onFailure: (reason: unknown) => void): Readable {
  return Readable.from(zipBytes(members, onFailure), { objectMode: false });
}

async function* zipBytes(
  members: Iterable<StreamedMember>,
  onFailure: (reason: unknown) => void,
): AsyncGenerator<Buffer> {
  try {
    for (const { name, text } of members) {
      yield localHeader(name);
      for await (const piece of text) yield Buffer.from(piece, "latin1");
      yield dataDescriptor;
    }
  } catch (error) {
    // exceljs waits forever for a stream that fails, so this one ends as if it were complete.
    onFailure(error);
    yield dataDescriptor;
  }
  yield endRecord;
}

const HEADER_SIZE = 30;
const VERSION = 20;
/** The size and the checksum follow the data. */
const SIZES_FOLLOW = 0x0008;

function localHeader(name: string): Buffer {
  const header = Buffer.alloc(HEADER_SIZE);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(SIZES_FOLLOW, 6);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name, "latin1")]);
}

const dataDescriptor = signed(0x08074b50, 16);
const endRecord = signed(0x06054b50, 22);

/** A record of which the reader looks at nothing but the signature. */
function signed(signature: number, size: number): Buffer {
  const record = Buffer.alloc(size);
  record.writeUInt32LE(signature, 0);
  return record;
}
