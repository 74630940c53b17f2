import { movedFormula } from "./movedFormula";

/** Three rows come in at row 5 of Usage. */
const insertion = { sheet: "Usage", row: 4, count: 3 };
const here = { sheet: "Usage", isBelow: false };
const elsewhere = { sheet: "Summary", isBelow: false };
const totals = { sheet: "Usage", isBelow: true };

describe("a formula beside rows that come in", () => {
  it.each([
    ["D4+D5", "D4+D8"],
    ["SUM(D2:D9)", "SUM(D2:D12)"],
    ["SUM(D2:D4)", "SUM(D2:D4)"],
    ["$D$5*E$6", "$D$8*E$9"],
    ["SUM(5:6)+SUM($2:$4)", "SUM(8:9)+SUM($2:$4)"],
    ["SUM(D:D)", "SUM(D:D)"],
    ['"D5"&D5', '"D5"&D8'],
    ["LOG10(D5)+ABC10X+Rate.D5", "LOG10(D8)+ABC10X+Rate.D5"],
    ["Summary!D5+Usage!D5+D5", "Summary!D5+Usage!D8+D8"],
    ["'Usage'!D5:D6", "'Usage'!D8:D9"],
    ["[1]Usage!D5+Table1[[#This Row],[D5]]", "[1]Usage!D5+Table1[[#This Row],[D5]]"],
    ["'C:\\[a.xlsx]Usage'!D5", "'C:\\[a.xlsx]Usage'!D5"],
    ["IF(D5>1.5E5,D5,0)", "IF(D8>1.5E5,D8,0)"],
  ])("%s becomes %s", (before, after) => {
    expect(movedFormula(before, here, insertion)).toBe(after);
  });

  it("moves only what names the sheet where it is on another one", () => {
    expect(movedFormula("D5+usage!D5", elsewhere, insertion)).toBe("D5+usage!D8");
    expect(movedFormula("SUM(Jan:Usage!D5)", elsewhere, insertion)).toBe("SUM(Jan:Usage!D5)");
  });

  it("takes the rows into the sums of a row of totals", () => {
    expect(movedFormula("SUBTOTAL(9,D2:D4)/D4", totals, insertion)).toBe("SUBTOTAL(9,D2:D7)/D4");
  });
});
