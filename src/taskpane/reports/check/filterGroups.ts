import { foundBy } from "../../parts/foundBy";
import type { IssueGroup } from "../../session/issueGroups";
import type { IssueSeverity } from "../../session/views";
import { cellName, codeWords } from "../../strings/cellName";

/** What of a check is shown: everything, or one severity of it; and what has the words of a search. */
export interface IssueFilter {
  readonly severity: Exclude<IssueSeverity, "info"> | undefined;
  readonly text: string;
}

/** The causes that a filter leaves; of a cause that is not itself meant, the issues that are. */
export function filterGroups(groups: readonly IssueGroup[], { severity, text }: IssueFilter): IssueGroup[] {
  const isFound = foundBy(text);
  return groups.flatMap((group): IssueGroup[] => {
    if (severity !== undefined && group.severity !== severity) return [];
    const cause = [group.code, codeWords(group.code), group.sheet];
    if (isFound(...cause)) return [group];
    const issues = group.issues.filter(({ at, value, message, holds }) =>
      isFound(...cause, cellName(at), value, message, ...holds),
    );
    const cells = issues.reduce((all, issue) => all + issue.cells, 0);
    return issues.length === 0 ? [] : [{ ...group, issues, count: issues.length, cells }];
  });
}
