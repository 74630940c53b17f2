import { CellKind } from "../../../core/api";
import { kindOfBuiltInFormat, kindOfFormat } from "./numberFormat";

describe("kindOfFormat", () => {
  test.each([
    "yyyy-mm-dd",
    "dd/mm/yyyy hh:mm:ss",
    "[$-409]mmm d, yyyy;@",
    '[$-411]ggge"年"m"月"d"日"',
    "D.M.YY",
  ])("%s is a date", (code) => {
    expect(kindOfFormat(code)).toBe(CellKind.date);
  });

  test.each(["0%", "0.00 %", "[Red]-0.0%;0.0%", "_-* 0%_-"])("%s is a percent", (code) => {
    expect(kindOfFormat(code)).toBe(CellKind.percent);
  });

  test.each([
    "General",
    "#,##0.00",
    '0.00 "hours"',
    String.raw`0.00\ \k\W\h`,
    String.raw`0\%`,
    '0"%"',
    "[$USD] #,##0.00",
    "[Red]0.00;[Yellow]-0.00",
    '_-* #,##0.00 "kr"_-;_d0',
    "0.00E+00",
    "@",
    "",
  ])("%s is a number", (code) => {
    expect(kindOfFormat(code)).toBe(CellKind.number);
  });

  test.each(["h:mm", "h:mm AM/PM", "mm:ss.0", "[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[s]"])(
    "%s is a time",
    (code) => {
      expect(kindOfFormat(code)).toBe(CellKind.time);
    },
  );
});

describe("kindOfBuiltInFormat", () => {
  test.each([14, 15, 17, 22, 30, 57])("%d is a date", (id) => {
    expect(kindOfBuiltInFormat(id)).toBe(CellKind.date);
  });

  test.each([18, 20, 45, 46, 47])("%d is a time", (id) => {
    expect(kindOfBuiltInFormat(id)).toBe(CellKind.time);
  });

  test.each([9, 10])("%d is a percent", (id) => {
    expect(kindOfBuiltInFormat(id)).toBe(CellKind.percent);
  });

  test.each([0, 1, 4, 11, 13, 37, 44, 48, 49])("%d is a number", (id) => {
    expect(kindOfBuiltInFormat(id)).toBe(CellKind.number);
  });
});
