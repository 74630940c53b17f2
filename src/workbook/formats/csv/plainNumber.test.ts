import fc from "fast-check";
import { plainNumber } from "./plainNumber";

const read = (text: string): number => plainNumber(text, 0, text.length);

test.each([
  ["0", 0],
  ["-0", 0],
  ["7", 7],
  ["-12.50", -12.5],
  ["0.000001", 0.000001],
  ["1234567890.12345", 1234567890.12345],
  ["999999999999999", 999999999999999],
])("%s is a number", (text, value) => {
  expect(read(text)).toBe(value);
});

test.each([
  ["a leading zero", "007"],
  ["a sign", "+1"],
  ["an exponent", "1e5"],
  ["a thousands separator", "1,000"],
  ["two points", "1.2.3"],
  ["no whole part", ".5"],
  ["no fraction", "5."],
  ["a minus alone", "-"],
  ["a minus and a point", "-.5"],
  ["blanks", " 1"],
  ["a date", "2026-10-31"],
  ["more than 15 digits", "1234567890123456"],
  ["more than 15 digits with a fraction", "1234567890.123456"],
  ["nothing", ""],
])("text with %s is none", (_, text) => {
  expect(read(text)).toBeNaN();
});

test("reads a part of a text", () => {
  expect(plainNumber("a,12.5,b", 2, 6)).toBe(12.5);
});

test("is the double nearest to the decimal", () => {
  const decimal = fc
    .tuple(
      fc.integer({ min: 0, max: 9_999_999 }),
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.integer({ min: 0, max: 8 }),
    )
    .map(([whole, fraction, places]) => {
      return places === 0
        ? String(whole)
        : `${String(whole)}.${String(fraction).padStart(8, "0").slice(0, places)}`;
    });
  fc.assert(
    fc.property(decimal, (text) => {
      expect(read(text)).toBe(Number(text));
    }),
  );
});
