import { parseIsoDay } from "../calendar/day";
import { Decimal } from "../money/decimal";
import { lateFee } from "./lateFee";

interface Written {
  readonly balance?: string;
  readonly due?: string;
  readonly rate?: string;
  readonly grace?: number;
  readonly basis?: string;
  readonly fee?: string;
}

/** The fee on 2026-10-31 to ten decimals; 1,000.00 at 8 % due 45 days before, unless said otherwise. */
function fee(terms: Written = {}): string {
  const { balance = "1000", due = "2026-09-16", rate = "0.08", grace = 0, basis = "365", fee = "0" } = terms;
  return lateFee({
    balance: new Decimal(balance),
    dueDate: parseIsoDay(due)!,
    asOf: parseIsoDay("2026-10-31")!,
    annualRate: new Decimal(rate),
    graceDays: grace,
    dayBasis: new Decimal(basis),
    fixedFee: new Decimal(fee),
  })
    .toDecimalPlaces(10)
    .toString();
}

describe("lateFee", () => {
  it("is simple interest for the days late, unrounded", () => {
    expect(fee()).toBe("9.8630136986");
    expect(fee({ basis: "360" })).toBe("10");
    expect(fee({ basis: "360", fee: "40" })).toBe("50");
  });

  it("is the fixed fee alone without a rate", () => {
    expect(fee({ rate: "0", fee: "40" })).toBe("40");
  });

  it("counts from the first day late once the grace days are over", () => {
    expect(fee({ grace: 45, fee: "40" })).toBe("0");
    expect(fee({ grace: 44, basis: "360", fee: "40" })).toBe("50");
  });

  it.each(["2026-10-31", "2026-11-30"])("is nothing before a day has passed: due %s", (due) => {
    expect(fee({ due, fee: "40" })).toBe("0");
  });

  it.each(["0", "-100"])("is nothing on a balance of %s", (balance) => {
    expect(fee({ balance, fee: "40" })).toBe("0");
  });
});
