import { Decimal, type Issue } from "../../core/api";
import { issueGroups } from "./issueGroups";

const issue = (
  code: Issue["code"],
  severity: Issue["severity"],
  row: number,
  more: Partial<Issue> = {},
): Issue => ({
  code,
  severity,
  at: { sheet: "Usage", row, column: 3 },
  value: "",
  message: `row ${String(row)}`,
  holds: [],
  ...more,
});
const amounts = new Map([
  ["C-1", { amount: new Decimal(50), currency: "EUR" }],
  ["C-2", { amount: new Decimal(950), currency: "EUR" }],
  ["C-3", { amount: new Decimal(3000), currency: "JPY" }],
  ["C-4", { amount: new Decimal(97000), currency: "JPY" }],
]);
const codesOf = (issues: readonly Issue[]) => issueGroups({ issues, amounts }, 2).map(({ code }) => code);

describe("the issues of a check by cause", () => {
  it("are one row a code and column, with all that waits for it counted once", () => {
    const twice = [
      issue("NOT_A_NUMBER", "error", 1, { holds: ["C-1"] }),
      issue("NOT_A_NUMBER", "error", 2, { holds: ["C-1"] }),
      issue("NOT_A_NUMBER", "error", 3, { at: { sheet: "Prices", row: 3, column: 3 }, holds: ["C-2"] }),
      issue("NOT_A_NUMBER", "error", 4),
    ];
    const groups = issueGroups({ issues: twice, amounts }, 2);
    expect(groups.map(({ sheet, count, stakes, issues }) => [sheet, count, stakes, issues.length])).toEqual([
      ["Prices", 1, [{ amount: 950, currency: "EUR" }], 1],
      ["Usage", 3, [{ amount: 50, currency: "EUR" }], 2],
    ]);
  });

  it("stand by the share of what is billed in their currency: 50 of 1,000 EUR before 3,000 of 100,000 JPY", () => {
    expect(
      codesOf([
        issue("MISSING_VALUE", "error", 1),
        issue("BAD_TIERS", "error", 1, { holds: ["C-3"] }),
        issue("NOT_A_NUMBER", "error", 1, { holds: ["C-1"] }),
      ]),
    ).toEqual(["NOT_A_NUMBER", "BAD_TIERS", "MISSING_VALUE"]);
  });

  it("count the cells that an issue stands for", () => {
    const rest = issue("NOT_A_NUMBER", "error", 2, { cells: 21 });
    const [group] = issueGroups({ issues: [issue("NOT_A_NUMBER", "error", 1), rest], amounts }, 2);
    expect(group).toMatchObject({ count: 2, cells: 22 });
  });

  it("say no amount where nothing can be rated yet", () => {
    const nothing = { stake: { amount: new Decimal(0), currency: "EUR" } };
    const [group] = issueGroups({ issues: [issue("AMBIGUOUS_NUMBER", "error", 1, nothing)], amounts }, 2);
    expect(group!.issues[0]!.stake).toBeUndefined();
  });

  it("stand by urgency first: errors, warnings that change money, other warnings, notes", () => {
    const rich = { stake: { amount: new Decimal(900), currency: "EUR" } };
    expect(
      codesOf([
        issue("NO_TAX", "info", 1),
        issue("PRICE_WITHOUT_USAGE", "warning", 1, rich),
        issue("REPEATED_ROWS", "warning", 1),
        issue("NOT_A_NUMBER", "error", 1),
      ]),
    ).toEqual(["NOT_A_NUMBER", "REPEATED_ROWS", "PRICE_WITHOUT_USAGE", "NO_TAX"]);
  });

  it("call a column a cause that changes money only while it is a warning", () => {
    const groups = issueGroups(
      { issues: [issue("COLUMN_NOT_READ", "warning", 1), issue("COLUMN_NOT_READ", "info", 2)], amounts },
      2,
    );
    expect(groups.map(({ severity, changesMoney }) => [severity, changesMoney])).toEqual([
      ["warning", true],
      ["info", false],
    ]);
  });
});
