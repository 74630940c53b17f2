import { latin1Text } from "../base/latin1";
import { withRoom } from "../base/withRoom";

/** Texts by their index; an array of strings is one. */
export interface Texts extends Iterable<string> {
  readonly length: number;
  /** Undefined where there is none. */
  at(index: number): string | undefined;
}

const FIRST_BYTES = 1024;
const FIRST_TEXTS = 64;
/** Texts that are kept as strings once they were asked for: those that many rows share come first. */
const MOST_MADE = 4096;

/** What texts as bytes are made of. */
interface TextParts {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
  readonly others: ReadonlyMap<number, string>;
}

/**
 * Texts as bytes, one a character, from which a string is made when it is asked for: a column of a million ids takes
 * a fifth of the room of strings, and most of them are never looked at. What is not ASCII is kept as a string.
 */
export class TextBytes implements Texts {
  length = 0;
  private bytes = new Uint8Array(FIRST_BYTES);
  /** Where each ends in `bytes`. */
  private ends = new Uint32Array(FIRST_TEXTS);
  private readonly others = new Map<number, string>();
  private readonly made: (string | undefined)[] = [];

  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.length)) return undefined;
    return index < MOST_MADE ? (this.made[index] ??= this.textAt(index)) : this.textAt(index);
  }

  *[Symbol.iterator](): Generator<string> {
    for (let index = 0; index < this.length; index++) yield this.at(index)!;
  }

  /** What it is made of, in arrays of its own. */
  parts(): TextParts {
    const { bytes, ends, others, length } = this;
    return { bytes: bytes.slice(0, this.end), ends: ends.slice(0, length), others };
  }

  static of({ bytes, ends, others }: TextParts): TextBytes {
    const texts = new TextBytes();
    texts.bytes = bytes;
    texts.ends = ends;
    texts.length = ends.length;
    for (const [index, text] of others) texts.others.set(index, text);
    return texts;
  }

  /** Adds a text of ASCII. */
  addBytes(source: Uint8Array, start: number, end: number): void {
    const from = this.end;
    const bytes = (this.bytes = withRoom(this.bytes, from + end - start));
    for (let at = start; at < end; at++) bytes[from + at - start] = source[at]!;
    this.close(from + end - start);
  }

  addText(text: string, isAscii: boolean): void {
    const from = this.end;
    if (!isAscii) this.others.set(this.length, text);
    else {
      const bytes = (this.bytes = withRoom(this.bytes, from + text.length));
      for (let at = 0; at < text.length; at++) bytes[from + at] = text.charCodeAt(at);
    }
    this.close(isAscii ? from + text.length : from);
  }

  /** Whether a text is the ASCII of these bytes. */
  isOfBytes(index: number, source: Uint8Array, start: number, end: number): boolean {
    const { bytes } = this;
    const from = this.startOf(index);
    if (this.ends[index]! - from !== end - start || this.others.has(index)) return false;
    for (let at = start; at < end; at++) if (source[at] !== bytes[from + at - start]) return false;
    return true;
  }

  isText(index: number, text: string): boolean {
    const { bytes } = this;
    const from = this.startOf(index);
    if (this.others.size > 0 && this.others.has(index)) return this.others.get(index) === text;
    if (this.ends[index]! - from !== text.length) return false;
    for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== bytes[from + at]) return false;
    return true;
  }

  private get end(): number {
    return this.length === 0 ? 0 : this.ends[this.length - 1]!;
  }

  private startOf(index: number): number {
    return index === 0 ? 0 : this.ends[index - 1]!;
  }

  private close(end: number): void {
    this.ends = withRoom(this.ends, this.length + 1);
    this.ends[this.length++] = end;
  }

  private textAt(index: number): string {
    const other = this.others.size > 0 ? this.others.get(index) : undefined;
    if (other !== undefined) return other;
    return latin1Text(this.bytes, this.startOf(index), this.ends[index]!);
  }
}

/** Some of the texts of a table, in an order of their own. */
export class PickedTexts implements Texts {
  readonly length: number;

  constructor(
    readonly table: Texts,
    readonly indexes: Int32Array,
  ) {
    this.length = indexes.length;
  }

  at(index: number): string | undefined {
    const inTable = this.indexes[index];
    return inTable === undefined ? undefined : this.table.at(inTable);
  }

  *[Symbol.iterator](): Generator<string> {
    for (const index of this.indexes) yield this.table.at(index)!;
  }
}
