import { issueCodes } from "../../src/core/api";
import { code, page, table } from "./markdown";

/** Every issue code in alphabetical order, as it is looked up. */
export function issuesPage(): string {
  const codes = Object.entries(issueCodes).sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = codes.map(([name, { severity, text, cure }]) => [code(name), severity, text, cure]);
  return page("Issues", [
    "What a run can report on the sheet Issues. Words in braces are filled in: `{value}` is what stands in the cell.\n" +
      "An **error** holds the invoices that depend on the row, if any do (column Held invoice); a **warning** and an\n" +
      "**info** hold nothing. Codes keep their meaning: one may be retired, none is given a new one.",
    table(["Code", "Severity", "Message", "What it means and what to do"], rows),
  ]);
}
