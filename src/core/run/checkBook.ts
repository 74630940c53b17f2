import type { Issue } from "../issues/issue";
import type { Snapshot } from "../grid/grid";
import { sortIssues } from "../issues/sortIssues";
import { billPeriod } from "./billingRun";
import type { RunOptions } from "./options";

/** Every issue that a run would report, errors first; nothing is planned or written. */
export function checkBook(snapshot: Snapshot, options: RunOptions): Issue[] {
  const result = billPeriod(snapshot, options);
  return sortIssues(result.ok ? result.run.issues : result.issues);
}
