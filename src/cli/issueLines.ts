import { sortIssues, type Issue } from "../core/api";
import { exitStatus, type ExitStatus } from "./exit";
import { issueJson } from "./json/issueJson";

/** Whether something is wrong at error level. */
export function statusOfIssues(issues: readonly Issue[]): ExitStatus {
  return issues.some(({ severity }) => severity === "error") ? exitStatus.attention : exitStatus.done;
}

export const issuesJson = (issues: readonly Issue[]) => sortIssues(issues).map(issueJson);

/** A line for each issue that is no mere information. */
export function issueLines(issues: readonly Issue[]): string {
  return sortIssues(issues)
    .filter(({ severity }) => severity !== "info")
    .map((issue) => {
      const { sheet, cell, code, message } = issueJson(issue);
      return `${sheet}!${cell}  ${code}  ${message}\n`;
    })
    .join("");
}
