import fc from "fast-check";
import { Decimal } from "../../core/api";
import { asText, cellInput, quotedAddress, retyped, withoutFormula } from "./typed";

describe("asText", () => {
  it.each(["=1+1", "+1", "-1", "@A1", "00123", "1/2/2026", "TRUE", "May 2026", "#N/A", "'", " x", "1e3"])(
    "marks %s as text, which Excel would read as something else",
    (text) => expect(asText(text)).toBe(`'${text}`),
  );

  it.each(["", "USD", "Draft", "Invoice lines"])("leaves %s as it is", (text) =>
    expect(asText(text)).toBe(text),
  );

  it("never lets text begin with what makes a formula", () => {
    fc.assert(fc.property(fc.string(), (text) => !/^[=+\-@\t\r0-9]/.test(asText(text))));
  });
});

describe("cells as they are typed", () => {
  it("are formulas only where a formula is planned", () => {
    expect(cellInput({ value: 3, formula: "A1+2" })).toBe("=A1+2");
    expect(cellInput({ value: "=A1+2" })).toBe("'=A1+2");
    expect(cellInput({ value: new Decimal("1.50") })).toBe(1.5);
    expect(cellInput(null)).toBe("");
  });

  it("lose their formula, and keep its result, for a file of their own", () => {
    expect(withoutFormula({ value: 3, formula: "A1+2" })).toEqual({ value: 3 });
  });

  it("are typed again as what they were", () => {
    expect(retyped("=A1", 7)).toBe("=A1");
    expect(retyped("=A1", "=A1")).toBe("'=A1");
    expect(retyped("00123", "00123")).toBe("'00123");
    expect(retyped(5, 5)).toBe(5);
  });
});

it("quotes sheet names in links", () => {
  expect(quotedAddress({ sheet: "D'Alsace" }, "A5")).toBe("'D''Alsace'!A5");
});
