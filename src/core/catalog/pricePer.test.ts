import { numberNamed, pricePerNumber } from "./pricePer";

describe("the number that a unit names", () => {
  it.each([
    ["per 1000 calls", "1000"],
    ["1k", "1000"],
    ["5 k calls", "5000"],
    ["je 1.000", "1000"],
    ["1,000,000 tokens", "1000000"],
    ["1 000 kWh", "1000"],
    ["100 MB", "100"],
    ["1M tokens", "1000000"],
    ["per 15 min", "15"],
    ["1000calls", "1000"],
    ["per 2.5 GB", "2.5"],
  ])("%j names %s", (unit, value) => {
    expect(numberNamed(unit)?.toString()).toBe(value);
  });

  it.each([
    "m3",
    "m³",
    "CO2 kg",
    "H2O",
    "5G minutes",
    "15 min",
    "24h",
    "12 months",
    "1 GB",
    "per 1 call",
    "GB",
    "",
    "million tokens",
  ])("%j names none", (unit) => {
    expect(numberNamed(unit)).toBeUndefined();
  });
});

describe("the number that the header of a price names", () => {
  it.each([
    ["Price per 1,000", "1000"],
    ["Unit price per 1000 calls", "1000"],
    ["Rate / 1k", "1000"],
    ["Preis je 1.000", "1000"],
    ["price per million tokens", "1000000"],
    ["Price per 100 GB", "100"],
  ])("%j names %s", (header, value) => {
    expect(pricePerNumber(header)?.toString()).toBe(value);
  });

  it.each([
    "Price",
    "Price per",
    "Price per unit",
    "Price per m3",
    "Price per m",
    "Rate per",
    "Calls per 1000",
    "Price 2026",
    "Price per 1",
  ])("%j names none", (header) => {
    expect(pricePerNumber(header)).toBeUndefined();
  });
});
