import { TextBytes, type Texts } from "./texts";

const FIRST_SLOTS = 64;
const ASCII = 0x80;
const PRIME = 0x01000193;

type Decode = (bytes: Uint8Array) => string;

/**
 * Distinct texts in the order in which they came. A column of a million ids has one: a Map of JavaScript would take ten
 * times the room, and a text is found or added by its bytes without becoming a string.
 */
export class TextDictionary {
  private readonly kept = new TextBytes();
  /** Open addressing: index + 1, 0 where a slot is free; at most half are taken. */
  private slots = new Int32Array(FIRST_SLOTS);
  /** Of each text, so that nothing is read again when there are more slots. */
  private hashes = new Int32Array(FIRST_SLOTS / 2);

  /** Begins with texts that are distinct already. */
  constructor(texts: Iterable<string> = []) {
    for (const text of texts) this.indexOf(text);
  }

  get texts(): Texts {
    return this.kept;
  }

  /** The index of a text, which is added when it is new. */
  indexOf(text: string): number {
    let hash = 0;
    let all = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      all |= code;
      hash = Math.imul(hash ^ code, PRIME);
    }
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let found = this.slots[slot]!; found > 0; found = this.slots[slot]!) {
      if (this.hashes[found - 1] === hash && this.kept.isText(found - 1, text)) return found - 1;
      slot = (slot + 1) & mask;
    }
    this.kept.addText(text, all < ASCII);
    return this.enter(slot, hash);
  }

  /** The same for UTF-8; `decode` makes the text of what is not ASCII. */
  indexOfBytes(bytes: Uint8Array, start: number, end: number, decode: Decode): number {
    let hash = 0;
    let all = 0;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      all |= byte;
      hash = Math.imul(hash ^ byte, PRIME);
    }
    if (all >= ASCII) return this.indexOf(decode(bytes.subarray(start, end)));
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let found = this.slots[slot]!; found > 0; found = this.slots[slot]!) {
      if (this.hashes[found - 1] === hash && this.kept.isOfBytes(found - 1, bytes, start, end))
        return found - 1;
      slot = (slot + 1) & mask;
    }
    this.kept.addBytes(bytes, start, end);
    return this.enter(slot, hash);
  }

  /** Gives the text that was added last its slot. */
  private enter(slot: number, hash: number): number {
    const count = this.kept.length;
    this.slots[slot] = count;
    this.hashes[count - 1] = hash;
    if (count * 2 >= this.slots.length) this.grow();
    return count - 1;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const hashes = new Int32Array(slots.length / 2);
    hashes.set(this.hashes);
    for (let index = 0; index < this.kept.length; index++) {
      let slot = hashes[index]! & (slots.length - 1);
      while (slots[slot]! > 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = index + 1;
    }
    this.slots = slots;
    this.hashes = hashes;
  }
}
