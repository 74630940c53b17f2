import fc from "fast-check";
import { check } from "../../../test/properties/support/check";
import { holdsCardNumber, maskCardNumbers } from "./cardNumber";

/** The digits with a last one that makes the Luhn sum end in 0. */
function withCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, digitIndex) => {
    const weighted = Number(digit) * (digitIndex % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}

const ofLength = (prefix: string, length: number) => withCheckDigit(prefix.padEnd(length - 1, "0"));

describe("holdsCardNumber", () => {
  // Numbers that card companies publish for tests.
  it.each([
    ["Visa", "4111111111111111"],
    ["Visa of 13 digits", "4222222222222"],
    ["Mastercard", "5555555555554444"],
    ["Mastercard of the 2 series", "2223003122003222"],
    ["Amex", "378282246310005"],
    ["Discover", "6011111111111117"],
    ["JCB", "3530111333300000"],
    ["Diners", "30569309025904"],
    ["Diners of 36", "36227206271667"],
    ["UnionPay of 19 digits", "6205500000000000004"],
  ])("finds %s", (_, number) => {
    expect(holdsCardNumber(number)).toBe(true);
  });

  it.each([
    "4111 1111 1111 1111",
    "4111-1111-1111-1111",
    "4111 1111-1111 - 1111",
    "4111\u00a01111\u00a01111\u202f1111",
    "4111\u20111111\u20131111\u20111111",
    "Order 12 4111 1111 1111 1111",
    "4111 1111 1111 1111 exp 10/28",
    "4111 1111 1111 1111 123",
    "2026-10-31 4111111111111111",
    "card:4111111111111111.",
    "No4111111111111111X",
    "1234 5678, then 378282-246310-005",
  ])("finds the card number in %j", (text) => {
    expect(holdsCardNumber(text)).toBe(true);
  });

  it.each([
    ["nothing", ""],
    ["words", "paid by card"],
    ["a wrong check digit", "4111111111111112"],
    ["12 digits", ofLength("4", 12)],
    ["20 digits", ofLength("4", 20)],
    ["a part of a longer run", "14111111111111111"],
    ["a part of a longer run that goes on", "41111111111111110"],
    ["groups that are cut", "12341111 1111 1111 1111"],
    ["other signs between", "4111.1111.1111.1111"],
    ["words between", "4111 1111 and 1111 1111"],
    ["a prefix of no card", ofLength("1", 16)],
    ["an IBAN", "DE89 3704 0044 0532 0130 00"],
  ])("does not find one in %s", (_, text) => {
    expect(holdsCardNumber(text)).toBe(false);
  });

  it.each([
    ["50", "51"],
    ["56", "55"],
    ["2220", "2221"],
    ["2721", "2720"],
    ["35", "34"],
    ["6012", "6011"],
    ["643", "644"],
    ["3527", "3528"],
    ["3590", "3589"],
    ["306", "305"],
    ["61", "62"],
    ["33", "37"],
  ])("does not know the prefix %s, but %s", (unknown, known) => {
    expect([unknown, known].map((prefix) => holdsCardNumber(ofLength(prefix, 16)))).toEqual([false, true]);
  });

  const prefix = fc.oneof(
    fc.constantFrom("4", "34", "37", "6011", "65", "36", "38", "39", "62"),
    fc.integer({ min: 51, max: 55 }).map(String),
    fc.integer({ min: 2221, max: 2720 }).map(String),
    fc.integer({ min: 644, max: 649 }).map(String),
    fc.integer({ min: 3528, max: 3589 }).map(String),
    fc.integer({ min: 300, max: 305 }).map(String),
  );
  const number = fc
    .tuple(
      prefix,
      fc.integer({ min: 13, max: 19 }),
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 19 }),
    )
    .map(([first, length, rest]) => withCheckDigit((first + rest.join("")).slice(0, length - 1)));
  const separator = fc.constantFrom("", "", "", " ", "-", "\u00a0", " - ");
  const written = (digits: string, separators: readonly string[]) =>
    [...digits].map((digit, digitIndex) => digit + (separators[digitIndex] ?? "")).join("");
  const separators = fc.array(separator, { minLength: 18, maxLength: 18 });
  // Words without digits, so that nothing else in the text can be a card.
  const words = fc.string().map((text) => text.replace(/\p{N}/gu, "") + ".");

  it("finds every card number in any text and grouping", () => {
    check(
      fc.property(number, separators, words, words, (digits, between, before, after) => {
        expect(holdsCardNumber(before + written(digits, between).trim() + after)).toBe(true);
      }),
      500,
    );
  });

  it("finds none where one digit is wrong, in one piece or two", () => {
    const change = fc.tuple(fc.nat({ max: 18 }), fc.integer({ min: 1, max: 9 }));
    check(
      fc.property(number, separator, words, words, change, (digits, between, before, after, [at, by]) => {
        const digitIndex = at % digits.length;
        const wrong = String((Number(digits[digitIndex]) + by) % 10);
        const changed = digits.slice(0, digitIndex) + wrong + digits.slice(digitIndex + 1);
        const text = changed.slice(0, 9) + between + changed.slice(9);
        expect(holdsCardNumber(before + text + after)).toBe(false);
      }),
      500,
    );
  });
});

describe("maskCardNumbers", () => {
  it.each([
    ["4111 1111 1111 1111", "**** **** **** 1111"],
    ["378282246310005", "***********0005"],
    ["Order 12 4111-1111-1111-1111, paid", "Order 12 ****-****-****-1111, paid"],
    ["4111111111111111 and 5555555555554444", "************1111 and ************4444"],
    ["4111111111111112", "4111111111111112"],
    ["K-1001", "K-1001"],
  ])("makes %j %j", (text, masked) => {
    expect(maskCardNumbers(text)).toBe(masked);
  });
});
