import { documentsByNumber } from "../../../documents/register";
import { invoicesTable } from "../../../documents/invoices.table";
import { reviewFinding } from "../../finding";
import type { DocumentCheck } from "../check";

/** A number that stands on several documents: each row, by whom and when. */
export const duplicateNumber: DocumentCheck = (document, { register, runOf }) => {
  const { invoiceNumber: invoice, at } = document;
  const alike = documentsByNumber(register).get(invoice) ?? [];
  if (alike.length < 2) return [];
  const whose = alike.map(({ preparedBy = "nobody", runId, row }) => {
    const when = runOf(runId)?.texts.get("when") ?? "";
    return `row ${String(row + 1)} by ${preparedBy}${when === "" ? "" : ` on ${when}`}`;
  });
  return [
    reviewFinding("DUPLICATE_NUMBER", {
      invoice,
      table: invoicesTable.title,
      key: invoice,
      column: invoicesTable.columns.invoiceNumber.title,
      expected: "one document",
      found: `${String(alike.length)} documents`,
      at,
      message: `${invoice} stands on ${String(alike.length)} documents: ${whose.join("; ")}`,
    }),
  ];
};
