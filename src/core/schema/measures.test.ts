import { areUnitsAtOdds, measureNamedIn } from "./measures";

describe("areUnitsAtOdds", () => {
  it.each([
    ["MWh", "kWh"],
    ["min", "hour"],
    ["kWh", "hours"],
    ["pallet", "box"],
    ["GB", "GiB"],
    ["€/MWh", "kWh"],
  ])("%s and %s are", (a, b) => {
    expect([areUnitsAtOdds(a, b), areUnitsAtOdds(b, a)]).toEqual([true, true]);
  });

  it.each([
    ["hrs", "Hour"],
    ["Std", "h"],
    ["call", "API calls"],
    ["GB", "GB-month"],
    ["each", "seat"],
    ["", "kWh"],
    ["per 1,000 calls", "call"],
    ["m³", "m3"],
  ])("%s and %s are not", (a, b) => {
    expect([areUnitsAtOdds(a, b), areUnitsAtOdds(b, a)]).toEqual([false, false]);
  });
});

describe("measureNamedIn", () => {
  it.each([
    ["billsec", "billsec"],
    ["Hours", "Hours"],
    ["Energy (MWh)", "MWh"],
    ["duration_s", "s"],
    ["DurationSeconds", "Seconds"],
    ["Quantity", undefined],
    ["Usage", undefined],
    ["Menge", undefined],
  ])("%s: %s", (header, unit) => {
    expect(measureNamedIn(header)).toBe(unit);
  });
});
