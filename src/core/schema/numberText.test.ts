import { isFigure, parseNumberText, type DecimalSign, unitOfNumber } from "./numberText";

/** The reading as text: a number, two numbers it could be, or "none". */
function read(text: string, settled?: DecimalSign): string {
  const found = parseNumberText(text, settled);
  if (found.kind === "number") return found.value.toString();
  return found.kind === "none" ? "none" : `${found.point.toString()} or ${found.comma.toString()}`;
}

describe("parseNumberText", () => {
  it.each([
    ["1,234.50", "1234.5"],
    ["1.234,50", "1234.5"],
    ["1.234,5", "1234.5"],
    ["1,234,567", "1234567"],
    ["1.234.567", "1234567"],
    ["1234,567", "1234.567"],
    ["1234.567", "1234.567"],
    ["1 234,5", "1234.5"],
    ["1\u00a0234.5", "1234.5"],
    ["1\u202f234\u202f567", "1234567"],
    ["1 234,567", "1234.567"],
    ["1'234.50", "1234.5"],
    ["1’234.50", "1234.5"],
    ["1'234", "1234"],
    ["0.125", "0.125"],
    ["0,125", "0.125"],
    [".5", "0.5"],
    [",5", "0.5"],
    ["007", "7"],
    ["  42 ", "42"],
    ["1e5", "100000"],
    ["2.5E-3", "0.0025"],
  ])("reads %j as %s", (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    ["12 %", "0.12"],
    ["12%", "0.12"],
    ["-2.5 %", "-0.025"],
    ["(12 %)", "-0.12"],
  ])("takes the percent of %j: %s", (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    ["(45.00)", "-45"],
    ["-45.00", "-45"],
    ["\u221245.00", "-45"],
    ["45.00-", "-45"],
    ["1 234,5-", "-1234.5"],
    ["+45", "45"],
    ["- 45", "-45"],
  ])("takes the sign of %j: %s", (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    ["€ 9.90", "9.9"],
    ["9,90 €", "9.9"],
    ["$1,234.50", "1234.5"],
    ["-$5.00", "-5"],
    ["$-5.00", "-5"],
    ["($5.00)", "-5"],
    ["$(5.00)", "-5"],
    ["(5.00) EUR", "-5"],
    ["USD 12", "12"],
    ["12.50GBP", "12.5"],
    ["5.00- EUR", "-5"],
  ])("sees through the currency of %j: %s", (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    "",
    " ",
    "-",
    "%",
    "€",
    "()",
    ".",
    ",",
    "1.2.3",
    "1,2,3",
    "1,23,456",
    "100  200",
    "100\n200",
    "1  234,5",
    "12abc",
    "abc",
    "1e",
    "e5",
    "1,5e3",
    "#N/A",
    "12 5",
    "1 2 3",
    "1 23 456",
    "1,234'567",
    "--5",
    "(-5)",
    "-5-",
    "(5",
    "5)",
    "12 %%",
    "0,125,000",
    "0x10",
    "٣",
  ])("finds no number in %j", (text) => {
    expect(read(text)).toBe("none");
  });

  it.each(["SKU12", "ABC-5", "5€50", "5 USD 10", "5 $ 10", "USD 5 EUR", "12 PCS"])(
    "takes %j for no amount: only a known currency may stand beside one number",
    (text) => {
      expect(read(text)).toBe("none");
    },
  );

  it.each([
    ["1,234", "1.234", "1234"],
    ["1.234", "1.234", "1234"],
    ["-12,500", "-12.5", "-12500"],
    ["€ 999.999", "999.999", "999999"],
  ])("does not guess %j", (text, small, large) => {
    const settled = { ".": text.includes(",") ? large : small, ",": text.includes(",") ? small : large };
    expect(read(text)).toBe(`${settled["."]} or ${settled[","]}`);
    expect(read(text, ".")).toBe(settled["."]);
    expect(read(text, ",")).toBe(settled[","]);
  });

  it("keeps the only reading against the settled sign", () => {
    expect(read("12,50", ".")).toBe("12.5");
    expect(read("12.50", ",")).toBe("12.5");
  });

  it.each([
    ["1,234.50", "."],
    ["0.125", "."],
    ["0,125", ","],
    ["12,5", ","],
    ["1.234.567", ","],
    ["1,234", undefined],
    ["1234", undefined],
    ["1'234", undefined],
    ["1 234", undefined],
  ])("%j settles the decimal sign %j", (text, sign) => {
    const found = parseNumberText(text);
    expect(found.kind === "number" ? found.sign : undefined).toBe(sign);
  });
});

describe("unitOfNumber", () => {
  it.each([
    ["20.25 kWh", "kWh"],
    ["1,200pcs", "pcs"],
    [" 7 h ", "h"],
    ["5G", undefined],
    ["12 High Street", undefined],
    ["kWh", undefined],
    ["20", undefined],
  ])("%j: %s", (text, unit) => {
    expect(unitOfNumber(text)).toBe(unit);
  });
});

describe("isFigure", () => {
  it.each(["ca. 100", "~100", "10*", "10k", "1.5 M", "50 (est.)", "10 + 5", "160 / 12", "50-60", "1,200†"])(
    "takes %s for a figure",
    (text) => expect(isFigure(text)).toBe(true),
  );

  it.each(["12 Main Street", "5G", "4xlarge", "3 users added", "cable 5", "Plan 2", "v1.2", "-", ""])(
    "takes %s for words",
    (text) => expect(isFigure(text)).toBe(false),
  );
});
