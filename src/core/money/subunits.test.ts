import { partOfCurrencyIn } from "./subunits";

describe("partOfCurrencyIn", () => {
  it.each([
    ["ct", "ct"],
    ["ct/kWh", "ct"],
    ["p", "p"],
    ["Rate (p/min)", "p"],
    ["Price (p)", "p"],
    ["c per kWh", "c"],
    ["Price (cents)", "cents"],
    ["Preis in Rp.", "Rp"],
    ["¢", "¢"],
    ["Pris (øre)", "ore"],
  ])("%s: %s", (text, part) => {
    expect(partOfCurrencyIn(text)).toBe(part);
  });

  it.each([
    "Price",
    "Price p.a.",
    "Rate per cent",
    "Centre fee",
    "Unit price",
    "€/kWh",
    "p. Monat",
    "Recent price",
    "Cost/mo",
  ])("%s: none", (text) => {
    expect(partOfCurrencyIn(text)).toBeUndefined();
  });
});
