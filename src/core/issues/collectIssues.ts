import { maskCardNumbers } from "../base/cardNumber";
import { nameKey } from "../base/name";
import { issueCodes } from "./issueCodes";
import type { IssueCodeDefinition } from "./issueCode";
import type { Issue, Report } from "./issue";

/** Takes the issues of a run; cells that one cause spoils become one issue. */
export interface IssueCollector {
  readonly report: Report;
  /** In the order of the stages. */
  readonly list: () => Issue[];
}

/** So many cells of a code in a column are listed one by one; the others are one issue with their number. */
const LISTED = 100;

interface Group {
  readonly first: Issue;
  readonly holds: Set<string>;
  /** Lists of contracts that are in `holds`: thousands of rows share one list of thousands. */
  readonly seen: Set<readonly string[]>;
  count: number;
  /** It stands for what is left of a long list. */
  readonly isRest: boolean;
}

function causeKey({ code, at, value }: Issue): string | undefined {
  const { scope }: IssueCodeDefinition = issueCodes[code];
  if (scope === undefined) return undefined;
  const column = `${code}|${at.sheet}|${String(at.column)}`;
  return scope === "column" ? column : `${column}|${nameKey(value) || value}`;
}

function issueOf({ first, holds, count, isRest }: Group): Issue {
  const words = isRest
    ? `${String(count)} cells more like this`
    : `${String(count)} cells; this is the first`;
  const message = count > 1 ? `${first.message} (${words})` : first.message;
  return {
    ...first,
    // A card number is never repeated, whatever the issue is about.
    value: maskCardNumbers(first.value),
    message: maskCardNumbers(message),
    ...(count > 1 ? { cells: count } : {}),
    holds: holds.size === first.holds.length ? first.holds : [...holds],
  };
}

export function collectIssues(): IssueCollector {
  const groups: Group[] = [];
  const known = new Map<string, Group>();
  const listed = new Map<string, number>();
  const open = (issue: Issue, isRest = false): Group => {
    const group = {
      first: issue,
      holds: new Set(issue.holds),
      seen: new Set([issue.holds]),
      count: 1,
      isRest,
    };
    groups.push(group);
    return group;
  };
  const join = (key: string, issue: Issue, isRest: boolean) => {
    const group = known.get(key);
    if (!group) {
      known.set(key, open(issue, isRest));
      return;
    }
    group.count++;
    if (group.seen.has(issue.holds)) return;
    // Rows that wait for one contract each bring a list of their own; those are not worth keeping.
    if (issue.holds.length > 1) group.seen.add(issue.holds);
    for (const contractId of issue.holds) group.holds.add(contractId);
  };
  const report: Report = (issue) => {
    const cause = causeKey(issue);
    if (cause !== undefined && known.has(cause)) {
      join(cause, issue, false);
      return;
    }
    const list = `${issue.code}|${issue.at.sheet}|${String(issue.at.column)}`;
    const count = (listed.get(list) ?? 0) + 1;
    listed.set(list, count);
    if (count > LISTED) join(`${list}|`, issue, true);
    else if (cause === undefined) open(issue);
    else join(cause, issue, false);
  };
  return { report, list: () => groups.map(issueOf) };
}
