import fc from "fast-check";
import { periodHolding, periodsWithin, type Cycle } from "../../src/core/calendar/cycle";
import {
  addMonths,
  civilOf,
  dayOf,
  daysInMonth,
  endOfMonth,
  FIRST_DAY,
  formatDay,
  LAST_DAY,
  parseIsoDay,
  validDay,
  type Day,
} from "../../src/core/calendar/day";
import { contains, daysOf, formatPeriod, monthOf, parsePeriod } from "../../src/core/calendar/period";
import { countDays, dayFraction } from "../../src/core/calendar/proration";
import { check } from "./support/check";

const day = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
/** Days that leave room for periods around them. */
const middle = fc.integer({ min: dayOf(1902, 1, 1), max: dayOf(9990, 1, 1) });

/** The calendar of the language, as an oracle. */
function byLanguage(serial: Day): readonly [number, number, number] {
  const date = new Date((serial - 25_569) * 86_400_000);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

describe("days", () => {
  it("are taken apart and put together again, at both ends of every month from 1900-03 to 9999-12", () => {
    let wrong = 0;
    for (let first = FIRST_DAY; first <= LAST_DAY; first = endOfMonth(first) + 1) {
      for (const serial of [first, endOfMonth(first)]) {
        const { year, month, day: dayOfMonth } = civilOf(serial);
        if (dayOf(year, month, dayOfMonth) !== serial || validDay(year, month, dayOfMonth) !== serial)
          wrong++;
      }
      if (civilOf(first).day !== 1) wrong++;
    }
    expect(wrong).toBe(0);
  });

  it("are those of the calendar", () => {
    check(
      fc.property(day, (serial) => {
        const { year, month, day: dayOfMonth } = civilOf(serial);
        expect([year, month, dayOfMonth]).toEqual(byLanguage(serial));
        expect(parseIsoDay(formatDay(serial))).toBe(serial);
      }),
      1000,
    );
  });

  it("keep their day of the month, or the month's last, that many months on", () => {
    check(
      fc.property(middle, fc.integer({ min: -20, max: 100 }), (serial, months) => {
        const before = civilOf(serial);
        const after = civilOf(addMonths(serial, months));
        expect(after.year * 12 + after.month).toBe(before.year * 12 + before.month + months);
        expect(after.day).toBe(Math.min(before.day, daysInMonth(after.year, after.month)));
      }),
      1000,
    );
  });

  it("lie in their month", () => {
    check(
      fc.property(middle, (serial) => {
        const month = monthOf(serial);
        expect(contains(month, serial)).toBe(true);
        expect(month.to).toBe(endOfMonth(serial));
        expect(daysOf(month)).toBe(daysInMonth(civilOf(serial).year, civilOf(serial).month));
        expect(civilOf(month.to + 1).day).toBe(1);
      }),
    );
  });
});

describe("periods as text", () => {
  it("are read back", () => {
    check(
      fc.property(day, fc.integer({ min: 0, max: 800 }), (from, length) => {
        const period = { from, to: Math.min(from + length, LAST_DAY) };
        expect(parsePeriod(formatPeriod(period))).toEqual(period);
        expect(parsePeriod(formatPeriod(monthOf(from)))).toEqual(monthOf(from));
      }),
    );
  });
});

describe("billing cycles", () => {
  const lengths = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 } as const;
  const frequencies = Object.keys(lengths) as (keyof typeof lengths)[];
  const cycles = frequencies.flatMap((frequency) =>
    Array.from({ length: 31 }, (_, index) => [frequency, index + 1] as const),
  );

  it.each(cycles)("%s, anchor %i: tile the calendar and hold their start", (frequency, anchorDay) => {
    check(
      fc.property(middle, fc.integer({ min: -1000, max: 4000 }), (start, distance) => {
        const cycle: Cycle = { frequency, anchorDay, start };
        const first = periodHolding(cycle, start);
        expect(contains(first, start)).toBe(true);
        // The month that holds the start opens the first period, however long the period is.
        expect(periodHolding({ ...cycle, frequency: "monthly" }, start).from).toBe(first.from);

        const elsewhere = Math.max(start + distance, FIRST_DAY + 400);
        const period = periodHolding(cycle, elsewhere);
        expect(contains(period, elsewhere)).toBe(true);
        expect(periodHolding(cycle, period.from)).toEqual(period);
        expect(periodHolding(cycle, period.to)).toEqual(period);

        const next = periodHolding(cycle, period.to + 1);
        const [begin, end] = [civilOf(period.from), civilOf(next.from)];
        expect(next.from).toBe(period.to + 1);
        expect(begin.day).toBe(Math.min(anchorDay, daysInMonth(begin.year, begin.month)));
        expect(end.year * 12 + end.month - begin.year * 12 - begin.month).toBe(lengths[frequency]);
        const monthsFromFirst =
          (begin.year - civilOf(first.from).year) * 12 + begin.month - civilOf(first.from).month;
        expect(monthsFromFirst % lengths[frequency]).toBeCloseTo(0);
      }),
      20,
    );
  });

  it("cover a window from its first to its last day without a gap", () => {
    const cycle = fc.record({
      frequency: fc.constantFrom(...frequencies),
      anchorDay: fc.integer({ min: 1, max: 31 }),
      start: middle,
    });
    check(
      fc.property(cycle, middle, fc.integer({ min: 0, max: 1500 }), (drawn, from, length) => {
        const periods = periodsWithin(drawn, { from, to: from + length });
        expect(contains(periods[0]!, from)).toBe(true);
        expect(contains(periods.at(-1)!, from + length)).toBe(true);
        for (const [index, period] of periods.slice(1).entries())
          expect(period.from).toBe(periods[index]!.to + 1);
      }),
    );
  });
});

describe("30/360", () => {
  it("counts 30 days in every full month and 360 in every full year", () => {
    check(
      fc.property(middle, fc.integer({ min: 1, max: 36 }), (serial, months) => {
        const { from } = monthOf(serial);
        expect(countDays(from, addMonths(from, months) - 1, "30/360")).toBe(30 * months);
      }),
      500,
    );
  });

  it("counts 30 days from any day up to the 28th to the day before it in the next month", () => {
    check(
      fc.property(middle, fc.integer({ min: 1, max: 28 }), (serial, dayOfMonth) => {
        const { year, month } = civilOf(serial);
        const from = dayOf(year, month, dayOfMonth);
        expect(countDays(from, addMonths(from, 1) - 1, "30/360")).toBe(30);
      }),
      500,
    );
  });

  it("never makes a part more than the whole", () => {
    check(
      fc.property(
        middle,
        fc.integer({ min: 1, max: 31 }),
        fc.nat(400),
        fc.nat(400),
        (serial, anchorDay, a, b) => {
          const full = periodHolding({ frequency: "annual", anchorDay, start: serial }, serial);
          const [from, to] = [full.from + Math.min(a, b), full.from + Math.max(a, b)];
          fc.pre(to <= full.to);
          for (const basis of ["actual", "30/360"] as const) {
            const { numerator, denominator } = dayFraction({ from, to }, full, basis);
            expect(numerator).toBeGreaterThanOrEqual(1);
            expect(numerator).toBeLessThanOrEqual(denominator);
          }
        },
      ),
      500,
    );
  });
});
