import { compareText } from "../base/name";
import { cellAddress } from "../grid/grid";
import type { Issue, Severity } from "../issues/issue";
import { textCell, type OutputTable } from "./outputTable";
import { amountStyle } from "./styles";

const severityOrder: readonly Severity[] = ["error", "warning", "info"];

/** Errors first, then by sheet and cell: where to look, in the order in which to look. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  return [...issues].sort(
    (a, b) =>
      severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
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
    { title: "Cell", width: 9, cell: ({ at }) => ({ value: cellAddress(at), link: at }) },
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
