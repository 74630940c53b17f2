import fc from "fast-check";
import { Decimal } from "../../../core/api";
import { encodeUtf8 } from "../../bytes/text";
import { plainNumber } from "./plainNumber";

const read = (text: string, takesPoint = true): number =>
  plainNumber(encodeUtf8(text), 0, text.length, takesPoint);

test.each([
  ["0", 0],
  ["7", 7],
  ["-12.5", -12.5],
  ["100", 100],
  ["0.000001", 0.000001],
  ["1234567890.12345", 1234567890.12345],
  ["999999999999999", 999999999999999],
])("%s is a number", (text, value) => {
  expect(read(text)).toBe(value);
});

test.each([
  ["a leading zero", "007"],
  ["zeros at its end", "2.10"],
  ["nothing but zeros behind the point", "2.0"],
  ["a minus before zero", "-0"],
  ["a minus before zeros", "-0.0"],
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

test("a fraction is none where a point may be something else", () => {
  expect(read("2.5", false)).toBeNaN();
  expect(read("-25", false)).toBe(-25);
});

test("reads a part of a text", () => {
  expect(plainNumber(encodeUtf8("a,12.5,b"), 2, 6, true)).toBe(12.5);
});

/** Texts of digits, as ids and prices have them. */
const anyDigits = fc
  .tuple(
    fc.constantFrom("", "-", "0", "00"),
    fc.bigInt({ min: 0n, max: 99_999_999_999_999_999n }),
    fc.option(fc.stringMatching(/^[0-9]{0,9}$/)),
  )
  .map(([start, whole, decimals]) => start + String(whole) + (decimals === null ? "" : `.${decimals}`));

test("is a number only if its text can be had back from it", () => {
  fc.assert(
    fc.property(anyDigits, (text) => {
      const value = read(text);
      if (Number.isNaN(value)) return;
      expect(value).toBe(Number(text));
      expect(new Decimal(value).toString()).toBe(text);
    }),
  );
});

test("is a number wherever that can be", () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.nat(6), (whole, decimalDigits) => {
      const value = whole / 10 ** decimalDigits;
      expect(read(new Decimal(value).toString())).toBe(value === 0 ? 0 : value);
    }),
  );
});
