import { withRoom } from "../../../../core/api";

const FIRST_SLOTS = 2 ** 10;
const FIRST_BYTES = 2 ** 14;
const SEPARATOR = 0x1f;
const FIRST_HASH = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;

/** Keys of rows that are added up, each with the row of its sum; texts are compared as bytes and never become strings. */
export class FoldKeys {
  private scratch: Uint8Array = new Uint8Array(256);
  private length = 0;
  /** Of what is in `scratch`. */
  private hash = 0;
  /** All keys, one after the other. */
  private keys: Uint8Array = new Uint8Array(FIRST_BYTES);
  private used = 0;
  private starts: Int32Array = new Int32Array(FIRST_SLOTS);
  private values: Int32Array = new Int32Array(FIRST_SLOTS);
  private hashes: Int32Array = new Int32Array(FIRST_SLOTS);
  /** Number of the key + 1; 0 for a free slot. */
  private slots = new Int32Array(FIRST_SLOTS);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Begins a key. */
  begin(kind: number): void {
    this.length = 0;
    this.hash = FIRST_HASH;
    this.push(kind);
  }

  push(byte: number): void {
    this.scratch = withRoom(this.scratch, this.length + 1);
    this.scratch[this.length++] = byte;
    this.hash = Math.imul(this.hash ^ byte, HASH_FACTOR);
  }

  text(bytes: Uint8Array, start: number, end: number): void {
    const after = this.length + end - start + 1;
    const scratch = (this.scratch = withRoom(this.scratch, after));
    let { hash, length } = this;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      scratch[length++] = byte;
      hash = Math.imul(hash ^ byte, HASH_FACTOR);
    }
    scratch[length] = SEPARATOR;
    this.length = after;
    this.hash = Math.imul(hash ^ SEPARATOR, HASH_FACTOR);
  }

  /** The number of the key that was begun, which is added when it is new; its value is then -1. */
  find(): number {
    const hash = this.hash ^ (this.hash >>> 15);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let found = this.slots[slot]!; found > 0; found = this.slots[slot]!) {
      if (this.hashes[found - 1] === hash && this.equals(found - 1)) return found - 1;
      slot = (slot + 1) & mask;
    }
    return this.add(slot, hash);
  }

  valueOf(key: number): number {
    return this.values[key]!;
  }

  set(key: number, value: number): void {
    this.values[key] = value;
  }

  /** Forgets all values: what comes is added to no row before. */
  forget(): void {
    this.values.fill(-1);
  }

  private equals(key: number): boolean {
    const start = this.starts[key]!;
    const end = key + 1 < this.count ? this.starts[key + 1]! : this.used;
    const { keys, scratch, length } = this;
    if (end - start !== length) return false;
    for (let at = 0; at < length; at++) if (keys[start + at] !== scratch[at]) return false;
    return true;
  }

  private add(slot: number, hash: number): number {
    const key = this.count++;
    this.starts = withRoom(this.starts, this.count);
    this.values = withRoom(this.values, this.count);
    this.hashes = withRoom(this.hashes, this.count);
    this.keys = withRoom(this.keys, this.used + this.length);
    this.keys.set(this.scratch.subarray(0, this.length), this.used);
    this.starts[key] = this.used;
    this.used += this.length;
    this.values[key] = -1;
    this.hashes[key] = hash;
    this.slots[slot] = key + 1;
    if (this.count * 2 > this.slots.length) this.growSlots();
    return key;
  }

  private growSlots(): void {
    const slots = new Int32Array(this.slots.length * 2);
    for (let key = 0; key < this.count; key++) {
      let slot = this.hashes[key]! & (slots.length - 1);
      while (slots[slot]! > 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = key + 1;
    }
    this.slots = slots;
  }
}
