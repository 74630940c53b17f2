import { makeFormats } from "./formats";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("formats", () => {
  it("write money in the digits of its currency", () => {
    const f = makeFormats("en");
    const money = (currency: string, amount: number) => plain(f.money({ currency, amount }));
    expect(money("EUR", 1855.9)).toBe("EUR 1,855.90");
    expect(money("JPY", 244522)).toBe("JPY 244,522");
    expect(money("KWD", 1.5)).toBe("KWD 1.500");
    expect(money("points", 3)).toBe("points 3.00");
    expect(f.difference({ currency: "EUR", amount: 12 })).toBe("+12.00");
    expect(f.difference({ currency: "EUR", amount: 0 })).toBe("0.00");
  });

  it("follow the language of the workbook's content", () => {
    const f = makeFormats("de-DE");
    expect(f.amount({ currency: "EUR", amount: 1855.9 })).toBe("1.855,90");
    expect(f.decimal("0.0000125")).toBe("0,0000125");
    expect(f.period("2026-10")).toBe("Oktober 2026");
    expect(f.day("2026-10-31")).toBe("31.10.2026");
  });

  it("shorten a unit price to what tells it from others", () => {
    const f = makeFormats("en");
    const shown = ["129.032258064516", "0.000000125", "1234567.891", "18"].map(f.unitPrice);
    expect(shown).toEqual(["129.0323", "0.000000125", "1,234,567.891", "18"]);
  });

  it("leave alone what is no figure", () => {
    const f = makeFormats("not a language");
    expect(f.decimal("n/a")).toBe("n/a");
    expect(f.decimal("")).toBe("");
    expect(f.day("soon")).toBe("soon");
    expect(f.period("2026-Q4")).toBe("2026-Q4");
    expect(f.period("2026-10-05..2026-11-04")).toBe("Oct 5, 2026 – Nov 4, 2026");
  });
});
