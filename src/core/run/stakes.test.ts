import { billBook, bookOf, contractRow, priceRow } from "../../../test/vectors/book";
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

describe("what a contract would bill", () => {
  it.each([
    ["line", "20.02"],
    ["invoice", "20.01"],
  ])("is what its invoice bills where amounts are rounded by %s", (rounding, amount) => {
    const run = billBook(
      bookOf({
        Settings: [{ Key: "Line rounding", Value: rounding }],
        Contracts: [contractRow()],
        Prices: ["A", "B"].map((Product) => priceRow({ Product, "Flat fee": 10.006 })),
        Usage: [{ "Contract ID": "C1", Meter: "calls", Date: "2026-02-10", Quantity: 1 }],
      }),
      "2026-01",
    );
    expect(run.amounts.get("C1")?.amount.toFixed(2)).toBe(amount);
    expect(run.invoices.map(({ subtotal }) => subtotal.toFixed(2))).toEqual([amount]);
  });
});
