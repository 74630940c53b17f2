import { acts, refusalCodes, reviewCodes, statusLabel, type Act } from "../../src/core/api";
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
    "## What fails a document",
    codesOf("document"),
    "## What fails the workbook",
    codesOf("book"),
    "## What is only noted",
    codesOf("note"),
  ]);
}
