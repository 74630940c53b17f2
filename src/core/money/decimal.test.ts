import { decimalOfDouble, Decimal, sum } from "./decimal";

describe("decimalOfDouble", () => {
  it.each([
    [0.1 + 0.2, "0.3"],
    [1 / 3, "0.333333333333333"],
    [-1 / 3, "-0.333333333333333"],
    [1.1 * 3, "3.3"],
    [4.35 * 100, "435"],
    [123_456_789_012_345, "123456789012345"],
    [2 ** 53, "9007199254740990"],
    [1e21, "1000000000000000000000"],
    [1e-7, "0.0000001"],
    [1.5e-10, "0.00000000015"],
    [-0.5, "-0.5"],
    [0, "0"],
  ])("%d is %s, as Excel shows it at 15 digits", (value, shown) => {
    expect(decimalOfDouble(value).toString()).toBe(shown);
  });

  it("reads figures that come again, in any order, as the first time", () => {
    const values = Array.from({ length: 5000 }, (_, index) => (((index * 7919) % 99_991) - 50_000) / 1000);
    const read = [...values, ...values, -0, 0].map((value) => decimalOfDouble(value).toString());
    expect(read).toEqual([...values, ...values, 0, 0].map(String));
  });
});

describe("sum", () => {
  it("is exact", () => {
    const cents = Array.from({ length: 1000 }, () => new Decimal("0.01"));
    expect(sum([new Decimal("1e30"), ...cents]).toString()).toBe("1000000000000000000000000000010");
  });

  it("of nothing is 0", () => {
    expect(sum([]).toString()).toBe("0");
  });
});
