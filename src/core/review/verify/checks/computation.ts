import { invoicesTable } from "../../../documents/invoices.table";
import type { RegisteredInvoice } from "../../../documents/register";
import { usageTable } from "../../../metering/usage.table";
import { isFailure, reviewFinding, type ReviewFinding } from "../../finding";
import { billedLater } from "../billedLater";
import { wording } from "../computedDifferences";
import { isIdentityColumn } from "../../seal/identity";
import { lastSealing } from "../history";
import type { DocumentCheck } from "../check";
import { isTypedOver } from "../typedOver";

/** Inputs that came after the document, and that later documents bill. */
function lateNote({ invoiceNumber: invoice }: RegisteredInvoice, later: readonly string[]): ReviewFinding {
  const message = `inputs that came after it are billed by ${later.join(", ")}`;
  return reviewFinding("INPUT_ADDED", { invoice, table: usageTable.title, message });
}

/**
 * The document beside what its inputs give. A sealed one is computed from its sealed rows, as far as all of them are
 * there; one that was accepted is not what today's inputs give, and was meant so.
 */
export const computation: DocumentCheck = (document, context) => {
  const { isSealed, isRedacted, inputs, broken, document: cells } = context.sealOf(document);
  if (document.isVoid || broken.length > 0 || inputs.some(isFailure)) return [];
  if (isSealed && lastSealing(context.historyOf(document))?.action === "accept") return [];
  const { invoice: again, findings, rulesAround } = context.computedOf(document);
  const later =
    isSealed || !again || findings.length === 0
      ? []
      : billedLater(document, again, rulesAround, context.register);
  if (later.length > 0) return [lateNote(document, later), ...findings.filter(isTypedOver(document))];
  const known = new Set(cells.map(({ table, key, column }) => `${table} ${key} ${column}`));
  const isDraft = document.status === "draft" || document.status === "in_review";
  return findings.flatMap((finding) => {
    const { table, key, column } = finding;
    if (known.has(`${table} ${key} ${column}`)) return [];
    // Its own text is as it was sealed; what its inputs said was taken out of them.
    if (isRedacted && wording.has(column)) return [];
    const isIdentity = table === invoicesTable.title && isIdentityColumn(table, column);
    if (!isIdentity || isDraft) return [finding];
    const { invoice, expected, found } = finding;
    if (isSealed) return [];
    return [
      {
        ...reviewFinding("IDENTITY_CHANGED", { invoice, table, key, column, expected, found }),
        sheet: finding.sheet,
        cell: finding.cell,
      },
    ];
  });
};
