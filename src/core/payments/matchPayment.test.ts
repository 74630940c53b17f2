import fc from "fast-check";
import { decimals } from "../../../test/properties/support/arbitraries";
import { check } from "../../../test/properties/support/check";
import { Decimal, sum, zero } from "../money/decimal";
import { matchPayment } from "./matchPayment";

type Items = readonly (readonly [number: string, balance: string])[];

/** A match in short: its rule, what each number gets, and the rest; or why there is none. */
function match(amount: string, text: string, items: Items, tolerance = "0") {
  const result = matchPayment(
    new Decimal(amount),
    text,
    items.map(([number, balance]) => ({ number, balance: new Decimal(balance) })),
    new Decimal(tolerance),
  );
  if (!result.ok) return result.reason;
  const applied = result.applications.map(
    ({ index, applied }) => `${items[index]![0]} ${applied.toString()}`,
  );
  return [result.rule, ...applied, result.unapplied.toString()];
}

describe("matchPayment by reference", () => {
  const items: Items = [
    ["INV-1001", "500"],
    ["INV-1002", "500"],
    ["CN-7", "-50"],
    ["INV-1003", "120.10"],
    ["INV-1004", "0"],
  ];

  it("pays the invoice that the text names, whatever else has that balance", () => {
    expect(match("500", "payment INV 1002 thank you", items)).toEqual(["reference", "INV-1002 500", "0"]);
  });

  it("pays in the order of the list, short or in full, and keeps the rest", () => {
    expect(match("600", "INV-1003, INV-1001", items)).toEqual([
      "reference",
      "INV-1001 500",
      "INV-1003 100",
      "0",
    ]);
    expect(match("650", "INV-1003, INV-1001", items)).toEqual([
      "reference",
      "INV-1001 500",
      "INV-1003 120.1",
      "29.9",
    ]);
  });

  it("uses named credits in full before cash", () => {
    expect(match("450", "INV-1001 less CN-7", items)).toEqual(["reference", "INV-1001 500", "CN-7 -50", "0"]);
    expect(match("0", "CN-7", items)).toEqual(["reference", "CN-7 -50", "50"]);
  });

  it("does not look for another invoice when the named one is settled", () => {
    expect(match("500", "INV-1004", items)).toEqual(["reference", "INV-1004 0", "500"]);
  });

  it("invents no cent where the cash is short by the tolerance", () => {
    expect(match("499.99", "INV-1001", items, "0.01")).toEqual(["reference", "INV-1001 499.99", "0"]);
    expect(match("500.01", "INV-1001", items, "0.01")).toEqual(["reference", "INV-1001 500", "0.01"]);
  });
});

describe("matchPayment by amount", () => {
  const items: Items = [
    ["A1", "100"],
    ["B2", "60"],
    ["C3", "40"],
    ["D4", "-100"],
    ["E5", "0"],
  ];

  it("prefers a single balance to a set", () => {
    expect(match("100", "", items)).toEqual(["amount", "A1 100", "0"]);
  });

  it("takes amounts for equal that differ by the tolerance", () => {
    expect(match("59.95", "", items, "0.05")).toEqual(["amount", "B2 59.95", "0"]);
    expect(match("60.05", "", items, "0.05")).toEqual(["amount", "B2 60", "0.05"]);
    expect(match("60.06", "", items, "0.05")).toContain("no balance equals 60.06");
  });

  it("names up to three of several equal balances", () => {
    const equal = (count: number) =>
      match(
        "1234.5",
        "",
        Array.from({ length: count }, (_, index) => [`A${String(index + 1)}`, "1234.50"] as const),
      );
    const reason = "Several balances equal 1,234.5 and the text names none of them:";
    expect(equal(2)).toBe(`${reason} A1 and A2.`);
    expect(equal(3)).toBe(`${reason} A1, A2 and A3.`);
    expect(equal(5)).toBe(`${reason} A1, A2, A3 and 2 more.`);
  });

  it("does not choose the closer of two within the tolerance", () => {
    const close: Items = [
      ["A1", "100"],
      ["B2", "100.01"],
    ];
    expect(match("100", "", close, "0.01")).toContain("Several balances equal 100");
  });
});

