import { collectIssues } from "./collectIssues";
import { makeIssue, type IssueDetails } from "./issue";

const at = (row: number, column = 3) => ({ sheet: "Usage", row, column });
const text = (row: number, more: Partial<IssueDetails> = {}) =>
  makeIssue("NUMBER_AS_TEXT", {
    at: at(row),
    value: "1.0",
    words: { column: "Quantity", read: "1" },
    ...more,
  });

function collected(...issues: Parameters<ReturnType<typeof collectIssues>["report"]>[0][]) {
  const { report, list } = collectIssues();
  for (const issue of issues) report(issue);
  return list();
}

describe("collectIssues", () => {
  it("makes one issue of the cells of a column, with their number and the first of them", () => {
    const issues = collected(text(1), text(2), text(3), text(1, { at: at(1, 4) }));
    expect(issues.map((issue) => [issue.at, issue.message.includes("(3 cells; this is the first)")])).toEqual(
      [
        [at(1), true],
        [at(1, 4), false],
      ],
    );
  });

  it("makes one issue of a value, however it is written, and holds what each cell holds", () => {
    const unknown = (row: number, value: string, holds: readonly string[]) =>
      makeIssue("UNKNOWN_CONTRACT", { at: at(row, 0), value, holds, words: { hint: "" } });
    const issues = collected(unknown(1, "K9", ["A"]), unknown(2, "k 9", ["B", "A"]), unknown(3, "K8", []));
    expect(issues.map(({ value, holds }) => [value, holds])).toEqual([
      ["K9", ["A", "B"]],
      ["K8", []],
    ]);
  });

  it("lists a hundred cells that are causes of their own, and counts the others", () => {
    const missing = Array.from({ length: 250 }, (_, row) =>
      makeIssue("MISSING_VALUE", {
        at: at(row),
        words: { column: "Quantity", right: "" },
        holds: [String(row)],
      }),
    );
    const issues = collected(...missing);
    expect(issues).toHaveLength(101);
    expect(issues.at(-1)!.message).toContain("(150 cells more like this)");
    expect(new Set(issues.flatMap(({ holds }) => holds)).size).toBe(250);
  });

  it("repeats no card number", () => {
    const [issue] = collected(
      makeIssue("UNKNOWN_CONTRACT", { at: at(1), value: "5500 0000 0000 0004", words: { hint: "" } }),
    );
    expect(issue).toMatchObject({ value: "**** **** **** 0004" });
    expect(issue!.message).toContain("**** **** **** 0004");
  });
});
