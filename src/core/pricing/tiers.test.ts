import { Decimal } from "../money/decimal";
import { isOpenBound, lastBound, tierFault, tierHolding, tierLabel, type Tier } from "./tiers";
import { parseTiersText } from "./tiersText";

/** Tiers as the text of one line each, or why they cannot be read. */
function read(text: string): string[] | string {
  const parsed = parseTiersText(text);
  if (!parsed.ok) return parsed.reason;
  return parsed.tiers.map(
    ({ upTo, unitPrice, flatFee }) =>
      `${upTo?.toString() ?? "*"}: ${unitPrice.toString()} + ${flatFee.toString()}`,
  );
}

function tiersOf(text: string): readonly Tier[] {
  const parsed = parseTiersText(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.tiers;
}

describe("parseTiersText", () => {
  it.each([
    ["1000: 0.10; 5000: 0.08; *: 0.05", ["1000: 0.1 + 0", "5000: 0.08 + 0", "*: 0.05 + 0"]],
    ["1000: 0 + 25; *: 0.02 + 0", ["1000: 0 + 25", "*: 0.02 + 0"]],
    ["1000: 0 + 25; *: 0.02", ["1000: 0 + 25", "*: 0.02 + 0"]],
    ["1000:0.1+25;*:0.02", ["1000: 0.1 + 25", "*: 0.02 + 0"]],
    ["*: 0.05", ["*: 0.05 + 0"]],
    ["∞: 0.05;", ["*: 0.05 + 0"]],
    ["100: 1; : 0.5", ["100: 1 + 0", "*: 0.5 + 0"]],
    ["100: 1; 200: 0.5", ["100: 1 + 0", "200: 0.5 + 0"]],
    ["100: 1\n*: 0.5\n", ["100: 1 + 0", "*: 0.5 + 0"]],
    ["100: 1 + 5\r\n*: 0.5 + 2\r\n", ["100: 1 + 5", "*: 0.5 + 2"]],
    ["0.5: 1; 1.25: 2", ["0.5: 1 + 0", "1.25: 2 + 0"]],
    ["100: -1 + -5; *: -0.5", ["100: -1 + -5", "*: -0.5 + 0"]],
    ["100: $1.50; *: 3 %", ["100: 1.5 + 0", "*: 0.03 + 0"]],
  ])("reads %j", (text, tiers) => {
    expect(read(text)).toEqual(tiers);
  });

  it.each([
    ["1,000: 0.10; *: 0.05", ["1000: 0.1 + 0", "*: 0.05 + 0"]],
    ["1.000: 0,10; *: 0,05", ["1000: 0.1 + 0", "*: 0.05 + 0"]],
    ["1.000: 0 + 2,50; *: 1", ["1000: 0 + 2.5", "*: 1 + 0"]],
    ["1000: 1.125; *: 1", ["1000: 1.125 + 0", "*: 1 + 0"]],
    ["1.000: 0.10; *: 0.05", ["1: 0.1 + 0", "*: 0.05 + 0"]],
  ])("lets the figures of %j settle the decimal sign", (text, tiers) => {
    expect(read(text)).toEqual(tiers);
  });

  it.each([
    ["1.000: 2; *: 1", "“1.000” can mean 1 or 1000"],
    ["1,000: 2; *: 1", "“1,000” can mean 1000 or 1"],
    ["*: 1,250", "“*: 1,250” has no price that can be read"],
    ["*: 0 + 1,250", "“*: 0 + 1,250” has no price that can be read"],
    ["1,000: 0.10; 2000: 0,05; *: 0", "“1,000” can mean 1000 or 1"],
  ])("does not guess %j", (text, reason) => {
    expect(read(text)).toBe(reason);
  });

  it.each([
    ["", "there is no tier"],
    [" ; ", "there is no tier"],
    ["1000", "“1000” is not of the form bound: price"],
    ["1000: ", "“1000: ” has no price that can be read"],
    ["1000: cheap", "“1000: cheap” has no price that can be read"],
    ["1000: 1 + free", "“1000: 1 + free” has no price that can be read"],
    ["1000: 1 + 2 + 3", "“1000: 1 + 2 + 3” has no price that can be read"],
    ["many: 1", "“many” is no bound"],
    ["0: 1; *: 2", "the first bound must be above 0"],
    ["-5: 1; *: 2", "the first bound must be above 0"],
    ["100: 1; 100: 2", "bound 100 does not rise above 100"],
    ["100: 1; 50: 2; *: 3", "bound 50 does not rise above 100"],
    ["*: 1; 100: 2", "only the last tier can be without a limit"],
    ["*: 1; *: 2", "only the last tier can be without a limit"],
  ])("says what is wrong with %j", (text, reason) => {
    expect(read(text)).toBe(reason);
  });

  it("knows whether any flat fee was written", () => {
    expect(parseTiersText("100: 50; *: 200")).toMatchObject({ withFees: false });
    expect(parseTiersText("100: 50 + 0; *: 200")).toMatchObject({ withFees: true });
  });
});

describe("tiers", () => {
  const tiers = tiersOf("10: 1; 20: 2; *: 3");

  it("hold their upper bound, and a fraction between two bounds belongs to the upper tier", () => {
    const holding = ["0", "10", "10.000001", "20", "20.5", "1e9"].map((quantity) =>
      tierHolding(tiers, new Decimal(quantity)),
    );
    expect(holding).toEqual([0, 0, 1, 1, 2, 2]);
    expect(tierHolding(tiersOf("10: 1"), new Decimal("10.01"))).toBe(-1);
  });

  it("have names", () => {
    expect(tiers.map((_, index) => tierLabel(tiers, index))).toEqual(["up to 10", "10 - 20", "above 20"]);
    expect(tierLabel(tiersOf("*: 1"), 0)).toBe("all");
  });

  it("may end", () => {
    expect(lastBound(tiers)).toBeNull();
    expect(lastBound(tiersOf("10: 1; 20: 2"))?.toString()).toBe("20");
    expect(tierFault(tiers)).toBeUndefined();
  });
});

describe("isOpenBound", () => {
  it.each(["*", " * ", "∞", "inf", "Infinity", ""])("knows %j as no limit", (text) => {
    expect(isOpenBound(text)).toBe(true);
  });

  it.each(["0", "1000", "**", "none"])("does not take %j for no limit", (text) => {
    expect(isOpenBound(text)).toBe(false);
  });
});
