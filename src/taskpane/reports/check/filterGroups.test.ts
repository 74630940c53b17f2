import type { IssueGroup, IssueView } from "../../session/issueGroups";
import { filterGroups } from "./filterGroups";

const issue = (row: number, value: string, contract: string, cells = 1): IssueView => ({
  code: "",
  severity: "error",
  at: { sheet: "Usage", row, column: 2 },
  value,
  message: `“${value}” is no number`,
  stake: undefined,
  cells,
  holds: [contract],
});

const group = (code: string, severity: "error" | "warning", issues: readonly IssueView[]): IssueGroup => ({
  key: code,
  code,
  severity,
  changesMoney: false,
  sheet: "Usage",
  count: issues.length,
  cells: issues.length,
  stakes: [],
  issues,
});

const groups = [
  group("NOT_A_NUMBER", "error", [issue(3, "1.2.3", "CT-1"), issue(8, "n/a", "CT-2", 4)]),
  group("NUMBER_AS_TEXT", "warning", [issue(5, "0,05", "CT-1")]),
];

const shown = (text: string, severity?: "error") =>
  filterGroups(groups, { severity, text }).map(({ code, count, cells }) => [code, count, cells]);

describe("the issues that a filter leaves", () => {
  it.each([
    [
      "",
      [
        ["NOT_A_NUMBER", 2, 2],
        ["NUMBER_AS_TEXT", 1, 1],
      ],
    ],
    ["not number", [["NOT_A_NUMBER", 2, 2]]],
    [
      "usage",
      [
        ["NOT_A_NUMBER", 2, 2],
        ["NUMBER_AS_TEXT", 1, 1],
      ],
    ],
    ["N/A", [["NOT_A_NUMBER", 1, 4]]],
    [
      "ct-1",
      [
        ["NOT_A_NUMBER", 1, 1],
        ["NUMBER_AS_TEXT", 1, 1],
      ],
    ],
    // Words may stand in the cause and in the issue.
    ["text ct-1", [["NUMBER_AS_TEXT", 1, 1]]],
    ["ct-1 ct-2", []],
  ])("%j leaves %j", (text, left) => {
    expect(shown(text)).toEqual(left);
  });

  it("are of one severity where one is chosen", () => {
    expect(shown("ct-1", "error")).toEqual([["NOT_A_NUMBER", 1, 1]]);
  });
});
