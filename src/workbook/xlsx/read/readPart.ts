import type { RawMember } from "../../zip/zipArchive";
import type { Pause } from "../../bytes/steps";
import { XmlScanner, type XmlHandler } from "../../xml/xmlScanner";
import { partError } from "./partFailure";
import { partText } from "./partText";

/** Reads a part of any size, once from beginning to end, while it is unpacked. */
export async function readPart(
  raw: RawMember,
  label: string,
  handler: XmlHandler,
  pause: Pause,
): Promise<void> {
  const scanner = new XmlScanner(handler);
  try {
    for await (const piece of partText(raw, label, pause)) scanner.write(piece);
    scanner.end();
  } catch (error) {
    throw partError(error, label);
  }
}
