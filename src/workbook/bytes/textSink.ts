import { withRoom } from "../../core/api";

const encoder = new TextEncoder();

const FIRST_SIZE = 64 * 1024;
/** A character takes at most so many bytes for each of its UTF-16 units. */
const BYTES_OF_UNIT = 3;
/** Above it a call of the encoder costs less than one look at each character. */
const SHORT = 128;
const ASCII_END = 0x80;

/** Takes texts, one after the other. */
export interface TextSink {
  add(text: string): void;
}

/** Texts put together in one string, for those that are short. */
export class TextJoiner implements TextSink {
  text = "";

  add(text: string): void {
    this.text += text;
  }
}

/**
 * Texts put together as UTF-8 while they come: a sheet is millions of short ones, and no string has to be made of them
 * first. "é" adds C3 A9.
 */
export class Utf8Sink implements TextSink {
  private bytes = new Uint8Array(FIRST_SIZE);
  private size = 0;

  /** Bytes so far. */
  get length(): number {
    return this.size;
  }

  add(text: string): void {
    const { length } = text;
    const bytes = (this.bytes = withRoom(this.bytes, this.size + length * BYTES_OF_UNIT));
    let at = this.size;
    let index = 0;
    if (length <= SHORT)
      for (; index < length; index++) {
        const code = text.charCodeAt(index);
        if (code >= ASCII_END) break;
        bytes[at++] = code;
      }
    if (index < length) at += encoder.encodeInto(text.slice(index), bytes.subarray(at)).written;
    this.size = at;
  }

  /** Takes away what was added beyond so many bytes. */
  cutTo(length: number): void {
    this.size = length;
  }

  /** All bytes so far, as a copy; what comes next begins anew. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.size);
    this.size = 0;
    return taken;
  }
}
