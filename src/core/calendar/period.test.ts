import { contains, daysOf, formatPeriod, monthOf, overlap, parsePeriod, preceding } from "./period";

const text = (written: string) => {
  const period = parsePeriod(written);
  return period ? formatPeriod(period) : "none";
};
const period = (written: string) => parsePeriod(written)!;

describe("parsePeriod", () => {
  it.each([
    ["2026-10", "2026-10"],
    [" 2026-10 ", "2026-10"],
    ["2026-Q4", "2026-10-01..2026-12-31"],
    ["2026-q1", "2026-01-01..2026-03-31"],
    ["2024", "2024-01-01..2024-12-31"],
    ["2026-10-05..2026-11-04", "2026-10-05..2026-11-04"],
    ["2026-10-05 .. 2026-10-05", "2026-10-05..2026-10-05"],
    ["2024-02-01..2024-02-29", "2024-02"],
  ])("reads %j as %s", (written, shown) => {
    expect(text(written)).toBe(shown);
  });

  it.each([
    "",
    "2026-13",
    "2026-00",
    "2026-Q5",
    "2026-1",
    "26-10",
    "October",
    "2026-10-05",
    "2026-11-04..2026-10-05",
    "2026-02-30..2026-03-01",
    "2026-10-01..",
    "2026-10-01..2026-10-02..2026-10-03",
  ])("finds no period in %j", (written) => {
    expect(text(written)).toBe("none");
  });
});

describe("periods", () => {
  it("count both ends", () => {
    expect(daysOf(period("2026-10"))).toBe(31);
    expect(daysOf(period("2026-10-05..2026-10-05"))).toBe(1);
    expect(contains(period("2026-10"), period("2026-10").from)).toBe(true);
    expect(contains(period("2026-10"), period("2026-10").to)).toBe(true);
    expect(contains(period("2026-10"), period("2026-10").to + 1)).toBe(false);
  });

  it.each([
    ["2026-10", "2026-10-15..2026-11-14", "2026-10-15..2026-10-31"],
    ["2026-10", "2026-10-31..2026-11-14", "2026-10-31..2026-10-31"],
    ["2026", "2026-Q2", "2026-04-01..2026-06-30"],
  ])("%s and %s share %s", (a, b, both) => {
    expect(formatPeriod(overlap(period(a), period(b))!)).toBe(both);
    expect(overlap(period(b), period(a))).toEqual(overlap(period(a), period(b)));
  });

  it("may share nothing", () => {
    expect(overlap(period("2026-10"), period("2026-11"))).toBeUndefined();
  });

  it.each([
    ["2026-10", "2026-09"],
    ["2026-01", "2025-12"],
    ["2024-03", "2024-02"],
    ["2026-Q1", "2025-10-01..2025-12-31"],
    ["2026", "2025-01-01..2025-12-31"],
    ["2026-10-05..2026-10-11", "2026-09-28..2026-10-04"],
    ["2026-10-15..2026-11-14", "2026-09-14..2026-10-14"],
  ])("%s comes after %s", (later, earlier) => {
    expect(formatPeriod(preceding(period(later)))).toBe(formatPeriod(period(earlier)));
  });

  it("know the calendar month of a day", () => {
    expect(formatPeriod(monthOf(period("2024-02-29..2024-02-29").from))).toBe("2024-02");
  });
});
