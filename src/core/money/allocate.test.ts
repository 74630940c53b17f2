import { allocate, shareByLargestRemainder } from "./allocate";
import { Decimal } from "./decimal";

const decimals = (texts: readonly string[]) => texts.map((text) => new Decimal(text));
const shown = (shares: readonly Decimal[]) => shares.map((share) => share.toString());
const allocated = (total: string, weights: readonly string[], digits = 2) =>
  shown(allocate(new Decimal(total), decimals(weights), digits));
const shared = (total: string, exact: readonly string[], digits = 2) =>
  shown(shareByLargestRemainder(new Decimal(total), decimals(exact), digits));

describe("allocate", () => {
  it.each([
    ["100", ["1", "1", "1"], ["33.34", "33.33", "33.33"]],
    ["10", ["60", "40"], ["6", "4"]],
    ["0.05", ["1", "1", "1", "1"], ["0.02", "0.01", "0.01", "0.01"]],
    ["0.01", ["1", "2"], ["0", "0.01"]],
    ["100", ["1", "0", "3"], ["25", "0", "75"]],
    ["0", ["1", "2"], ["0", "0"]],
    ["7.5", ["3", "12"], ["1.5", "6"]],
    ["-10", ["1", "3"], ["-2.5", "-7.5"]],
  ])("%s by %j is %j", (total, weights, shares) => {
    expect(allocated(total, weights)).toEqual(shares);
  });

  it("knows currencies without minor units and with three digits", () => {
    expect(allocated("100", ["1", "1", "1"], 0)).toEqual(["34", "33", "33"]);
    expect(allocated("1", ["1", "1", "1"], 3)).toEqual(["0.334", "0.333", "0.333"]);
  });

  it("gives ties to the first, although a third of 4 and of 1 end in other digits", () => {
    expect(allocated("2", ["4", "1", "1"], 0)).toEqual(["2", "0", "0"]);
    expect(allocated("2", ["1", "4", "1"], 0)).toEqual(["1", "1", "0"]);
  });
});

describe("shareByLargestRemainder", () => {
  it.each([
    ["10.00", ["3.333", "3.333", "3.334"], ["3.33", "3.33", "3.34"]],
    ["6.67", ["10", "-3.3333"], ["10", "-3.33"]],
    ["0.02", ["0.005", "0.005", "0.01"], ["0.01", "0", "0.01"]],
    ["0.00", ["0.004"], ["0"]],
    ["0.01", ["0.005"], ["0.01"]],
  ])("%s over %j is %j", (total, exact, shares) => {
    expect(shared(total, exact)).toEqual(shares);
  });

  it("takes back what is too much, starting at the smallest remainder", () => {
    expect(shared("3.01", ["1.019", "1.012", "1.001"])).toEqual(["1.01", "1.01", "0.99"]);
  });

  it("goes round again when the parts are far from the total", () => {
    expect(shared("0.05", ["0.001", "0.002"])).toEqual(["0.02", "0.03"]);
  });

  it("has nothing to share among nobody", () => {
    expect(shared("1", [])).toEqual([]);
  });

  it("takes a quotient that ends in nines for what it stands for", () => {
    const third = new Decimal(10).dividedBy(3);
    const exact = [third.times(3), new Decimal("0.005"), new Decimal("0.005")];
    expect(shown(shareByLargestRemainder(new Decimal("10.01"), exact, 2))).toEqual(["10", "0.01", "0"]);
  });
});
