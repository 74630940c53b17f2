import type { FileBytes } from "./fileBytes";
import { finish, type Steps } from "./steps";

/** The bytes as numbers of several bytes; a view, not a copy. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** All pieces, one after the other. */
export function concatBytes(pieces: readonly FileBytes[]): Uint8Array {
  return finish(concatInSteps(pieces));
}

/** Bytes that are copied in a step. */
const COPIED_STEP = 4 * 1024 ** 2;

/** As `concatBytes`, in steps. */
export function* concatInSteps(pieces: readonly FileBytes[]): Steps<Uint8Array> {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let position = 0;
  let nextStep = COPIED_STEP;
  for (const piece of pieces) {
    for (let start = 0; start < piece.length; start += COPIED_STEP) {
      const copied = piece.subarray(start, start + COPIED_STEP);
      whole.set(copied, position);
      position += copied.length;
      if (position < nextStep) continue;
      nextStep = position + COPIED_STEP;
      yield;
    }
  }
  return whole;
}

export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left === right || (left.length === right.length && matchesAt(left, right, 0));
}

export function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** The first place of these bytes at or after `from`; -1 when there is none. */
export function indexOfBytes(bytes: Uint8Array, sought: Uint8Array, from = 0): number {
  const first = sought[0]!;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (matchesAt(bytes, sought, at)) return at;
  }
  return -1;
}

/** The last place of these bytes at or before `from`; -1 when there is none. */
export function lastIndexOfBytes(bytes: Uint8Array, sought: Uint8Array, from = bytes.length): number {
  const first = sought[0]!;
  for (let at = Math.min(from, bytes.length - sought.length); at >= 0; at--) {
    if (bytes[at] === first && matchesAt(bytes, sought, at)) return at;
  }
  return -1;
}

/** Beyond the end there is no byte, which equals none. */
function matchesAt(bytes: Uint8Array, sought: Uint8Array, at: number): boolean {
  for (let index = 0; index < sought.length; index++) {
    if (bytes[at + index] !== sought[index]) return false;
  }
  return true;
}
