import { dayOf } from "../calendar/day";
import { Decimal, sum } from "../money/decimal";
import { earnedByMonth } from "./revenueSchedule.sheet";

const quarter = { from: dayOf(2026, 10, 16), to: dayOf(2027, 1, 15) };
const amountsOf = (amount: string, spread: "days" | "months") =>
  earnedByMonth(new Decimal(amount), quarter, 2, spread).map((month) => month.amount.toNumber());

describe("a line earned over the months of its service", () => {
  it("goes by days", () => {
    expect(amountsOf("920", "days")).toEqual([160, 300, 310, 150]);
  });

  it("or each month alike", () => {
    expect(amountsOf("920", "months")).toEqual([230, 230, 230, 230]);
  });

  it("adds up to the cent, credits too", () => {
    for (const amount of ["0.01", "100", "-33.33", "1234567.89"])
      for (const spread of ["days", "months"] as const) {
        const months = earnedByMonth(new Decimal(amount), quarter, 2, spread);
        expect(sum(months.map((month) => month.amount)).toString()).toBe(amount);
      }
  });
});
