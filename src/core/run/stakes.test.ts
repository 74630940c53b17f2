import { makeIssue, type IssueDetails } from "../issues/issue";
import type { IssueCode } from "../issues/issueCodes";
import { Decimal } from "../money/decimal";
import { stakesOf } from "./stakes";

const stake = (amount: number, currency: string) => ({ amount: new Decimal(amount), currency });
const amounts = new Map([
  ["A", stake(100, "USD")],
  ["B", stake(30, "USD")],
  ["C", stake(5, "EUR")],
]);
const issue = (code: IssueCode, details: Omit<IssueDetails, "at">) =>
  makeIssue(code, { at: { sheet: "Usage", row: 1, column: 0 }, ...details });
const shown = (...issues: ReturnType<typeof issue>[]) =>
  stakesOf(issues, amounts).map(({ amount, currency }) => `${currency} ${amount.toString()}`);

describe("stakesOf", () => {
  it("counts an invoice once, however many errors hold it", () => {
    expect(
      shown(issue("NOT_A_NUMBER", { holds: ["A"] }), issue("NOT_A_NUMBER", { holds: ["A", "B"] })),
    ).toEqual(["USD 130"]);
  });

  it("keeps currencies apart and leaves out what cannot be rated", () => {
    expect(shown(issue("NOT_A_NUMBER", { holds: ["C", "A", "UNKNOWN"] }))).toEqual(["EUR 5", "USD 100"]);
  });

  it("adds what issues that hold nothing put at stake themselves", () => {
    const fee = issue("ZERO_USAGE_FEE", { stake: stake(7, "EUR") });
    expect(shown(fee, fee)).toEqual(["EUR 14"]);
    expect(shown(issue("UNKNOWN_CONTRACT", {}))).toEqual([]);
  });
});
