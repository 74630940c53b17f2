import fc from "fast-check";
import { TextPieces } from "./textPieces";

/** The text of bytes that come cut at these places. */
function inPieces(bytes: Uint8Array, cuts: readonly number[]): string {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  const text = new TextPieces();
  let read = "";
  for (const [index, end] of places.entries()) {
    const piece = new Uint8Array(bytes.subarray(places[index - 1] ?? 0, end));
    if (piece.length > 0) read += text.write(piece);
    // Whoever made the piece uses its memory again.
    piece.fill(0);
  }
  return read + text.end();
}

const cuts = fc.array(fc.nat(200));

test("UTF-8 reads the same wherever it is cut", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), cuts, (text, places) => {
      expect(inPieces(Buffer.from(text), places)).toBe(text);
    }),
  );
});

test("bytes that are no UTF-8 read as they do in one piece", () => {
  const byte = fc.constantFrom(0x41, 0x80, 0xbf, 0xc3, 0xe2, 0xed, 0xf0, 0xf8, 0xff);
  fc.assert(
    fc.property(fc.array(byte), cuts, (list, places) => {
      // These two would be the mark of UTF-16.
      const bytes = Uint8Array.from([0x41, ...list]);
      expect(inPieces(bytes, places)).toBe(new TextDecoder().decode(bytes));
    }),
  );
});

test("UTF-16 is known by its mark, which is not part of the text", () => {
  const text = "a€😀b";
  const little = Buffer.from(`\ufeff${text}`, "utf16le");
  const big = Buffer.from(little).swap16();
  for (let cut = 2; cut < little.length; cut++) {
    expect(inPieces(little, [cut])).toBe(text);
    expect(inPieces(big, [cut])).toBe(text);
  }
});

test("no bytes are no text", () => {
  expect(new TextPieces().end()).toBe("");
});
