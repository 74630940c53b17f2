import { checkTitles, findingCodes } from "../../src/core/api";
import { code, page, table } from "./markdown";

/** The finding codes by block, in the order of the report. */
export function reconciliationPage(): string {
  const blocks = Object.entries(checkTitles).flatMap(([check, title]) => {
    const codesOfCheck = Object.entries(findingCodes).filter(([, definition]) => definition.check === check);
    if (codesOfCheck.length === 0) return [];
    const rows = codesOfCheck.map(([name, { severity, means }]) => [code(name), severity, means]);
    return [`## ${title}`, table(["Code", "Severity", "What it means"], rows)];
  });
  return page("Reconciliation", [
    "What the sheet Reconciliation can find. Difference is Expected − Found: positive is under-billed. A finding has one\n" +
      "cause, and a difference with several causes is several findings that add up to it. What the run\n" +
      "itself settles, such as late usage that it bills, is an info. Codes keep their meaning.",
    ...blocks,
  ]);
}
