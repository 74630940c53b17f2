import { parseTermChange } from "./changeTerms";

test.each([
  ["Prices[C1 Units].Unit price=0.12", ["Prices", "C1 Units", "Unit price", "0.12"]],
  ["Prices[*].Tiers=10: 1; *: 0.5", ["Prices", "*", "Tiers", "10: 1; *: 0.5"]],
  [" Contracts [ C1 ] . Discount % = 5 ", ["Contracts", "C1", "Discount %", "5"]],
  ["Settings[Rounding mode]=half_even", ["Settings", "Rounding mode", "", "half_even"]],
  ["Prices[P=1].Description=a=b", ["Prices", "P=1", "Description", "a=b"]],
  ["Prices[C1].Minimum=", ["Prices", "C1", "Minimum", ""]],
])("%s is a change of one cell", (text, [table, key, column, value]) => {
  expect(parseTermChange(text)).toEqual({ table, key, column, value });
});

test.each([
  "",
  "Prices",
  "Prices.Unit price=1",
  "Prices[].Unit price=1",
  "[C1].Unit price=1",
  "Prices[C1]x=1",
  "Prices[C1].=1",
])("%j is none", (text) => {
  expect(parseTermChange(text)).toBeUndefined();
});
