import { Decimal } from "../money/decimal";
import { collectionEffectiveness, daysSalesOutstanding } from "./keyFigures";

const decimal = (text: string) => new Decimal(text);
const shown = (figure: Decimal | undefined) => figure?.toDecimalPlaces(4).toString();

describe("daysSalesOutstanding", () => {
  it.each([
    ["50000", "100000", "30", "15"],
    ["0", "100000", "30", "0"],
    ["1", "3", "365", "121.6667"],
    ["-50", "100", "30", "-15"],
    ["50000", "0", "30", undefined],
  ])("of %s receivables, %s sales in %s days is %s", (receivables, sales, days, expected) => {
    expect(shown(daysSalesOutstanding(decimal(receivables), decimal(sales), decimal(days)))).toBe(expected);
  });
});

describe("collectionEffectiveness", () => {
  it.each([
    ["50000", "80000", "40000", "25000", "85.7143"],
    ["50000", "0", "0", "0", "100"],
    ["50000", "80000", "25000", "25000", "100"],
    ["50000", "0", "50000", "0", "0"],
    ["50000", "0", "50000", "50000", undefined],
    ["0", "0", "0", "0", undefined],
  ])("of opening %s, sales %s, closing %s with %s current is %s", (...figures) => {
    const [opening, sales, closing, current] = figures.slice(0, 4).map((text) => decimal(text!));
    expect(shown(collectionEffectiveness(opening!, sales!, closing!, current!))).toBe(figures[4]);
  });
});
