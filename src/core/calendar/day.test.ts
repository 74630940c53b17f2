import {
  addMonths,
  civilOf,
  clampedDay,
  dayOf,
  daysInMonth,
  endOfMonth,
  FIRST_DAY,
  formatDay,
  LAST_DAY,
  parseIsoDay,
  validDay,
} from "./day";

const day = (text: string) => parseIsoDay(text)!;

describe("days", () => {
  it.each([
    ["1900-03-01", 61],
    ["1970-01-01", 25_569],
    ["2000-02-29", 36_585],
    ["2026-10-31", 46_326],
    ["9999-12-31", 2_958_465],
  ])("%s is Excel's serial %i", (text, serial) => {
    expect(parseIsoDay(text)).toBe(serial);
    expect(formatDay(serial)).toBe(text);
  });

  it("begin and end where Excel's calendar is right", () => {
    expect(formatDay(FIRST_DAY)).toBe("1900-03-01");
    expect(formatDay(LAST_DAY)).toBe("9999-12-31");
    expect(validDay(1900, 2, 28)).toBeUndefined();
    expect(validDay(10_000, 1, 1)).toBeUndefined();
  });

  it("let months and days run over", () => {
    expect(dayOf(2026, 13, 1)).toBe(day("2027-01-01"));
    expect(dayOf(2026, 0, 1)).toBe(day("2025-12-01"));
    expect(dayOf(2026, 3, 0)).toBe(day("2026-02-28"));
    expect(dayOf(2026, -10, 1)).toBe(day("2025-02-01"));
  });

  it.each([
    "2026-02-30",
    "2026-00-01",
    "2026-13-01",
    "2026-1-1",
    "26-01-01",
    "2026-10-31T00:00",
    "31.10.2026",
    "",
  ])("do not include %j", (text) => {
    expect(parseIsoDay(text)).toBeUndefined();
  });

  it("know the length of a month", () => {
    expect([daysInMonth(2024, 2), daysInMonth(2026, 2), daysInMonth(2000, 2), daysInMonth(2100, 2)]).toEqual([
      29, 28, 29, 28,
    ]);
    expect([daysInMonth(2026, 12), daysInMonth(2026, 4)]).toEqual([31, 30]);
  });

  it("clamp to the end of a month", () => {
    expect(formatDay(clampedDay(2026, 2, 31))).toBe("2026-02-28");
    expect(formatDay(clampedDay(2026, 14, 31))).toBe("2027-02-28");
    expect(formatDay(addMonths(day("2026-01-31"), 1))).toBe("2026-02-28");
    expect(formatDay(addMonths(day("2026-03-31"), -1))).toBe("2026-02-28");
    expect(formatDay(addMonths(day("2024-02-29"), 12))).toBe("2025-02-28");
    expect(formatDay(endOfMonth(day("2024-02-01")))).toBe("2024-02-29");
  });

  it("are taken apart again", () => {
    expect(civilOf(day("2026-10-31"))).toEqual({ year: 2026, month: 10, day: 31 });
  });
});
