import { parseIsoDay } from "../calendar/day";
import { parseTerms } from "../calendar/terms";
import { Decimal } from "../money/decimal";
import { earlyDiscount } from "./earlyDiscount";

const discount = (amount: string, paid: string, terms: string) =>
  earlyDiscount(
    new Decimal(amount),
    parseIsoDay("2026-09-01")!,
    parseIsoDay(paid)!,
    parseTerms(terms)!,
  ).toString();

describe("earlyDiscount", () => {
  it.each([
    ["850", "2026-09-01", "2/10 Net 30", "17"],
    ["850", "2026-09-11", "2/10 Net 30", "17"],
    ["850", "2026-09-12", "2/10 Net 30", "0"],
    ["850", "2026-10-31", "2/10 Net 30", "0"],
    ["850", "2026-08-31", "2/10 Net 30", "17"],
    ["99.99", "2026-09-05", "1.5/10 Net 45", "1.49985"],
    ["850", "2026-09-01", "Net 30", "0"],
    ["850", "2026-09-02", "2/0 Net 30", "0"],
    ["-850", "2026-09-11", "2/10 Net 30", "-17"],
  ])("of %s of 2026-09-01, paid on %s at %s, is %s", (amount, paid, terms, expected) => {
    expect(discount(amount, paid, terms)).toBe(expected);
  });
});
