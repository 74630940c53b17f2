const FIRST_SLOTS = 64;
const ASCII = 0x80;

function hashOfText(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** As of the text that the bytes are, where all are ASCII. */
function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

function areBytesOf(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let at = start; at < end; at++) if (text.charCodeAt(at - start) !== bytes[at]) return false;
  return true;
}

/**
 * Distinct texts in the order in which they came. A column of a million ids has one: a Map of JavaScript would take ten
 * times the room, and a text that is known is found by its bytes without becoming a string first.
 */
export class TextDictionary {
  /** Open addressing: index + 1, 0 where a slot is free; at most half are taken. */
  private slots = new Int32Array(FIRST_SLOTS);

  /** Begins with texts that are distinct already. */
  constructor(readonly texts: string[] = []) {
    if (texts.length > 0) this.fill(2 ** Math.ceil(Math.log2(texts.length * 2 + FIRST_SLOTS)));
  }

  /** The index of a text, which is added when it is new. */
  indexOf(text: string): number {
    let slot = hashOfText(text) & (this.slots.length - 1);
    for (let found = this.slots[slot]!; found > 0; found = this.slots[slot]!) {
      if (this.texts[found - 1] === text) return found - 1;
      slot = (slot + 1) & (this.slots.length - 1);
    }
    return this.add(text, slot);
  }

  /** The same for UTF-8; `decode` makes the text of it when it is new. */
  indexOfBytes(bytes: Uint8Array, start: number, end: number, decode: (bytes: Uint8Array) => string): number {
    for (let at = start; at < end; at++)
      if (bytes[at]! >= ASCII) return this.indexOf(decode(bytes.subarray(start, end)));
    let slot = hashOfBytes(bytes, start, end) & (this.slots.length - 1);
    for (let found = this.slots[slot]!; found > 0; found = this.slots[slot]!) {
      if (areBytesOf(this.texts[found - 1]!, bytes, start, end)) return found - 1;
      slot = (slot + 1) & (this.slots.length - 1);
    }
    return this.add(decode(bytes.subarray(start, end)), slot);
  }

  private add(text: string, slot: number): number {
    const count = this.texts.push(text);
    this.slots[slot] = count;
    if (count * 2 > this.slots.length) this.fill(this.slots.length * 2);
    return count - 1;
  }

  private fill(size: number): void {
    const slots = new Int32Array(size);
    for (const [index, text] of this.texts.entries()) {
      let slot = hashOfText(text) & (slots.length - 1);
      while (slots[slot]! > 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = index + 1;
    }
    this.slots = slots;
  }
}
