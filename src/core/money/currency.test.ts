import { currencyCode, minorDigits } from "./currency";

describe("currencies", () => {
  it.each([
    ["USD", 2],
    ["EUR", 2],
    ["JPY", 0],
    ["KRW", 0],
    ["ISK", 0],
    ["XOF", 0],
    ["BHD", 3],
    ["KWD", 3],
    ["TND", 3],
    ["CLF", 4],
    ["UYW", 4],
    ["HUF", 2],
    ["MGA", 2],
  ])("%s has %i digits", (code, digits) => {
    expect(currencyCode(code)).toBe(code);
    expect(minorDigits(code)).toBe(digits);
  });

  it("are known in any case and with blanks around", () => {
    expect(currencyCode(" usd ")).toBe("USD");
  });

  it.each(["", "US", "USDX", "ABC", "$", "XAU", "DEM", "HRK"])("do not include %j", (code) => {
    expect(currencyCode(code)).toBeUndefined();
  });
});
