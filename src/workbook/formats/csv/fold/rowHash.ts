import { decodeUtf8, encodeUtf8 } from "../../../bytes/text";

const SPACE = 32;
const ASCII = 0x80;
const SPREAD = 2 ** 21;
const numberBits = new Float64Array(1);
const bits = new Uint32Array(numberBits.buffer);

function mixed(hash: number): number {
  let mix = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}

/** The hash of a name, to begin columns with. */
export function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/**
 * What a row says as two times 32 bits. Equal rows have equal hashes, whatever the order of their columns; so have, now
 * and then, others, so whoever finds a hash again compares the rows themselves.
 */
export class RowHash {
  low = 0;
  high = 0;

  clear(): void {
    this.low = this.high = 0;
  }

  /** Adds the text of a column, without blanks around it; nothing for a blank one. */
  text(seed: number, bytes: Uint8Array, from: number, to: number): void {
    let [start, end] = [from, to];
    while (start < end && bytes[start]! <= SPACE) start++;
    while (end > start && bytes[end - 1]! <= SPACE) end--;
    if (start === end) return;
    if (bytes[start]! >= ASCII || bytes[end - 1]! >= ASCII) {
      const trimmed = encodeUtf8(decodeUtf8(bytes.subarray(start, end)).trim());
      if (trimmed.length > 0) this.bytes(seed, trimmed, 0, trimmed.length);
    } else this.bytes(seed, bytes, start, end);
  }

  number(seed: number, value: number): void {
    numberBits[0] = value + 0;
    let low = seed;
    let high = ~seed;
    for (const half of bits) {
      low = mixed(low ^ half);
      high = mixed(high + Math.imul(half, 0x9e3779b1));
    }
    this.add(low, high);
  }

  /** As one number, exact in a float64. */
  get key(): number {
    return (this.low >>> 0) * SPREAD + (this.high & (SPREAD - 1));
  }

  private bytes(seed: number, bytes: Uint8Array, start: number, end: number): void {
    let low = seed;
    let high = ~seed;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      low = Math.imul(low ^ byte, 0x01000193);
      high = Math.imul((high << 5) ^ (high >>> 3) ^ byte, 0x9e3779b1);
    }
    this.add(low, high);
  }

  private add(low: number, high: number): void {
    this.low = (this.low + mixed(low)) | 0;
    this.high = (this.high + mixed(high)) | 0;
  }
}

const MOST_FILLED = 0.8;
const FEWEST_SLOTS = 2 ** 12;
const HASHES = 2 ** 32;

class Slots {
  private readonly prints: Uint32Array;
  private count = 0;

  constructor(readonly size: number) {
    this.prints = new Uint32Array(size);
  }

  get isFull(): boolean {
    return this.count >= this.size * MOST_FILLED;
  }

  has(low: number, print: number): boolean {
    return this.prints[this.find(low, print)] === print;
  }

  add(low: number, print: number): void {
    this.prints[this.find(low, print)] = print;
    this.count++;
  }

  /** Where a fingerprint is, or the free slot for it. */
  private find(low: number, print: number): number {
    const { prints, size } = this;
    let slot = Math.floor((low >>> 0) * (size / HASHES));
    for (let found = prints[slot]!; found !== 0 && found !== print; found = prints[slot]!)
      if (++slot === size) slot = 0;
    return slot;
  }
}

/**
 * Hashes that have come, four bytes each: half of a hash says where the other half is kept. It may take a hash for known
 * that is new, one in a billion, and never the other way round.
 */
export class SeenHashes {
  private readonly slots: Slots[];

  constructor(expected: number) {
    this.slots = [new Slots(Math.max(FEWEST_SLOTS, Math.ceil(expected / MOST_FILLED)))];
  }

  /** Whether more than was expected has come. */
  get isFull(): boolean {
    return this.slots.length > 1;
  }

  has({ low, high }: RowHash): boolean {
    const print = high >>> 0 || 1;
    for (const slots of this.slots) if (slots.has(low, print)) return true;
    return false;
  }

  /** Adds a hash; whether it had come before. */
  add(hash: RowHash): boolean {
    if (this.has(hash)) return true;
    let last = this.slots.at(-1)!;
    if (last.isFull) this.slots.push((last = new Slots(last.size * 2)));
    last.add(hash.low, hash.high >>> 0 || 1);
    return false;
  }
}
