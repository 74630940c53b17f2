import { unitOfFormat } from "./unitOfFormat";

describe("unitOfFormat", () => {
  it.each([
    ['0.0" ct"', "ct"],
    ['0.0"p"', "p"],
    ["0.00\\ \\c\\t", "ct"],
    ['#,##0.00 "€/100 kWh"', "€/100 kWh"],
    ['[$€-407] #,##0.00" / MWh"', "/ MWh"],
    ['#,##0.0\\ "MWh";[Red]-#,##0.0\\ "MWh"', "MWh"],
    ['"¢"0.0', "¢"],
    ['0.00 "a;b"', "a;b"],
  ])("%s shows %s", (code, unit) => {
    expect(unitOfFormat(code)).toBe(unit);
  });

  it.each([
    "General",
    "0.00",
    "# ?/?",
    "0.00E+00",
    "€ #,##0.00",
    '#,##0.00 "€"',
    "[$EUR] #,##0.00",
    "_-* #,##0.00_-",
    '#,##0.0,"k"',
    '0.0,,\\ "M"',
    "[Red]0.00",
    "0 %",
  ])("%s shows none", (code) => {
    expect(unitOfFormat(code)).toBeUndefined();
  });
});
