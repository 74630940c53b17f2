import { exactSum } from "./exactSum";

describe("a sum of amounts", () => {
  it("is the sum of what the amounts show, not of their floating point", () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(exactSum([0.1, 0.2])).toBe(0.3);
    expect(exactSum([1000000000.1, -1000000000, -0.1])).toBe(0);
    expect(exactSum([])).toBe(0);
  });
});
