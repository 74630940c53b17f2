import { Decimal, zero } from "../../money/decimal";
import { amountText, lineFigures } from "./figures";
import { testItem, testLine } from "./testData";
import { english } from "../../words/english";

const shown = (changes: Parameters<typeof testLine>[0], currency = "EUR") => {
  const { quantity, unitPrice } = lineFigures(testLine(changes), currency, english);
  return [quantity?.text, unitPrice?.text];
};

describe("the figures of a line", () => {
  it.each([
    ["1000", "1,000"],
    ["123456789012345", "123,456,789,012,345"],
    ["1.5", "1.5"],
    ["1234567.25", "1,234,567.25"],
    ["-98000", "-98,000"],
    ["0", "0"],
  ])("show the quantity %s as %s", (quantity, text) => {
    expect(shown({ quantity: new Decimal(quantity) })[0]).toBe(text);
  });

  it.each([
    ["0.0375", "0.0375"],
    ["0.5", "0.50"],
    ["1500", "1,500.00"],
    ["0.00000125", "0.00000125"],
    ["219.354838709677", "219.3548387"],
    ["12345678901.25", "12,345,678,901.25"],
  ])("show the price %s as %s", (unitPrice, text) => {
    expect(shown({ unitPrice: new Decimal(unitPrice) })[1]).toBe(text);
  });

  it("keep the whole price in the cell", () => {
    const unitPrice = new Decimal("219.354838709677");
    const { cell } = lineFigures(testLine({ unitPrice }), "EUR", english).unitPrice!;
    expect(cell.value).toBe(unitPrice);
    expect(cell.style!.format).toBe('#,##0.0000000;"−"#,##0.0000000');
  });

  it("show the agreed price of a fee that was cut to some days", () => {
    const item = testItem({}, { kind: "fixed", fraction: { numerator: 14, denominator: 31 } });
    const unitPrice = new Decimal("22.1290322580645");
    const { unitPrice: shownPrice } = lineFigures(
      testLine({ kind: "fixed", item, unitPrice }),
      "EUR",
      english,
    );
    expect(shownPrice!.text).toBe("49.00");
    expect(shownPrice!.cell.value.toString()).toBe("49");
  });

  it("show no more of an average than can be read, and keep all of it in the cell", () => {
    const quantity = new Decimal("0.451612903225806");
    const { quantity: average } = lineFigures(testLine({ quantity }), "EUR", english);
    expect(average!.text).toBe("0.451613");
    expect(average!.cell.value).toBe(quantity);
  });

  it("count packages where the model does", () => {
    const item = testItem({ model: "package", packageSize: new Decimal(100) });
    expect(lineFigures(testLine({ item }), "EUR", english).unit).toBe("packages");
    expect(lineFigures(testLine({ item: testItem() }), "EUR", english).unit).toBe("calls");
  });

  it("show a price in yen without needless decimals", () => {
    expect(shown({ unitPrice: new Decimal(150000) }, "JPY")[1]).toBe("150,000");
  });

  it("show a share of money as a percentage of an amount", () => {
    const item = testItem({ model: "percentage" });
    const line = testLine({ item, quantity: new Decimal("9480.6"), unitPrice: new Decimal("0.029") });
    const { quantity, unitPrice } = lineFigures(line, "EUR", english);
    expect([quantity!.text, unitPrice!.text]).toEqual(["9,480.60", "2.9 %"]);
    expect(unitPrice!.cell.value.toString()).toBe("0.029");
    expect(unitPrice!.cell.style!.format).toBe('#,##0.0 %;"−"#,##0.0 %');
  });

  it("leave out the price of a step that is a fee alone", () => {
    expect(shown({ unitPrice: zero, flatFee: new Decimal(200) })).toEqual(["1,000", undefined]);
    expect(shown({ kind: "included", unitPrice: zero })).toEqual(["1,000", undefined]);
  });

  it.each(["discount", "minimum", "maximum", "commitment", "adjustment"] as const)(
    "leave out what a %s has none of",
    (kind) => {
      expect(shown({ kind })).toEqual([undefined, undefined]);
    },
  );
});

describe("an amount", () => {
  it("has the decimals of its currency", () => {
    const texts = ["EUR", "JPY", "BHD"].map((currency) => amountText(new Decimal("-1234"), currency));
    expect(texts).toEqual(["-1,234.00", "-1,234", "-1,234.000"]);
  });
});
