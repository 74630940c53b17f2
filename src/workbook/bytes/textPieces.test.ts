import fc from "fast-check";
import { EncodingError, TextPieces } from "./textPieces";

/** The text of bytes that come cut at these places. */
function inPieces(bytes: Uint8Array, cuts: readonly number[]): string {
  const bounds = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  const text = new TextPieces();
  let read = "";
  for (const [index, end] of bounds.entries()) {
    const piece = new Uint8Array(bytes.subarray(bounds[index - 1] ?? 0, end));
    if (piece.length > 0) read += text.write(piece);
    // Whoever made the piece uses its memory again.
    piece.fill(0);
  }
  return read + text.end();
}

const cuts = fc.array(fc.nat(200));

test("UTF-8 reads the same wherever it is cut", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), cuts, (text, cutPositions) => {
      expect(inPieces(Buffer.from(text), cutPositions)).toBe(text);
    }),
  );
});

test("bytes that are no UTF-8 are refused wherever they are cut", () => {
  const byte = fc.constantFrom(0x41, 0x80, 0xbf, 0xc3, 0xe2, 0xed, 0xf0, 0xf8, 0xff);
  const whole = new TextDecoder("utf-8", { fatal: true });
  fc.assert(
    fc.property(fc.array(byte), cuts, (list, cutPositions) => {
      const bytes = Uint8Array.from([0x41, ...list]);
      let expected: string | undefined;
      try {
        expected = whole.decode(bytes);
      } catch {
        expect(() => inPieces(bytes, cutPositions)).toThrow(EncodingError);
        return;
      }
      expect(inPieces(bytes, cutPositions)).toBe(expected);
    }),
  );
});

describe("an encoding that is declared", () => {
  const declared = (encoding: string): string => `<?xml version='1.0' encoding = "${encoding}" ?>`;

  test.each([
    ["ISO-8859-1", "latin1", "\u00e4\u0080\u00ff", "\u00e4\u0080\u00ff"],
    ["windows-1252", "latin1", "\u00e4\u0080\u0099", "\u00e4\u20ac\u2122"],
    ["Windows-1250", "latin1", "\u00e6", "\u0107"],
    ["utf-8", "utf8", "\u00e4\u20ac", "\u00e4\u20ac"],
    ["UTF-16", "utf8", "\u00e4\u20ac", "\u00e4\u20ac"],
    ["us-ascii", "utf8", "abc", "abc"],
  ] as const)("%s is decoded as declared", (encoding, written, text, read) => {
    const bytes = Buffer.from(declared(encoding) + text.repeat(200), written);
    expect(inPieces(bytes, [3, 60, 250, 251])).toBe(declared(encoding) + read.repeat(200));
  });

  test("is UTF-16 without a mark as well", () => {
    const text = `${declared("UTF-16")}\u00e4`;
    expect(inPieces(Buffer.from(text, "utf16le"), [])).toBe(text);
    expect(inPieces(Buffer.from(text, "utf16le").swap16(), [])).toBe(text);
  });

  test("is refused when nobody knows it, or it cannot be what is there", () => {
    expect(() => inPieces(Buffer.from(declared("x-none")), [])).toThrow("\u201cx-none\u201d is not known");
    expect(() => inPieces(Buffer.from("\ufeffa\ud800", "utf16le"), [])).toThrow("no UTF-16LE");
  });

  test("counts only in the declaration", () => {
    const text = `<a x=" encoding='ISO-8859-1'">\u00e4</a>`;
    expect(inPieces(Buffer.from(text), [])).toBe(text);
  });
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
