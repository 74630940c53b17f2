import { invoicesTable } from "../../../documents/invoices.table";
import { cellOf } from "../../../schema/readRecords";
import { reviewFinding } from "../../finding";
import { lastSealing } from "../history";
import type { DocumentCheck } from "../check";

/** The seal is the one that Approvals names last: Seals and Seal alone could be written anew together. */
export const loggedSeal: DocumentCheck = (document, { historyOf, register, sealOf }) => {
  const { invoiceNumber: invoice, seal = "" } = document;
  const history = historyOf(document);
  const last = history.at(-1);
  const expected = last && last.seal === undefined ? "" : (lastSealing(history)?.seal ?? "");
  if (expected === seal || sealOf(document).broken.some(({ column }) => column === "Seal")) return [];
  return [
    reviewFinding("SEAL_BROKEN", {
      invoice,
      table: invoicesTable.title,
      key: invoice,
      column: invoicesTable.columns.seal.title,
      expected,
      found: seal,
      at: register.invoicesBound ? cellOf(register.invoicesBound, document.row, "seal") : document.at,
      message: "the seal is not the one that Approvals names",
    }),
  ];
};
