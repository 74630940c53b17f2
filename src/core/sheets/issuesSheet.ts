import { compareText } from "../base/name";
import { cellAddress } from "../grid/grid";
import type { Issue } from "../issues/issue";
import type { IssueCodeDefinition } from "../issues/issueCode";
import { issueCodes } from "../issues/issueCodes";
import { linkTo, textCell, type OutputTable } from "./outputTable";
import { amountStyle } from "./styles";

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

export const issuesOutput: OutputTable<Issue> = {
  sheet: "Issues",
  name: "Issues",
  columns: [
    { title: "Code", width: 24, cell: ({ code }) => textCell(code) },
    { title: "Severity", width: 10, cell: ({ severity }) => textCell(severity) },
    { title: "Sheet", width: 14, cell: ({ at }) => textCell(at.sheet) },
    { title: "Cell", width: 9, cell: ({ at }) => ({ value: cellAddress(at), ...linkTo(at) }) },
    { title: "Value", width: 20, cell: ({ value }) => textCell(value) },
    { title: "Message", width: 80, cell: ({ message }) => textCell(message) },
    {
      title: "Amount at stake",
      width: 14,
      cell: ({ stake }) => (stake ? { value: stake.amount, style: amountStyle(stake.currency) } : null),
    },
    { title: "Held invoice", width: 20, cell: ({ holds }) => textCell(holds.join(", ")) },
  ],
  tabColor: "C55A11",
};
