import { dayOf } from "../../calendar/day";
import { endOfTerm } from "./renewal";

const renewal = {
  endDate: dayOf(2026, 12, 31),
  isAuto: true,
  term: 12,
  notice: 60,
  at: { sheet: "Contracts", row: 1, column: 0 },
};

describe("the end of the term that holds a day", () => {
  it("goes on term after term", () => {
    expect(endOfTerm(renewal, dayOf(2026, 10, 1))).toBe(dayOf(2026, 12, 31));
    expect(endOfTerm(renewal, dayOf(2027, 1, 1))).toBe(dayOf(2027, 12, 31));
    expect(endOfTerm({ ...renewal, term: 2 }, dayOf(2027, 1, 1))).toBe(dayOf(2027, 2, 28));
  });

  it("stays where the contract does not renew itself", () => {
    expect(endOfTerm({ ...renewal, isAuto: false }, dayOf(2027, 6, 1))).toBe(dayOf(2026, 12, 31));
  });
});
