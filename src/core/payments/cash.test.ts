import fc from "fast-check";
import { decimals } from "../../../test/properties/support/arbitraries";
import { check } from "../../../test/properties/support/check";
import { parseIsoDay } from "../calendar/day";
import { Decimal, sum } from "../money/decimal";
import { applyCash } from "./cash";

function applied(payment: string, balances: readonly string[], dueDates?: readonly (string | undefined)[]) {
  const result = applyCash(
    new Decimal(payment),
    balances.map((balance) => new Decimal(balance)),
    dueDates?.map((due) => (due === undefined ? undefined : parseIsoDay(due))),
  );
  return [...result.applied, result.unapplied].map(String);
}

describe("applyCash", () => {
  it.each([
    ["350", ["300", "200", "500"], ["300", "50", "0", "0"]],
    ["250", ["300", "200", "500"], ["250", "0", "0", "0"]],
    ["1200", ["300", "200", "500"], ["300", "200", "500", "200"]],
    ["0.30", ["0.10", "0.20"], ["0.1", "0.2", "0"]],
    ["0", ["100"], ["0", "0"]],
    ["100", [], ["100"]],
    ["100", ["0", "100"], ["0", "100", "0"]],
  ])("%s over %j from the top is %j", (payment, balances, expected) => {
    expect(applied(payment, balances)).toEqual(expected);
  });

  it.each([
    ["100", ["70", "-20", "80"], ["70", "-20", "50", "0"]],
    ["0", ["70", "-100"], ["70", "-100", "30"]],
    ["10", ["-5", "-6"], ["-5", "-6", "21"]],
  ])("%s over %j uses credits in full: %j", (payment, balances, expected) => {
    expect(applied(payment, balances)).toEqual(expected);
  });

  it("goes to the oldest due first, equal dates by row, no date last", () => {
    const dueDates = [undefined, "2026-03-01", "2026-01-01", "2026-03-01", undefined];
    expect(applied("350", ["100", "100", "100", "100", "100"], dueDates)).toEqual([
      "50",
      "100",
      "100",
      "100",
      "0",
      "0",
    ]);
  });

  it("takes rows beyond the due dates for rows without one", () => {
    expect(applied("100", ["100", "100"], ["2026-03-01"])).toEqual(["100", "0", "0"]);
  });

  const dueDates = fc.array(fc.option(fc.integer({ min: 45_000, max: 45_010 }), { nil: undefined }));

  it.each(["zero", "negative"] as const)("loses nothing with balances from %s on", (least) => {
    const balances = fc.array(decimals(6, 2, least), { maxLength: 20 });
    check(
      fc.property(decimals(7, 2), balances, dueDates, (payment, open, due) => {
        const result = applyCash(payment, open, due);
        expect(sum([...result.applied, result.unapplied]).equals(payment)).toBe(true);
        expect(result.unapplied.isNegative()).toBe(false);
        for (const [index, balance] of open.entries()) {
          const put = result.applied[index]!;
          if (balance.lessThan(0)) expect(put.equals(balance)).toBe(true);
          else expect(put.greaterThanOrEqualTo(0) && put.lessThanOrEqualTo(balance)).toBe(true);
        }
      }),
    );
  });

  it("leaves cash only when nothing is open any more", () => {
    const balances = fc.array(decimals(6, 2, "negative"), { maxLength: 20 });
    check(
      fc.property(decimals(7, 2), balances, dueDates, (payment, open, due) => {
        const result = applyCash(payment, open, due);
        const isSettled = result.applied.every((put, index) => put.equals(open[index]!));
        expect(result.unapplied.isZero() || isSettled).toBe(true);
      }),
    );
  });
});
