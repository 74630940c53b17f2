import { secondOfTime, timeOfMoment, timeOfSeconds } from "./timeOfDay";

it("is never so late that a cell shows the next day", () => {
  for (const seconds of [86_399.999, 86_399.999999, 86_399.9999999, 86_400])
    expect(Math.floor(Number((46_326 + timeOfSeconds(seconds)).toPrecision(15)))).toBe(46_326);
  expect(Number((46_326 + timeOfMoment(46_326.999_999_999_99)).toPrecision(15))).toBeLessThan(46_327);
});

it("has no second behind the last one", () => {
  expect([0, 0.75, 86_399.4 / 86_400, timeOfSeconds(86_399.999999)].map(secondOfTime)).toEqual([
    0, 64_800, 86_399, 86_399,
  ]);
});

it("keeps microseconds apart", () => {
  expect(timeOfSeconds(36_000.000001)).toBeGreaterThan(timeOfSeconds(36_000));
});
