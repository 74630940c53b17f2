import fc from "fast-check";
import { concatBytes, equalBytes, indexOfBytes, lastIndexOfBytes, startsWith } from "./bytes";

/** Few different bytes, so that what is sought is often there, and often nearly. */
const bytes = (minLength: number) => fc.uint8Array({ minLength, maxLength: 40, max: 2 });

test("bytes are found where Buffer finds them", () => {
  fc.assert(
    fc.property(bytes(0), bytes(1), fc.nat(45), (file, sought, from) => {
      const buffer = Buffer.from(file);
      expect(indexOfBytes(file, sought)).toBe(buffer.indexOf(sought));
      expect(indexOfBytes(file, sought, from)).toBe(buffer.indexOf(sought, from));
      expect(lastIndexOfBytes(file, sought)).toBe(buffer.lastIndexOf(sought));
      expect(lastIndexOfBytes(file, sought, from)).toBe(buffer.lastIndexOf(sought, from));
    }),
  );
});

test("nothing stands before the beginning", () => {
  const file = Uint8Array.of(1, 2);
  expect(lastIndexOfBytes(file, file, -1)).toBe(-1);
});

test("pieces are put together as Buffer does", () => {
  fc.assert(
    fc.property(fc.array(bytes(0)), (pieces) => {
      expect(Buffer.from(concatBytes(pieces))).toEqual(Buffer.concat(pieces));
    }),
  );
});

test("pieces larger than a step are put together whole", () => {
  const pieces = [5, 1, 9, 3].map((megabytes) => new Uint8Array(megabytes * 1024 ** 2 + 7).fill(megabytes));
  expect(Buffer.compare(concatBytes(pieces), Buffer.concat(pieces))).toBe(0);
});

test("bytes are equal only when all are", () => {
  const file = Uint8Array.of(1, 2, 3);
  expect(equalBytes(file, Uint8Array.of(1, 2, 3))).toBe(true);
  expect(equalBytes(file, Uint8Array.of(1, 2))).toBe(false);
  expect(equalBytes(Uint8Array.of(1, 2), file)).toBe(false);
  expect(equalBytes(file, Uint8Array.of(1, 2, 4))).toBe(false);
  expect(startsWith(file, 1, 2)).toBe(true);
  expect(startsWith(file, 1, 3)).toBe(false);
  expect(startsWith(file, 1, 2, 3, 4)).toBe(false);
});