describe("matchPayment by a set of balances", () => {
  it("adds decimals exactly", () => {
    const items: Items = [
      ["A1", "0.10"],
      ["B2", "0.20"],
      ["C3", "0.70"],
    ];
    expect(match("0.30", "", items)).toEqual(["combination", "A1 0.1", "B2 0.2", "0"]);
  });

  it("counts credits in", () => {
    const items: Items = [
      ["A1", "100"],
      ["CN-1", "-30"],
      ["B2", "57"],
    ];
    expect(match("70", "", items)).toEqual(["combination", "A1 100", "CN-1 -30", "0"]);
    expect(match("127", "", items)).toEqual(["combination", "A1 100", "CN-1 -30", "B2 57", "0"]);
  });

  it("leaves the difference with the last invoice when the cash is short by the tolerance", () => {
    const items: Items = [
      ["A1", "100"],
      ["B2", "57"],
      ["CN-1", "-30"],
    ];
    expect(match("126.98", "", items, "0.02")).toEqual([
      "combination",
      "A1 100",
      "B2 56.98",
      "CN-1 -30",
      "0",
    ]);
    expect(match("127.02", "", items, "0.02")).toEqual([
      "combination",
      "A1 100",
      "B2 57",
      "CN-1 -30",
      "0.02",
    ]);
  });

  it("does not choose between sets", () => {
    const items: Items = [
      ["A1", "50"],
      ["B2", "50"],
      ["C3", "30"],
      ["D4", "20"],
    ];
    expect(match("100", "", items)).toBe(
      "Several sets of balances add up to 100 and the text names none of them: A1 + B2, A1 + C3 + D4 and B2 + C3 + D4.",
    );
  });

  const powers = (count: number): Items =>
    Array.from({ length: count }, (_, index) => [`A${String(index)}`, String(2 ** index)] as const);

  it("takes five balances at most", () => {
    expect(match("31", "", powers(6))).toEqual(["combination", "A0 1", "A1 2", "A2 4", "A3 8", "A4 16", "0"]);
    expect(match("63", "", powers(6))).toBe(
      "The text names no number of the list, no balance equals 63, and no 2 to 5 balances add up to it.",
    );
  });

  it("is tried for twelve open balances at most; settled ones do not count", () => {
    const settled: Items = [
      ["Z1", "0"],
      ["Z2", "0"],
    ];
    expect(match("3", "", [...settled, ...powers(12)])).toEqual(["combination", "A0 1", "A1 2", "0"]);
    expect(match("3", "", powers(13))).toBe(
      "The text names no number of the list and no balance equals 3; sums are tried for at most 12 open balances, and there are 13.",
    );
  });

  it("finds nothing where nothing is open", () => {
    expect(match("3", "", [])).toContain("no balance equals 3");
  });
});

describe("matchPayment", () => {
  const items = fc
    .array(decimals(3, 1, "negative"), { maxLength: 9 })
    .map((balances) => balances.map((balance, index) => ({ number: `INV-${String(index + 1)}`, balance })));
  const named = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 });
  const text = fc
    .option(named, { nil: [] })
    .map((numbers) => numbers.map((number) => `INV-${String(number)}`).join(", "));
  const tolerance = fc.constantFrom("0", "0.1", "1").map((text) => new Decimal(text));

  it("applies the cash and the credits, never more", () => {
    let matches = 0;
    check(
      fc.property(decimals(3, 1), text, items, tolerance, (amount, words, open, within) => {
        const result = matchPayment(amount, words, open, within);
        if (!result.ok) return;
        matches++;
        const applied = result.applications.map((application) => application.applied);
        expect(sum([...applied, result.unapplied]).equals(amount)).toBe(true);
        expect(result.unapplied.lessThan(0)).toBe(false);
        for (const { index, applied } of result.applications) {
          const { balance } = open[index]!;
          const [least, most] = balance.isNegative() ? [balance, balance] : [zero, balance];
          expect(applied.greaterThanOrEqualTo(least) && applied.lessThanOrEqualTo(most)).toBe(true);
        }
        if (result.rule !== "reference") {
          const wanted = sum(result.applications.map(({ index }) => open[index]!.balance));
          expect(wanted.minus(amount).abs().lessThanOrEqualTo(within)).toBe(true);
        }
      }),
      1000,
    );
    expect(matches).toBeGreaterThan(100);
  });

  it("finds a set that is there, or says that there are several", () => {
    const open = fc.array(decimals(4, 2, "positive"), { minLength: 2, maxLength: 12 });
    check(
      fc.property(open, fc.integer({ min: 2, max: 5 }), fc.nat(), (balances, size, seed) => {
        const set = balances.map((_, index) => index).slice(seed % (balances.length - 1));
        const amount = sum(set.slice(0, size).map((index) => balances[index]!));
        const list = balances.map((balance, index) => ({ number: String(index), balance }));
        const result = matchPayment(amount, "", list, zero);
        if (result.ok) expect(result.unapplied.isZero()).toBe(true);
        else expect(result.reason).toContain("Several");
      }),
    );
  });
});
