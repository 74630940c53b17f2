import fc from "fast-check";
import { encodeUtf8 } from "../../../bytes/text";
import { NoOrder, OrderedIds } from "./orderedIds";

/** Whether the ids of files are told to be different by their order. */
function areInOrder(...files: readonly (readonly string[])[]): boolean {
  const order = new OrderedIds();
  try {
    for (const texts of files) {
      order.beginFile();
      for (const text of texts) {
        const bytes = encodeUtf8(`<${text}>`);
        order.note(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 1, bytes.length - 1);
      }
    }
    return true;
  } catch (error) {
    if (error instanceof NoOrder) return false;
    throw error;
  }
}

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `E${String(from + index)}`);

it.each([
  ["numbers that gain a digit", numbered(8, 12)],
  ["days in the order of their names", [...numbered(10, 12), ...numbered(1, 3), ...numbered(5, 9)]],
  ["a stretch that goes on up to the next one", [...numbered(20, 22), ...numbered(10, 19)]],
  ["blanks around them", [" E1", "E2 ", "\tE3"]],
])("tells ids apart: %s", (_what, ids) => {
  expect(areInOrder(ids)).toBe(true);
});

it.each([
  ["the same twice", ["E1", "E1"]],
  ["the same but for blanks", ["E1", " E1 "]],
  ["one of an earlier stretch", [...numbered(10, 19), "E1", "E15"]],
  ["one behind its last", [...numbered(20, 22), ...numbered(10, 12), "E20"]],
  ["a stretch that runs into the next one", [...numbered(20, 22), ...numbered(18, 20)]],
  ["a stretch that runs over the next one", ["E20", "E18", "E25"]],
  ["a blank that is none of ASCII", ["E1", "E2\u00a0"]],
  ["nothing", [" "]],
  ["a longer one than any id", ["x".repeat(257)]],
])("does not tell ids apart: %s", (_what, ids) => {
  expect(areInOrder(ids)).toBe(false);
});

const drawnIds = fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }), {
  minLength: 1,
  maxLength: 3,
});

it("never takes an id for new that has come", () => {
  fc.assert(
    fc.property(drawnIds, (files) => {
      const ids = files.map((numbers) => numbers.map((number) => `a${String(number)}`));
      if (areInOrder(...ids)) expect(new Set(ids.flat()).size).toBe(ids.flat().length);
    }),
    { numRuns: 2000, seed: 2026 },
  );
});

it("tells files beside one another apart, whichever comes first", () => {
  const files = fc.tuple(fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1 }), fc.nat(30));
  fc.assert(
    fc.property(files, ([days, length]) => {
      const ids = days.map((day) => numbered(day * 100 + 10, day * 100 + 10 + length));
      expect(areInOrder(...ids)).toBe(true);
      expect(areInOrder(...ids, ids[0]!.slice(-1))).toBe(false);
    }),
    { seed: 2026 },
  );
});
