import { withRoom } from "../../../../core/api";
import { FieldCodes, withSlot } from "./fieldCodes";

const FIRST_KEYS = 2 ** 10;
const FACTOR = 0x9e3779b1;

/** Keys of rows that are added up, each with the row of its sum: a key is a number for each of its parts, in their order. */
export class FoldKeys {
  /** The texts of each part. */
  private readonly codes: readonly FieldCodes[];
  private readonly scratch: Int32Array;
  private length = 0;
  /** Of what is in `scratch`. */
  private hash = 0;
  /** All keys, one after the other. */
  private keys: Int32Array;
  private values: Int32Array = new Int32Array(FIRST_KEYS);
  private hashes: Int32Array = new Int32Array(FIRST_KEYS);
  /** Number of the key + 1; 0 for a free slot. */
  private slots = new Int32Array(FIRST_KEYS * 2);
  private count = 0;

  /** All keys have so many parts. */
  constructor(private readonly parts: number) {
    this.codes = Array.from({ length: parts }, () => new FieldCodes());
    this.scratch = new Int32Array(parts);
    this.keys = new Int32Array(FIRST_KEYS * parts);
  }

  /** Begins a key. */
  begin(): void {
    this.length = this.hash = 0;
  }

  /** The next part, a whole number. */
  push(part: number): void {
    this.scratch[this.length++] = part;
    this.hash = Math.imul(((this.hash << 7) | (this.hash >>> 25)) ^ part, FACTOR);
  }

  /** The next part, a text; false for one that is part of no key yet and may not be `added`. */
  text(text: DataView, start: number, end: number, added: boolean): boolean {
    const codes = this.codes[this.length]!;
    const code = added ? codes.codeOf(text, start, end) : codes.find(text, start, end);
    this.push(code);
    return code >= 0;
  }

  /** The number of the key that was begun, which is added when it is new; its value is then -1. */
  find(): number {
    const key = this.known();
    return key >= 0 ? key : this.add();
  }

  /** The value of the key that was begun; -1 where there is none. */
  knownValue(): number {
    const key = this.known();
    return key < 0 ? -1 : this.values[key]!;
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

  private isKey(key: number): boolean {
    const { keys, scratch, parts } = this;
    const from = key * parts;
    for (let part = 0; part < parts; part++) if (keys[from + part] !== scratch[part]) return false;
    return true;
  }

  private get mixed(): number {
    return this.hash ^ (this.hash >>> 15);
  }

  private known(): number {
    const hash = this.mixed;
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let found = slots[slot]!; found > 0; found = slots[slot]!) {
      if (hashes[found - 1] === hash && this.isKey(found - 1)) return found - 1;
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private add(): number {
    const key = this.count++;
    this.values = withRoom(this.values, this.count);
    this.hashes = withRoom(this.hashes, this.count);
    this.keys = withRoom(this.keys, this.count * this.parts);
    this.keys.set(this.scratch, key * this.parts);
    this.values[key] = -1;
    this.hashes[key] = this.mixed;
    this.slots = withSlot(this.slots, this.hashes, key);
    return key;
  }
}
