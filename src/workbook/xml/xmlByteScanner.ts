import { concatBytes } from "../bytes/bytes";
import { Utf8Decoder } from "../bytes/textPieces";
import { XmlScanner, type XmlHandler } from "./xmlScanner";

/** Keeps count of elements that are opened and closed without the scanner. */
export type Nesting = Pick<XmlScanner, "enter" | "leave">;

/**
 * Reads the elements that most of a large part is made of, where they are written as most programs write them, straight
 * from the bytes. It reads a whole element or nothing of it, and takes only what it is certain of: whatever else there
 * is, and all that is wrong, is left to the scanner and its handler, so that there is one place that knows the rules.
 */
export interface FastPath {
  /** Whether the handler is where such elements may come. */
  readonly isReady: boolean;
  /** Whether the tag at a place is one that such an element begins with. */
  beginsAt(bytes: Uint8Array, at: number): boolean;
  /** Reads what begins before `to`, from a place on; gives the place behind the last element that was read. */
  read(bytes: Uint8Array, from: number, to: number, nesting: Nesting): number;
}

const LESS = 60;
/** Beyond this an element is no longer waited for as a whole. */
const LONGEST_HELD = 64 * 1024;
/** Bytes that the scanner takes at a time where nothing can be read straight from the bytes. */
const MOST_SCANNED = 64 * 1024;

/** Takes an XML document of UTF-8 apart that comes in pieces: by the fast path where that can, else by an XmlScanner. */
export class XmlByteScanner {
  private readonly scanner: XmlScanner;
  private readonly decoder = new Utf8Decoder();
  private rest: Uint8Array = new Uint8Array();

  constructor(
    handler: XmlHandler,
    private readonly fastPath: FastPath,
  ) {
    this.scanner = new XmlScanner(handler);
  }

  /** Takes the next piece; throws an XmlError for what is not well formed, an EncodingError for what is no text. */
  write(piece: Uint8Array): void {
    const source = this.rest.length === 0 ? piece : concatBytes([this.rest, piece]);
    const end = this.lastBeginning(source);
    this.readUpTo(source, end);
    // A copy, since whoever made the piece may use its memory again. What Buffer has for `slice` is none.
    this.rest = new Uint8Array(source.subarray(end));
  }

  /** Throws an XmlCutOffError unless the document is complete. */
  end(): void {
    this.readUpTo(this.rest, this.rest.length);
    this.scanner.write(this.decoder.end());
    this.scanner.end();
  }

  private readUpTo(source: Uint8Array, end: number): void {
    const { fastPath, scanner } = this;
    let at = 0;
    let scanned = 1;
    while (at < end) {
      if (scanner.isBetweenTags && fastPath.isReady) {
        const next = fastPath.read(source, at, end, scanner);
        if (next > at) scanned = 1;
        at = next;
        if (at >= end) return;
      }
      const next = Math.min(end, this.nextBeginning(source, at + scanned));
      scanner.write(this.decoder.write(source.subarray(at, next)));
      at = next;
      scanned = Math.min(scanned * 2, MOST_SCANNED);
    }
  }

  private nextBeginning(source: Uint8Array, from: number): number {
    for (let at = source.indexOf(LESS, from); at >= 0; at = source.indexOf(LESS, at + 1))
      if (this.fastPath.beginsAt(source, at)) return at;
    return source.length;
  }

  /** Where an element begins that may not be whole. */
  private lastBeginning(source: Uint8Array): number {
    const earliest = Math.max(0, source.length - LONGEST_HELD);
    for (let at = source.lastIndexOf(LESS); at > earliest; at = source.lastIndexOf(LESS, at - 1))
      if (this.fastPath.beginsAt(source, at)) return at;
    return source.length;
  }
}
