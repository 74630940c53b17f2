import type { RawMember } from "../../zip/zipArchive";
import type { Pause } from "../../bytes/steps";
import { XmlByteScanner, type FastPath } from "../../xml/xmlByteScanner";
import type { XmlHandler } from "../../xml/xmlScanner";
import { partBytes } from "./partBytes";
import { partError } from "./partFailure";

/** Reads a part of any size, once from beginning to end, while it is unpacked. */
export async function readPart(
  raw: RawMember,
  label: string,
  handler: XmlHandler,
  fastPath: FastPath,
  pause: Pause,
): Promise<void> {
  const scanner = new XmlByteScanner(handler, fastPath);
  try {
    for await (const piece of partBytes(raw, label, pause)) scanner.write(piece);
    scanner.end();
  } catch (error) {
    throw partError(error, label);
  }
}
