import { compareText } from "../base/name";
import type { Issue, Severity } from "./issue";

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
