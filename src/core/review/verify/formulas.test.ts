import { meaningOf, type NameOfColumn } from "./formulas";

const nameOf: NameOfColumn = (sheet, column) =>
  sheet === undefined
    ? ["Invoice number", "Subtotal", "Tax"][column]!
    : `${sheet}.${["Invoice number", "Amount"][column]!}`;
const meaning = (text: string, row = 1, down = 0) => meaningOf(text, nameOf, { row, down, right: 0 });

describe("what a formula says", () => {
  const ours = "ROUND(SUMIFS('Invoice lines'!$B$2:$B$30,'Invoice lines'!$A$2:$A$30,$A2),2)";

  it("does not depend on lengths of ranges, blanks and case", () => {
    expect(meaning(ours)).toBe(
      "ROUND(SUMIFS(Invoice lines.Amount,Invoice lines.Invoice number,Invoice number.),2)",
    );
    expect(meaning("round( SUMIFS('Invoice lines'!$B$2:$B$99, 'Invoice lines'!$A$2:$A$99, $A2), 2)")).toBe(
      meaning(ours),
    );
  });

  it("is another one for another row, another column and another sheet", () => {
    expect(meaning(ours, 2)).not.toBe(meaning(ours));
    expect(meaning("ROUND($B2+$C2,2)")).not.toBe(meaning("ROUND($B2+$B2,2)"));
    expect(meaning("Other!$A$2")).not.toBe(meaning("'Invoice lines'!$A$2"));
    expect(meaning("ROUND($B2+0.01,2)")).not.toBe(meaning("ROUND($B2,2)"));
  });

  it("of a shared formula moves with its cell", () => {
    expect(meaning("ROUND($B2+$C2,2)", 4, 3)).toBe(meaning("ROUND($B5+$C5,2)", 4));
  });
});
