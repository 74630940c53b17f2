import { decodeUtf8 } from "../../bytes/text";
import { plainNumber } from "./plainNumber";

const MINUS = 45;
const SPACE = 32;
const ZERO = 48;
const NINE = 57;
/** Bytes below are a character each. */
const ASCII = 0x80;

/** The number that a field below the header is kept as; NaN for one that is kept as text. */
export function numberOfField(bytes: Uint8Array, start: number, end: number, takesPoint: boolean): number {
  const byte = bytes[start]!;
  const mayBeNumber = (byte >= ZERO && byte <= NINE) || byte === MINUS;
  return mayBeNumber ? plainNumber(bytes, start, end, takesPoint) : NaN;
}

/** Between commas or tabs a point is decimal; elsewhere the column decides what 1.500 is. */
export const takesPointBetween = (delimiter: string): boolean => delimiter === "," || delimiter === "\t";

/** Whether a field is of spaces only. */
export function isBlankField(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! > SPACE && bytes[at]! < ASCII) return false;
  return start === end || decodeUtf8(bytes.subarray(start, end)).trim() === "";
}
