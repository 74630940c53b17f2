import { Decimal } from "./decimal";
import { round, type RoundingMode } from "./round";

const rounded = (amount: string, digits: number, mode: RoundingMode) =>
  round(new Decimal(amount), digits, mode).toString();

describe("round", () => {
  it.each([
    ["10.275", 2, "10.28", "10.28", "10.28", "10.27"],
    ["10.265", 2, "10.27", "10.26", "10.27", "10.26"],
    ["-10.265", 2, "-10.27", "-10.26", "-10.27", "-10.26"],
    ["2.5", 0, "3", "2", "3", "2"],
    ["-2.5", 0, "-3", "-2", "-3", "-2"],
    ["1.0005", 3, "1.001", "1", "1.001", "1"],
    ["0.001", 2, "0", "0", "0.01", "0"],
    ["8.88", 2, "8.88", "8.88", "8.88", "8.88"],
    [
      "123456789012345678901234567890.125",
      2,
      "123456789012345678901234567890.13",
      "123456789012345678901234567890.12",
      "123456789012345678901234567890.13",
      "123456789012345678901234567890.12",
    ],
  ])("%s to %i digits", (amount, digits, halfUp, halfEven, up, down) => {
    const modes: readonly RoundingMode[] = ["half_up", "half_even", "up", "down"];
    expect(modes.map((mode) => rounded(amount, digits, mode))).toEqual([halfUp, halfEven, up, down]);
  });

  it("never gives minus nothing", () => {
    expect(Object.is(round(new Decimal("-0.001"), 2, "half_up").toNumber(), 0)).toBe(true);
  });

  it("sees the tie behind a quotient whose last digit was rounded", () => {
    // An average of 4 ÷ 3 at 0.00375 each is 0.005; 1.333… × 0.00375 is a hair less.
    const amount = new Decimal(4).dividedBy(3).times("0.00375");
    expect(amount.lessThan("0.005")).toBe(true);
    expect(round(amount, 2, "half_up").toString()).toBe("0.01");
    expect(round(amount, 2, "half_even").toString()).toBe("0");
    expect(round(new Decimal(2).dividedBy(3).times(3), 2, "up").toString()).toBe("2");
    expect(round(new Decimal(1).dividedBy(3).times(3), 2, "down").toString()).toBe("1");
  });
});
