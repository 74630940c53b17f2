import type { Issue } from "../../issues/issue";
import type { Ledger } from "../../receivables/ledger";
import { changedDocuments } from "../../receivables/posting/register";

const placeOf = ({ at }: { readonly at: Issue["at"] }): string => `${at.sheet}|${String(at.row)}`;

/** Issues without those that the run itself mends: it writes the Paid of documents that have posted rows now. */
export function withoutMended(issues: readonly Issue[], ledger: Ledger): Issue[] {
  const changed = changedDocuments(ledger);
  const mended = new Set(ledger.documents.filter(({ record }) => changed.has(record)).map(placeOf));
  return issues.filter((issue) => issue.code !== "PAID_NOT_APPLIED" || !mended.has(placeOf(issue)));
}
