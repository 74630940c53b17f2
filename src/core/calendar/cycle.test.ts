import { periodHolding, periodsWithin, type Cycle } from "./cycle";
import { parseIsoDay } from "./day";
import { formatPeriod, parsePeriod } from "./period";

const day = (text: string) => parseIsoDay(text)!;
const cycle = (frequency: Cycle["frequency"], anchorDay: number, start: string): Cycle => ({
  frequency,
  anchorDay,
  start: day(start),
});

describe("periodHolding", () => {
  it.each([
    ["monthly", 1, "2026-01-10", "2026-02-15", "2026-02"],
    ["monthly", 15, "2026-01-10", "2026-01-10", "2025-12-15..2026-01-14"],
    ["monthly", 15, "2026-01-10", "2026-01-15", "2026-01-15..2026-02-14"],
    ["monthly", 31, "2026-01-31", "2026-01-31", "2026-01-31..2026-02-27"],
    ["monthly", 31, "2026-01-31", "2026-02-28", "2026-02-28..2026-03-30"],
    ["monthly", 31, "2026-01-31", "2026-03-31", "2026-03-31..2026-04-29"],
    ["monthly", 30, "2024-01-30", "2024-02-29", "2024-02-29..2024-03-29"],
    ["quarterly", 1, "2026-02-10", "2026-03-20", "2026-02-01..2026-04-30"],
    ["quarterly", 1, "2026-02-10", "2026-01-31", "2025-11-01..2026-01-31"],
    ["quarterly", 15, "2026-02-10", "2026-02-10", "2026-01-15..2026-04-14"],
    ["semiannual", 1, "2026-02-10", "2026-08-01", "2026-08-01..2027-01-31"],
    ["annual", 1, "2024-02-29", "2026-01-31", "2025-02-01..2026-01-31"],
    ["annual", 29, "2024-02-29", "2025-02-28", "2025-02-28..2026-02-27"],
  ] as const)("%s, anchor %i, start %s: %s lies in %s", (frequency, anchorDay, start, within, period) => {
    expect(formatPeriod(periodHolding(cycle(frequency, anchorDay, start), day(within)))).toBe(period);
  });
});

describe("periodsWithin", () => {
  it("gives every full period that shares a day with the window", () => {
    const periods = periodsWithin(cycle("monthly", 15, "2026-01-01"), parsePeriod("2026-02-14..2026-04-15")!);
    expect(periods.map(formatPeriod)).toEqual([
      "2026-01-15..2026-02-14",
      "2026-02-15..2026-03-14",
      "2026-03-15..2026-04-14",
      "2026-04-15..2026-05-14",
    ]);
  });
});
