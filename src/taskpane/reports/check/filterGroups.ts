import type { IssueGroup } from "../../session/issueGroups";
import type { IssueSeverity } from "../../session/views";
import { cellName, codeWords } from "../../strings/cellName";

/** What of a check is shown: everything, or one severity of it; and what has a text in it. */
export interface IssueFilter {
  readonly severity: Exclude<IssueSeverity, "info"> | undefined;
  readonly text: string;
}

/** The causes that a filter leaves; of a cause that is not itself meant, the issues that are. */
export function filterGroups(groups: readonly IssueGroup[], { severity, text }: IssueFilter): IssueGroup[] {
  const sought = text.trim().toLowerCase();
  const holds = (...texts: readonly string[]) =>
    texts.some((candidate) => candidate.toLowerCase().includes(sought));
  return groups.flatMap((group): IssueGroup[] => {
    if (severity !== undefined && group.severity !== severity) return [];
    if (sought === "" || holds(group.code, codeWords(group.code), group.sheet)) return [group];
    const issues = group.issues.filter(({ at, value, message, holds: contracts }) =>
      holds(cellName(at), value, message, ...contracts),
    );
    const cells = issues.reduce((all, issue) => all + issue.cells, 0);
    return issues.length === 0 ? [] : [{ ...group, issues, count: issues.length, cells }];
  });
}
