import fc from "fast-check";
import { constants, crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { finish } from "../../bytes/steps";
import * as inBrowser from "./deflate.browser";
import * as inNode from "./deflate";
import { TooLargeError } from "./tooLargeError";

type Deflate = typeof inBrowser;
const both: readonly (readonly [string, Deflate])[] = [
  ["Node", inNode],
  ["browsers", inBrowser],
];

/** Bytes that look random and are the same in every run. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => (state = Math.imul(state, 48_271) % 0x7fffffff) >>> 16);
}

/** What a sheet looks like, larger than any window or step. */
const sheet = Buffer.from(
  Array.from(
    { length: 20_000 },
    (_, row) => `<row r="${String(row)}"><c><v>${String(row ** 2)}</v></c></row>`,
  ).join(""),
);

/** Everything that a member of a zip may be packed into. */
const packings: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array])[] = [
  ["stored blocks", (bytes) => deflateRawSync(bytes, { level: 0 })],
  ["fixed codes", (bytes) => deflateRawSync(bytes, { strategy: constants.Z_FIXED })],
  ["codes without repeats", (bytes) => deflateRawSync(bytes, { strategy: constants.Z_HUFFMAN_ONLY })],
  ["runs", (bytes) => deflateRawSync(bytes, { strategy: constants.Z_RLE })],
  ["level 1", (bytes) => deflateRawSync(bytes, { level: 1 })],
  ["level 9", (bytes) => deflateRawSync(bytes, { level: 9 })],
  ["small windows", (bytes) => deflateRawSync(bytes, { windowBits: 9, memLevel: 1 })],
];

const contents: readonly (readonly [string, Uint8Array])[] = [
  ["nothing", new Uint8Array()],
  ["one byte", Uint8Array.of(7)],
  ["noise", noise(150_000)],
  ["a sheet", sheet],
  ["zeros", new Uint8Array(1_000_000)],
];

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece));
  return Buffer.concat(all);
}

const same = (left: Uint8Array, right: Uint8Array) => Buffer.compare(left, right) === 0;

test("the checksum of browsers is that of zlib, whole and in pieces", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (bytes, cut) => {
      const start = inBrowser.crc32(bytes.subarray(0, cut));
      expect(inBrowser.crc32(bytes)).toBe(crc32(bytes));
      expect(inBrowser.crc32(bytes.subarray(cut), start)).toBe(crc32(bytes));
    }),
  );
  for (const [, bytes] of contents) expect(inBrowser.crc32(bytes)).toBe(crc32(bytes));
});

describe.each(both)("deflate in %s", (_, { deflate, inflate, inflatePieces }) => {
  describe.each(contents)("of %s", (_, bytes) => {
    test.each(packings)("unpacks %s of zlib", async (_, pack) => {
      const packed = pack(bytes);
      expect(same(finish(inflate(packed, bytes.length)), bytes)).toBe(true);
      expect(same(await collect(inflatePieces(packed)), bytes)).toBe(true);
    });

    test.each([1, 6] as const)("packs at level %i what zlib unpacks", (level) => {
      const packed = finish(deflate(bytes, level));
      expect(same(inflateRawSync(packed), bytes)).toBe(true);
      expect(packed.length).toBeLessThan(1.25 * deflateRawSync(bytes, { level }).length + 20);
    });

    test.each(packings)("never unpacks more of %s than it may", (_, pack) => {
      const packed = pack(bytes);
      for (const size of [0, 1, Math.floor(bytes.length / 2), bytes.length - 1]) {
        if (size < 0 || size >= bytes.length) continue;
        expect(() => finish(inflate(packed, size))).toThrow(TooLargeError);
      }
      expect(finish(inflate(packed, bytes.length + 10))).toHaveLength(bytes.length);
    });
  });

  test("any bytes come back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.constantFrom(1, 6), (bytes, level) => {
        const packed = finish(deflate(bytes, level));
        expect(same(finish(inflate(packed, bytes.length)), bytes)).toBe(true);
        expect(same(inflateRawSync(packed), bytes)).toBe(true);
      }),
    );
  });
});

describe("what was damaged on its way", () => {
  const packed = [sheet.subarray(0, 30_000), sheet].map((bytes) => [bytes, deflateRawSync(bytes)] as const);
  const damage = fc.record({
    of: fc.constantFrom(...packed),
    position: fc.nat(),
    change: fc.integer({ min: 1, max: 255 }),
    isCut: fc.boolean(),
  });

  /** Whether it reads as if nothing had happened, as it does when only bits behind the end changed. */
  const survives = async (read: () => Uint8Array | Promise<Uint8Array>, bytes: Uint8Array) => {
    try {
      return same(await read(), bytes);
    } catch {
      return false;
    }
  };

  test("is never taken for what it was", async () => {
    await fc.assert(
      fc.asyncProperty(damage, async ({ of: [bytes, intact], position, change, isCut }) => {
        const damaged = new Uint8Array(intact);
        damaged[position % damaged.length]! ^= change;
        const file = isCut ? intact.subarray(0, position % intact.length) : damaged;
        const outcomes = both.flatMap(([, { inflate, inflatePieces }]) => [
          survives(() => finish(inflate(file, bytes.length)), bytes),
          survives(() => collect(inflatePieces(file)), bytes),
        ]);
        expect(new Set(await Promise.all(outcomes)).size).toBe(1);
        if (isCut) expect(await outcomes[0]).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

test.each(both)("nobody has to take all pieces in %s", async (_, { inflatePieces }) => {
  const bomb = deflateRawSync(new Uint8Array(32 * 1024 ** 2));
  for await (const piece of inflatePieces(bomb)) {
    expect(piece.length).toBeLessThan(17 * 1024 ** 2);
    break;
  }
});

test.each(both)("pieces packed in %s are, put together, one packed text", (_where, { packPieces }) => {
  const pack = packPieces();
  const pieces = [noise(1000), sheet.subarray(0, 100_000), sheet.subarray(100_000)];
  const packed = pieces.map((piece, index) => finish(pack(piece, index === pieces.length - 1)));
  expect(same(inflateRawSync(Buffer.concat(packed)), Buffer.concat(pieces))).toBe(true);
});
