import { compareText } from "../base/name";
import type { Issue } from "./issue";
import type { IssueCodeDefinition } from "./issueCode";
import { issueCodes } from "./issueCodes";

/** Errors, warnings that change money, other warnings, what is worth knowing. */
function urgency({ severity, code }: Issue): number {
  const { changesMoney }: IssueCodeDefinition = issueCodes[code];
  if (severity === "warning") return changesMoney === true ? 1 : 2;
  return severity === "error" ? 0 : 3;
}

/** The most urgent first, then by sheet and cell: where to look, in the order in which to look. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  return [...issues].sort(
    (a, b) =>
      urgency(a) - urgency(b) ||
      compareText(a.code, b.code) ||
      compareText(a.at.sheet, b.at.sheet) ||
      a.at.row - b.at.row ||
      a.at.column - b.at.column ||
      compareText(a.message, b.message),
  );
}
