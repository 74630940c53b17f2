import { cellAddress } from "../grid/grid";
import type { Issue, Report } from "./issue";

/** Collects issues of a stage that meets the same row again for every contract that uses it. */
export interface IssueGatherer {
  readonly report: Report;
  /** Reports each cause once, with every contract that waits for it. */
  readonly flush: (report: Report) => void;
}

export function gatherIssues(): IssueGatherer {
  const byCause = new Map<string, { issue: Issue; holds: Set<string> }>();
  return {
    report: (issue) => {
      const key = `${issue.code}|${issue.at.sheet}|${cellAddress(issue.at)}|${issue.value}`;
      const known = byCause.get(key);
      if (!known) byCause.set(key, { issue, holds: new Set(issue.holds) });
      else for (const contractId of issue.holds) known.holds.add(contractId);
    },
    flush: (report) => {
      for (const { issue, holds } of byCause.values()) report({ ...issue, holds: [...holds] });
    },
  };
}
