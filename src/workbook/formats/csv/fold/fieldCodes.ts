import { withRoom } from "../../../../core/api";

const FIRST_CODES = 64;
const FIRST_BYTES = 1024;
const WORD = 4;
const FACTOR = 0x9e3779b1;
/** Turns by so many bits between words, or their low bytes alone would choose the slot. */
const TURN = 5;

function mixed(hash: number): number {
  const mix = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return mix ^ (mix >>> 13);
}

/** A hash of bytes, four at a time; the last four may overlap those before them. */
function wordHash(bytes: DataView, start: number, end: number): number {
  let hash = end - start;
  if (end - start < WORD) {
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes.getUint8(at), FACTOR);
    return mixed(hash);
  }
  for (let at = start; at <= end - WORD; at += WORD)
    hash = Math.imul(((hash << TURN) | (hash >>> (32 - TURN))) ^ bytes.getInt32(at, true), FACTOR);
  return mixed(Math.imul(hash ^ bytes.getInt32(end - WORD, true), FACTOR));
}

/** Whether so many bytes at two places are the same. */
export function areSame(
  one: DataView,
  from: number,
  other: DataView,
  otherFrom: number,
  size: number,
): boolean {
  if (size < WORD) {
    for (let at = 0; at < size; at++)
      if (one.getUint8(from + at) !== other.getUint8(otherFrom + at)) return false;
    return true;
  }
  for (let at = 0; at <= size - WORD; at += WORD)
    if (one.getInt32(from + at, true) !== other.getInt32(otherFrom + at, true)) return false;
  const last = size - WORD;
  return one.getInt32(from + last, true) === other.getInt32(otherFrom + last, true);
}

/** The different texts of a column, each with a number from 0 on; they are compared as bytes and never become strings. */
export class FieldCodes {
  /** All texts, one after the other. */
  private bytes: Uint8Array = new Uint8Array(FIRST_BYTES);
  private view = new DataView(this.bytes.buffer);
  /** Where each ends. */
  private ends: Int32Array = new Int32Array(FIRST_CODES);
  private hashes: Int32Array = new Int32Array(FIRST_CODES);
  /** The code + 1; 0 for a free slot. */
  private slots = new Int32Array(FIRST_CODES * 2);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** The number of a text, which is added when it is new. */
  codeOf(text: DataView, start: number, end: number): number {
    const code = this.find(text, start, end);
    return code >= 0 ? code : this.add(text, start, end);
  }

  /** The number of a text; -1 when it has none. */
  find(text: DataView, start: number, end: number): number {
    const hash = wordHash(text, start, end);
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let found = slots[slot]!; found > 0; found = slots[slot]!) {
      if (hashes[found - 1] === hash && this.isText(found - 1, text, start, end)) return found - 1;
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private isText(code: number, text: DataView, start: number, end: number): boolean {
    const from = code === 0 ? 0 : this.ends[code - 1]!;
    const size = end - start;
    return this.ends[code]! - from === size && areSame(this.view, from, text, start, size);
  }

  private add(text: DataView, start: number, end: number): number {
    const code = this.count++;
    const from = code === 0 ? 0 : this.ends[code - 1]!;
    const to = from + end - start;
    this.ends = withRoom(this.ends, this.count);
    this.hashes = withRoom(this.hashes, this.count);
    if (to > this.bytes.length) {
      this.bytes = withRoom(this.bytes, to);
      this.view = new DataView(this.bytes.buffer);
    }
    this.bytes.set(new Uint8Array(text.buffer, text.byteOffset + start, end - start), from);
    this.ends[code] = to;
    this.hashes[code] = wordHash(text, start, end);
    this.slots = withSlot(this.slots, this.hashes, code);
    return code;
  }
}

/** Slots with one more hash, in twice as many where half of them would be taken. */
export function withSlot(
  slots: Int32Array<ArrayBuffer>,
  hashes: Int32Array,
  index: number,
): Int32Array<ArrayBuffer> {
  if ((index + 1) * 2 <= slots.length) {
    take(slots, hashes[index]!, index);
    return slots;
  }
  const more = new Int32Array(slots.length * 2);
  for (let known = 0; known <= index; known++) take(more, hashes[known]!, known);
  return more;
}

/** Puts an index into the first free slot from that of its hash on. */
function take(slots: Int32Array, hash: number, index: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot]! > 0) slot = (slot + 1) & mask;
  slots[slot] = index + 1;
}
