import { Decimal } from "../money/decimal";
import { parseIsoDay } from "./day";
import { parsePeriod } from "./period";
import {
  countDays,
  dayFraction,
  fractionValue,
  isWhole,
  prorate,
  splitFractions,
  wholePeriod,
  type DayCountBasis,
} from "./proration";

const day = (text: string) => parseIsoDay(text)!;

describe("countDays", () => {
  it.each([
    ["2026-10-15", "2026-10-31", "actual", 17],
    ["2026-10-15", "2026-10-15", "actual", 1],
    ["2024-02-01", "2024-03-01", "actual", 30],
    ["2026-01-01", "2026-01-31", "30/360", 30],
    ["2026-02-01", "2026-02-28", "30/360", 30],
    ["2024-02-01", "2024-02-29", "30/360", 30],
    ["2024-02-01", "2024-02-28", "30/360", 28],
    ["2026-04-01", "2026-04-30", "30/360", 30],
    ["2026-01-31", "2026-01-31", "30/360", 1],
    ["2026-01-15", "2026-02-14", "30/360", 30],
    ["2026-10-15", "2026-10-31", "30/360", 16],
    ["2026-01-01", "2026-12-31", "30/360", 360],
    ["2023-05-23", "2023-06-14", "30/360", 22],
  ] as const)("%s to %s by %s: %i", (from, to, basis, days) => {
    expect(countDays(day(from), day(to), basis)).toBe(days);
  });
});

describe("dayFraction", () => {
  const fraction = (part: string, full: string, basis: DayCountBasis = "actual") =>
    dayFraction(parsePeriod(part)!, parsePeriod(full)!, basis);

  it("is the part's days over the full period's", () => {
    expect(fraction("2026-10-15..2026-10-31", "2026-10")).toEqual({ numerator: 17, denominator: 31 });
    expect(fraction("2026-10-15..2026-10-31", "2026-10", "30/360")).toEqual({
      numerator: 16,
      denominator: 30,
    });
  });

  it("is whole for the full period, whatever it counts", () => {
    expect(isWhole(fraction("2026-10", "2026-10"))).toBe(true);
    expect(isWhole(fraction("2026-01-31..2026-02-27", "2026-01-31..2026-02-27", "30/360"))).toBe(true);
    expect(isWhole(fraction("2026-10-01..2026-10-30", "2026-10"))).toBe(false);
    expect(isWhole(wholePeriod)).toBe(true);
  });
});

describe("prorate", () => {
  it("multiplies first, so that 31.00 × 17 ÷ 31 is exactly 17", () => {
    expect(prorate(new Decimal("31"), { numerator: 17, denominator: 31 }).toString()).toBe("17");
  });

  it("leaves the amount of a whole period alone", () => {
    expect(prorate(new Decimal("0.1"), wholePeriod).toString()).toBe("0.1");
  });

  it("gives the fraction itself for 1", () => {
    expect(fractionValue({ numerator: 1, denominator: 4 }).toString()).toBe("0.25");
  });
});

describe("splitFractions", () => {
  const days = (parts: readonly string[], basis: DayCountBasis, full = "2026-10") =>
    splitFractions(
      parts.map((part) => parsePeriod(part)!),
      parsePeriod(full)!,
      basis,
    ).map(({ numerator, denominator }) => `${String(numerator)}/${String(denominator)}`);

  it.each([
    [
      ["2026-10-01..2026-10-15", "2026-10-16..2026-10-31"],
      ["15/30", "15/30"],
    ],
    [
      ["2026-10-01..2026-10-30", "2026-10-31..2026-10-31"],
      ["30/30", "0/30"],
    ],
    [
      ["2026-10-20..2026-10-30", "2026-10-31..2026-10-31"],
      ["11/30", "0/30"],
    ],
    [["2026-10-31..2026-10-31"], ["1/30"]],
  ])("30/360: the last part takes what is left of %j", (parts, fractions) => {
    expect(days(parts, "30/360")).toEqual(fractions);
  });

  it("never gives parts more days than the period has", () => {
    const parts = ["2026-10-01..2026-10-30", "2026-10-31..2026-10-31", "2026-11-01..2026-12-31"];
    expect(days(parts, "30/360", "2026-10-01..2026-12-31")).toEqual(["30/90", "1/90", "59/90"]);
    expect(days(parts, "actual", "2026-10-01..2026-12-31")).toEqual(["30/92", "1/92", "61/92"]);
  });
});
