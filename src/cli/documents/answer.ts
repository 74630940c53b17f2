import type { Issue, LeftOut } from "../../core/api";
import { exitStatus, type ExitStatus } from "../exit";
import { leftOutJson } from "../json/leftOutJson";
import { issueLines, statusOfIssues } from "../issueLines";

/** What is told of documents: those left out with their cells, and what is wrong with those written. */
export function tellText(leftOut: readonly LeftOut[], issues: readonly Issue[]): string {
  const lines = leftOut.map(leftOutJson).map(({ invoiceNumber, sheet, cell, message }) => {
    return `${invoiceNumber} left out: ${sheet}!${cell}  ${message}\n`;
  });
  return lines.join("") + issueLines(issues);
}

/** Something was left out, or is wrong at error level. */
export function statusOf(leftOut: readonly LeftOut[], issues: readonly Issue[]): ExitStatus {
  return leftOut.length > 0 ? exitStatus.attention : statusOfIssues(issues);
}
