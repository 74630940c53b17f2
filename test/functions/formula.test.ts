import { parseCall, parseValue } from "../../scripts/functions/formula";

const argsOf = (text: string) => parseCall(`=BILLING.X(${text})`).args;

describe("an argument of a formula", () => {
  it.each([
    ["12.5", 12.5],
    ["-0.05", -0.05],
    [".5", 0.5],
    ["1E-3", 0.001],
    ["8%", 0.08],
    ["8.25%", 0.0825],
    ["-5%", -0.05],
    ['"per unit"', "per unit"],
    ['""', ""],
    ['"say ""so"""', 'say "so"'],
    ['"a,b;{c}"', "a,b;{c}"],
    ["TRUE", true],
    ["FALSE", false],
    ["#N/A", { error: "#N/A" }],
    ["#DIV/0!", { error: "#DIV/0!" }],
    ["DATE(2026,10,31)", 46326],
    ["DATE(1900, 3, 1)", 61],
    ["{1,2;3,4}", [[1, 2], [3, 4]]], // oxfmt-ignore
    ['{10000,0.1;"*",0.08}', [[10000, 0.1], ["*", 0.08]]], // oxfmt-ignore
    ["{-1;TRUE;#N/A}", [[-1], [true], [{ error: "#N/A" }]]],
    ["B2", { reference: "B2" }],
    ["$A$2:$C$5", { reference: "A2:C5" }],
    ["AB10:AC$12", { reference: "AB10:AC12" }],
  ])("%s", (text, value) => {
    expect(argsOf(text)).toEqual([value]);
  });

  it("is undefined where it is left out", () => {
    expect(argsOf('1,,"a",')).toEqual([1, undefined, "a", undefined]);
  });

  it("may have blanks around it", () => {
    expect(argsOf(" 1 , { 2 ; 3 } ")).toEqual([1, [[2], [3]]]);
  });
});

it("a formula has the id of its function", () => {
  expect(parseCall("=BILLING.RATE_USAGE(1,2)")).toEqual({ id: "RATE_USAGE", args: [1, 2] });
});

it("a result is a value or the rows of a spill", () => {
  expect(parseValue("1400")).toBe(1400);
  expect(parseValue("DATE(2026,2,28)")).toBe(46081);
  expect(parseValue('{"Line";"Tier 1"}')).toEqual([["Line"], ["Tier 1"]]);
});

describe("what is no formula of the add-in is refused with its text", () => {
  it.each([
    ["=SUM(A1:A3)", "SUM"],
    ["BILLING.X(1)", "“=” is expected"],
    ["=BILLING.X(1", "its end"],
    ["=BILLING.X(1))", "nothing more"],
    ["=BILLING.X(1)+1", "+1"],
    ["=BILLING.X({1,2;3})", "a row as long as the first"],
    ["=BILLING.X({})", "a value is expected"],
    ["=BILLING.X({1,})", "a value is expected"],
    ["=BILLING.X(DATE(2026,2,30))", "a day of the calendar"],
    ["=BILLING.X(BILLING.Y(1))", "a value is expected"],
    ["=BILLING.X('Price list'!A1)", "not understood"],
    ["=BILLING.X(12abc)", "abc"],
  ])("%s", (formula, words) => {
    expect(() => parseCall(formula)).toThrow(words);
    expect(() => parseCall(formula)).toThrow(`“${formula}”`);
  });

  it.each(["", "A1", "{1", "1 2"])("as a result: “%s”", (text) => {
    expect(() => parseValue(text)).toThrow(`“${text}”`);
  });
});
