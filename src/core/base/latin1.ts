/**
 * The text of bytes that are a character each (ISO-8859-1, so ASCII as well), from a place to before another.
 * `latin1Text(Uint8Array.of(65, 228), 0, 2)` is "Aä".
 */
export function latin1Text(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  let at = start;
  // Eight characters a call: an array of them for one call takes twice the time.
  for (; at + 8 <= end; at += 8)
    text += String.fromCharCode(
      bytes[at]!,
      bytes[at + 1]!,
      bytes[at + 2]!,
      bytes[at + 3]!,
      bytes[at + 4]!,
      bytes[at + 5]!,
      bytes[at + 6]!,
      bytes[at + 7]!,
    );
  for (; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}
