import fc from "fast-check";
import { check } from "../../../test/properties/support/check";
import { cardFinder, withMaskedCards } from "./paymentCards";

const find = cardFinder([]);

describe("payment card numbers of a text", () => {
  it.each([
    ["4111111111111111", "************1111", "Visa"],
    ["paid with 4111 1111 1111 1111.", "**** **** **** 1111", "Visa"],
    ["card:5555-5555-5555-4444, thanks", "****-****-****-4444", "Mastercard"],
    ["(378282246310005)", "***********0005", "Amex"],
    ["2223003122003222", "************3222", "Mastercard"],
    ["6011111111111117", "************1117", "Discover"],
    ["3530111333300000", "************0000", "JCB"],
    ["30569309025904", "**********5904", "Diners"],
    ["6205500000000000004", "***************0004", "UnionPay"],
    ["Order 12 4111\u00a01111\u00a01111\u00a01111 ok", "****\u00a0****\u00a0****\u00a01111", "Visa"],
  ])("in %j are %j of %s", (text, masked, scheme) => {
    expect(find(text)).toMatchObject([{ masked, scheme }]);
  });

  it.each([
    ["a wrong check digit", "4111111111111112"],
    ["a length that its beginning does not have", "411111111111116"],
    ["a letter before", "A4111111111111111"],
    ["a letter behind", "4111111111111111x"],
    ["a digit beside", "14111111111111111"],
    ["a plus before", "+4111111111111111"],
    ["decimals", "4111111111111111.25"],
    ["being decimals itself", "0.4111111111111111"],
    ["two blanks between", "4111  1111 1111 1111"],
    ["points between", "4111.1111.1111.1111"],
    ["an IBAN", "DE89 3704 0044 0532 0130 00"],
  ])("are none with %s", (_, text) => {
    expect(find(text)).toEqual([]);
  });

  it("are never an invoice number, alone or in a text", () => {
    const finder = cardFinder(["INV-4111111111111111", "5555555555554444"]);
    expect(finder("see INV-4111111111111111 and 5555555555554444")).toEqual([]);
    expect(finder("card 4111111111111111")).toHaveLength(1);
  });

  it("masks nothing but their digits, and leaves none to find", () => {
    const card = fc.constantFrom("4111111111111111", "4111 1111 1111 1111", "378282246310005");
    const piece = fc.oneof(card, fc.string(), fc.constantFrom(" ", "-", "; 12 ", "4111", "é"));
    check(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join("");
        const masked = withMaskedCards(text, find(text));
        expect(masked).toHaveLength(text.length);
        for (const [position, character] of [...masked].entries())
          if (character !== [...text][position])
            expect([character, /\d/.test([...text][position]!)]).toEqual(["*", true]);
        expect(find(masked)).toEqual([]);
      }),
      300,
    );
  });
});
