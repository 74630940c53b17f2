import {
  acts,
  checklistTable,
  claimOfVerify,
  closingCheckHelp,
  refusalCodes,
  reviewCodes,
  statusLabel,
  type Act,
} from "../../src/core/api";
import { code, page, table } from "./markdown";

function actRow({ id, from, to, role, needsReason, help }: Act): string[] {
  const after = to === undefined ? "the same" : statusLabel(to);
  return [code(id), from.map(statusLabel).join(", "), after, role, needsReason ? "yes" : "", help];
}

/** Acts with their states and roles, why they are refused, and what verify finds. */
export function reviewPage(): string {
  const codesOf = (scope: string) =>
    table(
      ["Code", "What it means"],
      Object.entries(reviewCodes)
        .filter(([, definition]) => definition.scope === scope)
        .map(([name, { help }]) => [code(name), help]),
    );
  return page("Review", [
    "What may be done to a document, and what `verify` says about a workbook that came back. Codes keep their meaning.",
    "## Acts",
    table(["Act", "From", "To", "Role", "Reason", "Does"], acts.map(actRow)),
    "## Why an act is refused",
    table(
      ["Code", "What it means"],
      Object.entries(refusalCodes).map(([name, means]) => [code(name), means]),
    ),
    "## Closing a period",
    "`close BOOK PERIOD` closes a period once its documents are final or void and every step of its Checklist is done or not needed. A step with a check is done by its check, whatever somebody typed; one without is done by hand. A period without rows of its own takes the steps that name no period, else one a check; `--checklist` adds them and closes nothing. Who closes is named as Closer in Policy. A closed period is not billed, and its documents change their state no more; usage that comes later is `AFTER_CLOSE`, and billed with the next period as late. `--reopen --reason TEXT` opens it again; both leave a row in Closed periods and in the Run log.",
    table(
      ["Check", "Passes when"],
      Object.entries(closingCheckHelp).map(([check, help]) => [
        checklistTable.columns.check.labels?.get(check) ?? check,
        help,
      ]),
    ),
    "## What verify can prove, and what not",
    ...claimOfVerify,
    "## What fails a document",
    codesOf("document"),
    "## What fails the workbook",
    codesOf("book"),
    "## What is only noted",
    codesOf("note"),
  ]);
}
